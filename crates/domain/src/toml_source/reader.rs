//! Reads TOML tables field by field, and reports problems by file, line and field.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::directory::messages::Message;
use crate::directory::{Diagnostic, Scope};

/// One file: its text, and the problems found in it so far.
pub(crate) struct TomlReader<'t> {
    name: &'static str,
    text: &'t str,
    problems: Vec<Diagnostic>,
}

/// A table of a file, and the fields that have been read so far.
pub(crate) struct TomlTable<'t> {
    fields: DeTable<'t>,
    /// Its start, as a byte position in the text.
    at: usize,
    asked: Vec<&'static str>,
}

impl<'t> TomlReader<'t> {
    pub(crate) const fn new(name: &'static str, text: &'t str) -> Self {
        Self { name, text, problems: Vec::new() }
    }

    /// The whole file. An empty table if it is not valid TOML.
    pub(crate) fn root(&mut self) -> TomlTable<'t> {
        match DeTable::parse(self.text) {
            Ok(root) => TomlTable::new(root.into_inner(), 0),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.error(at, "", "", &format!("is not TOML ({})", error.message()), "correct the line");
                TomlTable::new(DeTable::default(), 0)
            }
        }
    }

    /// Reports a problem at a byte of the text. `problem` continues the sentence after the field and its value. `fix` is
    /// an instruction.
    pub(crate) fn error(&mut self, at: usize, field: &str, value: &str, problem: &str, fix: &str) {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let place = (self.name, u32::try_from(line).unwrap_or(u32::MAX));
        let message = Message { problem: problem.to_owned().into(), fix: capital(fix).into() };
        self.problems.push(Diagnostic::new(Scope::Row, place, (field.to_owned().into(), value), message));
    }

    /// The problems in the order of lines.
    pub(crate) fn into_problems(mut self) -> Vec<Diagnostic> {
        self.problems.sort_by_key(|problem| problem.row);
        self.problems
    }
}

impl<'t> TomlTable<'t> {
    fn new(fields: DeTable<'t>, at: usize) -> Self {
        Self { fields, at, asked: Vec::new() }
    }

    /// The position of the field, or of the table if it does not have the field.
    pub(crate) fn offset(&self, field: &str) -> usize {
        self.fields.get(field).map_or(self.at, |value| value.span().start)
    }

