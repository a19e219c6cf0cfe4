//! The catalogue: everything that is compared, with its evidence.

use serde::{Deserialize, Serialize};

use super::{Case, Cell, Criterion, Finding, FindingKind, Subject, SubjectKind};
use crate::directory::Source;

/// Everything that is compared, in the order in which it is shown, with its evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Catalogue {
    /// The legal forms.
    pub forms: Vec<Subject>,
    /// The collaboration models.
    pub models: Vec<Subject>,
    /// The questions of both.
    pub criteria: Vec<Criterion>,
    /// The answer of every form and model to every question that applies to it.
    pub cells: Vec<Cell>,
    /// The findings in the sources.
    pub findings: Vec<Finding>,
    /// Real organisations.
    pub cases: Vec<Case>,
    /// The documents cited by findings and cases.
    pub sources: Vec<Source>,
}

impl Catalogue {
    /// The forms or the models, in the order in which they are shown.
    #[must_use]
    pub fn subjects(&self, kind: SubjectKind) -> &[Subject] {
        match kind {
            SubjectKind::Form => &self.forms,
            SubjectKind::Model => &self.models,
        }
    }

    /// A form or a model by its id.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.forms.iter().chain(&self.models).find(|subject| subject.id == id)
    }

    /// The questions that apply to forms or to models, in the order of rows.
    pub fn criteria(&self, kind: SubjectKind) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.asks(kind))
    }

    /// A question by its id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// The answer of a form or a model to a question. `None` if the question does not apply to it.
    #[must_use]
    pub fn cell(&self, subject: &str, criterion: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.subject == subject && cell.criterion == criterion)
    }

    /// Whether the forms, or the models, have different answers to a question. If not, a requirement about it rules
    /// nothing out.
    #[must_use]
    pub fn has_different_answers(&self, kind: SubjectKind, criterion: &str) -> bool {
        let mut answers = self.subjects(kind).iter().filter_map(|it| self.cell(&it.id, criterion)).map(|it| it.answer);
        let first = answers.next();
        answers.any(|answer| Some(answer) != first)
    }

    /// A finding by its id.
    #[must_use]
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// The findings of this kind about a form or a model.
    pub fn findings_about<'a>(&'a self, subject: &'a str, kind: FindingKind) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.kind == kind && finding.is_about(subject))
    }

    /// The findings that support a cell.
    pub fn findings_of<'a>(&'a self, cell: &'a Cell) -> impl Iterator<Item = &'a Finding> {
        cell.findings.iter().filter_map(|id| self.finding(id))
    }

    /// The case studies of a form or a model.
    pub fn cases_of<'a>(&'a self, subject: &'a str) -> impl Iterator<Item = &'a Case> {
        self.cases.iter().filter(move |case| case.is_of(subject))
    }

    /// A source by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
