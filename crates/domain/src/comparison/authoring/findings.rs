//! Parsing the `[[findings]]` of `findings.toml`.

use super::super::{Catalogue, Finding, FindingKind};
use crate::directory::Source;
use crate::toml_source::{TomlReader, TomlTable, checks};

pub(super) fn read(
    root: &mut TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    catalogue: &Catalogue,
    sources: &[Source],
    law: &[Source],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut taken = Vec::new();
    for mut table in root.tables(reader, "findings") {
        let id = checks::id(&mut table, reader, &mut taken);
        let place = SourceItem::read(&mut table, reader);

        let source = match &place {
            Some(place) => place.source.clone(),
            None => table.text(reader, "source"),
        };
        let known = sources.iter().map(|one| one.id.as_str()).chain(law.iter().map(|one| one.id.as_str()));
        let field = if place.is_some() { "source_item" } else { "source" };
        checks::known(&table, reader, field, std::slice::from_ref(&source), known);

        let mut subjects = table.texts(reader, "subjects");
        if let (true, Some(place)) = (subjects.is_empty(), &place) {
            subjects.push(place.subject.clone());
        }
        let all = catalogue.forms.iter().chain(&catalogue.models).map(|subject| subject.id.as_str());
        checks::known(&table, reader, "subjects", &subjects, all);
        if subjects.is_empty() {
            reader.error(table.offset("subjects"), "subjects", "", "is empty", "name what the finding is about");
        }

        let kind = match &place {
            Some(place) if !table.contains("kind") => place.kind,
            _ => checks::word(&mut table, reader, "kind", &FindingKind::ALL, FindingKind::id),
        };
        let criteria = criteria(&mut table, reader, catalogue, &subjects);
        let section = table.optional_text(reader, "section");
        let added = table.flag(reader, "added");
        check_law(&table, reader, added, law.iter().any(|one| one.id == source), section.is_some());
        findings.push(Finding {
            id,
            subjects,
            kind,
            text: table.text(reader, "text"),
            criteria,
            date: date(&source, sources, law),
            source,
            source_item: place.map(|place| place.text),
            section,
            added,
            note: table.optional_text(reader, "note"),
        });
        table.finish(reader);
    }
    findings
}

/// The criteria of a finding. Each one must apply to all of the finding's subjects. Otherwise the finding would never
/// be shown for one of them.
fn criteria(
    table: &mut TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    catalogue: &Catalogue,
    subjects: &[String],
) -> Vec<String> {
    let criteria = table.texts(reader, "criteria");
    checks::known(table, reader, "criteria", &criteria, catalogue.criteria.iter().map(|one| one.id.as_str()));
    for id in &criteria {
        let Some(criterion) = catalogue.criterion(id) else {
            continue;
        };
        for subject in subjects.iter().filter_map(|subject| catalogue.subject(subject)) {
            if !criterion.asks(subject.kind) {
                let problem = format!("is not asked of a {}", subject.kind.label());
                reader.error(
                    table.offset("criteria"),
                    "criteria",
                    id,
                    &problem,
                    "leave it out, or ask it in criteria.toml",
                );
            }
        }
    }
    criteria
}

/// Checks that added findings cite an Act and a section, and that no other findings do.
fn check_law(table: &TomlTable<'_>, reader: &mut TomlReader<'_>, added: bool, is_law: bool, has_section: bool) {
    if added != is_law {
        let fix = "write added = true if the source is one of the [[sources]] of this file, and only then";
        reader.error(table.offset("added"), "added", "", "does not fit the source", fix);
    }
    if added != has_section {
        let fix = "write the section if the finding was added, and only then";
        reader.error(table.offset("section"), "section", "", "does not fit `added`", fix);
    }
}

fn date(source: &str, sources: &[Source], law: &[Source]) -> Option<String> {
    sources.iter().chain(law).find(|one| one.id == source)?.date.clone()
}

/// The position of a statement in the guidance: `document:subject:list:number`.
struct SourceItem {
    text: String,
    source: String,
    subject: String,
    kind: FindingKind,
}

impl SourceItem {
    const LISTS: [(&'static str, FindingKind); 4] = [
        ("advantage", FindingKind::Advantage),
        ("disadvantage", FindingKind::Disadvantage),
        ("description", FindingKind::Fact),
        ("footnote", FindingKind::Fact),
    ];

    fn read(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>) -> Option<Self> {
        let text = table.optional_text(reader, "source_item")?;
        let parts: Vec<&str> = text.split(':').collect();
        let parsed = match parts[..] {
            [source, subject, list, number] => Self::LISTS
                .iter()
                .find(|(name, _)| *name == list && number.parse::<u32>().is_ok_and(|number| number > 0))
                .map(|&(_, kind)| (source.to_owned(), subject.to_owned(), kind)),
            _ => None,
        };
        let Some((source, subject, kind)) = parsed else {
            let lists = Self::LISTS.map(|(name, _)| name).join(", ");
            let fix = format!("write document:subject:list:number, the list being one of {lists}");
            reader.error(table.offset("source_item"), "source_item", &text, "is not a place in the guidance", &fix);
            return None;
        };
        Some(Self { text, source, subject, kind })
    }
}
