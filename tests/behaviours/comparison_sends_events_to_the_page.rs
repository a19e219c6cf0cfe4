//! `gpf-ready` is sent once, and `gpf-compare` at the start and after each change.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::catalogue::DEFAULT_FORMS;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    comparison.click("[data-field=form][value=company-limited-by-shares]").await?;
    comparison.click("#gpf-only-differences").await?;
    comparison.click("[data-field=kind][value=models]").await?;
    b.wait_for("3 events", "return window.heard.filter(({ type }) => type === 'gpf-compare').length >= 3", &[]).await?;
    let heard: Vec<Value> = b.js("return window.heard", &[]).await?;
    let told: Vec<&Value> = heard.iter().filter(|it| it["type"] == "gpf-compare").map(|it| &it["detail"]).collect();
    let forms = |forms: &[&str]| json!({ "kind": "legal-forms", "forms": forms });
    let models =
        json!({ "kind": "models", "forms": ["simple-alliance", "joint-premises", "merger", "gp-co-operative"] });
    let expected = [&forms(&DEFAULT_FORMS), &forms(&["gp-partnership", "community-interest-company"]), &models];
    ensure!(told == expected, "gpf-compare says {told:?}");
    ensure!(heard.iter().filter(|it| it["type"] == "gpf-ready").count() == 1, "gpf-ready not once");
    for event in &heard {
        ensure!(event["target"] == "gp-legal-form-comparison" && event["bubbles"] == true && event["composed"] == true);
    }
    Ok(())
}
