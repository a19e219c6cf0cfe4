//! The guide: each of its sections, its charts, and the readiness check.

use anyhow::Result;
use gpf_domain::guide::Guide;
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Print, Tablet};
use super::state::{ALL, State, state};
use crate::harness::Browser;

pub(super) const STATES: &[State] = &[
    state("first-view", "As it opens").seen(&[Phone, Desktop]).up_to(600).without_axe(),
    state("closed", "Every section closed; on paper, all of them").seen(ALL).without_axe(),
    state("everything-open", "All sections open at once"),
    section("what", "What a federation is").seen(&[Phone]),
    section("reasons", "Reasons to form one").seen(&[Tablet]),
    section("wishes", "What practices wanted").seen(&[Phone]),
    section("not", "What a federation is not").seen(&[Tablet]),
    section("benefits", "Benefits and disadvantages").seen(&[Desktop]),
    section("sharing", "Work that practices can share").seen(&[Phone]),
    section("components", "What makes it succeed").seen(&[Tablet]),
    section("services", "Winning services").seen(&[Tablet]),
    section("context", "What drove federations").seen(&[Desktop]),
    section("readiness", "The readiness check before any answer").seen(&[Phone, Desktop]),
    section("timeline", "The timeline, in periods along a rail")
        .seen(&[Phone, Tablet, Desktop, Print, ForcedColours])
        .up_to(850),
    section("sizes", "How large federations are: picture and table").seen(&[
        Phone,
        Tablet,
        Desktop,
        Print,
        ForcedColours,
    ]),
    section("glossary", "The glossary").seen(&[Phone]),
    section("reading", "Sources and further reading").seen(&[Phone, Desktop]),
    state("answered", "The readiness check with answers, what is open, and the text to copy")
        .seen(&[Phone, Desktop, Print, ForcedColours])
        .of(".gpf-result"),
    state("sizes-told", "What a point of the picture of sizes stands for")
        .seen(&[Phone, Desktop])
        .of(".gpf-populations"),
    state("term", "A term that a link of the guide led to, and the way back")
        .seen(&[Phone])
        .of(".gpf-glossary dd:has(button)"),
    state("sections-alone", "Single sections under headings of the editor's").seen(&[Tablet]),
];

/// A section alone is open in the picture with its name.
const fn section(id: &'static str, shows: &'static str) -> State {
    state(id, shows).of("details.gpf-section[open]").up_to(550).without_axe()
}

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open("guide.html").await?;
    let guide = b.guide().await?;
    look.at(b, "first-view").await?;
    let open = "for (const details of root.querySelectorAll(args[0] === 'all' ? 'details' : '.gpf-section'))
        details.open = args[0] === 'all' || details.dataset.section === args[0]";
    guide.js::<Value>(open, &["none".into()]).await?;
    look.at(b, "closed").await?;
    for section in Guide::SECTIONS {
        guide.js::<Value>(open, &[section.into()]).await?;
        look.at(b, section).await?;
    }
    guide.js::<Value>(open, &["all".into()]).await?;
    look.at(b, "everything-open").await?;

    guide.click(".gpf-question [value=no]").await?;
    guide.wait_for("what is open", "return !!root.querySelector('.gpf-open')", &[]).await?;
    b.forbid_copies().await?;
    guide.click(".gpf-result [data-action=copy-result]").await?;
    guide.wait_for("the text to copy", "return !!root.querySelector('.gpf-to-copy')", &[]).await?;
    look.at(b, "answered").await?;
    guide.js::<Value>("root.querySelector('.gpf-populations .gpf-point').focus()", &[]).await?;
    let told = "return !!root.querySelector('.gpf-populations .gpf-told:not([hidden])')";
    guide.wait_for("what it stands for", told, &[]).await?;
    look.at(b, "sizes-told").await?;
    guide.js::<Value>("root.querySelector('[data-section=reasons] a').click()", &[]).await?;
    look.at(b, "term").await?;

    b.allow_console("section=\"why\"");
    b.open("guide-sections.html").await?;
    b.finder_at("#wrong gp-federation-guide").await?;
    look.at(b, "sections-alone").await
}
