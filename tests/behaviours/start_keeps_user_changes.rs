//! What users do with the first view before the WebAssembly runs is kept, and the finder shows it as soon as it is ready.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::{Query, Sort};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::held_start::{open_first_view, release};
use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

const BODY: &str = "<gp-federation-finder loading=\"eager\"></gp-federation-finder>";

async fn opened(b: &mut Browser) -> Result<Finder> {
    open_first_view(b, "", BODY).await
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    typed_text(b).await?;
    typed_text_and_enter(b).await?;
    chosen_filter(b).await?;
    opened_region(b).await?;
    pressed_button(b).await?;
    changed_mind(b).await?;
    scrolled_place(b).await?;
    all_of_it_in_a_page_that_changes(b).await
}

async fn typed_text(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.type_text("wrrington").await?;
    b.press(Key::Home).await?;
    b.press(Key::Right).await?;
    let finder = release(b).await?;
    // The cursor is where it was.
    b.press('a').await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    ensure!(finder.controls().await?[0] == "warrington");
    ensure!(b.focused().await?.starts_with("input#gpf-search"));
    let keys: Vec<String> = b.js("return window.keys", &[]).await?;
    ensure!(keys.iter().all(|key| key.chars().count() > 1), "the page's shortcuts got {keys:?}");
    finder
        .wait_for(
            "the announcement of the count",
            "return [...root.querySelectorAll('[role=status]')].some((it) => it.textContent.includes('federation'))",
            &[],
        )
        .await
}

async fn typed_text_and_enter(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.type_text("leeds").await?;
    b.press(Key::Enter).await?;
    let finder = release(b).await?;
    Expected::text("leeds").is_shown_by(&finder).await?;
    let body = "return !!root.activeElement && root.activeElement.matches('.gpf-federation > summary')";
    finder.wait_for("the focus on the first result", body, &[]).await
}

async fn chosen_filter(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.choose("#gpf-region", Region::London.name()).await?;
    finder.choose("#gpf-sort", Sort::Name.id()).await?;
    let finder = release(b).await?;
    let region = Some(RegionChoice::Is(Region::London));
    Expected::of(Query { region, sort: Sort::Name, ..Query::default() }).is_shown_by(&finder).await
}

async fn opened_region(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.click("[data-region=London] > summary").await?;
    finder.js::<Value>("window.london = root.querySelector('[data-region=London]'); return null", &[]).await?;
    let finder = release(b).await?;
    let is_open = "return window.london.open && root.contains(window.london) && window.london.querySelectorAll('.gpf-federation').length > 30";
    finder.wait_for("London's federations", is_open, &[]).await?;
    ensure!(finder.count("details[data-region][open]").await? == 1);
    Ok(())
}

async fn pressed_button(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.click(".gpf-show-all").await?;
    let finder = release(b).await?;
    let all = "return root.querySelectorAll('.gpf-results > .gpf-federation').length > 100";
    finder.wait_for("all federations", all, &[]).await
}

/// Only the last action counts.
async fn changed_mind(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    finder.click(".gpf-show-all").await?;
    finder.type_text("leeds").await?;
    let finder = release(b).await?;
    Expected::text("leeds").is_shown_by(&finder).await
}

async fn scrolled_place(b: &mut Browser) -> Result<()> {
    let finder = opened(b).await?;
    let scroll = "root.querySelector('.gpf-show-all').scrollIntoView({ block: 'start' }); return scrollY";
    let before: f64 = finder.js(scroll, &[]).await?;
    ensure!(before > 50.0, "there is nothing to scroll");
    release(b).await?;
    let now: f64 = b.js("return scrollY", &[]).await?;
    ensure!((now - before).abs() < 1.0, "the page is at {now}, not at {before}");
    Ok(())
}

/// The finder cannot adopt nodes that a translator has changed, or those of other options. It then creates its own, with
/// what users have set.
async fn all_of_it_in_a_page_that_changes(b: &mut Browser) -> Result<()> {
    for change in [
        "const count = root.querySelector('.gpf-count'), font = document.createElement('font');
         font.append(...count.childNodes);
         count.append(font);",
        "host.setAttribute('map', 'none');",
    ] {
        let finder = opened(b).await?;
        finder.js::<Value>(&format!("{change} return null"), &[]).await?;
        finder.click("[data-region=London] > summary").await?;
        finder.choose("#gpf-sort", Sort::Name.id()).await?;
        finder.type_text("health").await?;
        let finder = release(b).await?;
        let query = Query { text: "health".to_owned(), sort: Sort::Name, ..Query::default() };
        Expected::of(query).is_shown_by(&finder).await?;
        ensure!(finder.controls().await?[0] == "health", "{change}");
        ensure!(b.focused().await?.starts_with("input#gpf-search"), "{change}: the focus has moved");
        ensure!(finder.count(".gpf-finder").await? == 1, "{change}");
    }
    Ok(())
}
