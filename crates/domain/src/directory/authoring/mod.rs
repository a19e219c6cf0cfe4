//! Building the directory from the evidence: which facts are shown, by one rule, and the gaps in the evidence. Native
//! only.
//!
//! An author edits 4 CSV files in `assets/data/directory`, with one federation, fact, source or integrated care board
//! per row. [`build`] checks them and makes the `federations.csv` and `sources.csv` that the widget uses and that other
//! people download. `docs/DATA.md` explains the files and the rule to authors.

mod choice;
mod evidence;
mod report;
mod row;
mod tables;

pub use evidence::EvidenceField;
pub use report::{Contradiction, Coverage, Report};

use super::diagnostic::Diagnostics;
use super::{Diagnostic, Directory, Source};
use crate::data_files::data_files;
use choice::Choice;
use tables::{SourceKind, SourceRow};

data_files! {
    /// The contents of the files that authors edit.
    pub struct Files {
        /// One federation per row: its id, its name and data that is not evidence.
        federations, FEDERATIONS = "assets/data/directory/federations.csv";
        /// One fact per row.
        evidence, EVIDENCE = "assets/data/directory/evidence.csv";
        /// One source per row.
        sources, SOURCES = "assets/data/directory/sources.csv";
        /// One integrated care board per row, with the boards it replaced.
        boards, BOARDS = "assets/data/directory/icbs.csv";
    }
}

/// The project's own directory, from the files at compile time. For tests and benchmarks.
///
/// # Panics
/// If the files have problems. `cargo xtask data` lists them.
#[must_use]
pub fn project() -> (Built, Directory) {
    let files = Files {
        federations: include_str!("../../../../../assets/data/directory/federations.csv").to_owned(),
        evidence: include_str!("../../../../../assets/data/directory/evidence.csv").to_owned(),
        sources: include_str!("../../../../../assets/data/directory/sources.csv").to_owned(),
        boards: include_str!("../../../../../assets/data/directory/icbs.csv").to_owned(),
    };
    let built = build(&files).expect("the project's data has no problems: see `cargo xtask data`");
    let directory = Directory::from_csv("federations.csv", &built.federations, &built.sources).directory;
    (built, directory)
}

/// The files that are built.
#[derive(Clone, Debug)]
pub struct Built {
    /// `federations.csv` with the columns of [`super::HEADER`], in the order of ids.
    pub federations: String,
    /// `sources.csv` with the columns of [`super::SOURCES_HEADER`]: the sources of selected facts, and those that other
    /// data files cite.
    pub sources: String,
    /// The original documents, which the guide lists as further reading.
    pub documents: Vec<Source>,
    /// The coverage and the weak points of the evidence.
    pub report: Report,
}

/// Builds the directory from the authors' files.
///
/// # Errors
/// All problems, with file, row and column: a wrong cell, a fact about an unknown federation or from an unknown source,
/// a name that two federations share, or a federation without evidence.
pub fn build(files: &Files) -> Result<Built, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut sources_problems = Diagnostics::new(Files::SOURCES);
    let sources = tables::sources(&files.sources, &mut sources_problems);
    let mut boards_problems = Diagnostics::new(Files::BOARDS);
    let boards = tables::boards(&files.boards, &sources, &mut boards_problems);
    let mut federations_problems = Diagnostics::new(Files::FEDERATIONS);
    let federations = tables::federations(&files.federations, &boards, &mut federations_problems);
    let mut evidence_problems = Diagnostics::new(Files::EVIDENCE);
    let facts = evidence::facts(&files.evidence, &federations, &sources, &mut evidence_problems);

    let date = data_date(&sources);
    let choices: Vec<Choice<'_>> = federations.iter().map(|federation| Choice::of(federation, &facts)).collect();
    for (federation, choice) in federations.iter().zip(&choices) {
        choice.check(federation, &mut federations_problems);
    }
    choice::check_names(&federations, &choices, &mut federations_problems);
    for found in [federations_problems, evidence_problems, sources_problems, boards_problems] {
        problems.append(&mut found.into_sorted());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let rows: Vec<row::FederationRow> = federations
        .iter()
        .zip(&choices)
        .map(|(federation, choice)| row::row(federation, choice, &federations, &boards, &sources, &date))
        .collect();
    let report = report::report(&federations, &facts, &choices, &rows, &date);
    let documents =
        sources.iter().filter(|source| source.kind == SourceKind::Document).map(SourceRow::to_source).collect();
    let sources = choice::used_sources(&sources, &choices);
    Ok(Built { federations: row::csv(&rows), sources, documents, report })
}

/// The date of the data: the newest day on which a source was read.
fn data_date(sources: &[SourceRow]) -> String {
    sources.iter().map(|source| &*source.checked_on).max().unwrap_or_default().to_owned()
}
