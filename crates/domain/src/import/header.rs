//! Finding the header row of a file.

use std::borrow::Cow;

use super::MAX_COLUMNS;
use super::column_aliases::KnownColumn;
use super::decode::redecoded;
use super::heading::{self, NameColumn};
use crate::directory::csv_reader::CsvReader;
use crate::strings;

/// The header of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// The row's number.
    pub(super) row: u32,
    /// The number of rows: 2 if groups of columns have a heading of their own above the others.
    pub(super) rows: u32,
    pub(super) headings: Vec<String>,
    /// The group heading of each column. It can be empty.
    pub(super) groups: Vec<String>,
    /// The column that has the names.
    pub(super) name: usize,
}

/// The result of the search for a header.
#[derive(Default)]
pub(super) struct HeaderSearch {
    pub(super) header: Option<Header>,
    /// A score for this separator: the higher, the more likely it is.
    pub(super) score: i32,
    /// Whether the headings are in the first column, one below the other.
    pub(super) is_transposed: bool,
    /// The row that would be the header if it had a column for names, with its number.
    pub(super) guess: (u32, Vec<String>),
    /// The number of rows with the maximum number of cells.
    pub(super) alike: u32,
}

struct HeaderLine {
    number: u32,
    cells: Vec<String>,
}

impl HeaderLine {
    fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// The header must be in this number of rows at the start.
pub(super) const MAX_HEADER_ROW: u32 = 100;

/// The number of rows that are used to check a header, and to recognise names.
const SAMPLE: usize = 20;
/// The score of a row with more than one known heading above rows that fit it.
const SURE: i32 = 26;
/// The maximum number of cells to check.
const MAX_CELLS: usize = 20_000;
/// The maximum length of a cell to check, in characters.
const MAX_CELL_LEN: usize = 200;

/// Finds the header. `is_whole` means that `head` is the whole text.
pub(super) fn search(head: &str, is_whole: bool, separator: u8) -> HeaderSearch {
    let lines = lines(head, is_whole, separator);
    let mut search = HeaderSearch { guess: guess(&lines), ..HeaderSearch::default() };
    let widest = lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    if widest > 1 {
        search.alike = lines.iter().filter(|line| line.cells.len() == widest).count() as u32;
    }
    let mut best: Option<(usize, i32)> = None;
    for at in 0..lines.len() {
        // After a table has begun, other content is unlikely.
        if best.is_some_and(|(best, _)| at > best + SAMPLE) && search.score > SURE {
            break;
        }
        let Some((score, known)) = score(&lines, at) else {
            continue;
        };
        // If a header is repeated below, the first one is used. A cell can contain a word that is a heading in other files, such as
        // "GP federation" below "Type" and "Active" below "Status": the row above has as many cells, and known headings, too.
        let is_in_table = |above: usize, known_above: i32| {
            let filled = lines[above].filled();
            let has_rows = || above + 2 < at && lines[above + 1..above + 3].iter().all(|line| line.filled() > 1);
            filled > 2 && filled >= lines[at].filled() && known_above >= known
                || lines[above].cells == lines[at].cells
                // A table with most of its headings known, and 2 rows, is no title of the table below.
                || filled > 1 && known_above as usize * 2 > filled && has_rows()
        };
        if best.is_none_or(|(above, known_above)| score > search.score && !is_in_table(above, known_above)) {
            search.score = score;
            best = Some((at, known));
        }
    }
    if let Some((best, _)) = best {
        search.is_transposed = is_transposed(&lines[best..]);
        search.header = header(&lines, best);
        if search.header.is_none() {
            search.score = 0;
        }
    }
    search
}

/// The rows to check.
fn lines(head: &str, is_whole: bool, separator: u8) -> Vec<HeaderLine> {
    let (mut sheet, mut rest) = (CsvReader::forgiving(separator), head);
    let (mut lines, mut cells) = (Vec::new(), 0);
    while let Some(row) = sheet.next_row(&mut rest) {
        // The last row can be incomplete.
        let is_cut = rest.is_empty() && !is_whole && !lines.is_empty();
        if is_cut || row.number > MAX_HEADER_ROW + SAMPLE as u32 || cells > MAX_CELLS {
            break;
        }
        let width = row.len().min(MAX_COLUMNS);
        let cell = |at| {
            let cell = redecoded(row.cell(at)).map_or(Cow::Borrowed(row.cell(at)), |(cell, ..)| Cow::Owned(cell));
            cell.chars().filter(|&c| !c.is_control() || c == '\n').take(MAX_CELL_LEN).collect()
        };
        lines.push(HeaderLine { number: row.number, cells: (0..width).map(cell).collect() });
        cells += width;
    }
    lines
}

/// The score of a row as a header, and how many of its headings are known. `None` if it cannot be the header.
fn score(lines: &[HeaderLine], at: usize) -> Option<(i32, i32)> {
    let line = lines.get(at).filter(|line| line.number <= MAX_HEADER_ROW)?;
    // Only with another separator is there a cell before this one.
    if line.cells.len() == 1 && line.cell(0).starts_with([',', ';', '\t', '|']) {
        return None;
    }
    let (mut known, mut others, mut data) = (0_u64, 0, 0);
    let (mut has_name, mut is_plain) = (false, false);
    for cell in line.cells.iter().filter(|cell| !cell.is_empty()) {
        let heading = heading::read(cell);
        match heading {
            Some(heading) => known |= 1 << heading.meaning.column() as u64,
            None if is_data(cell) => data += 1,
            None => others += 1,
        }
        if let Some(name) = NameColumn::with(cell, heading) {
            has_name = true;
            is_plain |= name.is_plain();
        }
    }
    if !has_name {
        return None;
    }
    let known = known.count_ones() as i32;
    let (mut below, mut covered) = (0, 0);
    for line_below in lines.iter().skip(at + 1).take(SAMPLE / 2) {
        for (column, cell) in line_below.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            below += i32::from(!cell.is_empty());
            covered += i32::from(!line.cell(column).is_empty());
        }
    }
    let filled = line.filled();
    if known == 1 && !is_plain {
        // A title, a group's heading, or a cell of a table whose headings are unknown.
        let is_in_table = lines[..at].iter().any(|above| above.filled() > 2 && above.filled() >= filled);
        if is_in_table || covered * 2 <= below && below > 0 {
            return None;
        }
    }
    let mut score = 8 * known + 4 * i32::from(is_plain) + others.min(4) - 4 * data.min(4);
    score += if below == 0 { 6 } else { 12 * covered / below };
    // Lines such as `Title,…` and `Date,…` are headings themselves, one below the other.
    if filled <= 2 && lines.get(at + 1).is_some_and(|next| heading::read(next.cell(0)).is_some()) {
        score -= 6;
    }
    // With a header the file always looks more like one than without.
    Some((score.max(1), known))
}

