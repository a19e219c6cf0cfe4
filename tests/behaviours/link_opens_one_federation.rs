//! A link to one federation opens it, whatever else the page shows, and its details contain the link.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::oracle::{Expected, directory};
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("plain-element.html").await?;
    let address = b.address().await?;
    let [one, other] = [40, 90].map(|row| directory().federation(row));
    let link = format!("{address}?kept=1&gpf-federation={}", one.id());
    b.go_to(&link).await?;
    let finder = b.finder().await?;
    is_open(&finder, one.id()).await?;
    let in_sight = "const { top, bottom } = root.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    finder.wait_for("it to be in sight", in_sight, &[]).await?;
    b.check_accessibility("with a federation that a link opened").await?;

    // The link in the details of another federation opens that one alone, even after a search.
    b.keep_copies().await?;
    finder.search(other.name()).await?;
    let row = format!(".gpf-federation[data-id=\"{}\"]", other.id());
    finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
    finder.click(&format!("{row} > summary")).await?;
    let copy = format!("{row} [data-action=copy-federation-link]");
    finder.eventually_contains(&copy, "Copy link to this federation").await?;
    finder.click(&copy).await?;
    finder.eventually_contains(&format!("{row} [role=status]"), "Link copied").await?;
    ensure!(finder.text(".gpf-actions .gpf-done").await?.is_empty(), "it is said where nobody clicked");
    let copied = b.copied().await?;
    ensure!(copied == format!("{address}?kept=1&gpf-federation={}", other.id()), "the link is {copied}");
    // If the clipboard is blocked, the link appears in a field, to be copied by hand.
    b.forbid_copies().await?;
    finder.click(&copy).await?;
    let field = "const field = root.querySelector(args[0]);
        return !!field && field.value === args[1] && root.activeElement === field";
    finder.wait_for("the link", field, &[format!("{row} .gpf-link-field").into(), copied.as_str().into()]).await?;
    b.go_to(&copied).await?;
    is_open(&b.finder().await?, other.id()).await?;

    // If the list does not have the federation, the count says so until the user changes the search.
    b.go_to(&format!("{address}?gpf-federation=no-such-federation&gpf-region=London")).await?;
    let finder = b.finder().await?;
    let missing = "The federation in this link is not in this list. ";
    finder.eventually_contains(".gpf-count", missing).await?;
    finder.eventually_contains(".gpf-count", "in London").await?;
    finder.search(one.name()).await?;
    finder.eventually_contains(".gpf-count", &format!("\"{}\"", one.name())).await?;
    let count = finder.text(".gpf-count").await?;
    ensure!(!count.contains(missing), "after a search the count says {count}");

    // An open region is part of the link to the view.
    b.go_to(&address).await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.open_region(Region::SouthWest.name()).await?;
    b.keep_copies().await?;
    finder.click(".gpf-copy-link").await?;
    let copied = b.copied().await?;
    ensure!(copied == format!("{address}?gpf-region=South+West"), "the link is {copied}");

    // An editor's list might load later, and have another name for the federation.
    let list = "id,name\nwanted,The wanted one\nanother,Another\n";
    b.go_to(&format!("{address}?gpf-federation=wanted")).await?;
    let finder = b.finder().await?;
    let everything = Expected::everything();
    finder.eventually_shows(&everything.first_page()).await?;
    let count = finder.text(".gpf-count").await?;
    ensure!(count == format!("{missing}{} federations", everything.len()), "the count says {count}");
    finder.js::<Value>("host.data = args[0]", &[list.into()]).await?;
    is_open(&finder, "wanted").await?;
    // Later searches win, also after the next list.
    finder.search("another").await?;
    finder.eventually_shows(&["another".to_owned()]).await?;
    finder.js::<Value>("host.data = args[0]", &[list.replace("Another", "Another still").into()]).await?;
    finder.eventually_contains(".gpf-name", "Another still").await.context("the next list")
}

async fn is_open(finder: &Finder, id: &str) -> Result<()> {
    let is_open = "const row = root.querySelector(args[0]);
        return !!row && row.open && !!row.querySelector('dl') && root.activeElement === row.firstElementChild";
    let row = format!(".gpf-federation[data-id=\"{id}\"]");
    finder.wait_for(&format!("{id}, open and with the focus"), is_open, &[row.into()]).await
}
