//! Lists on the test server as editors might have them: the importer's corpus, and a long list.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

use gpf_domain::directory::Region;

use super::folders::project_folder;

/// The path of the long list on the server.
pub(crate) const LONG: &str = "lists/long.csv";
/// Its number of rows.
pub(crate) const ROWS: u32 = 100_000;

/// The importer's corpus: files as editors might have them.
pub(crate) fn corpus_folder() -> PathBuf {
    project_folder().join("crates/domain/tests/corpus")
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
