//! Parsing `legal-forms.toml` and `collaboration-models.toml`.

use super::super::{Criterion, Subject, SubjectKind};
use super::cells::{self, DraftCell};
use crate::toml_source::{TomlReader, checks};

/// The subjects of a file, and their cells in the order of the criteria, still without findings.
pub(super) fn read(
    reader: &mut TomlReader<'_>,
    kind: SubjectKind,
    criteria: &[Criterion],
) -> (Vec<Subject>, Vec<DraftCell>) {
    let mut root = reader.root();
    let mut drafts = Vec::new();
    let mut taken = Vec::new();
    let list = match kind {
        SubjectKind::Form => "forms",
        SubjectKind::Model => "models",
    };
    let subjects = root.read_each(reader, list, |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        drafts.append(&mut cells::read(table, reader, &id, kind, criteria));
        Subject {
            id,
            kind,
            name: table.text(reader, "name"),
            short_name: table.optional_text(reader, "short_name"),
            also_called: table.texts(reader, "also_called"),
            summary: table.text(reader, "summary"),
            note: table.optional_text(reader, "note"),
        }
    });
    root.finish(reader);
    (subjects, drafts)
}
