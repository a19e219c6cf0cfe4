//! The report on the evidence of `cargo xtask data report`.

use std::collections::BTreeMap;

use super::choice::{Choice, first};
use super::evidence::{Certainty, EvidenceField, EvidenceRow};
use super::row::FederationRow;
use super::tables::FederationEntry;

/// The coverage and the weak points of the evidence.
#[derive(Clone, Debug)]
pub struct Report {
    /// The date of the data: `YYYY-MM-DD`.
    pub date: String,
    /// The number of facts.
    pub facts: usize,
    /// The number of federations that were active in the 5 years before the date.
    pub seen: usize,
    /// The number of federations by status.
    pub statuses: BTreeMap<String, usize>,
    /// The number of rows in which each column has a value, in all and by region.
    pub columns: Vec<Coverage>,
    /// Selected facts that are over 3 years old: federation, field and date.
    pub old: Vec<String>,
    /// Selected numbers without a date.
    pub undated: Vec<String>,
    /// Facts of the same field and date that differ, and whether a comment explains it.
    pub contradictions: Vec<Contradiction>,
}

/// Facts of the same field and the same date that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Federation, field, date and the values.
    pub what: String,
    /// Whether the comment of one of the facts explains it.
    pub is_explained: bool,
}

/// The number of rows in which a column has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The column of `federations.csv`.
    pub column: &'static str,
    /// The number of all such rows.
    pub all: usize,
    /// The number by the first region of the row.
    pub by_region: BTreeMap<String, usize>,
}

/// The columns that are counted.
const COUNTED: [&str; 15] = [
    "name",
    "last_seen",
    "website",
    "practices",
    "patients",
    "legal_form",
    "founded",
    "services",
    "member_practices",
    "postcodes",
    "company_number",
    "cqc_provider_id",
    "covers",
    "icb",
    "longitude",
];

pub(super) fn report(
    federations: &[FederationEntry],
    facts: &[EvidenceRow],
    choices: &[Choice<'_>],
    rows: &[FederationRow],
    date: &str,
) -> Report {
    let mut statuses = BTreeMap::new();
    for row in rows {
        *statuses.entry(row["status"].clone()).or_default() += 1;
    }
    let region = |row: &FederationRow| row["regions"].split(';').next().unwrap_or_default().to_owned();
    let columns = COUNTED.into_iter().map(|column| {
        let filled: Vec<&FederationRow> =
            rows.iter().filter(|row| row.get(column).is_some_and(|cell| !cell.is_empty())).collect();
        let mut by_region = BTreeMap::new();
        for row in &filled {
            *by_region.entry(region(row)).or_default() += 1;
        }
        Coverage { column, all: filled.len(), by_region }
    });
    let three_years_ago = super::row::years_before(date, 3);
    let (mut old, mut undated) = (Vec::new(), Vec::new());
    for (federation, choice) in federations.iter().zip(choices) {
        for field in [
            EvidenceField::Practices,
            EvidenceField::Patients,
            EvidenceField::LegalForm,
            EvidenceField::Services,
            EvidenceField::SeenActive,
            EvidenceField::Postcode,
        ] {
            let Some(fact) = choice.fact(field) else { continue };
            let is_number = matches!(field, EvidenceField::Practices | EvidenceField::Patients);
            if fact.as_of.is_empty() {
                if is_number {
                    undated.push(format!("{}: {} {}", federation.id, field.id(), fact.value));
                }
            } else if fact.as_of < three_years_ago {
                old.push(format!("{}: {} {} ({})", federation.id, field.id(), fact.value, fact.as_of));
            }
        }
    }
    Report {
        date: date.to_owned(),
        facts: facts.len(),
        seen: rows.iter().filter(|row| super::row::is_within_5_years(&row["last_seen"], date)).count(),
        statuses,
        columns: columns.collect(),
        old,
        undated,
        contradictions: contradictions(federations, facts),
    }
}

/// Only those that the rule cannot decide: the same field, date and rank of the source.
fn contradictions(federations: &[FederationEntry], facts: &[EvidenceRow]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for federation in federations {
        for (_, field) in EvidenceField::ALL {
            if !is_single(field) {
                continue;
            }
            let of_field: Vec<&EvidenceRow> = facts
                .iter()
                .filter(|fact| {
                    fact.federation == federation.id && fact.field == field && fact.certainty > Certainty::Low
                })
                .collect();
            let Some(shown) = first(&of_field) else { continue };
            let rivals: Vec<&&EvidenceRow> = of_field
                .iter()
                .filter(|fact| fact.as_of == shown.as_of && fact.kind.is_first_hand() == shown.kind.is_first_hand())
                .filter(|fact| fact.certainty == shown.certainty)
                .collect();
            if rivals.iter().any(|fact| fact.value != shown.value) {
                let values: Vec<&str> = rivals.iter().map(|fact| &*fact.value).collect();
                let what = format!("{}: {} {}: {}", federation.id, field.id(), shown.as_of, values.join(" | "));
                found.push(Contradiction { what, is_explained: rivals.iter().any(|fact| fact.has_comment) });
            }
        }
    }
    found
}

/// Whether only one value of the field can be true at a time.
const fn is_single(field: EvidenceField) -> bool {
    matches!(
        field,
        EvidenceField::Region
            | EvidenceField::Website
            | EvidenceField::Practices
            | EvidenceField::Patients
            | EvidenceField::LegalForm
            | EvidenceField::CompanyNumber
            | EvidenceField::CqcProviderId
            | EvidenceField::OdsCode
            | EvidenceField::Postcode
            | EvidenceField::Founded
            | EvidenceField::MergedInto
            | EvidenceField::EndedOn
    )
}
