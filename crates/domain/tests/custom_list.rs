//! An editor's own list, imported with the default options.

use gpf_domain::directory::{Diagnostic, Federation};
use gpf_domain::import::{ImportOptions, Imported, read};
use gpf_domain::search::{Query, SearchSession};

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

/// The names of the federations that a text finds.
pub(crate) fn found<'l>(loaded: &'l Imported, text: &str) -> Vec<&'l str> {
    let query = Query { text: text.to_owned(), ..Query::default() };
    let found = loaded.index.search(&loaded.directory, &query, &mut SearchSession::default());
    found.rows.iter().map(|row| loaded.directory.federation(*row).name()).collect()
}
