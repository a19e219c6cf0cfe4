//! Every control of the comparison has a role and a name for screen readers, in every engine.

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
        ("[data-field=kind]", "radio", "Legal forms"),
        ("[data-field=form][value=charity]", "checkbox", "Charity or charitable incorporated organisation"),
        (".gpf-all", "button", "Compare all 6 legal forms"),
        (".gpf-companies", "button", "Compare companies only"),
        (".gpf-reset", "button", "Reset"),
        (".gpf-requirements > summary", "summary", "Set your requirements"),
        ("[data-field=requirement][data-id=limited-liability]", "checkbox", "Members' liability must be limited"),
        ("[data-field=requirement][data-id=asset-lock][value=no]", "radio", "It must not have an asset lock"),
        (".gpf-wants > fieldset", "group", "Registration"),
        (".gpf-outcome p", "status", "…"),
        (".gpf-table", "table", &caption),
        // The names of cells are their texts, which WebKit's driver does not return.
        ("thead th", "columnheader", "…"),
        ("tbody th[scope=row]", "rowheader", "…"),
        ("tbody td", "cell", "…"),
        (".gpf-why[data-id=vat]", "button", "Reasons and sources for VAT"),
    ];
    comparison.has_roles_and_names(b, &expected).await?;
    b.all_named(&comparison.controls_shown().await?).await
}
