//! Cells that say the same as one above them.

use super::column::{Column, TEXT_COLUMNS};
use super::string_arena::{EMPTY_REF, StringArena};

/// Finds texts that a column has had before: a long list has many towns, but few boards and fewer regions. A text that is
/// found is sound and kept already.
///
/// For each column and each of a fixed number of hashes the place of the last text, nothing more: what is forgotten is
/// kept twice.
pub(crate) struct InternCache(Vec<u32>);

/// A text that was not found, so that it can be [noted](InternCache::remember).
#[derive(Clone, Copy)]
pub(super) struct Slot(usize);

const SLOTS_BITS: u32 = 10;

/// The columns whose texts hardly ever come again.
const NEVER_INTERNED: [Column; 4] = [Column::Id, Column::Name, Column::Website, Column::Patients];

impl Default for InternCache {
    fn default() -> Self {
        Self(vec![EMPTY_REF; TEXT_COLUMNS << SLOTS_BITS])
    }
}

impl InternCache {
    /// Where the column has had this text, which is not empty.
    pub(super) fn find(&self, texts: &StringArena, column: usize, text: &str) -> Result<u32, Option<Slot>> {
        if column >= TEXT_COLUMNS || NEVER_INTERNED.iter().any(|&unique| unique as usize == column) {
            return Err(None);
        }
        let slot = column << SLOTS_BITS | hash(text);
        let place = self.0[slot];
        if texts.eq_at(place, text) { Ok(place) } else { Err(Some(Slot(slot))) }
    }

    /// Notes where it is now.
    pub(super) fn remember(&mut self, slot: Option<Slot>, place: u32) {
        if let Some(Slot(slot)) = slot {
            self.0[slot] = place;
        }
    }
}

/// By the length, both ends and the middle of a text: those of most texts differ, and looking at all of it would take
/// longer.
fn hash(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        _ => bytes.iter().fold((0, 0), |(all, _), &byte| (all << 8 | u32::from(byte), 0)),
    };
    let middle = bytes.get(bytes.len() / 2).copied().unwrap_or_default();
    let hash = (u64::from(first) << 32 | u64::from(last)) ^ u64::from(middle) << 20 ^ bytes.len() as u64;
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SLOTS_BITS)) as usize
}
