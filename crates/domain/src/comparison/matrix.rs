//! The comparison as a matrix: forms or models in columns, questions in rows.

use serde::Serialize;

use super::{Catalogue, Cell, Criterion, Finding, Subject};
use crate::directory::Source;

/// Forms or models side by side, with all the findings that support their cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Matrix<'a> {
    /// The columns.
    pub subjects: Vec<&'a Subject>,
    /// A row for each question that applies to all the subjects.
    pub rows: Vec<MatrixRow<'a>>,
    /// The findings that support the cells.
    pub findings: Vec<&'a Finding>,
    /// The sources of those findings.
    pub sources: Vec<&'a Source>,
}

/// One question, and the answer of each subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MatrixRow<'a> {
    /// The question.
    pub criterion: &'a Criterion,
    /// The answers, in the order of the subjects.
    pub cells: Vec<&'a Cell>,
    /// Whether the cells differ in answer or words ([`Cell::agrees_with`]).
    pub differs: bool,
}

impl Catalogue {
    /// The matrix of these subjects and questions. A question that does not apply to one of the subjects has no row.
    #[must_use]
    pub fn matrix<'a>(&'a self, subjects: &[&'a Subject], criteria: &[&'a Criterion]) -> Matrix<'a> {
        let rows = criteria.iter().filter_map(|criterion| self.row(subjects, criterion)).collect();
        self.with_evidence(subjects, rows)
    }

    /// The matrix of these subjects and the questions of their kind, without rows in which all cells agree.
    #[must_use]
    pub fn differences<'a>(&'a self, subjects: &[&'a Subject]) -> Matrix<'a> {
        let rows = self.criteria.iter().filter_map(|criterion| self.row(subjects, criterion));
        self.with_evidence(subjects, rows.filter(|row| row.differs).collect())
    }

    fn row<'a>(&'a self, subjects: &[&'a Subject], criterion: &'a Criterion) -> Option<MatrixRow<'a>> {
        let cells: Option<Vec<&Cell>> = subjects.iter().map(|subject| self.cell(&subject.id, &criterion.id)).collect();
        let cells = cells?;
        let differs = cells.windows(2).any(|pair| !pair[0].agrees_with(pair[1]));
        Some(MatrixRow { criterion, cells, differs })
    }

    fn with_evidence<'a>(&'a self, subjects: &[&'a Subject], rows: Vec<MatrixRow<'a>>) -> Matrix<'a> {
        let cited = |id: &String| rows.iter().flat_map(|row| &row.cells).any(|cell| cell.findings.contains(id));
        let findings: Vec<&Finding> = self.findings.iter().filter(|finding| cited(&finding.id)).collect();
        let sources =
            self.sources.iter().filter(|source| findings.iter().any(|finding| finding.source == source.id)).collect();
        Matrix { subjects: subjects.to_vec(), rows, findings, sources }
    }
}
