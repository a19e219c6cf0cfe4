//! The list changes while the user types, but the search box keeps its text, cursor and focus.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("waton").await?;
    b.press(Key::Home).await?;
    b.press(Key::Right).await?;
    b.press(Key::Right).await?;
    // One by one, so that the list changes between the key presses.
    for key in "rring".chars() {
        b.press(key).await?;
    }
    Expected::text("warrington").is_shown_by(&finder).await?;
    let (text, cursor): (String, usize) = finder
        .js(
            "const { value, selectionStart } = root.querySelector('#gpf-search');
             return [value, selectionStart];",
            &[],
        )
        .await?;
    ensure!(text == "warrington" && cursor == 7, "\"{text}\", with the cursor at {cursor}");
    ensure!(b.focused().await?.starts_with("input#gpf-search"));

    // The filters keep the focus after a selection, too, although their counts change.
    finder.js::<Value>("root.querySelector('#gpf-region').focus()", &[]).await?;
    b.press('L').await?;
    finder.eventually_contains(".gpf-count", "London").await?;
    ensure!(b.focused().await?.starts_with("select#gpf-region"), "the focus is on {}", b.focused().await?);
    Ok(())
}
