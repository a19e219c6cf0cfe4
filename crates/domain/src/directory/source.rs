//! The sources of the directory.

use super::checks::{Exactness, is_date, is_kebab_case, is_web_address};
use super::column_map::ColumnMap;
use super::csv_reader::CsvReader;
use super::diagnostic::Diagnostics;
use super::messages;
use crate::strings::strip_bom;

/// A document that is a source of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Unique, kebab-case.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Who published it. Empty if not known.
    pub publisher: String,
    /// When it was published: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty if not known.
    pub date: String,
    /// Its http or https address. Empty if it has none.
    pub url: String,
    /// The day it was last read for this directory: `YYYY-MM-DD`.
    pub checked_on: String,
}

/// The first row of `sources.csv`.
pub const SOURCES_HEADER: &str = "id,title,publisher,date,url,checked_on";

impl Source {
    /// A source from cells in the order of [`NAMES`].
    pub(super) fn of(cells: [&str; NAMES.len()]) -> Self {
        let [id, title, publisher, date, url, checked_on] = cells.map(str::to_owned);
        Self { id, title, publisher, date, url, checked_on }
    }
}

pub(super) const NAMES: [&str; 6] = ["id", "title", "publisher", "date", "url", "checked_on"];
const NEEDED: [&str; 3] = ["id", "title", "checked_on"];

/// Parses `sources.csv`. A row with a problem is left out. An empty text has no sources and no problems.
pub(super) fn read(text: &str, problems: &mut Diagnostics<'_>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let (mut sheet, mut rest) = (CsvReader::new(b','), strip_bom(text));
    let Some(header) =
        sheet.next_row(&mut rest).and_then(|row| ColumnMap::read(&row, &NAMES, &NEEDED, |_| false, problems))
    else {
        return sources;
    };
    while let Some(row) = sheet.next_row(&mut rest) {
        let mut cells = [""; NAMES.len()];
        if !header.reorder_checked(&row, &mut cells, problems) {
            continue;
        }
        let [id, title, _, date, url, checked_on] = cells;
        let before = problems.len();
        let mut check = |sound: bool, column: &'static str, value: &str, want: messages::Message| {
            if !sound {
                problems.add_message(row.number, column, value, want);
            }
        };
        check(is_kebab_case(id), "id", id, messages::ID);
        check(sources.iter().all(|other| other.id != id), "id", id, messages::UNIQUE_ID);
        check(!title.is_empty(), "title", title, messages::TITLE);
        check(date.is_empty() || is_date(date, Exactness::Any), "date", date, messages::DATE);
        check(url.is_empty() || is_web_address(url), "url", url, messages::WEB_ADDRESS);
        check(is_date(checked_on, Exactness::Day), "checked_on", checked_on, messages::DAY);
        if problems.len() == before {
            sources.push(Source::of(cells));
        }
    }
    sources
}
