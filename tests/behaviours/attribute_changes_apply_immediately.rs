//! Changed attributes apply immediately, and removing one restores its default.

use anyhow::{Result, ensure};
use gpf_domain::directory::{LegalFormChoice, Region, RegionChoice, Status};
use gpf_domain::search::{Query, Sort};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("element.html").await?;
    let finder = b.finder().await?;
    let set = async |name: &str, value: &str| -> Result<Value> {
        finder.js("host.setAttribute(args[0], args[1])", &[name.into(), value.into()]).await
    };
    set("region", "north west").await?;
    set("status", "active").await?;
    set("search", "health").await?;
    set("legal-form", "not-stated").await?;
    set("sort", "name").await?;
    let expected = Expected::of(Query {
        text: "health".to_owned(),
        region: Some(RegionChoice::Is(Region::NorthWest)),
        status: Some(Status::Active),
        legal_form: Some(LegalFormChoice::NotStated),
        sort: Sort::Name,
    });
    expected.is_shown_by(&finder).await?;
    let shown = finder.controls().await?;
    ensure!(shown == ["health", "North West", "active", "not-stated", "name"], "the controls show {shown:?}");

    for name in ["region", "status", "search", "legal-form", "sort"] {
        finder.js::<Value>("host.removeAttribute(args[0])", &[name.into()]).await?;
    }
    Expected::everything().is_shown_by(&finder).await?;

    set("page-size", "3").await?;
    set("heading", "Near us").await?;
    set("heading-level", "4").await?;
    set("sort", "name").await?;
    finder.eventually_shows(&Expected::of(Query { sort: Sort::Name, ..Query::default() }).ids()[..3]).await?;
    finder.js::<Value>("host.removeAttribute('sort')", &[]).await?;
    finder.eventually_shows(&[]).await?;
    finder.eventually_contains("h4.gpf-heading", "Near us").await?;
    ensure!(finder.count("h5.gpf-group").await? > 0, "the groups' headings are not one level below");
    set("heading", "").await?;
    finder.wait_for("the heading to go", "return !root.querySelector('.gpf-heading')", &[]).await?;
    ensure!(
        finder.count("h4.gpf-group").await? > 0 && finder.count("h4.gpf-map-heading").await? == 1,
        "a level is left out where there is no heading"
    );
    for name in ["page-size", "heading", "heading-level"] {
        finder.js::<Value>("host.removeAttribute(args[0])", &[name.into()]).await?;
    }
    finder.eventually_contains("h2.gpf-heading", "Find a GP federation").await?;
    Expected::everything().is_shown_by(&finder).await
}
