//! Parsing `questions.toml`.

use super::super::{Question, QuestionKind};
use super::cite;
use crate::directory::Source;
use crate::toml_source::{TomlReader, checks};

pub(super) fn read(reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Question> {
    let mut root = reader.root();
    let mut questions: Vec<Question> = Vec::new();
    let mut taken = Vec::new();
    for mut table in root.tables(reader, "questions") {
        let id = checks::id(&mut table, reader, &mut taken);
        let text = table.text(reader, "text");
        if !text.is_empty() && !text.ends_with('?') {
            reader.error(table.offset("text"), "text", &text, "is not a question", "end it with a question mark");
        }
        questions.push(Question {
            id,
            text,
            kind: checks::word(&mut table, reader, "kind", &QuestionKind::ALL, QuestionKind::id),
            help: table.optional_text(reader, "help"),
            cite: cite(&mut table, reader, sources),
        });
        table.finish(reader);
    }
    if questions.is_empty() {
        reader.error(root.offset("questions"), "questions", "", "is empty", "write each as [[questions]]");
    }
    root.finish(reader);
    questions
}
