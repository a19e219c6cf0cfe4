//! The preview can be as wide as a phone, a tablet or a desktop computer. A preview that is wider than its column
//! scrolls sideways, also by keyboard, and a sentence says so.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;

/// The width of the element: the page's width without its margins.
const WIDTHS: [(&str, u32); 2] = [("tablet", 704), ("full", 1216)];

const NOTE: &str = "The page is wider than this preview. Scroll sideways to see all of it.";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static&show=comparison").await?;
    let comparison = b.finder_at("#preview > *").await?;
    // Phone is the default: the answers are grouped, and nothing scrolls sideways.
    is_shown(b, "phone", false).await?;
    let heights: Vec<f64> = b
        .js("return [...document.querySelectorAll('#preview-widths label')].map((it) => it.offsetHeight)", &[])
        .await?;
    let is_even = heights.iter().all(|it| (it - heights[0]).abs() < 1.0);
    ensure!(heights.len() == 3 && is_even, "some labels have 2 lines: {heights:?}");
    let width: u32 = b.js("return document.querySelector('.bld-window').offsetWidth", &[]).await?;
    ensure!(width == 375, "the phone is {width} pixels wide");
    comparison
        .wait_for("a phone's layout", "return !!root.querySelector('.gpf-comparing')?.checkVisibility()", &[])
        .await?;

    b.js::<Value>("document.querySelector('#preview-width-phone').focus()", &[]).await?;
    for (name, expected) in WIDTHS {
        b.press(Key::Down).await?;
        is_shown(b, name, true).await?;
        let width: u32 = b.js("return document.querySelector('#preview > *').offsetWidth", &[]).await?;
        ensure!(width == expected, "{name}: the element is {width} pixels wide");
        b.fits_its_window(name).await?;
    }
    let table = "return !!root.querySelector('.gpf-compared')?.checkVisibility()";
    comparison.wait_for("the table of a wide page", table, &[]).await?;
    b.check_accessibility("full width").await?;

    // The arrow keys scroll the page in the preview.
    b.js::<Value>("document.querySelector('#preview').focus()", &[]).await?;
    b.press(Key::Right).await?;
    b.wait_for("it to scroll", "return document.querySelector('#preview').scrollLeft > 0", &[]).await?;

    // The width stays if another element is selected, and is not a part of the code.
    b.fill_in("choose-show-guide", "").await?;
    b.builder_is_there().await?;
    is_shown(b, "full", true).await?;
    let snippet = b.snippet("script").await?;
    ensure!(!snippet.contains("full"), "the code has the width of the preview: {snippet}");

    b.fill_in("preview-width-phone", "").await?;
    is_shown(b, "phone", false).await
}

/// The width is selected, and the sentence appears if it is necessary.
async fn is_shown(b: &Browser, width: &str, is_wider: bool) -> Result<()> {
    let body = "const box = document.querySelector('#preview'), note = document.querySelector('#preview-note');
        return document.querySelector('#preview-width-' + arguments[0]).checked && box.parentElement.dataset.width === arguments[0]
            && (box.scrollWidth > box.clientWidth) === arguments[1] && note.textContent === (arguments[1] ? arguments[2] : '')";
    b.wait_for(width, body, &[width.into(), is_wider.into(), NOTE.into()]).await
}
