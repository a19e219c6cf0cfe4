//! Mapping a file's columns to the columns of the directory.

use super::csv_reader::CsvRow;
use super::diagnostic::Diagnostics;
use super::label_match::position;
use crate::strings::push_number;

/// The position of each column in a file whose columns can be in any order.
pub(super) struct ColumnMap {
    /// The position of each column in the file, by the column's number, if the file has it.
    columns: Vec<Option<usize>>,
    width: usize,
}

impl ColumnMap {
    /// Parses the file's first row. Missing, unknown and duplicate columns are problems. `None` if a needed one is
    /// missing, because then every row would have a problem. A column that `is_optional` can be missing.
    pub(super) fn read(
        row: &CsvRow<'_>,
        names: &[&'static str],
        needed: &[&str],
        is_optional: fn(&str) -> bool,
        problems: &mut Diagnostics<'_>,
    ) -> Option<Self> {
        let mut places = vec![None; names.len()];
        if row.len() == 1 && row.cell(0).contains([';', '\t']) {
            problems.report(
                row.number,
                "",
                "",
                "The cells are not separated by commas",
                "Save the file as \"CSV UTF-8 (Comma delimited)\"",
            );
            return None;
        }
        for at in 0..row.len() {
            let cell = row.cell(at);
            match position(&|at| names.get(at).copied(), cell) {
                Some(column) if places[column].is_none() => places[column] = Some(at),
                Some(column) => {
                    problems.report(
                        row.number,
                        names[column],
                        "",
                        "There are 2 columns with this name",
                        "Remove one of them",
                    );
                }
                None => {
                    let mut fix = String::from("Remove it, or use one of: ");
                    fix.push_str(&names.join(", "));
                    problems.report(
                        row.number,
                        "",
                        cell,
                        if cell.is_empty() { "This column has no name" } else { "is not a column of this file" },
                        fix,
                    );
                }
            }
        }
        let mut usable = true;
        for (name, place) in names.iter().zip(&places) {
            if place.is_none() && !is_optional(name) {
                usable &= !needed.contains(name);
                problems.report(
                    row.number,
                    *name,
                    "",
                    "This column is missing",
                    "Add the column. You can leave its cells empty unless every row needs a value",
                );
            }
        }
        usable.then_some(Self { columns: places, width: row.len() })
    }

    /// Puts a row's cells in the order of the columns' numbers. The cells of missing columns are not changed. `false`
    /// if the row has more or fewer cells than the header, which is a problem.
    pub(super) fn reorder_checked<'s>(
        &self,
        row: &CsvRow<'s>,
        cells: &mut [&'s str],
        problems: &mut Diagnostics<'_>,
    ) -> bool {
        for (cell, place) in cells.iter_mut().zip(&self.columns) {
            if let Some(place) = *place {
                *cell = row.cell(place);
            }
        }
        let fits = row.len() == self.width;
        if !fits {
            let mut problem = String::from("This row has ");
            push_number(&mut problem, row.len() as u32);
            problem.push_str(" cells but the header has ");
            push_number(&mut problem, self.width as u32);
            problems.report(
                row.number,
                "",
                "",
                problem,
                "Each column needs 1 cell. Put quotation marks around any cell that contains a comma",
            );
        }
        fits
    }
}
