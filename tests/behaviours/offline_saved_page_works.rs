//! "Save page as" saves the current document with the widget's element. Opened from the disk, it shows one widget,
//! which works.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::builder::page_with;
use crate::harness::folders::dist_folder;
use crate::harness::oracle::works;

const TAGS: [&str; 3] = [
    "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-heading=\"Near us\"></script>",
    "<div data-gp-federations=\"finder\"><a href=\"/f\">GP federations</a></div><script src=\"/gp-federations.js\" defer></script>",
    "<script src=\"/gp-federations.js\" defer></script>",
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let folder = tempfile::Builder::new().prefix("gpf-saved-").tempdir()?;
    fs::create_dir(folder.path().join("page_files"))?;
    fs::copy(dist_folder().join("gp-federations.js"), folder.path().join("page_files/gp-federations.js"))?;
    for (number, tag) in TAGS.iter().enumerate() {
        b.open_written("/saved.html", &page_with(tag)).await?;
        b.finder().await?;
        // The files that a browser writes: the current document, its files in a folder beside it, absolute URLs.
        let saved: String = b.js("return '<!doctype html>' + document.documentElement.outerHTML", &[]).await?;
        ensure!(saved.contains("<gp-federation-finder"), "the page was saved without its widget");
        let saved = saved
            .replace("<script src=\"/__recorder.js\"></script>", "")
            .replace("\"/gp-federations.js", "\"page_files/gp-federations.js");
        let file = folder.path().join(format!("page-{number}.html"));
        fs::write(&file, saved)?;
        b.go_to(&format!("file://{}", file.display())).await.context(*tag)?;
        let finder = b.finder().await?;
        works(&finder).await?;
        let elements: u32 = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
        ensure!(elements == 1, "{elements} finders instead of 1: {tag}");
    }
    Ok(())
}
