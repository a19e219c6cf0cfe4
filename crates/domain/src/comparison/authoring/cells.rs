//! Parsing the cells of a form or a model.

use super::super::{Answer, Cell, Criterion, Finding, SubjectKind};
use crate::toml_source::{TomlReader, TomlTable, checks};

/// The sentence of a cell without an answer in the sources.
const NOT_STATED: &str = "The sources do not say.";

/// A cell without its findings, and its position in the file.
pub(super) struct DraftCell {
    at: usize,
    cell: Cell,
}

/// The cells of one subject, in the order of the criteria.
pub(super) fn read(
    subject_table: &mut TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    subject: &str,
    kind: SubjectKind,
    criteria: &[Criterion],
) -> Vec<DraftCell> {
    let at = subject_table.offset("cells");
    let mut written = subject_table.named_tables(reader, "cells");
    let mut drafts = Vec::new();
    for criterion in criteria.iter().filter(|criterion| criterion.asks(kind)) {
        match written.iter().position(|(name, _)| *name == criterion.id) {
            Some(found) => drafts.push(draft(written.swap_remove(found).1, reader, subject, &criterion.id)),
            None => {
                let fix = "write its answer, if only { answer = \"not-stated\" }";
                reader.error(at, &criterion.id, "", "has no cell", fix);
            }
        }
    }
    for (name, table) in written {
        let fix = "use an id of criteria.toml that is asked of this kind";
        reader.error(table.offset(""), &name, "", "is not a criterion here", fix);
    }
    drafts
}

fn draft(mut table: TomlTable<'_>, reader: &mut TomlReader<'_>, subject: &str, criterion: &str) -> DraftCell {
    let at = table.offset("answer");
    let answer = checks::word(&mut table, reader, "answer", &Answer::ALL, Answer::id);
    let explanation = match answer {
        Answer::NotStated => table.optional_text(reader, "explanation").unwrap_or_else(|| NOT_STATED.to_owned()),
        _ => table.text(reader, "explanation"),
    };
    table.finish(reader);
    let (subject, criterion) = (subject.to_owned(), criterion.to_owned());
    DraftCell { at, cell: Cell { subject, criterion, answer, explanation, findings: Vec::new() } }
}

/// The cells with their findings. An answer must have at least one, and "not stated" must have none.
pub(super) fn with_findings(drafts: Vec<DraftCell>, findings: &[Finding], reader: &mut TomlReader<'_>) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(drafts.len());
    for DraftCell { at, mut cell } in drafts {
        let bears = |finding: &&Finding| finding.is_about(&cell.subject) && finding.supports(&cell.criterion);
        cell.findings = findings.iter().filter(bears).map(|finding| finding.id.clone()).collect();
        let stated = cell.answer != Answer::NotStated;
        if stated && cell.findings.is_empty() {
            let fix = "add a finding for this subject and criterion, or answer \"not-stated\"";
            reader.error(at, &cell.criterion, cell.answer.id(), "rests on no finding", fix);
        } else if !stated && !cell.findings.is_empty() {
            let problem = format!("contradicts the findings {}", cell.findings.join(", "));
            reader.error(at, &cell.criterion, cell.answer.id(), &problem, "write the answer that they give");
        }
        cells.push(cell);
    }
    cells
}
