//! Open details stay open with their federation when its row moves, and are reported once.

use anyhow::{Context, Result, ensure};
use gpf_domain::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

const OPEN: &str = "return [...root.querySelectorAll('.gpf-federation')]
    .filter((row) => row.open)
    .map((row) => row.dataset.id)";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("events.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    let expected = Expected::text("warrington");
    expected.is_shown_by(&finder).await?;
    let ids = expected.ids();
    ensure!(ids.len() > 1, "more than one federation should match");
    let last = ids.last().context("nothing found")?.clone();
    finder.click(&format!(".gpf-federation[data-id=\"{last}\"] > summary")).await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;

    finder.choose("#gpf-sort", Sort::NameReversed.id()).await?;
    Expected::of(Query { text: "warrington".to_owned(), sort: Sort::NameReversed, ..Query::default() })
        .is_shown_by(&finder)
        .await?;
    let open: Vec<String> = finder.js(OPEN, &[]).await?;
    ensure!(open == [last.clone()], "after sorting, open is {open:?} instead of {last}");

    finder.choose("#gpf-sort", Sort::Suggested.id()).await?;
    finder.search("qqqqqqqq").await?;
    finder.wait_for("nothing found", "return !!root.querySelector('.gpf-nothing')", &[]).await?;
    finder.search("warrington").await?;
    expected.is_shown_by(&finder).await?;
    let open: Vec<String> = finder.js(OPEN, &[]).await?;
    ensure!(open.len() < 2 && open.iter().all(|id| *id == last), "after searching, open is {open:?}");

    let selected: usize = b.js("return window.heard.filter(({ type }) => type === 'gpf-select').length", &[]).await?;
    ensure!(selected == 1, "gpf-select was sent {selected} times for one opening");
    Ok(())
}
