//! An editor's own list, imported with the default options.

use gpf_domain::directory::{Diagnostic, Federation};
use gpf_domain::import::{ImportOptions, Imported, read};

pub(crate) fn load(text: &str) -> Imported {
    read(text.as_bytes(), &ImportOptions::default())
}

/// The reported problems, one line each.
pub(crate) fn lines(loaded: &Imported) -> Vec<String> {
    loaded.report.problems.iter().map(Diagnostic::one_line).collect()
}

/// The federation of this name.
#[track_caller]
pub(crate) fn named<'l>(loaded: &'l Imported, name: &str) -> Federation<'l> {
    let found = loaded.directory.federations().find(|it| it.name() == name);
    found.unwrap_or_else(|| panic!("{name} is not there: {:#?}", lines(loaded)))
}
