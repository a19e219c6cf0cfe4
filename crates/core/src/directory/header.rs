//! Which column of a file is which.

use super::fault::Faults;
use super::names::same;
use super::sheet::Row;

/// Where each column stands in a file whose columns may come in any order.
pub(super) struct Header {
    /// By the column's number: its place in the file, if it is there.
    places: Vec<Option<usize>>,
    width: usize,
}

impl Header {
    /// Reads the file's first row. Columns that are missing, unknown or there twice are faults; `None` if a needed one
    /// is missing, since every single row would be faulty then.
    pub(super) fn read(
        row: &Row<'_>,
        names: &[&'static str],
        needed: &[&str],
        faults: &mut Faults<'_>,
    ) -> Option<Self> {
        let mut places = vec![None; names.len()];
        if row.len() == 1 && row.cell(0).contains([';', '\t']) {
            faults.add(
                row.number,
                "",
                "",
                "the cells are not separated by commas",
                "save the file as \"CSV UTF-8 (Comma delimited)\"",
            );
            return None;
        }
        for at in 0..row.len() {
            let cell = row.cell(at);
            match names.iter().position(|name| same(name, cell)) {
                Some(column) if places[column].is_none() => places[column] = Some(at),
                Some(column) => faults.add(
                    row.number,
                    names[column],
                    "",
                    "this column is there twice",
                    "remove one of the two",
                ),
                None => {
                    let mut right = String::from("remove it, or use one of ");
                    right.push_str(&names.join(", "));
                    faults.add(
                        row.number,
                        "",
                        cell,
                        if cell.is_empty() {
                            "a column has no name"
                        } else {
                            "is not a column of this file"
                        },
                        right,
                    );
                }
            }
        }
        let mut usable = true;
        for (name, place) in names.iter().zip(&places) {
            if place.is_none() {
                usable &= !needed.contains(name);
                faults.add(
                    row.number,
                    *name,
                    "",
                    "this column is missing",
                    "add it; its cells may be empty unless every row needs one",
                );
            }
        }
        usable.then_some(Self {
            places,
            width: row.len(),
        })
    }

    /// A row's cells by the columns' numbers; `None`, and a fault, if the row has more or fewer than the header.
    pub(super) fn cells<'s, const COLUMNS: usize>(
        &self,
        row: &Row<'s>,
        faults: &mut Faults<'_>,
    ) -> Option<[&'s str; COLUMNS]> {
        if row.len() != self.width {
            let mut what = String::from("the row has ");
            what.push_str(&row.len().to_string());
            what.push_str(" cells and the header ");
            what.push_str(&self.width.to_string());
            faults.add(row.number, "", "", what, "give every column one cell, and put quotation marks around a cell that has a comma in it");
            return None;
        }
        let mut cells = [""; COLUMNS];
        for (cell, place) in cells.iter_mut().zip(&self.places) {
            *cell = place.map_or("", |at| row.cell(at));
        }
        Some(cells)
    }
}
