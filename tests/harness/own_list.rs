//! Editors' own lists: the importer's corpus, a long list, and what should be seen of them.

use std::fs;

use gpf_domain::directory::RegionChoice;
use gpf_domain::import::{Imported, Merge, Options, read};
use gpf_domain::search::{Query, SearchSession};

use super::lists::corpus_folder;
use super::oracle::directory;

/// A file of the corpus, as the finder should read it.
pub(crate) fn corpus(file: &str, merge: Merge) -> Imported {
    let path = corpus_folder().join(file);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&bytes, &Options { file, merge, base: Some(directory()), ..Options::default() })
}

/// The ids of what a finder shows of a list at first.
pub(crate) fn first_page(loaded: &Imported) -> Vec<String> {
    let found = loaded.index.search(&loaded.directory, &Query::default(), &mut SearchSession::default());
    // More than a page stands under its regions, which are closed.
    let is_long = found.rows.len() > super::oracle::PAGE;
    let regions = RegionChoice::ALL.iter().filter(|it| found.facets.region(**it) > 0).count();
    let most = if is_long && regions > 1 { 0 } else { super::oracle::PAGE };
    found.rows.iter().take(most).map(|row| loaded.directory.federation(*row).id().to_owned()).collect()
}
