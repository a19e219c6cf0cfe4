//! The folders of the project, the tests and the built product.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// `tests/`.
pub(crate) fn tests_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder that contains `assets/`, `node_modules/` and `target/`.
pub(crate) fn project_folder() -> &'static Path {
    tests_folder().parent().unwrap_or(tests_folder())
}

/// The text of a file. `path` is relative to the project's root.
pub(crate) fn project_text(path: &str) -> io::Result<String> {
    fs::read_to_string(project_folder().join(path))
        .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))
}

/// The folder with the built product: `dist/`, or the folder in the environment variable.
pub(crate) fn dist_folder() -> PathBuf {
    std::env::var_os("GPF_DIST").map_or_else(|| project_folder().join("dist"), PathBuf::from)
}
