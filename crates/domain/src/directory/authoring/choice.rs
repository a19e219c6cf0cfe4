//! Which fact of a field is shown.
//!
//! The rule is: the newest dated fact. Of facts with the same date, one from the federation's own website or a
//! regulator comes first, then one that a source states explicitly, then the one that comes first in the file. A fact
//! without a date is only shown if no fact of the field has one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::evidence::{Certainty, EvidenceField, EvidenceRow};
use super::tables::{FederationEntry, SourceKind, SourceRow, push_cell};
use crate::directory::SOURCES_HEADER;
use crate::directory::diagnostic::Diagnostics;
use crate::directory::label_match::normalised;

/// The values that are shown of one federation, and their facts.
pub(super) struct Choice<'f> {
    shown: BTreeMap<EvidenceField, &'f EvidenceRow>,
    other_names: Vec<&'f EvidenceRow>,
    former_names: Vec<&'f EvidenceRow>,
    /// Other facts that support the row: names, the list of Wikipedia, notes.
    support: Vec<&'f EvidenceRow>,
    name: String,
}

impl<'f> Choice<'f> {
    /// Selects from the facts about `federation`.
    pub(super) fn of(federation: &FederationEntry, facts: &'f [EvidenceRow]) -> Self {
        let mut by_field: BTreeMap<EvidenceField, Vec<&EvidenceRow>> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| fact.federation == federation.id && fact.certainty > Certainty::Low) {
            by_field.entry(fact.field).or_default().push(fact);
        }
        let mut take = |field| by_field.remove(&field).unwrap_or_default();
        let (names, notes) = (take(EvidenceField::Name), take(EvidenceField::Note));
        let former_names = distinct(take(EvidenceField::FormerName), &federation.name);
        let mut other_names = names.clone();
        other_names.append(&mut take(EvidenceField::OtherName));
        let mut other_names = distinct(other_names, &federation.name);
        other_names.retain(|one| former_names.iter().all(|former| normalised(&former.value) != normalised(&one.value)));
        let mut support = names;
        support.extend(notes);
        let shown = by_field.into_iter().filter_map(|(field, facts)| Some((field, first(&facts)?))).collect();
        Self { shown, other_names, former_names, support, name: federation.name.clone() }
    }

    /// The selected fact of the field.
    pub(super) fn fact(&self, field: EvidenceField) -> Option<&'f EvidenceRow> {
        self.shown.get(&field).copied()
    }

    /// The value of the selected fact. Empty if there is none.
    pub(super) fn value(&self, field: EvidenceField) -> &'f str {
        self.fact(field).map_or("", |fact| &fact.value)
    }

    /// The date of the selected fact. Empty if there is none.
    pub(super) fn as_of(&self, field: EvidenceField) -> &'f str {
        self.fact(field).map_or("", |fact| &fact.as_of)
    }

    pub(super) fn other_names(&self) -> impl Iterator<Item = &'f str> {
        self.other_names.iter().map(|fact| &*fact.value)
    }

    pub(super) fn former_names(&self) -> impl Iterator<Item = &'f str> {
        self.former_names.iter().map(|fact| &*fact.value)
    }

    /// The selected fields whose facts are worked out.
    pub(super) fn worked_out(&self) -> impl Iterator<Item = EvidenceField> {
        self.shown.values().filter(|fact| fact.certainty == Certainty::Medium).map(|fact| fact.field)
    }

    /// Every fact that is selected or supports the row.
    pub(super) fn facts(&self) -> impl Iterator<Item = &'f EvidenceRow> {
        let names = self.other_names.iter().chain(&self.former_names).chain(&self.support);
        self.shown.values().chain(names).copied()
    }

    /// Whether a fact of the source is selected.
    pub(super) fn uses(&self, source: &str) -> bool {
        self.facts()
            .any(|fact| fact.source == source && !matches!(fact.field, EvidenceField::Region | EvidenceField::Place))
    }

    /// Reports a name without evidence, and an area that evidence replaces.
    pub(super) fn check(&self, federation: &FederationEntry, problems: &mut Diagnostics<'_>) {
        let is_named = self
            .support
            .iter()
            .any(|fact| fact.field == EvidenceField::Name && normalised(&fact.value) == normalised(&self.name));
        if !is_named {
            let fix = "add a fact of the field name to evidence.csv, or use a name that is there";
            problems.report(federation.row, "name", &federation.name, "is a name without evidence", fix);
        }
        if !federation.covers.is_empty() && self.fact(EvidenceField::Covers).is_some() {
            let fix = "empty this cell, and change the area in evidence.csv";
            problems.report(federation.row, "covers", &federation.covers, "is not shown: evidence.csv has a fact", fix);
        }
    }
}

/// The selected fact, by the rule.
pub(super) fn first<'f>(facts: &[&'f EvidenceRow]) -> Option<&'f EvidenceRow> {
    // `min_by_key` returns the first of equal facts.
    facts
        .iter()
        .copied()
        .min_by_key(|fact| (Reverse(&*fact.as_of), !fact.kind.is_first_hand(), Reverse(fact.certainty)))
}

/// The facts, without those of the name itself and without duplicates.
fn distinct<'f>(facts: Vec<&'f EvidenceRow>, name: &str) -> Vec<&'f EvidenceRow> {
    let mut known = vec![normalised(name)];
    let mut distinct = Vec::new();
    for fact in facts {
        let letters = normalised(&fact.value);
        if !known.contains(&letters) {
            known.push(letters);
            distinct.push(fact);
        }
    }
    distinct
}

/// Reports names that two federations share, because a search for one would find the other.
pub(super) fn check_names(federations: &[FederationEntry], choices: &[Choice<'_>], problems: &mut Diagnostics<'_>) {
    let mut owners: BTreeMap<String, &FederationEntry> = BTreeMap::new();
    for (federation, choice) in federations.iter().zip(choices) {
        let mut names = vec![&*federation.name];
        names.extend(choice.other_names());
        names.extend(choice.former_names());
        for name in names {
            let owner = owners.entry(normalised(name)).or_insert(federation);
            if owner.id != federation.id {
                let problem = ["is also a name of ", &*owner.id].concat();
                problems.report(
                    federation.row,
                    "name",
                    name,
                    problem,
                    "keep it for one of them, or say more in both names",
                );
            }
        }
    }
}

/// `sources.csv` for the widget: the original documents and the sources of selected facts, in the order of the file.
pub(super) fn used_sources(sources: &[SourceRow], choices: &[Choice<'_>]) -> String {
    let mut file = String::from(SOURCES_HEADER);
    file.push('\n');
    for source in sources {
        if source.kind == SourceKind::Document || choices.iter().any(|one| one.uses(&source.id)) {
            for cell in [&source.id, &source.title, &source.publisher, &source.date, &source.url, &source.checked_on] {
                push_cell(&mut file, cell);
            }
            file.pop();
            file.push('\n');
        }
    }
    file
}
