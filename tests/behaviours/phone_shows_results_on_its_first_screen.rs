//! On a phone, the results start on the first screen for every search, even under the page's own heading. Filters and
//! sort order are folded and show their values, the map is below the results, and the details of a federation are
//! short.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Federation, Region};
use gpf_domain::facts::facts;
use gpf_domain::search::Sort;
use serde_json::Value;

use crate::harness::oracle::{Expected, directory};
use crate::harness::{Browser, Finder};

/// The height of the screen.
const SCREEN: f64 = 667.0;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("phone.html").await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let size: [f64; 2] = b.js("return [innerWidth, innerHeight]", &[]).await?;
    ensure!(size == [375.0, SCREEN], "the screen is {size:?}");

    // A name, a place, a typo, a full postcode, a partial one, and a town that no federation mentions.
    for typed in ["alliance", "sheffield", "wakefeild", "BS1 4ST", "WA7 2E5", "Salisbury"] {
        finder.search(typed).await?;
        let expected = Expected::text(typed);
        ensure!(expected.len() > 0, "{typed} finds nothing");
        expected.is_shown_by(&finder).await?;
        let [search, count, first]: [[f64; 2]; 3] = finder
            .js(
                "return ['#gpf-search', '.gpf-count', '.gpf-federation .gpf-name'].map((css) => {
                     const { top, bottom } = root.querySelector(css).getBoundingClientRect();
                     return [top + scrollY, bottom + scrollY];
                 })",
                &[],
            )
            .await?;
        ensure!(search[1] < count[0] && count[1] < first[0], "{typed}: {search:?}, {count:?}, {first:?}");
        ensure!(first[1] <= SCREEN, "{typed}: the name of the first federation ends at {}", first[1]);
    }

    folds(&finder).await?;
    b.check_accessibility("with filters on a phone").await?;
    map_is_below(&finder).await?;
    details_are_short(&finder).await
}

/// Filters and sort order are folded, and the summary shows their values.
async fn folds(finder: &Finder) -> Result<()> {
    let seen = "return root.querySelector('.gpf-filters').checkVisibility() === args[0]";
    finder.wait_for("folded filters", seen, &[false.into()]).await?;
    finder.search("").await?;
    ensure!(finder.text(".gpf-filters-fold > summary").await? == "Filter and sort");
    finder.click(".gpf-filters-fold > summary").await?;
    finder.wait_for("filters", seen, &[true.into()]).await?;
    finder.choose("#gpf-region", Region::Midlands.name()).await?;
    finder.choose("#gpf-sort", Sort::Place.id()).await?;
    finder.eventually_contains(".gpf-filters-fold > summary", "Filter and sort: Midlands, Place").await?;
    finder.click(".gpf-filters-fold > summary").await?;
    finder.wait_for("folded filters", seen, &[false.into()]).await?;
    finder.eventually_contains(".gpf-filters-fold > summary", "Filter and sort: Midlands, Place").await?;
    finder.fits_the_page("with filters that are set").await
}

async fn map_is_below(finder: &Finder) -> Result<()> {
    let order: Vec<f64> = finder
        .js(
            "return ['.gpf-results', '.gpf-map-fold', '.gpf-actions']
                 .map((css) => root.querySelector(css).getBoundingClientRect().top)",
            &[],
        )
        .await?;
    ensure!(order.is_sorted(), "results, map and buttons begin at {order:?}");
    Ok(())
}

/// One federation with all of its facts takes less than a screen.
async fn details_are_short(finder: &Finder) -> Result<()> {
    let many = |it: &Federation<'_>| {
        facts(*it).len() >= 9 && facts(*it).iter().map(|fact| fact.value.len()).sum::<usize>() < 300
    };
    let rich: Vec<Federation<'_>> = directory().federations().filter(many).take(3).collect();
    ensure!(rich.len() == 3, "only {} have many facts", rich.len());
    finder.clear().await?;
    finder.choose("#gpf-sort", Sort::Suggested.id()).await?;
    for federation in rich {
        finder.search(federation.name()).await?;
        let row = format!(".gpf-federation[data-id=\"{}\"]", federation.id());
        finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
        finder.js::<Value>("root.querySelector(args[0]).open = true", &[row.as_str().into()]).await?;
        finder.wait_for("the facts", "return !!root.querySelector(args[0])", &[format!("{row} dl").into()]).await?;
        let height: f64 = finder
            .js(
                "const row = root.querySelector(args[0]);
                 return row.offsetHeight - row.querySelector('summary').offsetHeight",
                &[row.as_str().into()],
            )
            .await?;
        ensure!(height < 600.0, "the details of {} are {height} px high", federation.name());
    }
    Ok(())
}
