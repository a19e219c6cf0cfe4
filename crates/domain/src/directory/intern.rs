//! Interning cells, so that equal texts of a column are stored once.

use super::column::{Column, TEXT_COLUMNS};
use super::string_arena::{EMPTY_REF, StringArena};

/// Finds earlier equal texts of a column: a long list has many towns, but few boards and fewer regions. A text that is
/// found is valid and stored already.
///
/// For each column and each of a fixed number of hashes, it has only the reference to the last text. A text that it has
/// forgotten is stored twice.
pub(crate) struct InternCache(Vec<u32>);

/// The slot of a text that was not found, so that it can be [remembered](InternCache::remember).
#[derive(Clone, Copy)]
pub(super) struct CacheSlot(usize);

const SLOTS_BITS: u32 = 10;

/// The columns whose texts are rarely repeated.
const NEVER_INTERNED: [Column; 4] = [Column::Id, Column::Name, Column::Website, Column::Patients];

impl Default for InternCache {
    fn default() -> Self {
        Self(vec![EMPTY_REF; TEXT_COLUMNS << SLOTS_BITS])
    }
}

impl InternCache {
    /// The reference to an earlier equal text of the column. The text must not be empty.
    pub(super) fn find(&self, texts: &StringArena, column: usize, text: &str) -> Result<u32, Option<CacheSlot>> {
        if column >= TEXT_COLUMNS || NEVER_INTERNED.iter().any(|&unique| unique as usize == column) {
            return Err(None);
        }
        let slot = column << SLOTS_BITS | hash(text);
        let place = self.0[slot];
        if texts.eq_at(place, text) { Ok(place) } else { Err(Some(CacheSlot(slot))) }
    }

    /// Stores the reference in the slot.
    pub(super) fn remember(&mut self, slot: Option<CacheSlot>, place: u32) {
        if let Some(CacheSlot(slot)) = slot {
            self.0[slot] = place;
        }
    }
}

/// A hash of the length, both ends and the middle of a text. Most texts differ in these, and to hash all of it would
/// take longer.
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
