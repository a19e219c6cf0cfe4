//! Custom lists: the importer's corpus, a long list, and their expected results.

use std::fs;

use gpf_domain::directory::RegionChoice;
use gpf_domain::import::{ImportOptions, Imported, Merge, read};
use gpf_domain::search::{Query, SearchSession};

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
