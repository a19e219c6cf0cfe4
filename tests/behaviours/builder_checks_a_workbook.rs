//! A workbook from Excel, LibreOffice or Google Sheets can be checked. The preview, the report and the download use the
//! CSV file of one sheet, which a finder can read. The code that reads workbooks is loaded with the first workbook.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use gpf_domain::import::{ImportOptions, Imported, read};

use crate::harness::Browser;
use crate::harness::builder::STRICT_POLICY;
use crate::harness::custom_list::first_page;
use crate::harness::folders::project_folder;
use crate::harness::oracle::directory;

const PREVIEW: &str = "#list-preview > gp-federation-finder";
const READER: &str = "builder-workbook.js";
const DOWNLOAD: &str = "return (await fetch(document.querySelector('#list-converted').href)).arrayBuffer()
    .then((bytes) => [...new Uint8Array(bytes)])";
const NAME: &str = "return document.querySelector('#list-converted').download";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static&script=gp-federations.js").await?;
    ensure!(!b.requests().iter().any(|it| it.contains(READER)), "the reader is loaded for everybody");

    b.choose_list(&workbook("excel.xlsx")).await?;
    b.list_says("excel.xlsx, sheet \"Federations\": 3 of 3 rows can be used. 1 cell will be left out.").await?;
    b.list_says("1 hidden row and 1 hidden column are left out").await?;
    let problems = b.text_of("#list-report").await?;
    ensure!(problems.contains("Row 8") && problems.contains("#DIV/0!"), "no problem of row 8 is told: {problems}");
    let csv = converted(b, "excel-Federations.csv").await?;
    let lines: Vec<&str> = csv.lines().collect();
    ensure!(
        lines[4]
            == "Riverside Federation,Widnes,North West,\"123,456\",2025-11-30,2013-03,00123,12.50%,TRUE,https://riverside.example.nhs.uk/",
        "row 5 is {}",
        lines[4]
    );
    shows(b, &csv).await?;

    // Selects another sheet with a native control, which keeps the focus, and adds the list to the snippet.
    let sheet = b.find("#list-sheet-name").await?;
    ensure!(b.name(&sheet).await?.contains("Sheet to check"), "it is called {}", b.name(&sheet).await?);
    sheet.focus().await?;
    b.fill_in("list-sheet-name", "1").await?;
    b.list_says("You can use this list. excel.xlsx, sheet \"Contacts & offices\": 2 of 2 rows can be used").await?;
    ensure!(b.focused().await? == "select#list-sheet-name", "the focus went to {}", b.focused().await?);
    let csv = converted(b, "excel-Contacts-offices.csv").await?;
    ensure!(csv.lines().nth(1) == Some("Riverside office,(0161) 496 0000"), "the sheet is {csv}");
    shows(b, &csv).await?;
    b.click("#list-put").await?;
    let snippet = b.snippet("script").await?;
    ensure!(snippet.contains(" data-src=\"excel-Contacts-offices.csv\""), "the snippet is {snippet}");
    b.fill_in("option-merge", "extend").await?;
    b.list_says("excel.xlsx, sheet \"Contacts & offices\": 2 of 2 rows can be used").await?;

    // The downloaded CSV file has no choice of sheets.
    let published = b.write_file("excel-Contacts-offices.csv", &csv)?;
    b.fill_in("option-merge", "replace").await?;
    b.choose_list(&published).await?;
    b.list_says("You can use this list. excel-Contacts-offices.csv: 2 of 2 rows can be used").await?;
    shows(b, &csv).await?;
    ensure!(b.find("#list-sheet").await?.attr("hidden").await?.is_some(), "a CSV file has a choice of sheets");
    ensure!(b.find("#list-converted").await.is_err(), "a CSV file is offered as a CSV file");

    for (file, rows) in
        [("google-sheets.xlsx", "2 of 2 rows"), ("libreoffice.ods", "3 of 3 rows"), ("libreoffice.xlsx", "3 of 3 rows")]
    {
        b.choose_list(&workbook(file)).await?;
        b.list_says(&format!(": {rows} can be used")).await.context(file)?;
        b.list_says(file).await?;
    }
    let requests = b.requests();
    ensure!(requests.iter().filter(|it| it.contains(READER)).count() == 1, "the page asked for {requests:?}");
    ensure!(!requests.iter().any(|it| it.contains(".xlsx") || it.contains(".ods")), "the page asked for {requests:?}");

    differs(b).await?;
    refuses(b).await?;
    anywhere(b).await
}

