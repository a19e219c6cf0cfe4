//! Without a search, the list has one group per region with its number of federations. Each opens separately, and one
//! button shows the whole list from A to Z.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::{Query, Sort};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let everything = Expected::everything();
    everything.is_shown_by(&finder).await?;
    let groups: Vec<String> = RegionChoice::ALL
        .iter()
        .map(|it| (it, everything.found.facets.region(*it)))
        .filter(|(_, count)| *count > 0)
        .map(|(it, count)| format!("{} {count} federation{}", it.label(), if count == 1 { "" } else { "s" }))
        .collect();
    let shown = finder.texts(".gpf-region-group > summary > h3.gpf-group").await?;
    ensure!(shown == groups && groups.len() > 6, "shown is {shown:?}\n  expected {groups:?}");
    let heading = finder.find("h3.gpf-group").await?;
    ensure!(b.role(&heading).await? == "heading");
    ensure!(finder.count(".gpf-federation").await? == 0, "closed regions have rows");

    // By keyboard: the focus stays on the region.
    finder.js::<Value>("root.querySelector('[data-region=\"London\"] > summary').focus()", &[]).await?;
    b.press(Key::Enter).await?;
    let [london, south_west] = [Region::London, Region::SouthWest].map(RegionChoice::Is);
    shows(&finder, &[london]).await?;
    let focused: String = finder.js("return root.activeElement.parentNode.dataset.region", &[]).await?;
    ensure!(focused == "London", "the focus went to {focused}");
    // Opening a region is not the same as filtering by it.
    ensure!(finder.text(".gpf-count").await? == everything.summary() && finder.controls().await?[1].is_empty());
    finder.open_region("South West").await?;
    shows(&finder, &[london, south_west]).await?;
    b.check_accessibility("with two regions open").await?;
    // Open regions stay open during a search.
    finder.search("health").await?;
    Expected::text("health").is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf-group").await? == 0, "ranked results must not stand under regions");
    finder.search("").await?;
    shows(&finder, &[london, south_west]).await?;
    finder.click("[data-region=\"London\"] > summary").await?;
    shows(&finder, &[south_west]).await?;

    one_region_alone(b, &finder, london).await?;

    finder.click(".gpf-show-all").await?;
    let all = Expected::of(Query { sort: Sort::Name, ..Query::default() });
    finder.eventually_shows(&all.ids()).await?;
    let first = "return root.activeElement === root.querySelector('.gpf-federation > summary')";
    finder.wait_for("the focus on the first federation", first, &[]).await?;
    // The sort order applied to the whole list, and does not stay for the next search.
    finder.search("WA7").await?;
    Expected::text("WA7").is_shown_by(&finder).await?;

    editors_lists(&finder).await
}

/// A region that is asked for is open and alone, until it is closed or all regions are asked for. The focus stays with it.
async fn one_region_alone(b: &mut Browser, finder: &Finder, region: RegionChoice) -> Result<()> {
    let in_view = "return [...root.querySelectorAll('.gpf-region-group')]
        .filter((it) => it.checkVisibility()).map((it) => it.dataset.region)";
    let all: Vec<String> = finder.js(in_view, &[]).await?;
    let all_again = format!(
        "return [...root.querySelectorAll('.gpf-region-group')].filter((it) => it.checkVisibility()).length === {}
        && !root.querySelector('.gpf-region-group[open]') && root.activeElement?.parentNode.dataset.region === args[0]",
        all.len()
    );
    for way in ["closing it", "the button"] {
        finder.choose("#gpf-region", region.id()).await?;
        Expected::of(Query { region: Some(region), ..Query::default() }).is_shown_by(finder).await?;
        shows(finder, &[region]).await?;
        let shown: Vec<String> = finder.js(in_view, &[]).await?;
        ensure!(shown == [region.id()] && all.len() > 6, "in view are {shown:?}");
        b.check_accessibility("with one region alone").await?;
        // Enter in the search box leads to what is in view.
        finder.js::<Value>("root.querySelector('#gpf-search').focus()", &[]).await?;
        b.press(Key::Enter).await?;
        let there = "return root.activeElement?.parentNode.dataset.region === args[0]";
        finder.wait_for("the focus on the region", there, &[region.id().into()]).await?;
        if way == "closing it" {
            b.press(Key::Enter).await?;
        } else {
            let label = format!("Show all regions ({})", Expected::everything().len());
            ensure!(finder.text(".gpf-show-all").await? == label, "the button says no way back");
            finder.js::<Value>("root.querySelector('.gpf-show-all').focus()", &[]).await?;
            b.press(Key::Enter).await?;
        }
        finder.wait_for(&format!("all regions after {way}"), &all_again, &[region.id().into()]).await?;
        ensure!(finder.controls().await?[1].is_empty(), "after {way}, {} is still asked for", region.id());
        Expected::everything().is_shown_by(finder).await?;
    }
    ensure!(finder.text(".gpf-show-all").await?.ends_with("A to Z"), "the list from A to Z is not offered again");
    Ok(())
}

/// A list without regions, a short one, and a very long one.
async fn editors_lists(finder: &Finder) -> Result<()> {
    finder.search("").await?;
    let load = "const [rows, regions] = args;
        const row = (_, at) => `Federation ${at},${regions[at % regions.length] || ''}`;
        host.data = 'name,region\\n' + Array.from({ length: rows }, row).join('\\n');
        return null";
    for (rows, regions, groups, shown) in [
        (50, &[""][..], 0, 20),
        (20, &["London", "Midlands"], 0, 20),
        (21, &["London", "Midlands", ""], 3, 0),
        (1000, &["London", "Midlands"], 2, 0),
    ] {
        finder.js::<Value>(load, &[rows.into(), regions.into()]).await?;
        let count = format!("{} federations", gpf_domain::format::format_number(rows));
        finder.eventually_contains(".gpf-count", &count).await?;
        finder
            .wait_for(
                &format!("{groups} groups and {shown} rows of {rows}"),
                "return root.querySelectorAll('.gpf-region-group').length === args[0]
                     && root.querySelectorAll('.gpf-federation').length === args[1]",
                &[groups.into(), shown.into()],
            )
            .await?;
    }
    // A large region is shown in parts, and the focus moves to the first new row.
    finder.open_region("London").await?;
    ensure!(finder.count("[data-region=\"London\"] > .gpf-federation").await? == 100);
    finder.eventually_contains("[data-region=\"London\"] .gpf-more", "Show more (400 left)").await?;
    finder.click("[data-region=\"London\"] .gpf-more").await?;
    let goes_on = "const rows = root.querySelectorAll('[data-region=\"London\"] > .gpf-federation');
        return rows.length === 200 && root.activeElement === rows[100].firstChild";
    finder.wait_for("the focus on the first new federation", goes_on, &[]).await
}

/// Waits until exactly these regions are open, with all of their federations.
async fn shows(finder: &Finder, regions: &[RegionChoice]) -> Result<()> {
    let of = |region: &RegionChoice| Expected::of(Query { region: Some(*region), ..Query::default() }).ids();
    let mut regions = regions.to_vec();
    regions.sort_by_key(|it| it.index());
    finder.eventually_shows(&regions.iter().flat_map(of).collect::<Vec<_>>()).await
}
