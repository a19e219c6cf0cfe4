//! The builder works by keyboard alone, in reading order.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;

/// The expected tab stops in document order. Of a group of radio buttons, only the selected one or the first.
const CONTROLS: &str = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
    .filter((it) => it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }))
    .filter((it) => it.type !== 'radio' || it === (document.querySelector(`[name=${it.name}]:checked`) || document.querySelector(`[name=${it.name}]`)))";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    // The widget has its own keyboard test.
    b.js::<Value>("document.querySelector('#preview').replaceChildren()", &[]).await?;
    let names = format!("window.__name = (it) => it.id || it.textContent.trim(); return {CONTROLS}.map(__name)");
    let in_reading_order: Vec<String> = b.js(&names, &[]).await?;
    ensure!(in_reading_order.len() > 20, "there are only {in_reading_order:?}");
    b.js::<Value>(&format!("{CONTROLS}[0].focus()"), &[]).await?;
    let focused = "return __name(document.activeElement)";
    let mut reached: Vec<String> = vec![b.js(focused, &[]).await?];
    // No more Tab: it would leave the page for the browser's own controls.
    while reached.len() < in_reading_order.len() {
        b.press(Key::Tab).await?;
        reached.push(b.js(focused, &[]).await?);
    }
    ensure!(reached == in_reading_order, "Tab goes {reached:?}\n  instead of {in_reading_order:?}");

    b.js::<Value>("document.querySelector('#choose-show-finder').focus()", &[]).await?;
    b.press(Key::Down).await?;
    b.wait_for("the arrow key to choose", "return document.querySelector('#choose-show-comparison').checked", &[])
        .await?;
    b.builder_is_there().await?;
    // The control that was just changed keeps the focus, although its dependent parts are rendered again.
    let focused = b.focused().await?;
    ensure!(focused == "input#choose-show-comparison", "the focus went to {focused}");

    b.js::<Value>("document.querySelector('#more > summary').focus()", &[]).await?;
    b.press(Key::Enter).await?;
    b.wait_for("the other settings", "return document.querySelector('#more').open", &[]).await?;
    b.js::<Value>("document.querySelector('#option-only-differences').focus()", &[]).await?;
    b.press(Key::Space).await?;
    let snippet = b.snippet("script").await?;
    ensure!(snippet.contains("data-only-differences=\"true\""), "Space did not tick the box: {snippet}");

    b.js::<Value>("document.querySelector('.bld-copy-button').focus()", &[]).await?;
    b.press(Key::Enter).await?;
    b.wait_for("the copy", "return document.querySelector('.bld-copied').textContent.startsWith('Copied')", &[])
        .await?;
    let all = [
        "#choose-host-static",
        "#option-heading",
        "#script-address",
        ".bld-copy-button",
        "#list-file",
        "#policy",
        "#preview",
    ];
    for css in all {
        let look = "const element = document.querySelector(arguments[0]);
            if (arguments[1]) element.focus(); else element.blur();
            return [element, ...(element.labels || [])].flatMap((it) => [it, [it, '::before'], [it, '::after']].map((at) => {
                const style = getComputedStyle(...[].concat(at));
                return ['outline', 'boxShadow', 'backgroundColor', 'border'].map((name) => style[name]).join(' ');
            })).join()";
        // Only keys trigger `:focus-visible`, which the region has.
        if css == "#preview" {
            b.js::<Value>("document.querySelector('.bld-copy-button').focus()", &[]).await?;
        }
        let focused: String = b.js(look, &[css.into(), true.into()]).await?;
        let blurred: String = b.js(look, &[css.into(), false.into()]).await?;
        ensure!(focused != blurred, "{css} looks the same with and without focus: {focused}");
    }
    Ok(())
}
