//! "Check your list" is accessible: by keyboard, for axe in every state, on a phone, in Windows' high contrast colours.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::builder::page_with;
use crate::harness::lists::corpus_folder;
use crate::states::is_accessible;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    is_accessible("list_check", b).await?;
    b.open_builder("#host=static&script=gp-federations.js").await?;
    let field = b.find("#list-file").await?;
    ensure!(
        b.name(&field).await?.contains("Your list (Excel, OpenDocument, CSV or JSON)"),
        "it is called {}",
        b.name(&field).await?
    );
    ensure!(field.prop("type").await?.as_deref() == Some("file"), "it is no native control");

    b.choose_list(&corpus_folder().join("wrong-cells.csv")).await?;
    b.list_says("You can use this list, but it has problems. wrong-cells.csv: 3 of 3 rows").await?;
    // The result is announced, and the focus does not move.
    ensure!(b.js::<bool>("return !!document.querySelector('#list-said[role=status] p')", &[]).await?);
    ensure!(!b.focused().await?.contains("list-summary"), "the focus is on {}", b.focused().await?);
    b.finder_at("#list-preview > *").await?.eventually_contains(".gpf-count", "3 federations").await?;
    b.all_named(&b.controls_shown().await?).await?;

    // Tab leads from the control to the next step, and Enter selects it.
    b.js::<Value>(
        "document.querySelector('#list-preview').replaceChildren(); document.querySelector('#list-file').focus()",
        &[],
    )
    .await?;
    let mut stops = vec![b.focused().await?];
    while stops.last().is_some_and(|it| it != "button#list-put") && stops.len() < 8 {
        b.press(Key::Tab).await?;
        stops.push(b.focused().await?);
    }
    ensure!(stops.first().is_some_and(|it| it == "input#list-file"), "Tab goes {stops:?}");
    ensure!(stops.last().is_some_and(|it| it == "button#list-put"), "Tab goes {stops:?}");
    b.press(Key::Enter).await?;
    b.wait_for(
        "the snippet to name it",
        "return document.querySelector('#snippet-script').value.includes('data-src=\"wrong-cells.csv\"')
            && document.querySelector('#list-next [role=status]').textContent.includes('wrong-cells.csv')",
        &[],
    )
    .await?;
    b.js::<Value>("document.querySelector('#list-next a[href=\"#option-label\"]').focus()", &[]).await?;
    b.press(Key::Enter).await?;
    b.wait_for("the name of the list", "return document.activeElement.id === 'option-label'", &[]).await?;

    b.choose_list(&corpus_folder().join("workbook.csv")).await?;
    b.list_says("workbook.csv cannot be used").await?;
    ensure!(b.focused().await?.starts_with("div#list-summary"), "the focus is on {}", b.focused().await?);
    b.press(Key::Tab).await?;
    b.press(Key::Enter).await?;
    b.wait_for("the control", "return document.activeElement.id === 'list-file'", &[]).await?;

    if b.force_colours().await? {
        b.choose_list(&corpus_folder().join("cut-rows.csv")).await?;
        b.list_says("cut-rows.csv:").await?;
        b.check_accessibility("with forced colours").await?;
        let border: String = b
            .js(
                "const zone = document.querySelector('#list-file-group');
                 const border = () => { const { borderTopColor, borderTopStyle } = getComputedStyle(zone); return borderTopColor + borderTopStyle; };
                 const before = border();
                 zone.classList.add('bld-drop--over');
                 return before === border() ? before : '';",
                &[],
            )
            .await?;
        ensure!(border.is_empty(), "a file over the zone changes nothing: {border}");
        b.release_colours().await?;
    }
    on_a_phone(b).await
}

async fn on_a_phone(b: &mut Browser) -> Result<()> {
    let frame = "<iframe title=\"A phone\" src=\"/index.html#host=static\" width=\"320\" height=\"900\" frameborder=\"0\"></iframe>";
    b.open_written("/phone.html", &page_with(frame)).await?;
    b.enter_frame("iframe").await?;
    b.builder_is_there().await?;
    for file in ["wrong-cells.csv", "records.json", "workbook.csv"] {
        b.choose_list(&corpus_folder().join(file)).await?;
        b.list_says(file).await?;
        b.list_says(if file == "workbook.csv" { "cannot be used" } else { "can be used" }).await?;
        b.fits_its_window(file).await?;
    }
    b.check_accessibility("on a phone").await
}
