//! Screen readers are told what each control of the finder is and what it is called, in every engine.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("halton").await?;
    Expected::text("halton").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;
    let expected = [
        (".gpf-controls", "search", "Find a GP federation"),
        ("#gpf-search", "searchbox", "Search by name, place or postcode"),
        ("#gpf-region", "combobox", "NHS region"),
        ("#gpf-status", "combobox", "Status"),
        ("#gpf-legal-form", "combobox", "Legal form"),
        ("#gpf-sort", "combobox", "Sort by"),
        (".gpf-clear", "button", "Clear all"),
        (".gpf-england", "img", "Map of England with its 7 NHS regions.…"),
        (".gpf-map-heading", "heading", "Federations per region"),
        (".gpf-bars", "group", "Federations per region"),
        (".gpf-bar-button[data-id='North West']", "button", "North West 1"),
        (".gpf-federation > summary", "summary", "GP Health Connect Ltd…"),
        (".gpf-found > [role=status]", "status", "…"),
        (".gpf-copy-link", "button", "Copy link to this view"),
        (".gpf-download", "button", "Download as CSV (1)"),
        (".gpf-print", "button", "Print (1)"),
    ];
    finder.speaks(b, &expected).await?;
    b.all_speak(&finder.controls_shown().await?).await
}
