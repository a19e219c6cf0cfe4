//! The order of names.

use crate::search::fold;
use crate::sort::{sorted, text_key};

/// Sorts records by name as a reader looks for them: case, accents and punctuation don't count, nor a leading "The".
///
/// Names that are alike so far stand in the order of the file.
pub(super) fn by_name<'a>(records: &mut [u32], name_of: impl Fn(u32) -> &'a str) {
    // What most comparisons don't need of the folded names, in one piece.
    let mut rests = Vec::new();
    let mut ends = vec![0];
    let mut keyed = Vec::with_capacity(records.len());
    for (number, &record) in (0..).zip(records.iter()) {
        let name = fold(name_of(record));
        let (key, rest) = text_key(name.strip_prefix("the ").unwrap_or(&name));
        keyed.push((key, number));
        rests.extend_from_slice(rest);
        ends.push(rests.len());
    }
    let rest = |number: u32| &rests[ends[number as usize]..ends[number as usize + 1]];
    let order = sorted(keyed, &|one, other| rest(one) < rest(other));
    let before = records.to_vec();
    for (record, number) in records.iter_mut().zip(order) {
        *record = before[number as usize];
    }
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
        let sorted: Vec<_> = records.into_iter().map(|record| names[record as usize]).collect();
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
