//! A postcode lists the nearest federations first, with miles. Filters, sort orders, map, download, print, link and API
//! use it, too.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::{Region, RegionChoice, Status};
use gpf_domain::export::csv_with_miles;
use gpf_domain::search::{Query, Sort, announcement, distance};
use serde_json::Value;

use crate::harness::oracle::{Expected, directory};
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    ensure!(finder.count("#gpf-sort option[value=nearest]").await? == 0, "nearest to what?");
    for (typed, district) in [
        ("PL1 2AA", "PL1"),
        ("Runcorn Town Hall, WA7 5TD", "WA7"),
        ("se1", "SE1"),
        ("10 Downing Street, London, SW1A 2AA", "SW1A"),
        ("ch41", "CH41"),
        ("BS1", "BS1"),
        ("WA7", "WA7"),
    ] {
        finder.search(typed).await?;
        let expected = shows(&finder, Query { text: typed.to_owned(), ..Query::default() }).await?;
        let near = expected.found.near().context("no place")?;
        ensure!(near.nearby.district.code.name() == district && expected.len() >= 3);
        ensure!(finder.text(".gpf-count").await?.ends_with(", nearest first"));
        finder.eventually_contains(".gpf-map-heading", "Nearest federations in each region").await?;
        finder.eventually_contains("div[role=status]", "A federation near you might not cover your area.").await?;
        if typed.contains(',') {
            let said = format!("No federation matches all of the text, so the search uses {district} only. ");
            finder.eventually_contains("div[role=status]", &said).await?;
        }
    }
    has_its_mark(b, &finder).await?;
    b.check_accessibility("with a postcode").await?;
    b.keep_picture("postcode").await?;

    // Filters and sort orders.
    let mut query = Query { text: "WA7".to_owned(), status: Some(Status::Active), ..Query::default() };
    finder.choose("#gpf-status", Status::Active.id()).await?;
    shows(&finder, query.clone()).await?;
    finder.choose("#gpf-region", Region::London.name()).await?;
    query.region = Some(RegionChoice::Is(Region::London));
    let far = shows(&finder, query.clone()).await?;
    ensure!(far.len() == 3, "{} in London are nearest to Runcorn", far.len());
    finder.eventually_contains(".gpf-about", "Fewer than 3 federations are within 30 miles").await?;
    ensure!(finder.text(".gpf-count").await?.contains("near WA7, in London, active"));
    let list = finder.find(".gpf-region-list").await?.attr("aria-label").await?;
    ensure!(list.as_deref() == Some("Nearest federations in each region"), "the list of regions is {list:?}");
    finder.choose("#gpf-region", "").await?;
    query.region = None;
    finder.choose("#gpf-sort", Sort::Name.id()).await?;
    query.sort = Sort::Name;
    shows(&finder, query.clone()).await?;
    finder.choose("#gpf-sort", Sort::Nearest.id()).await?;
    query.sort = Sort::Nearest;
    let expected = shows(&finder, query.clone()).await?;

    // The file and the printed page contain the miles.
    b.keep_downloads().await?;
    finder.click(".gpf-download").await?;
    let bytes = b.downloaded().await?.bytes;
    let near = expected.found.near().context("no place")?;
    let file = csv_with_miles(directory(), &expected.found.rows, Some(&*near.nearby));
    ensure!(String::from_utf8(bytes)? == file && file.starts_with("\u{feff}Miles,Name,"), "the file has no miles");
    b.keep_prints(
        "const { shadowRoot } = document.querySelector('gp-federation-finder');
         return [...shadowRoot.querySelectorAll('.gpf-print-sheet td.gpf-miles')].map((it) => it.textContent);",
    )
    .await?;
    finder.click(".gpf-print").await?;
    let paper: Vec<String> = b.printed().await?;
    ensure!(paper == miles(&expected, usize::MAX), "on paper are {paper:?}");

    // The link restores it.
    b.keep_copies().await?;
    finder.click(".gpf-copy-link").await?;
    let link = b.copied().await?;
    b.go_to(&link).await?;
    let finder = b.finder().await?;
    shows(&finder, query).await?;

    // Another search removes all of it, including the sort order.
    finder.search("halton").await?;
    Expected::of(Query {
        text: "halton".to_owned(),
        status: Some(Status::Active),
        sort: Sort::Nearest,
        ..Query::default()
    })
    .is_shown_by(&finder)
    .await?;
    ensure!(finder.count(".gpf-notice, .gpf-about, .gpf-miles, #gpf-sort option[value=nearest]").await? == 0);
    finder.wait_for("the mark to go", "return !root.querySelector('.gpf-here')", &[]).await?;

    answers_scripts(b).await
}

/// Waits until the finder shows these results, with the miles of each row and the notes.
async fn shows(finder: &Finder, query: Query) -> Result<Expected> {
    let expected = Expected::of(query);
    expected.is_shown_by(finder).await?;
    let shown = finder.texts(".gpf-results .gpf-miles").await?;
    ensure!(shown == miles(&expected, shown.len().max(1)), "the miles are {shown:?}");
    let said = finder.text(".gpf-about").await?;
    ensure!(Some(&said) == announcement(&expected.found, &expected.query).as_ref(), "the notice is {said:?}");
    let order: String = finder.js("return root.querySelector('#gpf-sort').value", &[]).await?;
    ensure!(order == expected.found.sort(expected.query.sort).id(), "the order is {order}");
    Ok(expected)
}

