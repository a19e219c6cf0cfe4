//! The map and the list of regions show the counts of the region filter, and a dot for each place of a result. For up
//! to 50 federations, the map shows their part of England, with the numbers of the list.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use gpf_domain::directory::{Federation, Region, RegionChoice, Status};
use gpf_domain::map::{MAX_NUMBERED, Outline};
use gpf_domain::search::Query;
use serde::Deserialize;
use serde_json::Value;

use crate::harness::oracle::{Expected, directory, place};
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

    // No results: the map is hidden until there are some.
    finder.search("qqqqqqqqqq").await?;
    finder.wait_for("the map to go", "return !root.querySelector('.gpf-map, .gpf-map-fold')", &[]).await?;
    finder.search("health").await?;
    agrees(&finder, &query).await
}

/// Compares every count, every dot and the marked region with the results of the search.
async fn agrees(finder: &Finder, query: &Query) -> Result<()> {
    let expected = Expected::of(query.clone());
    expected.is_shown_by(finder).await?;
    let count = |choice| expected.found.facets.region(choice).to_string();
    let mut choices = RegionChoice::ALL.to_vec();
    choices.retain(|choice| *choice != RegionChoice::Unknown || count(*choice) != "0" || query.region == Some(*choice));

    let buttons: Vec<String> = choices.iter().map(|choice| [choice.label(), " ", &count(*choice)].concat()).collect();
    let shown = finder.texts(".gpf-region-button").await?;
    ensure!(shown == buttons, "the buttons say {shown:?}, not {buttons:?}");
    let options = finder.texts("#gpf-region option").await?;
    for choice in &choices {
        // The count of the selected region is in the line above the results.
        let option = match query.region == Some(*choice) {
            true => choice.label().to_owned(),
            false => format!("{} ({})", choice.label(), count(*choice)),
        };
        ensure!(options.contains(&option), "the select has no \"{option}\": {options:?}");
    }

    let is_close_up = *query != Query::default() && expected.found.rows.len() <= MAX_NUMBERED;
    if is_close_up {
        dots_are_numbered(finder, &expected).await?;
    } else {
        dots_are_drawn(finder, &expected).await?;
    }

    let chosen: String = finder.js("return root.querySelector('.gpf-chosen').getAttribute('d')", &[]).await?;
    let outline = Outline::all().find(|(region, _)| query.region == Some(RegionChoice::Is(*region)));
    ensure!(chosen == outline.map_or("", |(_, outline)| outline.path), "another region is marked: {chosen}");
    let pressed = finder.texts(".gpf-region-button[aria-pressed=true]").await?;
    let expected: Vec<String> = query.region.map(|it| [it.label(), " ", &count(it)].concat()).into_iter().collect();
    ensure!(pressed == expected, "pressed: {pressed:?}, not {expected:?}");
    Ok(())
}

/// The map of England has the count of each region, and a dot for each place.
async fn dots_are_drawn(finder: &Finder, expected: &Expected) -> Result<()> {
    let numbers = Region::ALL.map(|region| expected.found.facets.region(RegionChoice::Is(region)).to_string());
    let numbers = numbers.map(|it| if it == "0" { String::new() } else { it });
    let shown = finder.texts(".gpf-england > .gpf-number:not(.gpf-inset-name)").await?;
    ensure!(shown == numbers, "the map says {shown:?}, not {numbers:?}");
    let places: BTreeSet<String> =
        expected.federations().filter_map(|it: Federation<'_>| Some(format!("{:?}", place(it)?))).collect();
    let dots: String = finder.js("return root.querySelector('.gpf-dots').getAttribute('d')", &[]).await?;
    let dots = dots.matches('M').count();
    // Places less than a kilometre apart can share a dot.
    ensure!(dots <= places.len() && dots + 3 >= places.len(), "{dots} dots for {} places", places.len());
    Ok(())
}

/// The size of the dots, the distance of the nearest two, and whether the rows have the same numbers.
#[derive(Deserialize)]
struct Dots(Vec<f64>, f64, bool);

/// The close-up has the number of each row with a place. Each number can be selected by touch: it is large enough, and
/// far enough from all others.
async fn dots_are_numbered(finder: &Finder, expected: &Expected) -> Result<()> {
    let rows = expected.federations().enumerate();
    let rows = rows.filter(|(_, it)| place(*it).is_some());
    let numbered: Vec<(String, String, String)> =
        rows.map(|(at, it)| ((at + 1).to_string(), it.id().to_owned(), it.name().to_owned())).collect();
    let (shown, Dots(sizes, nearest, is_numbered)): (Vec<(String, String, String)>, Dots) = finder
        .js(
            "const dots = [...root.querySelectorAll('.gpf-dot')];
             const boxes = dots.map((it) => it.querySelector('circle').getBoundingClientRect());
             const middles = boxes.map((it) => [it.left + it.width / 2, it.top + it.height / 2]);
             const distances = middles.flatMap(([x, y], at) =>
                 middles.slice(at + 1).map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY)));
             // Half of the border is outside the circle.
             const edge = boxes[0].width * 4 / 22;
             return [
                 dots.map((it) => [it.querySelector('text').textContent, it.dataset.id, it.querySelector('title').textContent]),
                 [boxes.map((it) => it.width + edge),
                 Math.min(999, ...distances),
                 [...root.querySelectorAll('.gpf-results .gpf-federation .gpf-on-map')]
                     .every((it, at) => it.textContent === `${at + 1}. `) && !!root.querySelector('.gpf-on-map')],
             ]",
            &[],
        )
        .await?;
    ensure!(shown == numbered, "the map has the dots {shown:?}, not {numbered:?}");
    ensure!(is_numbered, "the rows have no numbers");
    ensure!(sizes.iter().all(|it| *it >= 24.0) && nearest >= 24.0, "dots of {sizes:?}, {nearest} pixels apart");
    Ok(())
}

/// The drawing has no whitespace between its elements, and is one image to screen readers.
async fn is_a_picture(finder: &Finder) -> Result<()> {
    let strangers: Vec<String> = finder
        .js(
            "return [...root.querySelectorAll('svg, svg *')]
                 .filter(({ namespaceURI, localName }) =>
                     namespaceURI !== 'http://www.w3.org/2000/svg' || !/^(svg|g|use|path|rect|circle|text|title)$/.test(localName))
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
    let unplaced = directory().federations().filter(|federation| place(*federation).is_none()).count();
    let which = if unplaced == 1 {
        "is not on the map because we do not know where it is."
    } else {
        "are not on the map because we do not know where they are."
    };
    let note = format!("{unplaced} of {} federations {which}", directory().len());
    finder.eventually_contains(".gpf-map-note", &note).await?;
    finder
        .eventually_contains(".gpf-map-note", "Region outlines are approximate. They are not official boundaries.")
        .await
}
