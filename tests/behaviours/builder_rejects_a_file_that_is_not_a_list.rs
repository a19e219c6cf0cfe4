//! A file that is not a list gets an error that names the kind of file and the fix. The error gets the focus.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::lists::corpus_folder;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    let made = |name: &str, bytes: &[u8]| b.write_file(name, bytes);
    let large = made("large.csv", b"")?;
    File::options().write(true).open(&large)?.set_len(200 << 20)?;
    let rows_without_name = "name,place\n,Widnes\n,Runcorn\n";
    for (file, parts) in [
        (
            made("ours.xlsx", b"PK\x03\x04\x14\0\x06\0")?,
            &["ours.xlsx cannot be used. The file is damaged or incomplete", "Copy or download the file again"][..],
        ),
        (made("ours.pdf", b"%PDF-1.7\n%\xE2\xE3")?, &["ours.pdf cannot be used. The file is a PDF"]),
        (made("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF")?, &["photo.jpg cannot be used. The file is a picture"]),
        (made("nothing.csv", b"")?, &["nothing.csv cannot be used. The file is empty", "Add a header row"]),
        (made("page.csv", b"<!doctype html><title>Sign in</title>")?, &["The file is a web page"]),
        (
            made("rows.csv", rows_without_name.as_bytes())?,
            &["rows.csv cannot be used. Row 2, name: This cell is empty"],
        ),
        (corpus_folder().join("no-name.csv"), &["There is no column called \"Name\"", "add a header row"]),
        (corpus_folder().join("not-json.json"), &["not-json.json cannot be used"]),
        (large, &["large.csv cannot be used. The file is larger than 64 MB", "Remove columns and rows"]),
    ] {
        refuses(b, &file, parts).await.with_context(|| file.display().to_string())?;
    }

    // If all rows have problems, each problem has its row and column.
    b.choose_list(&made("rows.csv", rows_without_name.as_bytes())?).await?;
    b.list_says("rows.csv cannot be used").await?;
    let rows: Vec<String> = b
        .js("return [...document.querySelectorAll('.bld-list-problems tbody th')].map((it) => it.textContent)", &[])
        .await?;
    ensure!(rows == ["Row 2", "Row 3"], "the problems are those of {rows:?}");

    // A list without problems clears all errors.
    let sound = made("sound.csv", b"name\nOurs\n")?;
    b.choose_list(&sound).await?;
    b.list_says("You can use this list. sound.csv: 1 of 1 row").await?;
    ensure!(b.text_of("#list-problem").await?.is_empty() && b.text_of("#list-file-error").await?.is_empty());
    ensure!(b.find("#list-file").await?.attr("aria-invalid").await?.is_none());
    without_webassembly(b, &sound).await
}

/// If the widget cannot run, no list can be read, and the page says so.
async fn without_webassembly(b: &mut Browser, sound: &Path) -> Result<()> {
    // In the preview.
    b.allow_fallback("wasm-blocked");
    b.open_builder_under("script-src 'self'").await?;
    b.wait_for("the builder", "return !!document.querySelector('#list-file')", &[]).await?;
    b.choose_list(sound).await?;
    b.list_says("This page does not allow WebAssembly").await
}

async fn refuses(b: &Browser, file: &Path, parts: &[&str]) -> Result<()> {
    b.choose_list(file).await?;
    for part in parts {
        b.list_says(part).await?;
    }
    let error = b.text_of("#list-file-error").await?;
    ensure!(error.starts_with("Error: ") && error.contains(parts[0]), "the control says \"{error}\"");
    let field = b.find("#list-file").await?;
    ensure!(field.attr("aria-invalid").await?.as_deref() == Some("true"), "the control is not marked invalid");
    ensure!(field.attr("aria-describedby").await?.unwrap_or_default().contains("list-file-error"));
    ensure!(b.focused().await?.starts_with("div#list-summary"), "the focus is on {}", b.focused().await?);
    for part in ["#list-look", "#list-next"] {
        ensure!(b.find(part).await?.attr("hidden").await?.is_some(), "{part} is still there");
    }
    ensure!(b.text_of("#list-said").await?.is_empty(), "the status still says {}", b.text_of("#list-said").await?);
    Ok(())
}
