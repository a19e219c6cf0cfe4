//! The problem of a file in which no heading is for names.

use std::borrow::Cow;

use super::header::{MAX_HEADER_ROW, is_data};
use super::heading;
use super::members;
use super::normalise::{self, is_organisation};
use crate::directory::messages::Message;
use crate::fold::fold;
use crate::strings::push_number;

/// The problem that none of the headings is for names, and how to fix it. `row` is their row, if there are rows.
pub(super) fn no_name(row: Option<u32>, headings: &[&str]) -> Message<Cow<'static, str>, Cow<'static, str>> {
    const MAX_SHOWN: usize = 10;
    if headings.is_empty() {
        let fix = "Add a header row with a column called \"Name\"";
        return Message { problem: "There is no column called \"Name\"".into(), fix: fix.into() };
    }
    let is_headerless = row.is_some() && is_data_row(headings);
    let mut problem = String::from(if is_headerless {
        "The file seems to have no header row. "
    } else {
        "There is no column called \"Name\". "
    });
    if let Some(row) = row {
        problem.push_str("Row ");
        push_number(&mut problem, row);
        problem.push_str(if is_headerless { " has: " } else { " seems to be the header. Its columns are: " });
    } else {
        problem.push_str("The records have: ");
    }
    for (at, heading) in headings.iter().take(MAX_SHOWN).enumerate() {
        problem.push_str(if at > 0 { ", " } else { "" });
        push_short(&mut problem, heading);
    }
    if headings.len() > MAX_SHOWN {
        problem.push_str(" and ");
        push_number(&mut problem, (headings.len() - MAX_SHOWN) as u32);
        problem.push_str(" more");
    }
    if is_headerless {
        const _: () = assert!(MAX_HEADER_ROW == 100, "it is in the message");
        let fix = "Add a header row within the first 100 rows, with the heading \"Name\" above the federations' names";
        return Message { problem: problem.into(), fix: fix.into() };
    }
    let mut fix = String::new();
    let closest = heading::closest(headings);
    if let Some(closest) = closest {
        fix.push_str("Did you mean the column \"");
        push_short(&mut fix, closest);
        fix.push_str("\"? ");
    }
    fix.push_str("Rename the column that has the federations' names to \"Name\"");
    if row.is_some() && (closest.is_none() || headings.iter().any(|heading| is_data(heading))) {
        const _: () = assert!(MAX_HEADER_ROW == 100, "it is in the message");
        fix.push_str(", or add a header row within the first 100 rows");
    }
    if row.is_some() && headings.len() == 1 {
        fix.push_str(
            ". If the cells are not separated by commas, semicolons, tabs or vertical bars, save the file as CSV. Remove quotation marks around whole rows",
        );
    }
    Message { problem: problem.into(), fix: fix.into() }
}

/// Whether these cells are a federation and not headings: one is an organisation's name of several words, and another is
/// a number, an address, a region or a status.
fn is_data_row(cells: &[&str]) -> bool {
    let is_heading = |cell: &str| heading::read(cell).is_some() || members::is_about_member(cell);
    let is_name = |cell: &&str| cell.contains(' ') && is_organisation(&fold(cell)) && !is_heading(cell);
    let is_value = |cell: &&str| {
        let (regions, others) = normalise::regions(cell);
        is_data(cell) || regions.main().is_some() && others.is_empty() || normalise::status_of_word(cell).is_some()
    };
    cells.iter().any(is_name) && cells.iter().any(is_value)
}

/// Adds the start of a heading, in one line.
fn push_short(text: &mut String, heading: &str) {
    for c in heading.chars().take(40) {
        text.push(if c.is_control() { ' ' } else { c });
    }
}
