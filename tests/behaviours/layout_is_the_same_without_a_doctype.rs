//! On a page without a doctype, with white text on blue and every inheritable style, each element looks the same as on
//! a plain page, including tables and fallbacks.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::all_elements::{ELEMENTS, TAGS, all_show};

/// All inherited properties, each with a value that differs from its initial value.
const HANDED_DOWN: &str = "body { background: #003087; color: #fff; font: italic small-caps bold 26px/3 monospace;
    letter-spacing: 4px; word-spacing: 9px; text-indent: 3em; text-align: right; text-transform: uppercase;
    white-space: nowrap; cursor: wait; hyphens: auto; line-break: anywhere; word-break: break-all; tab-size: 2;
    -webkit-text-fill-color: #fff; -webkit-text-stroke: 1px #f0f; -webkit-user-select: none; user-select: none;
    text-shadow: 0 0 3px red; list-style: square inside; border-collapse: collapse; border-spacing: 9px;
    caption-side: bottom; empty-cells: hide; quotes: none; font-variant-numeric: oldstyle-nums; font-stretch: condensed;
    font-kerning: none; text-align-last: center; text-decoration-skip-ink: none; text-emphasis: dot; color-scheme: dark;
    accent-color: red; caret-color: red; orphans: 9; fill: red; stroke: red; stroke-width: 9px; text-anchor: end }
    a:link, a:visited { color: #ff0 } table { color: #ff0; font-size: 30px } td { background: #003087 }";

/// The computed style of all visible elements: `[name, property, value]` lines.
const LOOK: &str = "
    const properties = ['color', 'backgroundColor', 'webkitTextFillColor', 'webkitTextStrokeWidth', 'fontFamily', 'fontSize',
        'fontWeight', 'fontStyle', 'fontVariantCaps', 'fontVariantNumeric', 'fontStretch', 'lineHeight', 'letterSpacing',
        'wordSpacing', 'textIndent', 'textAlign', 'textAlignLast', 'textTransform', 'textShadow', 'whiteSpace', 'wordBreak',
        'lineBreak', 'hyphens', 'cursor', 'userSelect', 'webkitUserSelect', 'listStyleType', 'listStylePosition',
        'borderCollapse', 'borderSpacing', 'captionSide', 'emptyCells', 'quotes', 'tabSize', 'writingMode', 'direction',
        'visibility', 'colorScheme', 'accentColor', 'caretColor', 'fill', 'stroke', 'strokeWidth', 'textAnchor',
        'boxSizing', 'verticalAlign', 'display'];
    const lines = [];
    const root = document.querySelector(arguments[0]).shadowRoot;
    for (const [at, element] of [...root.querySelectorAll('.gpf, .gpf *')].entries()) {
        const style = getComputedStyle(element);
        lines.push([`${at} ${element.localName}.${element.className.baseVal === undefined ? element.className : ''}`,
            properties.map((name) => `${name}: ${style[name]}`).join('; ')].join(' '));
    }
    return lines;";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations (no-wasm)");
    b.expect_fallback("no-wasm");
    for line in ["quirks", "Quirks"] {
        b.allow_console(line);
    }
    for (head, state) in [("", "runs"), ("<script src=\"/pages/no-webassembly.js\"></script>", "fallback: no-wasm")] {
        let plain = look(b, "<!doctype html>", head, "", state).await?;
        let changed = look(b, "", head, HANDED_DOWN, state).await?;
        for ((tag, one), other) in TAGS.iter().zip(&plain).zip(&changed) {
            ensure!(one.len() == other.len(), "{tag}: {} elements instead of {}", other.len(), one.len());
            for (one, other) in one.iter().zip(other) {
                ensure!(one == other, "{tag}, which {state}, looks like\n  {other}\n  instead of\n  {one}");
            }
        }
        b.check_geometry().await?;
    }
    Ok(())
}

async fn look(b: &mut Browser, doctype: &str, head: &str, css: &str, state: &str) -> Result<Vec<Vec<String>>> {
    let page = format!(
        "{doctype}<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title>{head}<style>{css}</style></head>
         <body>{ELEMENTS}<script src=\"/gp-federations.js\" defer></script></body></html>"
    );
    b.open_written("/pages/without-doctype.html", &page).await?;
    let mode: Value = b.js("return document.compatMode", &[]).await?;
    ensure!(mode == if doctype.is_empty() { "BackCompat" } else { "CSS1Compat" }, "the page is in {mode}");
    all_show(b, None, TAGS.len(), state).await?;
    let mut looks = Vec::new();
    for tag in TAGS {
        looks.push(b.js(LOOK, &[json!(tag)]).await?);
    }
    Ok(looks)
}