/// Dates in the format of the United States, texts of links and a hidden column of names.
async fn differs(b: &Browser) -> Result<()> {
    b.choose_list(&workbook("openpyxl.xlsx")).await?;
    b.list_says("You can use this list. openpyxl.xlsx, sheet \"Federations\": 2 of 2 rows can be used.").await?;
    b.list_says("1 cell has text that is struck through (A3)").await?;
    b.list_says("1 cell has a link whose address is not in the CSV file (A2)").await?;
    let verdict = b.text_of("#list-said").await?;
    ensure!(!verdict.contains("Nothing will be left out"), "the verdict is {verdict}");
    let csv = converted(b, "openpyxl-Federations.csv").await?;
    ensure!(
        csv.lines().nth(1) == Some("Riverside Federation,https://riverside.example.nhs.uk/,2015-04-03,441614960000"),
        "the file is {csv}"
    );
    shows(b, &csv).await?;

    b.fill_in("list-sheet-name", "1").await?;
    b.list_says("openpyxl.xlsx cannot be used").await?;
    b.list_says("select that sheet under \"Sheet to check\"").await?;
    b.list_says("1 hidden column is left out. To include it, select \"Unhide\"").await?;
    ensure!(b.text_of("#list-said").await?.is_empty(), "the status says {}", b.text_of("#list-said").await?);

    let flat =
        "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">";
    b.choose_list(&b.write_file("flat.fods", flat.as_bytes())?).await?;
    b.list_says("flat.fods cannot be used. The file is an OpenDocument spreadsheet in one XML file (.fods)").await
}

fn workbook(name: &str) -> PathBuf {
    project_folder().join("assets/builder/tests/workbooks").join(name)
}

/// The CSV file that is offered under this name.
async fn converted(b: &Browser, name: &str) -> Result<String> {
    let named: String = b.js(NAME, &[]).await?;
    ensure!(named == name, "the CSV file is called {named}");
    let link = b.text_of("#list-converted").await?;
    ensure!(link == format!("Download the CSV to publish ({name})"), "the link is \"{link}\"");
    Ok(String::from_utf8(b.js_async(DOWNLOAD, &[]).await?)?)
}

/// The preview shows what the importer reads from this file.
async fn shows(b: &Browser, csv: &str) -> Result<()> {
    let ours: Imported = read(csv.as_bytes(), &ImportOptions { base: Some(directory()), ..ImportOptions::default() });
    ensure!(ours.report.used > 0, "the file cannot be used: {csv}");
    b.finder_at(PREVIEW).await?.eventually_shows(&first_page(&ours)).await
}

async fn refuses(b: &Browser) -> Result<()> {
    let whole = fs::read(workbook("excel.xlsx"))?;
    let mut protected = vec![0; 4096];
    protected[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, letter) in "EncryptedPackage".bytes().enumerate() {
        protected[1024 + at * 2] = letter;
    }
    for (name, bytes, part, help) in [
        ("cut.xlsx", &whole[..whole.len() / 2], "is damaged or incomplete", "Copy or download the file again"),
        ("secret.xlsx", &protected, "is protected with a password", "delete the password"),
        ("old.xls", &fs::read(workbook("old.xls"))?, "is an old Excel workbook (.xls)", "Excel Workbook (*.xlsx)"),
    ] {
        b.choose_list(&b.write_file(name, bytes)?).await?;
        b.list_says(&format!("{name} cannot be used. The file {part}")).await?;
        b.list_says(help).await?;
        ensure!(b.focused().await?.starts_with("div#list-summary"), "the focus is on {}", b.focused().await?);
        ensure!(b.find("#list-sheet").await?.attr("hidden").await?.is_some(), "{name} has a choice of sheets");
    }
    Ok(())
}

/// Under a policy that allows no connection, and from a folder on disk.
async fn anywhere(b: &mut Browser) -> Result<()> {
    b.open_builder_under(STRICT_POLICY).await?;
    b.builder_is_there().await?;
    b.choose_list(&workbook("excel.xlsx")).await?;
    b.list_says("excel.xlsx, sheet \"Federations\": 3 of 3 rows").await.context("under a policy")?;
    b.open_builder_from_disk().await?;
    b.choose_list(&workbook("libreoffice.ods")).await?;
    b.list_says("libreoffice.ods, sheet \"Federations\": 3 of 3 rows").await.context("from a disk")
}
