//! Changed attributes apply immediately, an unknown id changes nothing, and removing an attribute restores its default.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, compares};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for _ in 0..2 {
        b.expect_console("console.warn: gp-federations: forms: \"plc\" is not a legal form. Use one of");
    }
    b.allow_console("\"plc\" is not a legal form");
    b.open("comparison-wrong-form.html").await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;

    let set = async |name: &str, value: &str| -> Result<Value> {
        comparison.js("host.setAttribute(args[0], args[1])", &[name.into(), value.into()]).await
    };
    set("forms", "charity, GP partnership").await?;
    compares(&comparison, SubjectKind::Form, &["gp-partnership", "charity"]).await?;
    set("forms", "plc").await?;
    compares(&comparison, SubjectKind::Form, &["gp-partnership", "charity"]).await?;
    set("forms", "all").await?;
    let all: Vec<&str> = catalogue().forms.iter().map(|form| &*form.id).collect();
    compares(&comparison, SubjectKind::Form, &all).await?;
    set("criteria", "asset-lock, gms").await?;
    comparison.eventually_contains(".gpf-count", "on 2 questions").await?;
    set("requirements", "asset-lock=no").await?;
    comparison.eventually_contains(".gpf-shortlist", "It must not have an asset lock").await?;
    set("heading", "Our choice").await?;
    set("heading-level", "3").await?;
    comparison.eventually_contains("h3.gpf-heading", "Our choice").await?;
    ensure!(comparison.count("h4.gpf-group").await? > 0, "the sections' headings are not one level below");
    let beneath = ["h3.gpf-group", "h4.gpf-kind"];
    ensure!(comparison.count(beneath[0]).await? == 0, "a section's heading is on the level of the comparison's");
    set("heading", "").await?;
    comparison.wait_for("the heading to go", "return !root.querySelector('.gpf-heading')", &[]).await?;
    for css in beneath {
        ensure!(comparison.count(css).await? > 0, "no {css}: a level is left out where there is no heading");
    }
    set("kind", "models").await?;
    set("forms", "merger, joint-premises").await?;
    compares(&comparison, SubjectKind::Model, &["joint-premises", "merger"]).await?;
    for name in ["kind", "forms", "criteria", "requirements", "heading", "heading-level"] {
        comparison.js::<Value>("host.removeAttribute(args[0])", &[name.into()]).await?;
    }
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;
    comparison.eventually_contains(".gpf-count", "on 20 questions").await
}
