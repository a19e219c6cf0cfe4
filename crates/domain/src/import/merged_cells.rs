//! Columns whose cells were merged in a spreadsheet: as CSV, only the first row of each group has the value.

use super::column_aliases::KnownColumn;
use super::report::ImportReport;
use super::rows_without::RowsWithout;

/// What the rows show about a column: in a merged one, no value is directly below the same value, and rows without one follow.
#[derive(Default)]
pub(super) struct MergedCells {
    last: String,
    values: u32,
    /// The rows below a value that have none.
    without: RowsWithout,
    is_other: bool,
}

impl MergedCells {
    /// Counts the cell of a row, as it is written.
    pub(super) fn add(&mut self, row: u32, cell: &str) {
        if !cell.is_empty() {
            self.is_other |= self.last == cell;
            self.values += 1;
            cell.clone_into(&mut self.last);
        } else if self.values > 0 {
            self.without.add(row);
        } else {
            self.is_other = true;
        }
    }

    /// Reports the rows without a value, if there are no fewer than with one. The texts are about their number and the fix.
    pub(super) fn report(&self, meaning: KnownColumn, texts: [&'static str; 2], report: &mut ImportReport) {
        let rows = self.without.rows;
        if !self.is_other && self.values > 1 && rows > 1 && rows >= self.values {
            let heading = report.heading(meaning);
            self.without.report(&heading, ["", texts[0], texts[1]], report);
        }
    }
}
