//! Parsing `populations.toml`.

use super::super::scale::Scale;
use super::super::{Population, PopulationKind};
use super::cite;
use super::timeline::when;
use crate::directory::Source;
use crate::format;
use crate::toml_source::{TomlReader, TomlTable, checks};

/// The populations, the smallest first.
pub(super) fn read(reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Population> {
    let mut root = reader.root();
    let mut populations = Vec::new();
    for mut table in root.tables(reader, "populations") {
        populations.extend(population(&mut table, reader, sources));
        table.finish(reader);
    }
    if populations.is_empty() {
        reader.error(root.offset("populations"), "populations", "", "is empty", "write each as [[populations]]");
    }
    root.finish(reader);
    populations.sort_by_key(|it: &Population| (it.value, it.to));
    populations
}

/// `None` if it has no valid year.
fn population(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Option<Population> {
    let name = table.text(reader, "name");
    let kind = checks::word(table, reader, "kind", &PopulationKind::ALL, PopulationKind::id);
    let value = on_the_axis(table, reader, "value");
    let to = larger(table, reader, "to", value);
    let planned = larger(table, reader, "planned", value);
    if to.is_some() && planned.is_some() {
        reader.error(table.offset("planned"), "planned", "", "stands beside a range", "leave out `to` or `planned`");
    }
    let is_lower_bound = table.flag(reader, "over");
    let who = table.text(reader, "who");
    let year = when(table, reader, "year");
    let note = table.optional_text(reader, "note");
    let cite = cite(table, reader, sources);
    Some(Population { name, kind, value, to, planned, is_lower_bound, who, year: year?, note, cite })
}

/// Parses a number that fits on the axis of the chart.
fn on_the_axis(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, field: &'static str) -> u32 {
    let number = table.number(reader, field);
    // If it is not a number at all, that was reported already.
    if number > 0
        && let Err(error) = Scale::POPULATIONS.percent(number.into())
    {
        let fix = "lengthen Scale::POPULATIONS, or fix the number";
        reader.error(table.offset(field), field, &format::format_number(number), &error.to_string(), fix);
    }
    number
}

/// Parses an optional number, which must be larger than `value`.
fn larger(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, field: &'static str, value: u32) -> Option<u32> {
    let number = table.contains(field).then(|| on_the_axis(table, reader, field))?;
    if number <= value {
        let fix = "write a larger number, or leave it out";
        reader.error(table.offset(field), field, &format::format_number(number), "is not more than `value`", fix);
    }
    Some(number)
}
