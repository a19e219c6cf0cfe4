//! Cells that say the same as one above them.

use super::cells::Cells;
use super::column::Column;

/// Finds texts that a column has had before: a long list has many towns, but few boards and fewer regions. A text that is
/// found is sound and kept already.
///
/// For each of a fixed number of hashes the last row that had it, nothing more: what is forgotten is kept twice.
pub(crate) struct Alike(Vec<u32>);

const SLOTS_BITS: u32 = 12;

/// A text that wasn't found, so that it can be [noted](Alike::note).
#[derive(Clone, Copy)]
pub(super) struct Slot(usize);

impl Default for Alike {
    fn default() -> Self {
        Self(vec![u32::MAX; 1 << SLOTS_BITS])
    }
}

impl Alike {
    /// Where a row has the text in this column.
    pub(super) fn find(&self, cells: &Cells, column: usize, text: &str) -> Result<u32, Option<Slot>> {
        if UNIQUE.iter().any(|&unique| unique as usize == column) {
            return Err(None);
        }
        let slot = slot(column, text);
        let row = self.0[slot] as usize;
        // That the row may have come here by another column doesn't matter.
        if row < cells.rows() {
            let place = cells.place(row, column);
            if cells.at(place) == text {
                return Ok(place);
            }
        }
        Err(Some(Slot(slot)))
    }

    /// Notes that this row has it.
    pub(super) fn note(&mut self, slot: Option<Slot>, row: u32) {
        if let Some(Slot(slot)) = slot {
            self.0[slot] = row;
        }
    }
}

/// The columns whose texts hardly ever come again.
const UNIQUE: [Column; 4] = [Column::Id, Column::Name, Column::Website, Column::Patients];

/// By the length and both ends of a text: those of most texts differ, and looking at all of it would take longer.
fn slot(column: usize, text: &str) -> usize {
    let bytes = text.as_bytes();
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        _ => bytes.iter().fold((0, 0), |(all, _), &byte| (all << 8 | u32::from(byte), 0)),
    };
    let middle = bytes.get(bytes.len() / 2).copied().unwrap_or_default();
    let mut hash = u64::from(first) << 32 | u64::from(last);
    hash ^= u64::from(middle) << 20 ^ (bytes.len() as u64) << 10 ^ column as u64;
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SLOTS_BITS)) as usize
}
