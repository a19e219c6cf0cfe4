//! Building a row of the directory from the selected facts.

use std::collections::BTreeMap;

use super::choice::Choice;
use super::evidence::{EvidenceField, EvidenceRow};
use super::tables::{Board, FederationEntry, SourceRow, push_cell};
use crate::directory::{FactField, HEADER};

/// A row of `federations.csv`, by the name of the column. Missing columns are empty.
pub(super) type FederationRow = BTreeMap<&'static str, String>;

/// Makes the row of a federation. `date` is that of the data.
pub(super) fn row(
    federation: &FederationEntry,
    choice: &Choice<'_>,
    all: &[FederationEntry],
    boards: &[Board],
    sources: &[SourceRow],
    date: &str,
) -> FederationRow {
    let seen = choice.fact(EvidenceField::SeenActive);
    let last_seen = choice.as_of(EvidenceField::SeenActive);
    let status = status(choice, last_seen, date);
    let publisher = |fact: &EvidenceRow| {
        sources.iter().find(|source| source.id == fact.source).map_or("", |source| &source.publisher)
    };
    let successor = choice.value(EvidenceField::MergedInto);
    let successor = all.iter().find(|one| one.name == successor).map_or(successor, |one| &one.id);
    let has_region_fact =
        choice.fact(EvidenceField::Region).is_some_and(|fact| fact.certainty == super::evidence::Certainty::High);
    let region_basis = match &*federation.regions {
        "unknown" => "unknown",
        _ if has_region_fact => "stated",
        _ => "inferred",
    };
    let since = boards.iter().find(|board| board.name == federation.icb).map_or("", |board| &board.since);
    let former_icb = if federation.icb_2022 == federation.icb { "" } else { &federation.icb_2022 };
    let covers = match choice.value(EvidenceField::Covers) {
        "" => &federation.covers,
        covers => covers,
    };
    let mut row: FederationRow = [
        ("id", &*federation.id),
        ("name", &federation.name),
        ("listed", if federation.listed { "yes" } else { "no" }),
        ("status", status),
        ("place", &federation.place),
        ("covers", covers),
        ("regions", &federation.regions),
        ("region_basis", region_basis),
        ("icb", &federation.icb),
        ("icb_as_of", since),
        ("former_icb", former_icb),
        ("postcode_areas", &federation.postcode_areas),
        ("longitude", &federation.longitude),
        ("latitude", &federation.latitude),
        ("last_seen", last_seen),
        ("last_seen_by", seen.map_or("", publisher)),
        ("successor", successor),
        ("notes", &federation.notes),
        ("checked_on", &federation.checked_on),
        ("practices_as_of", choice.as_of(EvidenceField::Practices)),
        ("patients_as_of", choice.as_of(EvidenceField::Patients)),
    ]
    .map(|(column, value)| (column, value.to_owned()))
    .into();
    for field in [
        EvidenceField::Website,
        EvidenceField::Practices,
        EvidenceField::Patients,
        EvidenceField::LegalForm,
        EvidenceField::CompanyNumber,
        EvidenceField::CqcProviderId,
        EvidenceField::OdsCode,
        EvidenceField::Founded,
        EvidenceField::Services,
        EvidenceField::MemberPractices,
    ] {
        row.insert(field.id(), choice.value(field).to_owned());
    }
    row.insert("postcodes", choice.value(EvidenceField::Postcode).to_owned());
    if status == "ended" {
        for field in [EvidenceField::EndedOn, EvidenceField::EndedWhy] {
            row.insert(field.id(), choice.value(field).to_owned());
        }
    }
    row.insert("aliases", joined(choice.other_names()));
    row.insert("former_names", joined(choice.former_names()));
    let is_announced = boards.iter().any(|board| board.name == federation.icb && board.is_announced);
    let board = is_announced.then_some(FactField::Icb.id());
    row.insert("worked_out", joined(choice.worked_out().map(EvidenceField::id).chain(board)));
    let (ids, supported) = sources_of(choice);
    row.insert("source", ids);
    row.insert("source_facts", supported);
    row
}

/// Last known active within 5 years of the data's date: active. Stated to have ended: ended. Everything else:
/// unconfirmed.
fn status(choice: &Choice<'_>, last_seen: &str, date: &str) -> &'static str {
    let has_ended = [EvidenceField::EndedOn, EvidenceField::EndedWhy, EvidenceField::MergedInto]
        .into_iter()
        .any(|field| choice.fact(field).is_some());
    if has_ended {
        "ended"
    } else if is_within_5_years(last_seen, date) {
        "active"
    } else {
        "unconfirmed"
    }
}

/// Whether `seen` can be within the 5 years before `date`. A month can if its last day is. A year alone must be after
/// the year in which the 5 years begin, because the day could be any day of the year.
pub(super) fn is_within_5_years(seen: &str, date: &str) -> bool {
    let start = years_before(date, 5);
    match seen.len() {
        0 => false,
        4 => seen > &start[..4],
        length => seen >= &start[..length.min(start.len())],
    }
}

/// The same day of the year, `years` earlier.
pub(super) fn years_before(date: &str, years: u32) -> String {
    let year = date.get(..4).and_then(|year| year.parse::<u32>().ok()).unwrap_or_default();
    [&*year.saturating_sub(years).to_string(), date.get(4..).unwrap_or_default()].concat()
}

/// The ids of the sources and, for each of them, the facts that it supports with their dates.
fn sources_of(choice: &Choice<'_>) -> (String, String) {
    let mut by_source: Vec<(&str, Vec<String>)> = Vec::new();
    // Regions and places are worked out by the author from the sources. See docs/DATA.md.
    let shown = choice.facts().filter(|fact| !matches!(fact.field, EvidenceField::Region | EvidenceField::Place));
    for fact in shown {
        let mut words = match fact.field {
            EvidenceField::OtherName | EvidenceField::FormerName => EvidenceField::Name.id().to_owned(),
            EvidenceField::Note => "notes".to_owned(),
            field => field.id().to_owned(),
        };
        if !fact.as_of.is_empty()
            && !matches!(
                fact.field,
                EvidenceField::Name | EvidenceField::OtherName | EvidenceField::FormerName | EvidenceField::EndedOn
            )
        {
            words.push(' ');
            words.push_str(&fact.as_of);
        }
        let at = by_source.iter().position(|(id, _)| *id == fact.source).unwrap_or_else(|| {
            by_source.push((&fact.source, Vec::new()));
            by_source.len() - 1
        });
        if !by_source[at].1.contains(&words) {
            by_source[at].1.push(words);
        }
    }
    let ids = joined(by_source.iter().map(|(id, _)| *id));
    let facts: Vec<String> = by_source.iter().map(|(_, facts)| facts.join(", ")).collect();
    (ids, facts.join("; "))
}

fn joined<'a>(entries: impl Iterator<Item = &'a str>) -> String {
    entries.collect::<Vec<_>>().join("; ")
}

/// The rows as `federations.csv`.
pub(super) fn csv(rows: &[FederationRow]) -> String {
    let mut file = String::from(HEADER);
    file.push('\n');
    for row in rows {
        for column in HEADER.split(',') {
            push_cell(&mut file, row.get(column).map_or("", |cell| cell));
        }
        file.pop();
        file.push('\n');
    }
    file
}
