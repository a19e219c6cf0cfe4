//! A click on the map, a click on a region in the list, and Enter or Space select a region. A second time clears it.
//! The filter shows the same region.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice, Status};
use gpf_domain::search::Query;
use thirtyfour::Key;

use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;

    // Not the centre of its bounding box, where another region might be, but the position of its number.
    finder.find(".gpf-region[data-id='North West']").await?.scroll_into_view().await?;
    let click = "const number = root.querySelectorAll('.gpf-england > text')[4].getBoundingClientRect();
        const x = number.left + number.width / 2, y = number.top + number.height / 2;
        root.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        return true";
    finder.js::<bool>(click, &[]).await?;
    shows(&finder, Some(RegionChoice::Is(Region::NorthWest))).await?;
    // A place in the close-up without a dot.
    let click = "const { left, top, width, height } = root.querySelector('.gpf-england').getBoundingClientRect();
        for (let at = 0; at < 400; at++) {
            const found = root.elementFromPoint(left + width * (at % 20) / 20, top + height * Math.floor(at / 20) / 20);
            if (found?.dataset.id !== 'North West') continue;
            found.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
            return true;
        }
        return false";
    ensure!(finder.js::<bool>(click, &[]).await?, "no part of the region can be clicked");
    shows(&finder, None).await?;

    let button = |choice: RegionChoice| format!(".gpf-region-button[data-id='{}']", choice.id());
    let [london, midlands] = [Region::London, Region::Midlands].map(RegionChoice::Is);
    for choice in [london, midlands, RegionChoice::Unknown] {
        finder.click(&button(choice)).await?;
        shows(&finder, Some(choice)).await?;
    }
    finder.click(&button(RegionChoice::Unknown)).await?;
    shows(&finder, None).await?;

    // By keyboard. The focus stays, so that users can go on from there.
    finder.js::<()>("root.querySelector(args[0]).focus()", &[button(london).into()]).await?;
    for (key, choice) in [(Key::Enter, Some(london)), (Key::Space, None), (Key::Space, Some(london))] {
        b.press(key).await?;
        shows(&finder, choice).await?;
        let focused: String = finder.js("return root.activeElement.dataset.id", &[]).await?;
        ensure!(focused == london.id(), "the focus went to {focused}");
    }

    // A region without results removes the list of regions. The focus goes to the search box, not to the page.
    finder.clear().await?;
    finder.choose("#gpf-status", Status::Ended.id()).await?;
    let none = "return root.querySelector(`.gpf-region-button[data-id='London']`).textContent";
    let text: String = finder.js(none, &[]).await?;
    ensure!(text.contains('0'), "London has ended federations: {text}");
    finder.js::<()>("root.querySelector(args[0]).focus()", &[button(london).into()]).await?;
    b.press(Key::Enter).await?;
    finder.eventually_contains(".gpf-count", "No federations in London").await?;
    finder.wait_for("the search box to have the focus", "return root.activeElement?.id === 'gpf-search'", &[]).await?;

    finder.clear().await?;
    shows(&finder, None).await?;
    finder.choose("#gpf-region", midlands.id()).await?;
    shows(&finder, Some(midlands)).await
}

/// Results, filter, list of regions and map agree.
async fn shows(finder: &Finder, region: Option<RegionChoice>) -> Result<()> {
    Expected::of(Query { region, ..Query::default() }).is_shown_by(finder).await?;
    let id = region.map_or("", RegionChoice::id);
    let controls = finder.controls().await?;
    ensure!(controls[1] == id, "the select shows {}, not {id}", controls[1]);
    let pressed: Vec<String> = finder
        .js(
            "return [...root.querySelectorAll('.gpf-region-button[aria-pressed=true]')].map((it) => it.dataset.id)",
            &[],
        )
        .await?;
    ensure!(pressed.concat() == id, "pressed: {pressed:?}, not {id}");
    let marked: String = finder
        .js(
            "const marked = root.querySelector('.gpf-chosen').getAttribute('d');
             const region = [...root.querySelectorAll('.gpf-region')].find((it) => it.getAttribute('d') === marked);
             return region ? region.dataset.id : ''",
            &[],
        )
        .await?;
    let on_map = region.filter(|it| *it != RegionChoice::Unknown).map_or("", RegionChoice::id);
    ensure!(marked == on_map, "the map marks {marked}, not {on_map}");
    Ok(())
}
