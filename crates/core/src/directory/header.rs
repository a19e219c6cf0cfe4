//! Which column of a file is which.

use super::fault::Faults;
use super::names::place;
use super::sheet::Row;
use crate::text::push_number;

/// Where each column stands in a file whose columns may come in any order.
pub(super) struct Header {
    /// By the column's number: its place in the file, if it is there.
    places: Vec<Option<usize>>,
    width: usize,
}

impl Header {
    /// Reads the file's first row. Columns that are missing, unknown or there twice are faults; `None` if a needed one
    /// is missing, since every single row would be faulty then. One that `is_optional` may be missing.
    pub(super) fn read(
        row: &Row<'_>,
        names: &[&'static str],
        needed: &[&str],
        is_optional: fn(&str) -> bool,
        faults: &mut Faults<'_>,
    ) -> Option<Self> {
        let mut places = vec![None; names.len()];
        if row.len() == 1 && row.cell(0).contains([';', '\t']) {
            faults.add(
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
            match place(&|at| names.get(at).copied(), cell) {
                Some(column) if places[column].is_none() => places[column] = Some(at),
                Some(column) => {
                    faults.add(
                        row.number,
                        names[column],
                        "",
                        "There are 2 columns with this name",
                        "Remove one of them",
                    );
                }
                None => {
                    let mut right = String::from("Remove it, or use one of: ");
                    right.push_str(&names.join(", "));
                    faults.add(
                        row.number,
                        "",
                        cell,
                        if cell.is_empty() { "This column has no name" } else { "is not a column of this file" },
                        right,
                    );
                }
            }
        }
        let mut usable = true;
        for (name, place) in names.iter().zip(&places) {
            if place.is_none() && !is_optional(name) {
                usable &= !needed.contains(name);
                faults.add(
                    row.number,
                    *name,
                    "",
                    "This column is missing",
                    "Add the column. You can leave its cells empty unless every row needs a value",
                );
            }
        }
        usable.then_some(Self { places, width: row.len() })
    }

    /// Puts a row's cells in the order of the columns' numbers; cells of missing columns stay as they are. `false` if
    /// the row has more or fewer cells than the header, which is a fault.
    pub(super) fn cells<'s>(&self, row: &Row<'s>, cells: &mut [&'s str], faults: &mut Faults<'_>) -> bool {
        for (cell, place) in cells.iter_mut().zip(&self.places) {
            if let Some(place) = *place {
                *cell = row.cell(place);
            }
        }
        let fits = row.len() == self.width;
        if !fits {
            let mut what = String::from("This row has ");
            push_number(&mut what, row.len() as u32);
            what.push_str(" cells but the header has ");
            push_number(&mut what, self.width as u32);
            faults.add(
                row.number,
                "",
                "",
                what,
                "Each column needs 1 cell. Put quotation marks around any cell that contains a comma",
            );
        }
        fits
    }
}