/// Whether each line is a heading and a value.
fn is_transposed(lines: &[HeaderLine]) -> bool {
    let is_pair = |line: &HeaderLine| {
        heading::read(line.cell(0)).is_some() && line.cells[1..].iter().all(|cell| heading::read(cell).is_none())
    };
    lines.len() > 2 && lines.iter().take(3).all(|line| line.cells.len() > 1 && is_pair(line))
}

/// Whether the cell contains something that headings do not contain.
pub(super) fn is_data(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let letters = cell.bytes().filter(u8::is_ascii_alphabetic).count();
    cell.contains('@') || strings::contains(cell, "://") || digits > letters || cell.len() > 120
}

/// The header whose only row, or lowest row, this is.
fn header(lines: &[HeaderLine], at: usize) -> Option<Header> {
    let line = &lines[at];
    let mut header = Header { row: line.number, rows: 1, headings: line.cells.clone(), ..Header::default() };
    let next = lines.get(at + 1).filter(|next| next.number == line.number + 1 && goes_on(line, next));
    if let Some(next) = next {
        header.rows = 2;
        header.groups = spread(line, next.cells.len());
        header.headings.resize(header.headings.len().max(next.cells.len()), String::new());
        for (column, heading) in header.headings.iter_mut().enumerate() {
            if next.cell(column).is_empty() {
                if let Some(group) = header.groups.get_mut(column) {
                    group.clear();
                }
            } else {
                next.cell(column).clone_into(heading);
            }
        }
    } else if let Some(next) = lines.get(at + 1).filter(|next| next.number == line.number + 1 && is_rest(line, next)) {
        header.rows = 2;
        for (column, heading) in header.headings.iter_mut().enumerate() {
            if !next.cell(column).is_empty() {
                heading.push(' ');
                heading.push_str(next.cell(column));
            }
        }
    } else if let Some(above) = at.checked_sub(1).map(|above| &lines[above])
        && above.number + 1 == line.number
        && (2..line.filled()).contains(&above.filled())
        && above.cells.iter().skip(2).any(|cell| !cell.is_empty())
    {
        header.groups = spread(above, line.cells.len());
    }
    let mut columns = Vec::new();
    let has_jobs = header.headings.iter().any(|heading| heading::is_job(heading));
    for (column, heading) in header.headings.iter().enumerate() {
        if let Some(mut name) = NameColumn::of(heading) {
            lines.iter().skip(at + header.rows as usize).take(SAMPLE).for_each(|line| name.observe(line.cell(column)));
            if has_jobs {
                name.demote();
            }
            columns.push((column, name));
        }
    }
    header.name = NameColumn::best(&columns, header.headings.iter().any(|heading| heading::is_surname(heading)))?;
    Some(header)
}

