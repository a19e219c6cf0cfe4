//! Where what the directory says comes from.

use super::checks::{Exactness, is_date, is_kebab_case, is_web_address};
use super::fault::Faults;
use super::header::Header;
use super::sheet::Sheet;
use super::wants;
use crate::text::without_mark;

/// A document that federations are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Unique, kebab-case.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Who published it; empty if not known.
    pub publisher: String,
    /// When it was published: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty if not known.
    pub date: String,
    /// Its http or https address; empty if it has none.
    pub url: String,
    /// The day it was last read for this directory: `YYYY-MM-DD`.
    pub checked_on: String,
}

/// The first row of `sources.csv`.
pub const SOURCES_HEADER: &str = "id,title,publisher,date,url,checked_on";

impl Source {
    /// A source of cells in the order of [`NAMES`].
    pub(super) fn of(cells: [&str; NAMES.len()]) -> Self {
        let [id, title, publisher, date, url, checked_on] = cells.map(str::to_owned);
        Self { id, title, publisher, date, url, checked_on }
    }
}

pub(super) const NAMES: [&str; 6] = ["id", "title", "publisher", "date", "url", "checked_on"];
const NEEDED: [&str; 3] = ["id", "title", "checked_on"];

/// Reads `sources.csv`; a row with a fault is left out. An empty text has no sources and no faults.
pub(super) fn read(text: &str, faults: &mut Faults<'_>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let (mut sheet, mut rest) = (Sheet::new(b','), without_mark(text));
    let Some(header) = sheet.next_row(&mut rest).and_then(|row| Header::read(&row, &NAMES, &NEEDED, |_| false, faults))
    else {
        return sources;
    };
    while let Some(row) = sheet.next_row(&mut rest) {
        let mut cells = [""; NAMES.len()];
        if !header.cells(&row, &mut cells, faults) {
            continue;
        }
        let [id, title, _, date, url, checked_on] = cells;
        let before = faults.len();
        let mut check = |sound: bool, column: &'static str, value: &str, want: wants::Want| {
            if !sound {
                faults.add_want(row.number, column, value, want);
            }
        };
        check(is_kebab_case(id), "id", id, wants::ID);
        check(sources.iter().all(|other| other.id != id), "id", id, wants::UNIQUE_ID);
        check(!title.is_empty(), "title", title, wants::TITLE);
        check(date.is_empty() || is_date(date, Exactness::Any), "date", date, wants::DATE);
        check(url.is_empty() || is_web_address(url), "url", url, wants::WEB_ADDRESS);
        check(is_date(checked_on, Exactness::Day), "checked_on", checked_on, wants::DAY);
        if faults.len() == before {
            sources.push(Source::of(cells));
        }
    }
    sources
}
