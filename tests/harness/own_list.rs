//! Editors' own lists: the importer's corpus, a long list, and what should be seen of them.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use gpf_domain::directory::Region;
use gpf_domain::directory::RegionChoice;
use gpf_domain::import::{Imported, Merge, Options, read};
use gpf_domain::search::{Query, SearchSession};

use super::oracle::directory;
use super::server::project_folder;

/// Where the server has the long list.
pub(crate) const LONG: &str = "lists/long.csv";
/// How many rows it has.
pub(crate) const ROWS: u32 = 100_000;

/// The importer's corpus: files as editors may have them.
pub(crate) fn corpus_folder() -> PathBuf {
    project_folder().join("crates/domain/tests/corpus")
}

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

/// A list as long as a directory of all NHS organisations: 100,000 rows, 12 MB.
pub(crate) fn long() -> &'static [u8] {
    static LONG: OnceLock<Vec<u8>> = OnceLock::new();
    LONG.get_or_init(|| {
        let mut text = "name;place;covers;NHS region;longitude;latitude;patients;Phone\r\n".to_owned();
        for row in 0..ROWS {
            let (name, town) = (row * 7919 % ROWS, row % 997);
            let region = Region::ALL[row as usize % Region::ALL.len()].name();
            let (east, north) = (f64::from(row % 400) / 100.0 - 2.5, 50.5 + f64::from(row % 311) / 100.0);
            let _ = write!(
                text,
                "Organisation {name} Health;Town {town};Town {town}, the villages near it and ward {};{region};{east:.2};\
                 {north:.2};{};0161 496 {:04}\r\n",
                row % 31,
                1000 + row,
                row % 10_000
            );
        }
        text.into_bytes()
    })
}
