//! Parsing `questions.toml`.

use super::super::{Question, QuestionKind};
use super::cite;
use crate::directory::Source;
use crate::toml_source::{TomlReader, checks};

pub(super) fn read(reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Question> {
    let mut root = reader.root();
    let mut taken = Vec::new();
    let questions = root.read_each(reader, "questions", |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        let text = table.text(reader, "text");
        if !text.is_empty() && !text.ends_with('?') {
            reader.error(table.offset("text"), "text", &text, "is not a question", "end it with a question mark");
        }
        Question {
            id,
            text,
            kind: checks::word(table, reader, "kind", &QuestionKind::ALL, QuestionKind::id),
            help: table.optional_text(reader, "help"),
            cite: cite(table, reader, sources),
        }
    });
    if questions.is_empty() {
        reader.error(root.offset("questions"), "questions", "", "is empty", "write each as [[questions]]");
    }
    root.finish(reader);
    questions
}
