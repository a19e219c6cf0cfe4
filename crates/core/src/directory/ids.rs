//! Finding a federation by its id.

/// An index of ids: 8 bytes each, without their text.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// A hash of the id in the upper half, its number in the lower; sorted.
    hashes: Vec<u64>,
}

impl Ids {
    /// The index of the ids of these records; an id's number is its record's place in the list.
    pub(super) fn of<'a>(records: &[u32], id_of: impl Fn(u32) -> &'a str) -> Self {
        let hash =
            |(number, &record): (usize, &u32)| u64::from(hash(id_of(record))) << 32 | number as u64;
        let mut hashes: Vec<u64> = records.iter().enumerate().map(hash).collect();
        hashes.sort_unstable();
        Self { hashes }
    }

    /// The number of this id. `id_of` says the id that has a number.
    pub(super) fn find<'a>(&self, id: &str, id_of: impl Fn(u32) -> &'a str) -> Option<u32> {
        let hash = hash(id);
        let first = self
            .hashes
            .partition_point(|&entry| ((entry >> 32) as u32) < hash);
        self.hashes[first..]
            .iter()
            .take_while(|&&entry| (entry >> 32) as u32 == hash)
            .map(|&entry| entry as u32)
            .find(|&number| id_of(number) == id)
    }

    /// The numbers whose id a lower number has too.
    pub(super) fn repeated<'a>(&self, id_of: impl Fn(u32) -> &'a str) -> Vec<u32> {
        let mut repeated = Vec::new();
        for pair in self.hashes.windows(2) {
            if pair[0] >> 32 == pair[1] >> 32 {
                let number = pair[1] as u32;
                match self.find(id_of(number), &id_of) {
                    Some(first) if first < number => repeated.push(number),
                    _ => {}
                }
            }
        }
        repeated
    }
}

/// FNV-1a, 32 bits: small, and good enough for ids that nobody chooses in order to collide.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::{Ids, hash};
    use proptest::prelude::*;

    #[test]
    fn ids_of_one_hash_are_told_apart() {
        // A known collision of FNV-1a in 32 bits.
        assert_eq!(hash("costarring"), hash("liquid"));
        let ids = ["costarring", "liquid", "costarring", "liquid"];
        let index = Ids::of(&[0, 1, 2, 3], |record| ids[record as usize]);
        assert_eq!(index.find("liquid", |number| ids[number as usize]), Some(1));
        assert_eq!(index.repeated(|number| ids[number as usize]), [2, 3]);
    }

    proptest! {
        #[test]
        fn finding_and_repeating_agree_with_looking_through(ids in prop::collection::vec("[ab]{0,3}", 0..30)) {
            let records: Vec<u32> = (0..ids.len() as u32).collect();
            let index = Ids::of(&records, |record| &ids[record as usize]);
            for id in ids.iter().map(String::as_str).chain(["", "c"]) {
                let first = ids.iter().position(|other| other == id).map(|at| at as u32);
                prop_assert_eq!(index.find(id, |number| &ids[number as usize]), first);
            }
            let mut repeated = index.repeated(|number| &ids[number as usize]);
            repeated.sort_unstable();
            let naive: Vec<u32> = (0..ids.len())
                .filter(|&at| ids[..at].contains(&ids[at]))
                .map(|at| at as u32)
                .collect();
            prop_assert_eq!(repeated, naive);
        }
    }
}
