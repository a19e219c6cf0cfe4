//! A list as people maintain it: cells are interpreted, their original texts are kept, and the report lists the
//! changes.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-kept-by-hand.html").await?;
    let finder = b.finder().await?;
    let ours = corpus("kept-by-hand.csv", Merge::Replace);
    finder.eventually_shows(&first_page(&ours)).await?;
    let names = finder.texts(".gpf-name").await?;
    ensure!(names.contains(&"Widnes & Ditton Federation".to_owned()) && names.len() == 5, "the names are {names:?}");
    let ended: Vec<String> = finder
        .js(
            "return [...root.querySelectorAll('.gpf-federation')]
                 .filter((row) => row.querySelector('.gpf-tag')).map((row) => row.dataset.id)",
            &[],
        )
        .await?;
    ensure!(ended == ["hyde-federation", "leigh-federation"], "these are shown as ended: {ended:?}");

    finder.click("[data-id=\"widnes-and-ditton-federation\"] > summary").await?;
    for part in
        ["WA8 7QE, WA8 0AB", "Ends on", "31 March 2099", "Appleton Surgery; Beech House", "45,000", "c. 45k", "QYG"]
    {
        finder.eventually_contains(".gpf-federation dl", part).await?;
    }
    let link: String = finder.js("return root.querySelector('.gpf-federation .gpf-website a').href", &[]).await?;
    ensure!(link == "https://example.org/widnes", "the website is {link}");

    finder.click(".gpf-report > summary").await?;
    for part in ["[site](https://example.org/widnes)", "is the id of more than 1 row", "is not a name", "Nothing"] {
        finder.eventually_contains(".gpf-report td", part).await?;
    }
    finder.search("wa80ab").await?;
    let first = "return root.querySelector('.gpf-name')?.textContent === 'Widnes & Ditton Federation'";
    finder.wait_for("the federation of the postcode to come first", first, &[]).await?;
    Ok(())
}
