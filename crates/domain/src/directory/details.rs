//! The details of a federation: the values of an editor's own columns.

/// The values of unknown columns for one federation: pairs of the column's heading and the cell, none of them empty, in
/// the order of the file.
#[derive(Clone, Debug)]
pub struct Details<'a> {
    pub(super) labels: &'a [String],
    pub(super) rest: &'a str,
}

/// The separator after each detail. It is never in a cell.
const END: char = '\x1f';

/// The maximum number of different headings, because a heading's number is a character below the surrogates.
pub(crate) const MAX_LABELS: usize = 0xD000;

/// Appends a detail: one character with the number of the label, and the text.
pub(crate) fn push(details: &mut String, label: usize, text: &str) {
    if let Some(label) = char::from_u32(label as u32).filter(|_| label < MAX_LABELS && !text.is_empty()) {
        details.push(label);
        details.extend(text.chars().filter(|&c| c != END));
        details.push(END);
    }
}

impl<'a> Iterator for Details<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (label, text) = next(&mut self.rest)?;
        Some((self.labels.get(label)?, text))
    }
}

/// The details with the numbers of their labels.
pub(crate) fn numbered(mut details: &str) -> impl Iterator<Item = (usize, &str)> {
    std::iter::from_fn(move || next(&mut details))
}

fn next<'a>(rest: &mut &'a str) -> Option<(usize, &'a str)> {
    let label = rest.chars().next()?;
    let text = rest.get(label.len_utf8()..)?;
    let end = text.bytes().position(|byte| byte == END as u8)?;
    *rest = text.get(end + 1..)?;
    Some((label as usize, text.get(..end)?))
}

#[cfg(test)]
mod tests {
    use super::{Details, push};

    #[test]
    fn details_round_trip_with_their_labels() {
        let labels: Vec<String> = (0..300).map(|number| format!("Column {number}")).collect();
        let mut packed = String::new();
        push(&mut packed, 31, "a\x1fb");
        push(&mut packed, 0, "");
        push(&mut packed, 299, "é; \u{0}");
        let details: Vec<_> = Details { labels: &labels, rest: &packed }.collect();
        assert_eq!(details, [("Column 31", "ab"), ("Column 299", "é; \u{0}")]);
    }
}
