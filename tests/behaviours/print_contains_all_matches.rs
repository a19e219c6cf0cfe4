//! Print contains all matches: a few with their facts, many with one line each. The screen does not change.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::{Federation, Status};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::engine::Engine;
use crate::harness::oracle::{Expected, directory};
use crate::harness::paper::pages;

/// What is printed.
#[derive(Deserialize)]
struct Sheet {
    lines: Vec<String>,
    tables: usize,
    addresses: Vec<String>,
    /// Name, and whether it is there with its facts and a source.
    federations: Vec<(String, bool)>,
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    // A few, and their websites.
    let with_website = directory().federations().find(|it| !it.website().is_empty() && it.status() == Status::Active);
    let name = with_website.context("none has a website")?.name();
    finder.search(name).await?;
    let expected = Expected::text(name);
    ensure!(expected.len() <= 3, "{} are called {name}", expected.len());
    expected.is_shown_by(&finder).await?;
    b.keep_prints(
        "const { shadowRoot } = document.querySelector('gp-federation-finder');
         const sheet = shadowRoot.querySelector('.gpf-print-sheet');
         return {
             lines: [...sheet.querySelectorAll('tbody > tr')].map((e) => e.firstChild.firstChild.data),
             tables: sheet.querySelectorAll('table > caption').length,
             addresses: [...sheet.querySelectorAll('dd:has(a)')]
                 .filter((e) => e.previousSibling.textContent === 'Website')
                 .map((e) => e.textContent.match(/https?:\\S+/)[0]),
             federations: [...sheet.querySelectorAll('.gpf-federation')].map((e) => [
                 e.querySelector('.gpf-name').textContent,
                 !!e.querySelector('dl') && e.querySelector('.gpf-sources li').textContent.includes(': ')
                     && !e.querySelector('details, button'),
             ]),
         };",
    )
    .await?;
    finder.click(".gpf-print").await?;
    let Sheet { addresses, federations, .. } = b.printed().await?;
    let websites: Vec<&str> = expected.federations().map(Federation::website).filter(|it| !it.is_empty()).collect();
    ensure!(addresses == websites, "the websites on paper are {addresses:?}");
    let all: Vec<(String, bool)> = expected.federations().map(|it| (it.name().to_owned(), true)).collect();
    ensure!(federations == all, "on paper are (name, with facts and source): {federations:?}");
    ensure!(finder.text(".gpf-print-sheet").await?.is_empty(), "the sheet is still there after printing");

    // More are printed with one line each, under their regions.
    finder.search("").await?;
    let expected = Expected::everything();
    expected.is_shown_by(&finder).await?;
    finder.click(".gpf-print").await?;
    let Sheet { lines, tables, .. } = b.printed().await?;
    let all: Vec<&str> = expected.federations().map(Federation::name).collect();
    ensure!(lines == all && tables > 6, "on paper are {} lines in {tables} tables", lines.len());
    if let Some(pages) = pages(b).await?.filter(|_| b.engine == Engine::Chromium) {
        ensure!(pages <= 7, "{} federations are printed on {pages} pages", lines.len());
    }

    // If the page goes on while it is printed, sections that are open on paper do not count as opened by the user.
    let count_opened = "window.opened = 0; document.addEventListener('gpf-open', () => window.opened++)";
    b.js::<Value>(count_opened, &[]).await?;
    b.js::<Value>("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
    b.settle(100).await?;
    b.js::<Value>("window.dispatchEvent(new Event('afterprint'))", &[]).await?;
    // The list is rendered again.
    finder.search("a").await?;
    Expected::text("a").is_shown_by(&finder).await?;
    let open = finder.count(".gpf-results .gpf-federation[open]").await?;
    let opened: u32 = b.js("return window.opened", &[]).await?;
    ensure!(open == 0 && opened == 0, "printing has opened {open} federations, and told the page of {opened}");
    Ok(())
}
