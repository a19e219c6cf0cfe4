//! The project's own guide, as the build reads it.
#![allow(dead_code)] // Each test takes what it needs of this.

pub(crate) mod places;

use std::fs;
use std::path::PathBuf;

use gpf_core::directory::{Directory, Fault};
use gpf_core::guide::{Files, Guide};

/// The text of a file, by its path from the project's root.
pub(crate) fn text(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn directory() -> Directory {
    let path = "assets/data/federations.csv";
    Directory::from_csv(path, &text(path), &text("assets/data/sources.csv")).directory
}

pub(crate) fn guide() -> Guide {
    guide_with(|_, text| text).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// The guide from the project's files, each changed by `edit(path, text)` first.
pub(crate) fn guide_with(edit: impl Fn(&str, String) -> String) -> Result<Guide, Vec<Fault>> {
    let file = |path: &str| edit(path, text(path));
    let files = Files {
        sections: &file(Files::SECTIONS),
        questions: &file(Files::QUESTIONS),
        reading: &file(Files::READING),
        timeline: &file(Files::TIMELINE),
        populations: &file(Files::POPULATIONS),
    };
    Guide::read(&files, directory().sources())
}
