//! `questions.toml`.

use super::super::{Question, QuestionKind};
use super::cite;
use crate::authoring::{Reader, marks};
use crate::comparison::CitedSource;

pub(super) fn read(reader: &mut Reader<'_>, sources: &[CitedSource]) -> Vec<Question> {
    let mut root = reader.root();
    let mut questions: Vec<Question> = Vec::new();
    let mut taken = Vec::new();
    for mut table in root.tables(reader, "questions") {
        let id = marks::id(&mut table, reader, &taken);
        taken.push(id.clone());
        let text = table.text(reader, "text");
        if !text.is_empty() && !text.ends_with('?') {
            reader.fault(table.at("text"), "text", &text, "is not a question", "end it with a question mark");
        }
        questions.push(Question {
            id,
            text,
            kind: marks::word(&mut table, reader, "kind", &QuestionKind::ALL, QuestionKind::id),
            help: table.optional_text(reader, "help"),
            cite: cite(&mut table, reader, sources),
        });
        table.finish(reader);
    }
    if questions.is_empty() {
        reader.fault(root.at("questions"), "questions", "", "is empty", "write each as [[questions]]");
    }
    root.finish(reader);
    questions
}
