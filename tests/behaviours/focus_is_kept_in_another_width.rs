//! What has the focus keeps it, or passes it to the same part of another layout, if the place becomes wider or narrower: a
//! phone is turned, or the text is made larger.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Widths</title></head>
    <body><main><h1>Widths</h1><div id=\"place\">
    <gp-federation-finder loading=\"eager\"></gp-federation-finder>
    <gp-federation-finder id=\"below\" map=\"wide\" loading=\"eager\"></gp-federation-finder>
    <gp-legal-form-comparison loading=\"eager\"></gp-legal-form-comparison></div></main>
    <script src=\"gp-federations.js\" defer></script></body></html>";

const WIDE: u32 = 1100;
const NARROW: u32 = 400;

/// An element, the width at which something in it gets the focus, a selector for that, the other width, and a selector for
/// what has the focus then.
const CASES: [(&str, u32, &str, u32, &str); 9] = [
    ("gp-federation-finder", WIDE, "#gpf-sort", NARROW, "#gpf-sort"),
    ("gp-federation-finder", WIDE, "#gpf-region", NARROW, "#gpf-region"),
    ("gp-federation-finder", NARROW, ".gpf-filters-fold > summary", WIDE, ".gpf-filters-fold > summary"),
    ("gp-federation-finder", WIDE, ".gpf-region-button:nth-child(3)", NARROW, ".gpf-region-button:nth-child(3)"),
    ("gp-federation-finder", NARROW, ".gpf-map-fold > summary", WIDE, ".gpf-map-fold > summary"),
    ("#below", WIDE, ".gpf-region-button:nth-child(2)", NARROW, ".gpf-region-button:nth-child(2)"),
    ("gp-legal-form-comparison", WIDE, "tr .gpf-why[data-id=gms]", NARROW, ".gpf-answers .gpf-why[data-id=gms]"),
    ("gp-legal-form-comparison", NARROW, ".gpf-answers .gpf-why[data-id=gms]", WIDE, "tr .gpf-why[data-id=gms]"),
    ("gp-legal-form-comparison", NARROW, ".gpf-comparing", WIDE, "[data-field=form]"),
];

/// Whether the layout is that of this width, and the element with the focus, which has to be visible, matches a selector.
const HAS_FOCUS: &str = "
    const { shadowRoot: root } = document.querySelector(arguments[0]);
    const it = root.activeElement;
    return !!it && it.matches(arguments[1]) && it.getBoundingClientRect().height > 1";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/widths.html", PAGE).await?;
    b.finder().await?;
    b.finder_at("#below").await?;
    b.comparison().await?;
    for (element, first, focused, other, next) in CASES {
        let case = format!("{element}: {focused}, from {first} to {other} px");
        width(b, first).await.with_context(|| case.clone())?;
        let focus = "document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1]).focus(); return null";
        let shown = "const it = document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1]);
            return !!it && it.getBoundingClientRect().height > 1";
        b.wait_for(&case, shown, &[element.into(), focused.into()]).await?;
        b.js::<Value>(focus, &[element.into(), focused.into()]).await?;
        b.wait_for(&case, HAS_FOCUS, &[element.into(), focused.into()]).await?;
        width(b, other).await.with_context(|| case.clone())?;
        b.wait_for(&case, HAS_FOCUS, &[element.into(), next.into()]).await?;
    }
    // Without the focus, the layout is that of the width.
    width(b, NARROW).await?;
    let layout = "document.activeElement.blur();
        const it = document.querySelector('gp-federation-finder').shadowRoot;
        const isShown = (css) => it.querySelector(css).getBoundingClientRect().height > 0;
        return ['.gpf-filters-fold', '.gpf-filters', '.gpf-map-fold', '.gpf-map'].filter(isShown)";
    let narrow: Vec<String> = b.js(layout, &[]).await?;
    ensure!(narrow == [".gpf-filters-fold", ".gpf-map-fold"], "in a narrow place it shows {narrow:?}");
    width(b, WIDE).await?;
    let wide: Vec<String> = b.js(layout, &[]).await?;
    ensure!(wide == [".gpf-filters", ".gpf-map"], "in a wide place it shows {wide:?}");
    Ok(())
}

/// Sets the width of the place, and waits until the comparison, which measures it, has the layout for it.
async fn width(b: &Browser, width: u32) -> Result<()> {
    let set = "document.getElementById('place').style.width = `${arguments[0]}px`; return null";
    b.js::<Value>(set, &[width.into()]).await?;
    let has_layout = "const { shadowRoot } = document.querySelector('gp-legal-form-comparison');
        return !!shadowRoot.querySelector('table.gpf-compared') === arguments[0]";
    b.wait_for("the layout of the comparison", has_layout, &[(width == WIDE).into()]).await
}
