//! The project's own data, as the build reads it.

pub(crate) mod places;
pub(crate) mod problems;

use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;

use gpf_domain::comparison::{Catalogue, authoring};
use gpf_domain::directory::authoring::{Built, Files, build};
use gpf_domain::directory::{Diagnostic, Directory, Federation};
use gpf_domain::guide::{self, Guide};

/// The contents of a file, by its path from the project's root.
pub(crate) fn text(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The result of building the evidence.
pub(crate) fn built() -> Built {
    let Ok(files) = Files::each(|path| Ok::<_, Infallible>(text(path)));
    sound(build(&files))
}

pub(crate) fn directory() -> Directory {
    let built = built();
    Directory::from_csv("federations.csv", &built.federations, &built.sources).directory
}

pub(crate) fn catalogue() -> Catalogue {
    sound(catalogue_with(|_, text| text))
}

pub(crate) fn guide() -> Guide {
    sound(guide_with(|_, text| text))
}

fn sound<T>(read: Result<T, Vec<Diagnostic>>) -> T {
    read.unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// The catalogue from the project's files, each changed by `edit(path, text)` first.
fn catalogue_with(edit: impl Fn(&str, String) -> String) -> Result<Catalogue, Vec<Diagnostic>> {
    let directory = directory();
    let federations: Vec<&str> = directory.federations().map(Federation::id).collect();
    let Ok(files) = authoring::Files::each(|path| Ok::<_, Infallible>(edit(path, text(path))));
    authoring::read(&files, directory.sources(), &federations)
}

/// The guide from the project's files, each changed by `edit(path, text)` first.
fn guide_with(edit: impl Fn(&str, String) -> String) -> Result<Guide, Vec<Diagnostic>> {
    let Ok(files) = guide::Files::each(|path| Ok::<_, Infallible>(edit(path, text(path))));
    Guide::read(&files, &built().documents)
}
