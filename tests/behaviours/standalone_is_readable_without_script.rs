//! Before and without its script, the page contains everything, with styles, also on a phone, and no untrue statement.

use anyhow::{Result, ensure};
use gpf_domain::guide::Block;

use crate::harness::Browser;
use crate::harness::catalogue::catalogue;
use crate::harness::frame::Framed;
use crate::harness::guide::guide;
use crate::harness::oracle::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // A frame without scripts is equivalent to a browser without scripts, in every engine.
    let attributes = "width=\"320\" height=\"600\" sandbox=\"allow-same-origin\"";
    b.allow_console("the document's frame is sandboxed");
    let _server =
        Framed { frame: "gp-federations.html", attributes, host: "page", ..Framed::default() }.open(b).await?;
    let page = "const { contentDocument: page, contentWindow } = document.querySelector('iframe');
        const box = page.querySelector('.gpf'), { scrollWidth, clientWidth } = page.scrollingElement;
        return [page.body.innerText, contentWindow.getComputedStyle(box).borderTopStyle, scrollWidth - clientWidth,
            page.querySelectorAll('gp-federation-finder, gp-legal-form-comparison, gp-federation-guide').length,
            page.querySelector('gp-federation-guide').textContent];";
    let (text, border, too_wide, elements, told): (String, String, i32, u32, String) = b.js(page, &[]).await?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for federation in directory().federations() {
        ensure!(text.contains(federation.name()), "{} is not on the page", federation.name());
    }
    for finding in &catalogue().findings {
        ensure!(text.contains(&*finding.text), "not on the page: {}", finding.text);
    }
    // Closed sections open without scripts.
    for said in guide().sections.iter().flat_map(|section| &section.blocks).flat_map(Block::texts) {
        ensure!(told.contains(said), "not on the page: {said}");
    }
    ensure!(!text.contains("does not work"), "the page says that something does not work");
    ensure!(border == "solid", "the lists have no style");
    ensure!(too_wide <= 0, "the page is {too_wide} pixels wider than a phone");
    ensure!(elements == 3, "{elements} elements");
    Ok(())
}
