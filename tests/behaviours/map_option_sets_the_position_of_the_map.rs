//! The map is beside the results, folded below them, or absent, depending on `map` and on the available width.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let warning = "map=\"left\" is not recognised. Use one of: auto, wide, none.";
    b.expect_console(warning);
    b.open("map-options.html").await?;
    let none = b.finder_at("#none").await?;
    Expected::everything().is_shown_by(&none).await?;
    ensure!(none.count("svg, .gpf-map, .gpf-map-fold").await? == 0, "map=\"none\" has something of a map");

    // The window of the test is wide.
    let (wide, wrong) = (b.finder_at("#wide").await?, b.finder_at("#wrong").await?);
    for finder in [&wide, &wrong] {
        stands_beside(finder).await?;
    }
    ensure!(wide.count(".gpf-map-fold").await? == 0, "map=\"wide\" folds");

    // The option is live.
    none.js::<Value>("host.setAttribute('map', 'auto')", &[]).await?;
    none.wait_for("the map to come", "return !!root.querySelector('.gpf-map')", &[]).await?;
    stands_beside(&none).await?;
    none.js::<Value>("host.map = 'none'", &[]).await?;
    none.wait_for("the map to go", "return !root.querySelector('svg')", &[]).await?;
    Expected::everything().is_shown_by(&none).await?;

    b.expect_console(warning);
    b.open("map-options-narrow.html").await?;
    b.enter_frame("iframe").await?;
    let wide = b.finder_at("#wide").await?;
    Expected::everything().is_shown_by(&wide).await?;
    ensure!(!is_seen(&wide, ".gpf-map").await?, "map=\"wide\" is there on a phone");

    b.open("narrow.html").await?;
    b.enter_frame("iframe").await?;
    let auto = b.finder().await?;
    Expected::everything().is_shown_by(&auto).await?;
    ensure!(!is_seen(&auto, ".gpf-map").await?, "the map isn't folded on a phone");
    auto.click(".gpf-map-fold > summary").await?;
    let body = "return root.querySelector('.gpf-map').checkVisibility()";
    auto.wait_for("the map", body, &[]).await?;
    let (map, list, limit): (Side, Side, f64) = auto
        .js(
            "const sides = (css) => {
                 const { top, right, bottom, left } = root.querySelector(css).getBoundingClientRect();
                 return { top, right, bottom, left };
             };
             return [sides('.gpf-map'), sides('.gpf-found'), document.scrollingElement.clientWidth];",
            &[],
        )
        .await?;
    ensure!(list.bottom <= map.top, "the map stands at {map:?}, the list at {list:?}");
    ensure!(map.right <= limit, "the map is wider than the page: {map:?}");
    let page: f64 = b.js("return document.scrollingElement.scrollWidth", &[]).await?;
    ensure!(page <= limit, "the page is {page} wide with the map open");
    b.check_accessibility("with the map open on a phone").await
}

#[derive(Debug, serde::Deserialize)]
struct Side {
    top: f64,
    right: f64,
    bottom: f64,
    left: f64,
}

async fn is_seen(finder: &Finder, css: &str) -> Result<bool> {
    finder.js("const it = root.querySelector(args[0]); return !!it && it.checkVisibility()", &[css.into()]).await
}

/// The map is next to the top of the list, and does not move it down.
async fn stands_beside(finder: &Finder) -> Result<()> {
    let (map, list): (Side, Side) = finder
        .js(
            "return ['.gpf-map', '.gpf-found'].map((css) => {
                 const { top, right, bottom, left } = root.querySelector(css).getBoundingClientRect();
                 return { top, right, bottom, left };
             });",
            &[],
        )
        .await?;
    ensure!(list.right < map.left && map.top == list.top, "the map stands at {map:?}, the list at {list:?}");
    ensure!(!is_seen(finder, ".gpf-map-fold").await?, "there is something to unfold beside an open map");
    Ok(())
}
