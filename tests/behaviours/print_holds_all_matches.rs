//! Paper shows every match with its facts; on the screen nothing changes.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let expected = Expected::everything();
    expected.is_shown_by(&finder).await?;
    // What a browser does around its print dialog.
    b.js::<Value>(
        "window.print = () => {
             window.dispatchEvent(new Event('beforeprint'));
             const { shadowRoot } = document.querySelector('gp-federation-finder');
             const sheet = shadowRoot.querySelector('.gpf-print-sheet');
             window.addresses = [...sheet.querySelectorAll('dd:has(> a)')]
                 .filter((e) => e.previousSibling.textContent === 'Website')
                 .map((e) => e.textContent.match(/https?:\\S+/)[0]);
             window.paper = [...sheet.querySelectorAll('.gpf-federation')].map((e) => [
                 e.querySelector('.gpf-name').textContent,
                 !!e.querySelector('dl') && e.querySelector('.gpf-sources li').textContent.includes(': ')
                     && !e.querySelector('details, button'),
             ]);
             window.dispatchEvent(new Event('afterprint'));
         };",
        &[],
    )
    .await?;
    finder.click(".gpf-print").await?;
    b.wait_for("the print dialog", "return !!window.paper", &[]).await?;
    let paper: Vec<(String, bool)> = b.js("return window.paper", &[]).await?;
    let addresses: Vec<String> = b.js("return window.addresses", &[]).await?;
    let websites: Vec<&str> = expected.federations().map(|it| it.website()).filter(|it| !it.is_empty()).collect();
    ensure!(addresses == websites, "the websites on paper are {addresses:?}");
    let all: Vec<(String, bool)> = expected.federations().map(|it| (it.name().to_owned(), true)).collect();
    ensure!(paper == all, "on paper are (name, with facts and source): {paper:?}");
    ensure!(finder.text(".gpf-print-sheet").await?.is_empty(), "the sheet is still there after printing");
    Ok(())
}
