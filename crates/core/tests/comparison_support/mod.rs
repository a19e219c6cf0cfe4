//! The project's own catalogue, as the build reads it.
#![allow(dead_code)] // Each test takes what it needs of this.

use std::fs;
use std::path::PathBuf;

use gpf_core::comparison::Catalogue;
use gpf_core::comparison::authoring::{Files, read};
use gpf_core::directory::{Directory, Fault, Federation};

/// The text of a file, by its path from the project's root.
pub(crate) fn text(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn directory() -> Directory {
    let path = "assets/data/federations.csv";
    Directory::from_csv(path, &text(path), &text("assets/data/sources.csv")).directory
}

pub(crate) fn catalogue() -> Catalogue {
    catalogue_with(|_, text| text).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// The catalogue from the project's files, each changed by `edit(path, text)` first.
pub(crate) fn catalogue_with(edit: impl Fn(&str, String) -> String) -> Result<Catalogue, Vec<Fault>> {
    let file = |path: &str| edit(path, text(path));
    let directory = directory();
    let federations: Vec<&str> = directory.federations().map(Federation::id).collect();
    let files = Files {
        legal_forms: &file(Files::LEGAL_FORMS),
        collaboration_models: &file(Files::COLLABORATION_MODELS),
        criteria: &file(Files::CRITERIA),
        findings: &file(Files::FINDINGS),
        case_studies: &file(Files::CASE_STUDIES),
    };
    read(&files, directory.sources(), &federations)
}
