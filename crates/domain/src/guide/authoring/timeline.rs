//! Parsing `timeline.toml`.

use super::super::partial_date::PartialDate;
use super::super::scale::Scale;
use super::super::{TimelineEvent, TimelineEventKind};
use super::cite;
use crate::directory::Source;
use crate::toml_source::{TomlReader, TomlTable, checks};

/// The maximum length of a title, in letters, which keeps titles easy to scan.
const MAX_TITLE_LEN: usize = 60;

pub(super) fn read(root: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<TimelineEvent> {
    let mut moments: Vec<TimelineEvent> = Vec::new();
    for mut table in root.tables(reader, "moments") {
        if let Some(moment) = moment(&mut table, reader, sources) {
            if moments.last().is_some_and(|last| last.from.start() > moment.from.start()) {
                let fix = "put the moments in the order of their dates";
                reader.error(table.offset("from"), "from", &moment.words(), "is before the moment above it", fix);
            }
            moments.push(moment);
        }
        table.finish(reader);
    }
    if moments.is_empty() {
        reader.error(root.offset("moments"), "moments", "", "is empty", "write each as [[moments]]");
    }
    moments
}

/// `None` if it has no valid date.
fn moment(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Option<TimelineEvent> {
    let from = when(table, reader, "from");
    let to = if table.contains("to") { when(table, reader, "to") } else { None };
    let kind = checks::word(table, reader, "kind", &TimelineEventKind::ALL, TimelineEventKind::id);
    let title = table.text(reader, "title");
    if title.chars().count() > MAX_TITLE_LEN {
        let fix = format!("write it in {MAX_TITLE_LEN} letters at most");
        reader.error(table.offset("title"), "title", &title, "is too long", &fix);
    }
    let text = table.text(reader, "text");
    let note = table.optional_text(reader, "note");
    let cite = cite(table, reader, sources);
    let moment = TimelineEvent { from: from?, to, kind, title, text, note, cite };
    if let Some(to) = to
        && to.end() <= moment.from.end()
    {
        reader.error(
            table.offset("to"),
            "to",
            &to.words(),
            "is not after `from`",
            "write when it ended, or leave it out",
        );
    }
    let (begin, end) = moment.extent();
    for (field, year) in [("from", begin), ("to", end)] {
        if let Err(error) = Scale::YEARS.percent(year) {
            let fix = "lengthen Scale::YEARS, or fix the date";
            reader.error(table.offset(field), field, &moment.words(), &error.to_string(), fix);
        }
    }
    Some(moment)
}

/// Parses a date of any precision.
pub(super) fn when(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, field: &'static str) -> Option<PartialDate> {
    let text = table.text(reader, field);
    let when = PartialDate::read(&text);
    if when.is_none() && !text.is_empty() {
        reader.error(table.offset(field), field, &text, "is not a date", PartialDate::FORMAT_HELP);
    }
    when
}
