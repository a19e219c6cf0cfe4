//! Finding a federation by its id.

/// A table of ids without their text: 16 to 32 bytes each.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdIndex {
    /// A hash table with linear probing.
    slots: Vec<Slot>,
    count: u32,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Stored so that few texts have to be compared, because they are far from each other in memory.
    hash: u32,
    number: u32,
}

/// The number of an empty slot.
const EMPTY: u32 = u32::MAX;

/// The [new number](IdIndex::renumber) of an id that is no longer there.
pub(crate) const REMOVED: u32 = EMPTY - 1;

impl IdIndex {
    /// A table with room for this number of ids.
    pub(crate) fn with_room_for(ids: usize) -> Self {
        // At least half of the slots stay free.
        Self { slots: vec![Slot { hash: 0, number: EMPTY }; (2 * ids).next_power_of_two()], count: 0 }
    }

    /// The index of the ids of these records. An id's number is its record's position in the list. Of equal ids only
    /// the first can be found.
    pub(crate) fn of<'a>(records: &[u32], id_of: &dyn Fn(u32) -> &'a str) -> Self {
        let mut ids = Self::with_room_for(records.len());
        for number in 0..records.len() as u32 {
            ids.add(number, &|number: u32| id_of(records[number as usize]));
        }
        ids
    }

    /// Adds the id with the next number, unless a lower number has it already. Then it returns that number.
    pub(crate) fn add<'a>(&mut self, number: u32, id_of: &dyn Fn(u32) -> &'a str) -> Option<u32> {
        if self.slots.len() < 2 * (self.count as usize + 1) {
            let old = std::mem::replace(self, Self::with_room_for(2 * (self.count as usize + 1)));
            self.count = old.count;
            for old in old.slots.into_iter().filter(|old| old.number != EMPTY) {
                let place = self.slot(old.hash, &|_| false);
                self.slots[place] = old;
            }
        }
        self.count += 1;
        let id = id_of(number);
        let hash = hash(id);
        let place = self.slot(hash, &|other| id_of(other) == id);
        let there = self.slots[place].number;
        if there == EMPTY {
            self.slots[place] = Slot { hash, number };
            return None;
        }
        Some(there)
    }

    /// Changes the number of an id that is in the table. The other number must have the same id.
    pub(crate) fn reassign<'a>(&mut self, number: u32, id_of: &dyn Fn(u32) -> &'a str) {
        let id = id_of(number);
        let place = self.slot(hash(id), &|other| id_of(other) == id);
        if let Some(place) = self.slots.get_mut(place) {
            place.number = number;
        }
    }

    /// Replaces the number of every id: `numbers` has the new number at the position of the old one.
    pub(crate) fn renumber(&mut self, numbers: &[u32]) {
        for place in self.slots.iter_mut().filter(|place| place.number != EMPTY) {
            place.number = numbers[place.number as usize];
        }
    }

    /// The number of this id. `id_of` returns the id of a number.
    pub(crate) fn find<'a>(&self, id: &str, id_of: &dyn Fn(u32) -> &'a str) -> Option<u32> {
        let place = self.slots.get(self.slot(hash(id), &|other| id_of(other) == id))?;
        (place.number != EMPTY).then_some(place.number)
    }

    /// The numbers whose id also belongs to a lower number.
    pub(crate) fn duplicates<'a>(&self, id_of: &dyn Fn(u32) -> &'a str) -> Vec<u32> {
        let is_repeated = |&number: &u32| self.find(id_of(number), id_of) != Some(number);
        (0..self.count).filter(is_repeated).collect()
    }

    /// The slot of the id with this hash whose number `is_it` accepts, or the free slot for it.
    fn slot(&self, hash: u32, is_it: &dyn Fn(u32) -> bool) -> usize {
        let mut at = hash as usize;
        loop {
            at &= self.slots.len().wrapping_sub(1);
            match self.slots.get(at) {
                Some(place)
                    if place.number != EMPTY
                        && (place.hash != hash || place.number == REMOVED || !is_it(place.number)) =>
                {
                    at += 1;
                }
                _ => return at,
            }
        }
    }
}

/// 8 bytes at a time: small, quick, and good enough for ids, which are not chosen to collide.
fn hash(id: &str) -> u32 {
    // Differences in the last bytes are in the highest bits, which the next multiplication would drop.
    let mix = |hash: u64, part: u64| ((hash ^ hash >> 29) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (parts, rest) = id.as_bytes().as_chunks::<8>();
    let hash = parts.iter().fold(0, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    let hash = rest.iter().fold(hash, |hash, &byte| mix(hash, u64::from(byte)));
    (mix(hash, id.len() as u64) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::{IdIndex, REMOVED, hash};
    use proptest::prelude::*;

    #[test]
    fn hash_collisions_are_resolved() {
        let mut by_hash = std::collections::HashMap::new();
        let (one, other) = (0..)
            .map(|number| format!("federation-{number}"))
            .find_map(|id| by_hash.insert(hash(&id), id.clone()).map(|other| (other, id)))
            .unwrap();
        let ids = [&*one, &other, &one, &other];
        let mut index = IdIndex::of(&[0, 1, 2, 3], &|record| ids[record as usize]);
        assert_eq!(index.find(&other, &|number| ids[number as usize]), Some(1));
        assert_eq!(index.duplicates(&|number| ids[number as usize]), [2, 3]);
        index.renumber(&[REMOVED, 0, REMOVED, REMOVED]);
        let ids = [&*other];
        assert_eq!(index.find(&other, &|number| ids[number as usize]), Some(0));
        assert_eq!(index.find(&one, &|number| ids[number as usize]), None);
    }

    proptest! {
        #[test]
        fn lookup_and_duplicates_agree_with_a_linear_scan(ids in prop::collection::vec("[ab]{0,3}", 0..30)) {
            let records: Vec<u32> = (0..ids.len() as u32).collect();
            let index = IdIndex::of(&records, &|record| &ids[record as usize]);
            for id in ids.iter().map(String::as_str).chain(["", "c"]) {
                let first = ids.iter().position(|other| other == id).map(|at| at as u32);
                prop_assert_eq!(index.find(id, &|number| &ids[number as usize]), first);
            }
            let mut repeated = index.duplicates(&|number| &ids[number as usize]);
            repeated.sort_unstable();
            let mut grown = IdIndex::default();
            for &number in &records {
                let there = grown.add(number, &|number| &ids[number as usize]);
                let first = ids.iter().position(|id| *id == ids[number as usize]).map(|at| at as u32);
                prop_assert_eq!(there, first.filter(|&first| first != number));
                prop_assert!(grown.slots.len() >= 2 * number as usize);
            }
            let naive: Vec<u32> = (0..ids.len())
                .filter(|&at| ids[..at].contains(&ids[at]))
                .map(|at| at as u32)
                .collect();
            prop_assert_eq!(repeated, naive);
        }
    }
}
