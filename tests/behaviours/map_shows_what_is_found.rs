//! Map and bars show what the region filter would show, and a dot for each place that is found.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use gpf_domain::directory::{Federation, Region, RegionChoice, Status};
use gpf_domain::map::Outline;
use gpf_domain::search::Query;
use serde_json::Value;

use crate::harness::oracle::{Expected, directory};
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let mut query = Query::default();
    agrees(&finder, &query).await?;
    is_a_picture(&finder).await?;
    b.check_accessibility("with the map").await?;

    finder.choose("#gpf-status", Status::Active.id()).await?;
    query.status = Some(Status::Active);
    agrees(&finder, &query).await?;

    finder.search("health").await?;
    query.text = "health".to_owned();
    agrees(&finder, &query).await?;

    finder.choose("#gpf-region", Region::SouthEast.name()).await?;
    query.region = Some(RegionChoice::Is(Region::SouthEast));
    agrees(&finder, &query).await?;
    b.check_accessibility("with a region chosen").await?;

    // Nothing found: nothing to show, until something is.
    finder.search("qqqqqqqqqq").await?;
    finder.wait_for("the map to go", "return !root.querySelector('.gpf-map, .gpf-map-fold')", &[]).await?;
    finder.search("health").await?;
    agrees(&finder, &query).await
}

/// Compares every number, every dot and the region that is marked with what the search finds.
async fn agrees(finder: &Finder, query: &Query) -> Result<()> {
    let expected = Expected::of(query.clone());
    expected.is_shown_by(finder).await?;
    let count = |choice| expected.found.facets.region(choice).to_string();
    let mut choices = RegionChoice::ALL.to_vec();
    choices.retain(|choice| *choice != RegionChoice::Unknown || count(*choice) != "0" || query.region == Some(*choice));

    let bars: Vec<String> = choices.iter().map(|choice| [choice.label(), " ", &count(*choice)].concat()).collect();
    let shown = finder.texts(".gpf-bar-button").await?;
    ensure!(shown == bars, "the bars say {shown:?}, not {bars:?}");
    let numbers = Region::ALL.map(|region| count(RegionChoice::Is(region)));
    let numbers = numbers.map(|it| if it == "0" { String::new() } else { it });
    let shown = finder.texts(".gpf-england > text").await?;
    ensure!(shown == numbers, "the map says {shown:?}, not {numbers:?}");
    let options = finder.texts("#gpf-region option").await?;
    for choice in &choices {
        let option = format!("{} ({})", choice.label(), count(*choice));
        ensure!(options.contains(&option), "the select has no \"{option}\": {options:?}");
    }

    let lengths: Vec<f64> = finder
        .js(
            "return [...root.querySelectorAll('.gpf-bar-button rect')].map((it) => it.getBoundingClientRect().width)",
            &[],
        )
        .await?;
    let counts: Vec<f64> = choices.iter().map(|choice| f64::from(expected.found.facets.region(*choice))).collect();
    let longest = lengths.iter().copied().fold(0.0, f64::max);
    let most = counts.iter().copied().fold(1.0, f64::max);
    for (length, count) in lengths.iter().zip(&counts) {
        ensure!((length / longest.max(1.0) - count / most).abs() < 0.02, "bars are {lengths:?} long for {counts:?}");
    }

    let places: BTreeSet<String> = expected
        .federations()
        .filter_map(|it: Federation<'_>| Some(format!("{:?}", (it.longitude()?, it.latitude()?))))
        .collect();
    let dots: String = finder.js("return root.querySelector('.gpf-dots').getAttribute('d')", &[]).await?;
    let dots = dots.matches('M').count();
    // Places less than a kilometre apart may share a dot.
    ensure!(dots <= places.len() && dots + 3 >= places.len(), "{dots} dots for {} places", places.len());

    let chosen: String = finder.js("return root.querySelector('.gpf-chosen').getAttribute('d')", &[]).await?;
    let outline = Outline::all().find(|(region, _)| query.region == Some(RegionChoice::Is(*region)));
    ensure!(chosen == outline.map_or("", |(_, outline)| outline.path), "another region is marked: {chosen}");
    let pressed = finder.texts(".gpf-bar-button[aria-pressed=true]").await?;
    let expected: Vec<String> = query.region.map(|it| [it.label(), " ", &count(it)].concat()).into_iter().collect();
    ensure!(pressed == expected, "pressed: {pressed:?}, not {expected:?}");
    Ok(())
}

/// The elements are drawn, with nothing between them, and are one image to those who can't see it.
async fn is_a_picture(finder: &Finder) -> Result<()> {
    let strangers: Vec<String> = finder
        .js(
            "return [...root.querySelectorAll('svg, svg *')]
                 .filter(({ namespaceURI, localName }) =>
                     namespaceURI !== 'http://www.w3.org/2000/svg' || !/^(svg|path|rect|text|title)$/.test(localName))
                 .map(({ localName, namespaceURI }) => `${localName} ${namespaceURI}`)",
            &[],
        )
        .await?;
    ensure!(strangers.is_empty(), "in the pictures: {strangers:?}");
    let drawn: Value = finder
        .js(
            "return [...root.querySelectorAll('.gpf-region')].map((it) => it.getBBox().width > 20 && it.getTotalLength() > 80)",
            &[],
        )
        .await?;
    ensure!(drawn == Value::from(vec![true; 7]), "regions drawn: {drawn}");
    let map = finder.find(".gpf-england").await?;
    ensure!(map.attr("role").await?.as_deref() == Some("img"), "the map is no image");
    ensure!(map.attr("aria-label").await?.is_some_and(|label| label.contains("7 NHS regions")), "the map has no name");
    ensure!(finder.count(".gpf-england [tabindex], .gpf-england a, .gpf-england button").await? == 0);
    let unplaced = directory().federations().filter(|federation| federation.latitude().is_none()).count();
    let note = format!(
        "{unplaced} of {} federations are not on the map because we do not know where they are.",
        directory().len()
    );
    finder.eventually_contains(".gpf-map-note", &note).await?;
    finder
        .eventually_contains(".gpf-map-note", "Region outlines are approximate. They are not official boundaries.")
        .await
}
