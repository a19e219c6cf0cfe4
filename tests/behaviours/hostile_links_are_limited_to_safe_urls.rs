//! Every link of every element leads to a website (https or http), an email address or a part of the page. Links to a
//! new window do not give access to the page.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, TAGS, all_run, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let address = b.serve("/links.html", page(SCRIPTS), &[]);
    b.go_to(&address).await?;
    all_run(b).await?;
    let finder = b.finder().await?;
    finder.enter("").await?;
    // Opens all details, because they contain the links.
    finder.js::<Value>("host.pageSize = 1000; return null", &[]).await?;
    finder.wait_for("all rows", "return root.querySelectorAll('.gpf-federation').length > 60", &[]).await?;
    let open = "root.querySelectorAll('.gpf-federation > summary').forEach((it) => it.click()); return null";
    finder.js::<Value>(open, &[]).await?;
    finder.wait_for("all details", "return root.querySelectorAll('.gpf-federation dl').length > 60", &[]).await?;
    for tag in TAGS {
        let element = b.finder_at(tag).await?;
        let (count, bad): (usize, Vec<String>) = element
            .js(
                "const links = [...root.querySelectorAll('a, area')];
                 const isGood = (it) => {
                     const written = it.getAttribute('href');
                     if (written.startsWith('#') || it.protocol === 'mailto:') return true;
                     if (it.hasAttribute('download') && it.protocol === 'blob:') return true;
                     const handsOver = it.target === '_blank' && /opener/.test(it.rel) && !/noopener/.test(it.rel);
                     return /^https?:$/.test(it.protocol) && it.hostname.includes('.') && !it.username && !handsOver;
                 };
                 return [links.length, links.filter((it) => !isGood(it)).map((it) => it.outerHTML)];",
                &[],
            )
            .await?;
        ensure!(bad.is_empty(), "{tag}: {bad:#?}");
        ensure!(count > 0, "{tag} has no link: the test tests nothing");
    }
    Ok(())
}
