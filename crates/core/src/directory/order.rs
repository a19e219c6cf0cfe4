//! The order of names.

use crate::search::fold;

/// Sorts records by name as a reader looks for them: case, accents and punctuation don't count, nor a leading "The".
///
/// Names that are alike so far stand in the order of the file.
pub(super) fn by_name<'a>(records: &mut [u32], name_of: impl Fn(u32) -> &'a str) {
    // One string of all the folded names, and for each its first 8 bytes as a number: most comparisons then need
    // neither a second look nor another place in memory.
    let mut keys = String::new();
    let mut entries = Vec::with_capacity(records.len());
    for &record in records.iter() {
        let name = fold(name_of(record));
        let key = name.strip_prefix("the ").unwrap_or(&name);
        entries.push(Entry {
            start: first_bytes(key),
            from: keys.len() as u32,
            length: key.len() as u32,
            record,
        });
        keys.push_str(key);
    }
    let key = |entry: &Entry| &keys.as_bytes()[entry.from as usize..][..entry.length as usize];
    // A record's number is its place in the file.
    entries.sort_unstable_by(|a, b| {
        a.start
            .cmp(&b.start)
            .then_with(|| key(a).cmp(key(b)))
            .then_with(|| a.record.cmp(&b.record))
    });
    for (record, entry) in records.iter_mut().zip(entries) {
        *record = entry.record;
    }
}

struct Entry {
    start: u64,
    from: u32,
    length: u32,
    record: u32,
}

/// The first 8 bytes as a number that sorts as they do.
fn first_bytes(key: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(key.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::by_name;

    #[test]
    fn names_stand_as_a_reader_looks_for_them() {
        let names = [
            "West Cheshire",
            "the Wirral Federation",
            "Àlpha",
            "alpha Beta",
            "Alpha, Gamma",
            "The Alliance",
            "Theale",
            "Alpha",
            "",
        ];
        let mut records: Vec<u32> = (0..names.len() as u32).collect();
        by_name(&mut records, |record| names[record as usize]);
        let sorted: Vec<_> = records
            .into_iter()
            .map(|record| names[record as usize])
            .collect();
        assert_eq!(
            sorted,
            [
                "",
                "The Alliance",
                "Àlpha",
                "Alpha",
                "alpha Beta",
                "Alpha, Gamma",
                "Theale",
                "West Cheshire",
                "the Wirral Federation",
            ]
        );
    }
}