    pub(crate) fn contains(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    fn remove(&mut self, field: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.asked.push(field);
        self.fields.get(field).cloned()
    }

    /// A required text.
    pub(crate) fn text(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> String {
        let text = self.optional_text(reader, field);
        if text.is_none() && !self.contains(field) {
            reader.error(self.at, field, "", "is missing", "write it");
        }
        text.unwrap_or_default()
    }

    /// An optional text, which cannot be empty.
    pub(crate) fn optional_text(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> Option<String> {
        let value = self.remove(field)?;
        let text = value.get_ref().as_str().map(str::trim);
        if text.is_none_or(str::is_empty) {
            reader.error(value.span().start, field, "", "is not a text", "write a text between quotation marks");
        }
        text.map(str::to_owned)
    }

    /// The value that `read` finds in an optional field. If it finds none, reports the problem and its fix.
    fn optional<T: Default>(
        &mut self,
        reader: &mut TomlReader<'_>,
        field: &'static str,
        message: Message,
        read: impl FnOnce(DeValue<'t>) -> Option<T>,
    ) -> T {
        let Some(value) = self.remove(field) else {
            return T::default();
        };
        let at = value.span().start;
        let value = read(value.into_inner());
        if value.is_none() {
            reader.error(at, field, "", message.problem, message.fix);
        }
        value.unwrap_or_default()
    }

    /// An optional list of texts. Empty if it is missing.
    pub(crate) fn texts(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> Vec<String> {
        let message = Message { problem: "is not a list of texts", fix: "write it as [\"…\", \"…\"]" };
        self.optional(reader, field, message, |value| {
            value.as_array()?.iter().map(|one| one.get_ref().as_str().map(str::to_owned)).collect()
        })
    }

    /// An optional boolean. `false` if it is missing.
    pub(crate) fn flag(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> bool {
        let message = Message { problem: "is neither true nor false", fix: "write true, or leave it out" };
        self.optional(reader, field, message, |value| value.as_bool())
    }

    /// A required whole number.
    pub(crate) fn number(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> u32 {
        let value = self.remove(field);
        let number = value.as_ref().and_then(|value| {
            let integer = value.get_ref().as_integer()?;
            u32::from_str_radix(integer.as_str(), integer.radix()).ok()
        });
        if number.is_none() {
            let at = value.map_or(self.at, |value| value.span().start);
            reader.error(at, field, "", "is not a whole number", "write digits, without commas or quotation marks");
        }
        number.unwrap_or_default()
    }

    /// A list of tables, written as `[[field]]` or inside brackets. Empty if it is missing.
    pub(crate) fn tables(&mut self, reader: &mut TomlReader<'_>, field: &'static str) -> Vec<TomlTable<'t>> {
        let message = Message { problem: "is not a list of tables", fix: "write each as a table of its own" };
        self.optional(reader, field, message, |value| match value {
            DeValue::Array(list) => list.into_iter().map(table).collect(),
            _ => None,
        })
    }

    /// What `read` makes of each table of a list. Fields that it does not read are reported.
    pub(crate) fn read_each<T>(
        &mut self,
        reader: &mut TomlReader<'_>,
        field: &'static str,
        mut read: impl FnMut(&mut TomlTable<'t>, &mut TomlReader<'_>) -> T,
    ) -> Vec<T> {
        let tables = self.tables(reader, field).into_iter();
        let of_one = |mut table| {
            let one = read(&mut table, reader);
            table.finish(reader);
            one
        };
        tables.map(of_one).collect()
    }

    /// A list of tables, in which any table can be a plain text instead: that text is then its field `bare`.
    pub(crate) fn tables_or_texts(
        &mut self,
        reader: &mut TomlReader<'_>,
        field: &'static str,
        bare: &'static str,
    ) -> Vec<TomlTable<'t>> {
        let of_one = |one: Spanned<DeValue<'t>>| {
            if one.get_ref().as_str().is_none() {
                return table(one);
            }
            let span = one.span();
            let fields = std::iter::once((Spanned::new(span.clone(), Cow::Borrowed(bare)), one)).collect();
            Some(TomlTable::new(fields, span.start))
        };
        let message =
            Message { problem: "is not a list", fix: "write its entries between [ and ], as texts or as { … }" };
        self.optional(reader, field, message, |value| match value {
            DeValue::Array(list) => list.into_iter().map(of_one).collect(),
            _ => None,
        })
    }

    /// The tables of a table, by their names. Empty if it is missing.
    pub(crate) fn named_tables(
        &mut self,
        reader: &mut TomlReader<'_>,
        field: &'static str,
    ) -> Vec<(String, TomlTable<'t>)> {
        let message = Message { problem: "is not a table of tables", fix: "write each as name = { … }" };
        self.optional(reader, field, message, |value| match value {
            DeValue::Table(named) => {
                named.into_iter().map(|(name, value)| Some((name.get_ref().to_string(), table(value)?))).collect()
            }
            _ => None,
        })
    }

    /// Reports the fields that were never read. Most of them are typos.
    pub(crate) fn finish(self, reader: &mut TomlReader<'_>) {
        for name in self.fields.keys() {
            if !self.asked.contains(&name.get_ref().as_ref()) {
                let fix = format!("use one of: {}", self.asked.join(", "));
                reader.error(name.span().start, name.get_ref(), "", "is not a field here", &fix);
            }
        }
    }
}

fn table(value: Spanned<DeValue<'_>>) -> Option<TomlTable<'_>> {
    let at = value.span().start;
    match value.into_inner() {
        DeValue::Table(fields) => Some(TomlTable::new(fields, at)),
        _ => None,
    }
}

/// The sentence with a capital letter at its start.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map_or_else(String::new, |first| [&*first.to_ascii_uppercase().to_string(), letters.as_str()].concat())
}
