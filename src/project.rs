//! The project's own data, for tests.

use std::{fs, io};

use gpf_domain::directory::Directory;

/// The text of a file, by its path from the project's root.
pub(crate) fn text(path: &str) -> io::Result<String> {
    fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "/", path].concat())
}

/// The built-in list.
pub(crate) fn directory() -> Directory {
    gpf_domain::directory::authoring::project().1
}

/// The documents that the guide lists as further reading. Only rendering to text needs the guide.
#[cfg(feature = "ssr")]
pub(crate) fn documents() -> Vec<gpf_domain::directory::Source> {
    gpf_domain::directory::authoring::project().0.documents
}