/// Whether the header continues in the next row: nothing is below the name, and some headings are below a group's
/// heading.
fn goes_on(line: &HeaderLine, next: &HeaderLine) -> bool {
    let mut below_group = false;
    let mut is_known = false;
    for (column, cell) in next.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        if is_data(cell) || heading::read(line.cell(column)).is_some_and(|known| known.meaning == KnownColumn::NAME) {
            return false;
        }
        below_group |= line.cell(column).is_empty();
        is_known |= heading::read(cell).is_some();
    }
    below_group && is_known
}

/// Whether the next row has the rest of the headings, such as their units: `Member` and `practices`, `Patients` and
/// `(000s)`.
fn is_rest(line: &HeaderLine, next: &HeaderLine) -> bool {
    let (mut is_known, mut are_units) = (false, true);
    for (column, cell) in next.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let above = line.cell(column);
        let known = heading::read(above);
        let is_unit = cell.starts_with('(');
        if above.is_empty()
            || is_data(cell) && !is_unit
            || known.is_some_and(|known| known.meaning == KnownColumn::NAME)
        {
            return false;
        }
        are_units &= is_unit;
        is_known |= known.is_none() && heading::read(&[above, " ", cell].concat()).is_some();
    }
    (is_known || are_units) && next.filled() > 0
}

/// The group headings, repeated for each column of the group.
fn spread(line: &HeaderLine, width: usize) -> Vec<String> {
    let mut group = "";
    let mut groups = Vec::with_capacity(width);
    for column in 0..width {
        group = if line.cell(column).is_empty() { group } else { line.cell(column) };
        groups.push(group.to_owned());
    }
    groups
}

/// The first of the rows with the most cells that look like headings, or else the first row.
fn guess(lines: &[HeaderLine]) -> (u32, Vec<String>) {
    let mut best: (usize, Option<&HeaderLine>) = (0, lines.first());
    for line in lines {
        let filled = line.filled();
        if filled > best.0 && line.number <= MAX_HEADER_ROW && !line.cells.iter().any(|cell| is_data(cell)) {
            best = (filled, Some(line));
        }
    }
    let Some(line) = best.1 else {
        return (1, Vec::new());
    };
    let mut headings = line.cells.clone();
    headings.retain(|cell| !cell.is_empty());
    (line.number, headings)
}
