//! Parsing `criteria.toml`.

use super::super::{Criterion, SubjectKind};
use crate::toml_source::{TomlReader, checks};

pub(super) fn read(reader: &mut TomlReader<'_>) -> Vec<Criterion> {
    let mut root = reader.root();
    let mut taken = Vec::new();
    let criteria = root.read_each(reader, "criteria", |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        let kinds = table.texts(reader, "kinds");
        checks::known(table, reader, "kinds", &kinds, SubjectKind::ALL.iter().map(|kind| kind.id()));
        if kinds.is_empty() {
            reader.error(table.offset("kinds"), "kinds", "", "is empty", "write [\"form\"], [\"model\"] or both");
        }
        Criterion {
            id,
            group: table.text(reader, "group"),
            label: table.text(reader, "label"),
            question: table.text(reader, "question"),
            kinds: kinds.iter().filter_map(|kind| SubjectKind::parse(kind)).collect(),
            when_yes: table.text(reader, "when_yes"),
            when_no: table.optional_text(reader, "when_no"),
        }
    });
    root.finish(reader);
    criteria
}
