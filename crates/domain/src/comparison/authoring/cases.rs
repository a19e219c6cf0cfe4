//! Parsing `case-studies.toml`.

use super::super::{Case, CaseFact, CaseLink, Catalogue, Figure, LinkBasis};
use crate::directory::Source;
use crate::toml_source::{TomlReader, TomlTable, checks};

pub(super) fn read(
    reader: &mut TomlReader<'_>,
    catalogue: &Catalogue,
    sources: &[Source],
    federations: &[&str],
) -> Vec<Case> {
    let mut root = reader.root();
    let mut taken = Vec::new();
    let cases = root.read_each(reader, "cases", |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        let source = table.text(reader, "source");
        let known = sources.iter().map(|one| one.id.as_str());
        checks::known(table, reader, "source", std::slice::from_ref(&source), known);
        let federation = table.optional_text(reader, "federation");
        checks::known(table, reader, "federation", federation.as_slice(), federations.iter().copied());
        let case = Case {
            id,
            name: table.text(reader, "name"),
            place: table.text(reader, "place"),
            summary: table.text(reader, "summary"),
            note: table.optional_text(reader, "note"),
            links: links(table, reader, catalogue),
            federation,
            date: sources.iter().find(|one| one.id == source).and_then(|one| one.date.clone()),
            source,
            items: table.number(reader, "items"),
            figures: figures(table, reader),
            facts: facts(table, reader),
        };
        check_items(&case, table, reader);
        case
    });
    root.finish(reader);
    cases
}

fn links(case: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, catalogue: &Catalogue) -> Vec<CaseLink> {
    case.read_each(reader, "links", |table, reader| {
        let subject = table.text(reader, "subject");
        let all = catalogue.forms.iter().chain(&catalogue.models).map(|subject| subject.id.as_str());
        checks::known(table, reader, "subject", std::slice::from_ref(&subject), all);
        let basis = checks::word(table, reader, "basis", &LinkBasis::ALL, LinkBasis::id);
        let note = table.optional_text(reader, "note");
        if basis == LinkBasis::Inferred && note.is_none() {
            reader.error(table.offset("basis"), "note", "", "is missing", "say how the link was inferred");
        }
        CaseLink { subject, basis, note }
    })
}

fn figures(case: &mut TomlTable<'_>, reader: &mut TomlReader<'_>) -> Vec<Figure> {
    case.read_each(reader, "figures", |table, reader| Figure {
        item: table.number(reader, "item"),
        label: table.text(reader, "label"),
        value: table.number(reader, "value"),
        unit: table.text(reader, "unit"),
        qualifier: table.optional_text(reader, "qualifier"),
        note: table.optional_text(reader, "note"),
    })
}

fn facts(case: &mut TomlTable<'_>, reader: &mut TomlReader<'_>) -> Vec<CaseFact> {
    case.read_each(reader, "facts", |table, reader| CaseFact {
        item: table.number(reader, "item"),
        text: table.text(reader, "text"),
        note: table.optional_text(reader, "note"),
    })
}

/// Checks that every point of the source has a figure or a fact, so that none of them is lost.
fn check_items(case: &Case, table: &TomlTable<'_>, reader: &mut TomlReader<'_>) {
    let told: Vec<u32> =
        case.figures.iter().map(|figure| figure.item).chain(case.facts.iter().map(|fact| fact.item)).collect();
    for item in 1..=case.items {
        if !told.contains(&item) {
            let fix = "add a figure or a fact that has it as its item";
            reader.error(table.offset("items"), "items", &item.to_string(), "is a point that nothing tells", fix);
        }
    }
    if let Some(item) = told.iter().find(|&&item| item == 0 || item > case.items) {
        let fix = "count the points of the source from 1, and give their number in `items`";
        reader.error(table.offset("items"), "item", &item.to_string(), "is not a point of the source", fix);
    }
}
