//! Screen readers are told what each control of the comparison is and what it is called, in every engine.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::catalogue::open_requirements;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    open_requirements(&comparison).await?;
    let caption = comparison.text(".gpf-caption").await?;
    let expected = [
        (".gpf-set", "group", "What to compare"),
        ("[data-ask=kind]", "radio", "Legal forms"),
        ("[data-ask=form][value=charity]", "checkbox", "Charity or charitable incorporated organisation"),
        (".gpf-all", "button", "Compare all 6 legal forms"),
        (".gpf-requirements > summary", "summary", "Set your requirements"),
        ("#gpf-want-asset-lock", "combobox", "Asset lock"),
        (".gpf-scroll", "group", &caption),
        (".gpf-table", "table", &caption),
        // The names of cells are their texts, which WebKit's driver leaves out.
        ("thead th", "columnheader", "…"),
        ("tbody th[scope=row]", "rowheader", "…"),
        ("tbody td", "cell", "…"),
        (".gpf-why[data-id=vat]", "button", "Show sources for VAT"),
    ];
    comparison.speaks(b, &expected).await?;
    b.all_speak(&comparison.controls_shown().await?).await
}
