//! At 320 CSS pixels and twice the text size, which is also what is left of a screen at 400%, no page of ours and no element
//! has to be scrolled sideways.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, all_run};
use crate::harness::builder::page_with;
use crate::harness::folders::dist_folder;
use crate::harness::lists::corpus_folder;

/// Twice the size, for pages of ours and for elements, which do not follow the page around them.
const TWICE: &str = "const { style } = document.documentElement;
    style.fontSize = '200%';
    style.setProperty('--gpf-rem', '32px');";

const OPEN_ALL: &str = "const open = (root) => {
        for (const it of root.querySelectorAll('*')) {
            if (it.localName === 'details') it.open = true;
            if (it.shadowRoot) open(it.shadowRoot);
        }
    };
    open(document);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    builder(b).await?;
    open(b, "/gp-federations.html").await?;
    all_run(b).await?;
    elements_fit(b, "on the standalone page").await?;
    for view in ["finder", "comparison", "guide"] {
        open(b, &format!("/embed.html?view={view}")).await?;
        b.wait_for(
            "the element",
            "return !!document.querySelector('main > *')?.shadowRoot?.querySelector('.gpf')",
            &[],
        )
        .await?;
        elements_fit(b, "on the frame page").await?;
    }
    open(b, "/pages/hostile-zoomed-inner.html").await?;
    elements_fit(b, "on a page").await?;
    guides(b).await
}

/// Opens a page in a window of 320 by 256, and doubles its text.
async fn open(b: &mut Browser, page: &str) -> Result<()> {
    let frame =
        format!("<iframe title=\"A phone\" src=\"{page}\" width=\"320\" height=\"256\" frameborder=\"0\"></iframe>");
    b.open_written("/phone.html", &page_with(&frame)).await?;
    b.enter_frame("iframe").await?;
    b.wait_for("the page", "return document.readyState === 'complete' && location.href !== 'about:blank'", &[]).await?;
    b.js::<Value>(TWICE, &[]).await.map(drop)
}

async fn builder(b: &mut Browser) -> Result<()> {
    for choices in ["", "#host=static&show=comparison&colour-accent=%23330072", "#host=sharepoint&show=guide"] {
        open(b, &["/index.html", choices].concat()).await?;
        b.wait_for("the builder", "return !!document.querySelector('#snippets > *')", &[]).await?;
        b.fits_its_window(&["the builder at the start, ", choices].concat()).await?;
        b.check_geometry().await?;
        b.js::<Value>(OPEN_ALL, &[]).await?;
        b.fits_its_window(&["the builder with everything open, ", choices].concat()).await?;
        b.check_geometry().await?;
    }
    b.fill_in("policy", "default-src 'self' https://averyveryveryveryverylongname.example.nhs.uk/with/a/long/path/")
        .await?;
    b.js::<Value>("document.querySelector('#check-form form').requestSubmit()", &[]).await?;
    b.wait_for("the answer", "return !!document.querySelector('.bld-line')", &[]).await?;
    b.fits_its_window("the answer about a policy").await?;
    for (file, verdict) in
        [("wrong-cells.csv", "can be used"), ("records.json", "can be used"), ("workbook.csv", "cannot be used")]
    {
        b.choose_list(&corpus_folder().join(file)).await?;
        b.list_says(file).await?;
        b.list_says(verdict).await?;
        b.fits_its_window(file).await?;
    }
    Ok(())
}

async fn guides(b: &mut Browser) -> Result<()> {
    let mut names = Vec::new();
    for file in fs::read_dir(dist_folder().join("guides"))? {
        names.push(file?.file_name().into_string().ok().context("a guide has no name")?);
    }
    names.sort();
    ensure!(names.len() > 10, "there are only the guides {names:?}");
    for name in names {
        open(b, &["/guides/", &name].concat()).await?;
        b.fits_its_window(&name).await?;
        b.check_geometry().await?;
    }
    Ok(())
}

/// Every element on the page fits, at the start and with everything open.
async fn elements_fit(b: &mut Browser, place: &str) -> Result<()> {
    for state in ["at the start", "with everything open"] {
        for tag in TAGS {
            let is_there: bool = b.js("return !!document.querySelector(arguments[0])", &[tag.into()]).await?;
            if is_there {
                b.finder_at(tag).await?.fits_the_page(&format!("{tag} {place}, {state}")).await?;
            }
        }
        // What is open shows more that opens.
        for _ in 0..2 {
            b.js::<Value>(OPEN_ALL, &[]).await?;
            b.settle(200).await?;
        }
        b.check_geometry().await?;
    }
    Ok(())
}
