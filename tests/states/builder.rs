//! The builder: each of its steps, its warnings, and its guides.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, WIDTHS, state};
use crate::harness::Browser;

pub(super) const STATES: &[State] = &[
    state("first-view", "As it opens, with step 1: what to show").seen(&[Phone, Tablet, Desktop, ForcedColours]),
    state("where", "Step 2: where the page is, with a choice").seen(&[Phone, Desktop]).of("#where").without_axe(),
    state("settings", "How it should look, for the comparison, with all settings")
        .seen(&[Phone])
        .of(".bld-card:has(#settings)")
        .up_to(1300),
    state("script", "Where the script is").seen(&[Phone, Desktop]).of("#script-card").without_axe(),
    state("copy", "Step 3: the snippet to copy, with its steps").seen(WIDTHS).of("#copy"),
    state("other-ways", "The other ways").seen(&[Desktop]).of("#other-ways").without_axe(),
    state("colours", "Colours that are hard to read, and one that is none")
        .seen(&[Phone, Desktop, ForcedColours])
        .of("#colours")
        .without_axe(),
    state("errors", "Too few forms selected").seen(&[Phone]).of(".bld-card:has(#settings)").up_to(1000),
    state("script-error", "A place on a disk, where no script can be").seen(&[Phone]).of("#script-card").without_axe(),
    state("nothing-to-copy", "Nothing to copy while the address is wrong").seen(&[Tablet]).of("#copy").without_axe(),
    state("policy", "What a Content-Security-Policy allows").seen(&[Phone, Desktop, ForcedColours]).of("#check"),
    state("guides", "The guides, and the end of the page").seen(&[Phone, Desktop]).from("#guides"),
    state("guide-index", "Which way for which website").seen(&[Phone, Tablet]).up_to(800),
    state("guide-page", "A guide for a system").seen(&[Phone, Tablet]).up_to(700),
    state("contents", "The contents of the documentation"),
    state("decisions", "A long document"),
    state("demo-finder", "The live demo of the finder"),
    state("demo-comparison", "The live demo of the comparison"),
    state("demo-guide", "The live demo of the guide"),
];

/// The URL of the script, because the test server's URL is different each time.
const SCRIPT: &str = "script=https%3A%2F%2Fintranet.example.nhs.uk%2Fgp-federations%2F";

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open_builder(&["#", SCRIPT].concat()).await?;
    b.finder_at("#preview > *").await?;
    look.at(b, "first-view").await?;
    b.fill_in("choose-host-wordpress", "").await?;
    look.at(b, "where").await?;
    look.at(b, "script").await?;
    look.at(b, "copy").await?;
    b.js::<Value>("document.querySelector('#other-ways').open = true", &[]).await?;
    look.at(b, "other-ways").await?;

    b.fill_in("choose-show-comparison", "").await?;
    b.builder_is_there().await?;
    b.finder_at("#preview > *").await?;
    b.js::<Value>("document.querySelectorAll('details').forEach((it) => { it.open = true; })", &[]).await?;
    b.wait_for("the names", "return document.querySelectorAll('#option-requirements label').length > 20", &[]).await?;
    look.at(b, "settings").await?;

    // One form alone cannot be compared.
    b.fill_in("option-forms-3", "").await?;
    let error = b.text_of("#option-forms-error").await?;
    ensure!(error.contains("Select 2 or more"), "with one form it says \"{error}\"");
    b.fill_in("colour-text", "nonsense").await?;
    b.fill_in("colour-background", "#777777").await?;
    // The preview shows those colours, whose contrast the builder warns about.
    b.js::<Value>("document.querySelector('#preview').replaceChildren()", &[]).await?;
    look.at(b, "colours").await?;
    b.fill_in("script-address", "C:\\files").await?;
    b.js::<Value>("document.querySelector('#preview').replaceChildren()", &[]).await?;
    look.at(b, "errors").await?;
    look.at(b, "script-error").await?;
    look.at(b, "nothing-to-copy").await?;

    b.fill_in("policy", "script-src 'self'; frame-src 'none'; style-src 'self'").await?;
    b.js::<Value>("document.querySelector('#check-form form').requestSubmit()", &[]).await?;
    b.wait_for("the answer", "return !!document.querySelector('.bld-line')", &[]).await?;
    look.at(b, "policy").await?;
    look.at(b, "guides").await?;

    for (guide, name) in [("index", "guide-index"), ("sharepoint-administrators", "guide-page")] {
        b.go_to(&format!("{}/guides/{guide}.html", b.origin())).await?;
        look.at(b, name).await?;
    }
    for (page, name) in [("contents", "contents"), ("DESIGN", "decisions")] {
        b.go_to(&format!("{}/guides/{page}.html", b.origin())).await?;
        look.at(b, name).await?;
    }
    for (page, name) in [("finder", "demo-finder"), ("comparison", "demo-comparison"), ("guide", "demo-guide")] {
        b.open_demo(page).await?;
        look.at(b, name).await?;
    }
    Ok(())
}
