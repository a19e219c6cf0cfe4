//! The data that the widget is built with.

use gpf_core::directory::{Directory, HEADER, SOURCES_HEADER, Status};

const FILE: &str = "assets/data/federations.csv";
const FEDERATIONS: &str = include_str!("../../../assets/data/federations.csv");
const SOURCES: &str = include_str!("../../../assets/data/sources.csv");

#[test]
fn the_bundled_files_are_sound() {
    assert_eq!(FEDERATIONS.lines().next(), Some(HEADER));
    assert_eq!(SOURCES.lines().next(), Some(SOURCES_HEADER));
    let import = Directory::from_csv(FILE, FEDERATIONS, SOURCES);
    let faults: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_federation_of_the_list_is_there() {
    let directory = Directory::from_csv(FILE, FEDERATIONS, SOURCES).directory;
    assert!(directory.len() >= 75, "only {}", directory.len());
    let defunct = directory.federations().filter(|federation| federation.status() == Status::Defunct);
    assert_eq!(defunct.count(), 2);
}
