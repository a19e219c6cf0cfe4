//! If the editor's options select a part of the list or of the comparison, and a user shows more, then the copied link and
//! the page's own URL show more, too.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use gpf_domain::directory::{Region, Status};
use gpf_domain::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, compares};
use crate::harness::oracle::Expected;

const PAGE: &str =
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Options</title></head><body><main>
    <h1>Options</h1>
    <gp-federation-finder region=\"London\" sort=\"name\" search=\"health\" SYNC></gp-federation-finder>
    <gp-legal-form-comparison kind=\"models\" only-differences SYNC></gp-legal-form-comparison>
    </main><script src=\"gp-federations.js\" defer></script></body></html>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let active = Expected::of(Query { status: Some(Status::Active), ..Query::default() });

    b.open_written("/link.html", &PAGE.replace("SYNC", "")).await?;
    let finder = b.finder().await?;
    finder.clear().await?;
    finder.choose("#gpf-sort", Sort::Suggested.id()).await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.choose("#gpf-status", Status::Active.id()).await?;
    active.is_shown_by(&finder).await?;
    b.keep_copies().await?;
    finder.click(".gpf-copy-link").await?;
    let link = b.copied().await?;
    b.go_to(&link).await?;
    active.is_shown_by(&b.finder().await?).await?;

    b.open_written("/synced.html", &PAGE.replace("SYNC", "url-sync")).await?;
    let models: Vec<&str> = catalogue().models.iter().map(|model| &*model.id).collect();
    let finder = b.finder().await?;
    finder.clear().await?;
    finder.choose("#gpf-sort", Sort::Suggested.id()).await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Model, &models).await?;
    comparison.click("[data-field=kind][value=legal-forms]").await?;
    comparison.click("#gpf-only-differences").await?;
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;
    b.wait_for(
        "the URL to follow",
        "return ['gpf-region=', 'gpf-sort=', 'gpf-search=', 'gpf-kind=', 'gpf-only-differences='].every((it) => location.search.includes(it))",
        &[],
    )
    .await?;
    b.driver().refresh().await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &DEFAULT_FORMS).await?;
    let is_ticked: bool = comparison.js("return root.querySelector('#gpf-only-differences').checked", &[]).await?;
    ensure!(!is_ticked, "only differences are shown again");

    // Where the options themselves are shown, the URL needs no parameters.
    b.finder().await?.choose("#gpf-region", Region::London.name()).await?;
    b.wait_for("the region to go from the URL", "return !location.search.includes('gpf-region')", &[]).await
}
