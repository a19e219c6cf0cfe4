//! Requirements are selected with native controls, also by keyboard. Their result stays in view and never covers the
//! focused element.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use serde_json::Value;

use crate::harness::catalogue::{catalogue, open_requirements, require};
use crate::harness::{Browser, Finder};

const PAGE: &str = "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>A phone</title></head><body>
<iframe src='comparison.html' title='A phone' width=375 height=667 style='border:0'></iframe></body></html>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    in_view(b, &comparison).await?;
    // Requirements that only have a "yes" are check boxes. Two that exclude each other are radio buttons with
    // "neither".
    // A question that all forms answer alike is only named, because its requirement would rule nothing out.
    let (all, same): (Vec<_>, Vec<_>) = catalogue()
        .criteria(SubjectKind::Form)
        .partition(|it| catalogue().has_different_answers(SubjectKind::Form, &it.id));
    let same: Vec<&str> = same.iter().map(|it| &*it.label).collect();
    ensure!(same == ["VAT", "APMS contract"], "the same for all: {same:?}");
    comparison.eventually_contains(".gpf-requirements", "the same for all legal forms: VAT, APMS contract.").await?;
    let both = all.iter().filter(|it| it.when_no.is_some()).count();
    ensure!(
        comparison.count("[data-field=requirement][type=checkbox]").await? == all.len() - both,
        "boxes are missing"
    );
    ensure!(comparison.count("[data-field=requirement][type=radio]").await? == 3 * both, "choices are missing");
    let labels = comparison.texts(".gpf-wants .gpf-check").await?;
    for criterion in &all {
        let no = criterion.when_no.as_ref().is_none_or(|it| labels.contains(it));
        ensure!(labels.contains(&criterion.when_yes) && no, "{} can't be read in {labels:?}", criterion.id);
    }
    b.check_accessibility("with requirements open").await?;

    // By keyboard: Space selects and clears.
    let debt = "[data-field=requirement][data-id=debt]";
    comparison.js::<Value>(&format!("root.querySelector('{debt}').focus()"), &[]).await?;
    b.press(' ').await?;
    comparison.eventually_contains(".gpf-outcome p", "remain:").await?;
    ensure!(comparison.count(&format!("{debt}:checked")).await? == 1, "the box is not ticked");
    b.press(' ').await?;
    comparison.eventually_contains(".gpf-outcome p", "All 6 remain").await?;

    // "Show reasons" leads to the reasons.
    require(&comparison, "limited-liability", "yes").await?;
    require(&comparison, "asset-lock", "no").await?;
    comparison
        .eventually_contains(
            ".gpf-outcome p",
            "3 of 6 remain: Ltd by shares, Ltd by guarantee (Fits, 1 condition), LLP",
        )
        .await?;
    comparison.click(".gpf-see").await?;
    let there = "return root.activeElement === root.querySelector('.gpf-shortlist > .gpf-group')";
    comparison.wait_for("the focus at the reasons", there, &[]).await?;
    // A requirement can be removed where it was added.
    require(&comparison, "asset-lock", "").await?;
    comparison.eventually_contains(".gpf-outcome p", "5 of 6 remain").await?;

    let page = b.serve("/pages/phone-requirements.html", PAGE, &[]);
    b.go_to(&page).await?;
    b.enter_frame("iframe").await?;
    let comparison = b.comparison().await?;
    in_view(b, &comparison).await?;
    comparison.fits_the_page("with requirements open").await?;
    b.check_accessibility("with requirements open on a phone").await
}

/// The line with the result is in the window, whichever box has the focus, and covers no box.
async fn in_view(b: &Browser, comparison: &Finder) -> Result<()> {
    open_requirements(comparison).await?;
    let wrong: Vec<String> = b
        .js_async(
            "const root = document.querySelector('gp-legal-form-comparison').shadowRoot;
             const [line, wrong] = [root.querySelector('.gpf-outcome'), []];
             for (const it of root.querySelectorAll('[data-field=requirement]')) {
                 it.focus();
                 // In WebKit our own scrolling follows a moment later.
                 await new Promise((done) => setTimeout(done, 40));
                 const [box, said] = [it.getBoundingClientRect(), line.getBoundingClientRect()];
                 if (said.bottom > innerHeight + 1 || said.top < 0 || box.bottom > said.top || box.top < 0) {
                     wrong.push(it.dataset.id);
                 }
             }
             return wrong",
            &[],
        )
        .await?;
    ensure!(wrong.is_empty(), "at {wrong:?} the outcome is out of view, or over the box");
    Ok(())
}
