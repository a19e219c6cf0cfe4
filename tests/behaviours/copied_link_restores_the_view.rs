//! The copied link opens the same view. If the clipboard is blocked, the link appears in a field, to be copied by hand.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("plain-element.html").await?;
    let finder = b.finder().await?;
    finder.search("health & care").await?;
    finder.choose("#gpf-sort", Sort::NameReversed.id()).await?;
    finder.search("health").await?;
    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    let expected = Expected::of(Query {
        text: "health".to_owned(),
        region: Some(RegionChoice::Is(Region::NorthWest)),
        sort: Sort::NameReversed,
        ..Query::default()
    });
    expected.is_shown_by(&finder).await?;
    b.keep_copies().await?;
    finder.click(".gpf-copy-link").await?;
    let link = b.copied().await?;
    finder.eventually_contains(".gpf-done", "copied").await?;
    let address = b.address().await?;
    ensure!(link.starts_with(&format!("{address}?")), "{link} does not lead to this page ({address})");

    b.forbid_copies().await?;
    finder.click(".gpf-copy-link").await?;
    finder
        .wait_for(
            "the link to copy by hand",
            "const field = root.querySelector('.gpf-link-field');
             return !!field && field.value === args[0];",
            &[link.as_str().into()],
        )
        .await?;
    finder
        .wait_for(
            "the link to be selected",
            "const { selectionStart, selectionEnd } = root.activeElement;
             return selectionEnd - selectionStart === args[0];",
            &[link.encode_utf16().count().into()],
        )
        .await?;

    b.go_to(&link).await?;
    expected.is_shown_by(&b.finder().await?).await
}
