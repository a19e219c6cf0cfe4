//! The documents that the directory, the comparison and the guide cite.

use serde::{Deserialize, Serialize};

use super::checks::{Exactness, is_date, is_kebab_case, is_web_address};
use super::column_map::ColumnMap;
use super::csv_reader::CsvReader;
use super::diagnostic::Diagnostics;
use super::messages;
use crate::strings::{filled, strip_bom};

/// A document that federations, findings or case studies cite. `null` means "not known".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Source {
    /// Unique, kebab-case.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its http or https address.
    pub url: Option<String>,
    /// The day it was last read: `YYYY-MM-DD`.
    pub checked_on: Option<String>,
}

/// The first row of `sources.csv`.
pub const SOURCES_HEADER: &str = "id,title,publisher,date,url,checked_on";

impl Source {
    /// A source from cells in the order of [`NAMES`].
    pub(super) fn of(cells: [&str; NAMES.len()]) -> Self {
        let [id, title, ..] = cells;
        let [_, _, publisher, date, url, checked_on] = cells.map(|cell| filled(cell).map(str::to_owned));
        Self { id: id.to_owned(), title: title.to_owned(), publisher, date, url, checked_on }
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
        let before = problems.len();
        let is_new = sources.iter().all(|other| other.id != cells[0]);
        check(row.number, cells, is_new, problems);
        if problems.len() == before {
            sources.push(Source::of(cells));
        }
    }
    sources
}

/// Checks the cells of a source in the order of [`NAMES`]. `is_new` means that no source above has its id.
pub(super) fn check(row: u32, cells: [&str; NAMES.len()], is_new: bool, problems: &mut Diagnostics<'_>) {
    let [id, title, _, date, url, checked_on] = cells;
    for (is_right, column, value, message) in [
        (is_kebab_case(id), "id", id, messages::ID),
        (is_new, "id", id, messages::UNIQUE_ID),
        (!title.is_empty(), "title", title, messages::TITLE),
        (date.is_empty() || is_date(date, Exactness::Any), "date", date, messages::DATE),
        (url.is_empty() || is_web_address(url), "url", url, messages::WEB_ADDRESS),
        (is_date(checked_on, Exactness::Day), "checked_on", checked_on, messages::DAY),
    ] {
        if !is_right {
            problems.add_message(row, column, value, message);
        }
    }
}
