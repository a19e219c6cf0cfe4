//! Custom lists: the importer's corpus, a long list, and their expected results.

use std::fs;

use anyhow::{Result, ensure};
use gpf_domain::directory::RegionChoice;
use gpf_domain::import::{ImportOptions, Imported, Merge, read};
use gpf_domain::search::{Query, SearchSession};
use serde_json::Value;

use super::finder::Finder;
use super::lists::corpus_folder;
use super::oracle::directory;

/// A file of the corpus, as the finder should read it.
pub(crate) fn corpus(file: &str, merge: Merge) -> Imported {
    let path = corpus_folder().join(file);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&bytes, &ImportOptions { file, merge, base: Some(directory()), ..ImportOptions::default() })
}

/// The ids that a finder shows at first for a list.
pub(crate) fn first_page(loaded: &Imported) -> Vec<String> {
    let found = loaded.index.search(&loaded.directory, &Query::default(), &mut SearchSession::default());
    // Lists of more than one page are grouped by region, and the regions are closed.
    let is_long = found.rows.len() > super::oracle::PAGE;
    let regions = RegionChoice::ALL.iter().filter(|it| found.facets.region(**it) > 0).count();
    let most = if is_long && regions > 1 { 0 } else { super::oracle::PAGE };
    found.rows.iter().take(most).map(|row| loaded.directory.federation(*row).id().to_owned()).collect()
}

/// In a page from now on, the list `held.csv` arrives through its stream `list`.
pub(crate) const HELD_LIST: &str = "const fetched = window.fetch;
    window.fetch = async (url, options) => /held/.test(url)
        ? new Response(new ReadableStream({ start: (to) => { window.list = to; } }), { headers: { 'Content-Length': 400000 } })
        : fetched(url, options);";

/// Sets a list that arrives with [`release_list`], and waits until the finder loads it.
///
/// # Errors
/// Returns an error if the finder does not load it, or shows another list meanwhile.
pub(crate) async fn hold_list(finder: &Finder) -> Result<()> {
    finder.js::<Value>(&format!("{HELD_LIST} host.src = 'held.csv'"), &[]).await?;
    finder.eventually_contains(".gpf-reading", "Loading held.csv").await?;
    ensure!(finder.count(".gpf-federation, .gpf-map").await? == 0, "another list is shown meanwhile");
    Ok(())
}

/// Lets the held list arrive. It has two federations: `first` and `second`.
///
/// # Errors
/// Returns an error if there is no such list.
pub(crate) async fn release_list(finder: &Finder) -> Result<()> {
    let body = "list.enqueue(new TextEncoder().encode('name\\nFirst\\nSecond\\n')); list.close()";
    finder.js::<Value>(body, &[]).await.map(drop)
}
