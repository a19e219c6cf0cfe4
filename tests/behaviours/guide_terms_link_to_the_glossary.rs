//! Terms in the guide link to their definitions in the glossary and back, with and without wasm, wherever the glossary
//! is.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::finder::Finder;

/// A term of the first section.
const LINK: &str = "[data-section=what] a[href='#gpf-term-pcn']";
const BACK: &str = "#gpf-term-pcn + dd button";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let guide = b.guide().await?;
    ensure!(guide.count("[data-section=glossary]:not([open])").await? == 1, "the glossary is open");
    guide.js::<Value>("root.querySelector('[data-section=what]').open = true", &[]).await?;
    guide.js::<Value>("root.querySelector(args[0]).focus()", &[LINK.into()]).await?;
    b.press(Key::Enter).await?;
    has_focus(&guide, "#gpf-term-pcn").await?;
    ensure!(guide.count("[data-section=glossary][open]").await? == 1, "the glossary is closed");
    let in_view = "const { top, bottom } = root.querySelector('#gpf-term-pcn').getBoundingClientRect();
                   return top >= 0 && bottom <= innerHeight";
    guide.wait_for("the term in the window", in_view, &[]).await?;
    guide
        .has_roles_and_names(
            b,
            &[(LINK, "link", "Primary care network"), (BACK, "button", &back_to("What a GP federation is"))],
        )
        .await?;
    b.check_accessibility("at a term").await?;

    // Only the last term that was followed has a button to go back.
    guide.js::<Value>("root.querySelector('[data-section=reasons]').open = true", &[]).await?;
    guide.click("[data-section=reasons] a[href='#gpf-term-ccg']").await?;
    has_focus(&guide, "#gpf-term-ccg").await?;
    ensure!(guide.texts(".gpf-glossary button").await? == [back_to("Why practices form federations")]);
    guide.js::<Value>("root.querySelector('[data-section=reasons]').open = false", &[]).await?;
    guide.click(".gpf-glossary button").await?;
    has_focus(&guide, "[data-section=reasons][open] a[href='#gpf-term-ccg']").await?;
    ensure!(guide.count(".gpf-glossary button").await? == 0, "a way back from nowhere");
    ensure!(!b.js::<String>("return location.href", &[]).await?.contains('#'), "the page's address has changed");

    // The editor shows only other sections.
    b.allow_console("section=\"why\"");
    b.open("guide-sections.html").await?;
    let one = b.finder_at("#one gp-federation-guide").await?;
    ensure!(one.count("[data-section=glossary]:not([hidden])").await? == 0, "the glossary is shown");
    one.click("[data-section=reasons] a[href='#gpf-term-ccg']").await?;
    has_focus(&one, "[data-section=glossary][open]:not([hidden]) #gpf-term-ccg").await?;

    b.allow_fallback("no-wasm");
    b.open("guide-without-webassembly.html").await?;
    let plain = b.guide().await?;
    plain.wait_for("the text", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    plain.js::<Value>("root.querySelector('[data-section=what]').open = true", &[]).await?;
    plain.click(LINK).await?;
    has_focus(&plain, "#gpf-term-pcn").await?;
    plain.click(BACK).await?;
    has_focus(&plain, LINK).await
}

fn back_to(section: &str) -> String {
    format!("Back to \"{section}\"")
}

async fn has_focus(guide: &Finder, css: &str) -> Result<()> {
    let there = "return !!root.activeElement?.matches(args[0])";
    guide.wait_for(&format!("the focus at {css}"), there, &[css.into()]).await
}