fn miles(expected: &Expected, most: usize) -> Vec<String> {
    let nearby = expected.found.near().map(|near| &near.nearby);
    let tenths = expected.found.rows.iter().filter_map(|row| nearby?.tenths(*row));
    tenths.take(most).map(distance).collect()
}

/// The map marks the place, labels it, and keeps the mark in forced colours.
async fn has_its_mark(b: &mut Browser, finder: &Finder) -> Result<()> {
    let marks = "return [...root.querySelectorAll('.gpf-here')].map((it) => it.getBBox().width > 20)";
    finder.wait_for("the mark", "return !!root.querySelector('.gpf-here')", &[]).await?;
    let drawn: Vec<bool> = finder.js(marks, &[]).await?;
    ensure!(drawn == [true], "marks: {drawn:?}");
    let map = finder.find(".gpf-england").await?;
    let label = map.attr("aria-label").await?.unwrap_or_default();
    ensure!(label.trim_end().ends_with("A cross in a circle marks the centre of WA7."), "the map's name is {label:?}");
    finder.eventually_contains(".gpf-map-note", "A cross in a circle marks the centre of WA7.").await?;
    // The cross can only be seen in a circle without a fill, and the edge only if it is wider.
    let drawn =
        "const [mark, edge] = ['.gpf-here', '.gpf-here-edge'].map((css) => getComputedStyle(root.querySelector(css)));
        return [mark.fill, edge.fill, parseFloat(edge.strokeWidth) - parseFloat(mark.strokeWidth)]";
    let (mark, edge, wider): (String, String, f64) = finder.js(drawn, &[]).await?;
    ensure!(mark == "none" && edge == "none" && wider > 4.0, "the mark is filled: {mark}, {edge}, wider by {wider}");
    if b.force_colours().await? {
        let colours = "const stroke = (css) => getComputedStyle(root.querySelector(css)).stroke;
                       return [stroke('.gpf-here'), stroke('.gpf-here-edge')];";
        let [mark, edge]: [String; 2] = finder.js(colours, &[]).await?;
        ensure!(mark != edge, "the mark is as the edge around it: {mark}");
        b.keep_picture("forced-colours-postcode").await?;
        b.release_colours().await?;
    }
    Ok(())
}

/// The return value for scripts of the page.
async fn answers_scripts(b: &mut Browser) -> Result<()> {
    let answer: Value =
        b.js("return JSON.parse(JSON.stringify(gpFederations.search({ near: 'WA7 2ES' })))", &[]).await?;
    let expected = Expected::text("WA7 2ES");
    let near = expected.found.near().context("no place")?;
    ensure!(answer["matching"] == expected.len() && answer["summary"] == expected.summary(), "{answer}");
    let place = &answer["place"];
    let district = near.nearby.district;
    ensure!(place["district"] == "WA7" && place["region"] == "North West", "{place}");
    let centre = district.centre();
    ensure!(place["latitude"] == centre.latitude && place["longitude"] == centre.longitude, "{place}");
    for (at, &row) in expected.found.rows.iter().enumerate() {
        let federation = &answer["federations"][at];
        ensure!(federation["id"] == directory().federation(row).id(), "{at}: {}", federation["id"]);
        let miles = near.nearby.tenths(row).map(|tenths| f64::from(tenths) / 10.0);
        ensure!(federation["miles"].as_f64() == miles, "{} is {} away", federation["id"], federation["miles"]);
    }
    let [address, alone]: [Value; 2] = b
        .js(
            "return ['Runcorn Town Hall, WA7 2ES', 'WA7 2ES'].map((text) =>
                 JSON.parse(JSON.stringify(gpFederations.search({ text }))))",
            &[],
        )
        .await?;
    ensure!(address == alone, "an address finds {address}");
    let without: [bool; 2] = b
        .js(
            "const { place, federations } = gpFederations.search({ text: 'health' });
             return [place === null, 'miles' in federations[0]];",
            &[],
        )
        .await?;
    ensure!(without == [true, false], "without a place there are {without:?}");
    b.api_refuses(&[
        ("search({ near: 'WA99' })", &["near=\"WA99\"", "There is no postcode district WA99"]),
        ("search({ near: 'EH1 1AA' })", &["EH1 is in Scotland"]),
        ("search({ near: 'WA' })", &["WA7 2ES"]),
        ("search({ near: 'Runcorn' })", &["WA7 2ES"]),
        ("search({ near: 'Runcorn WA7' })", &["WA7 2ES"]),
        ("search({ near: '' })", &["WA7 2ES"]),
        ("search({ near: 7 })", &["near must be a string"]),
        ("search({ near: 'WA7', text: 'health' })", &["not both"]),
    ])
    .await
}
