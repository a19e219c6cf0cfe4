//! `timeline.toml`.

use super::super::scale::Scale;
use super::super::when::When;
use super::super::{Moment, MomentKind};
use super::cite;
use crate::authoring::{Reader, Table, marks};
use crate::comparison::CitedSource;

/// The longest title, in letters, that can be read at a glance.
const LONGEST_TITLE: usize = 60;

pub(super) fn read(root: &mut Table<'_>, reader: &mut Reader<'_>, sources: &[CitedSource]) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    for mut table in root.tables(reader, "moments") {
        if let Some(moment) = moment(&mut table, reader, sources) {
            if moments.last().is_some_and(|last| last.from.start() > moment.from.start()) {
                let right = "put the moments in the order of their dates";
                reader.fault(table.at("from"), "from", &moment.words(), "is before the moment above it", right);
            }
            moments.push(moment);
        }
        table.finish(reader);
    }
    if moments.is_empty() {
        reader.fault(root.at("moments"), "moments", "", "is empty", "write each as [[moments]]");
    }
    moments
}

/// `None` if it has no readable date.
fn moment(table: &mut Table<'_>, reader: &mut Reader<'_>, sources: &[CitedSource]) -> Option<Moment> {
    let from = when(table, reader, "from");
    let to = if table.has("to") { when(table, reader, "to") } else { None };
    let kind = marks::word(table, reader, "kind", &MomentKind::ALL, MomentKind::id);
    let title = table.text(reader, "title");
    if title.chars().count() > LONGEST_TITLE {
        let right = format!("write it in {LONGEST_TITLE} letters at most");
        reader.fault(table.at("title"), "title", &title, "is too long", &right);
    }
    let text = table.text(reader, "text");
    let note = table.optional_text(reader, "note");
    let cite = cite(table, reader, sources);
    let moment = Moment { from: from?, to, kind, title, text, note, cite };
    if let Some(to) = to
        && to.end() <= moment.from.end()
    {
        reader.fault(table.at("to"), "to", &to.words(), "is not after `from`", "write when it ended, or leave it out");
    }
    let (begin, end) = moment.stretch();
    for (field, year) in [("from", begin), ("to", end)] {
        if let Err(error) = Scale::YEARS.percent(year) {
            let right = "lengthen Scale::YEARS, or fix the date";
            reader.fault(table.at(field), field, &moment.words(), &error.to_string(), right);
        }
    }
    Some(moment)
}

/// Reads a date of any exactness.
pub(super) fn when(table: &mut Table<'_>, reader: &mut Reader<'_>, field: &'static str) -> Option<When> {
    let text = table.text(reader, field);
    let when = When::read(&text);
    if when.is_none() && !text.is_empty() {
        reader.fault(table.at(field), field, &text, "is not a date", When::WRITTEN);
    }
    when
}
