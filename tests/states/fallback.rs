//! The fallbacks of a widget that cannot run, that has not started, and that has stopped.

use anyhow::Result;
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_show, each_shows, page};
use crate::harness::fallback::{shows_the_plain_list, stop_finder};

pub(super) const STATES: &[State] = &[
    state("finder", "The plain list of federations, without WebAssembly")
        .seen(&[Phone, Tablet, ForcedColours])
        .up_to(450),
    state("comparison", "The plain tables and lists of the comparison").seen(&[Phone]),
    state("guide", "The guide without WebAssembly").seen(&[Tablet]).up_to(600),
    state("guide-check", "Its readiness check, which does not add up")
        .seen(&[Tablet])
        .of(".gpf-section[open]")
        .up_to(500),
    state("placeholder", "Placeholders with content of the editor's, before the widget starts")
        .seen(&[Tablet])
        .up_to(700)
        // Their content is the editor's.
        .without_axe(),
    state("stopped", "The widget has stopped while it ran").seen(&[Phone, Tablet]).up_to(600),
    state("blocked", "All three under a policy that blocks WebAssembly").seen(&[Desktop]).up_to(600),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.allow_fallback("no-wasm");
    b.open("no-webassembly.html").await?;
    shows_the_plain_list(&b.finder().await?).await?;
    look.at(b, "finder").await?;
    b.open("comparison-without-webassembly.html").await?;
    let comparison = b.comparison().await?;
    comparison.wait_for("the tables", "return !!root.querySelector('.gpf-fallback table')", &[]).await?;
    look.at(b, "comparison").await?;
    b.open("guide-without-webassembly.html").await?;
    let guide = b.guide().await?;
    guide.wait_for("the text", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    look.at(b, "guide").await?;
    let check = "for (const it of root.querySelectorAll('details')) it.open = it.dataset.section === 'readiness'";
    guide.js::<Value>(check, &[]).await?;
    look.at(b, "guide-check").await?;

    // Elements far down a page wait, and without an observer they still wait when they are near.
    let never = "<script>IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };</script>";
    let waiting = page(&[never, SCRIPTS].concat()).replace("loading=\"eager\"", "");
    let address = b.serve("/waiting.html", waiting.replace("<h1>", "<div style=\"height: 9000px\"></div><h1>"), &[]);
    b.go_to(&address).await?;
    each_shows(b, &["waits", "waits", "waits"]).await?;
    b.js::<Value>("document.querySelector('main > div').remove()", &[]).await?;
    look.at(b, "placeholder").await?;

    b.allow_fallback("stopped");
    stop_finder(b).await?;
    b.js::<Value>("repair()", &[]).await?;
    look.at(b, "stopped").await?;

    b.allow_fallback("wasm-blocked");
    let policy = "Content-Security-Policy: script-src 'self'";
    let address = b.serve("/policy.html", page(SCRIPTS), &[policy]);
    b.go_to(&address).await?;
    all_show(b, None, 3, "fallback: wasm-blocked").await?;
    look.at(b, "blocked").await
}
