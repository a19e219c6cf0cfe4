//! An arena for strings.

/// Texts, each after its length, in pages that are never moved. A list that is reallocated as it grows would leave its
/// old memory behind, because wasm memory never shrinks.
#[derive(Clone, Debug, Default)]
pub(super) struct StringArena(Vec<String>);

/// The reference to an empty text.
pub(crate) const EMPTY_REF: u32 = u32::MAX;

/// The bits of a reference that are the position on the page.
const PAGE_BITS: u32 = 16;
const PAGE: usize = 1 << PAGE_BITS;

/// Lengths are numbers in digits of 6 bits, the most significant first. This bit is set in all digits but the last.
const MORE: u8 = 1 << 6;
const MAX_DIGITS: usize = 6;

impl StringArena {
    /// Stores a text and returns its reference: the number of the page, and the position on it. The caller must keep
    /// the total below 2 GiB.
    pub(super) fn alloc(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return EMPTY_REF;
        }
        let is_full = |page: &String| page.len() + MAX_DIGITS + text.len() > PAGE && !page.is_empty();
        if self.0.last().is_none_or(is_full) {
            // If there are few texts, the only page takes no more memory than they need.
            self.0.push(String::with_capacity(if self.0.is_empty() { 0 } else { PAGE }));
        }
        let number = self.0.len() - 1;
        let page = &mut self.0[number];
        let place = number << PAGE_BITS | page.len();
        push_length(page, text.len(), 0);
        page.push_str(text);
        place as u32
    }

    /// The text of a reference.
    pub(super) fn get(&self, place: u32) -> &str {
        let (page, from, to) = self.bounds(place);
        page.get(from..to).unwrap_or_default()
    }

    /// Whether the text of a reference is this one, which must not be empty.
    pub(super) fn eq_at(&self, place: u32, text: &str) -> bool {
        let (page, from, to) = self.bounds(place);
        to - from == text.len() && page.as_bytes()[from..to] == *text.as_bytes()
    }

    fn bounds(&self, place: u32) -> (&str, usize, usize) {
        let Some(page) = self.0.get((place >> PAGE_BITS) as usize) else {
            return ("", 0, 0);
        };
        let (mut from, mut length) = (place as usize % PAGE, 0);
        loop {
            let digit = page.as_bytes()[from];
            length = length << 6 | usize::from(digit % MORE);
            from += 1;
            if digit < MORE {
                return (page, from, from + length);
            }
        }
    }
}

fn push_length(page: &mut String, length: usize, mark: u8) {
    let (digit, rest) = (length as u8 % MORE, length >> 6);
    if rest > 0 {
        push_length(page, rest, MORE);
    }
    page.push(char::from(digit | mark));
}

#[cfg(test)]
mod tests {
    use super::{EMPTY_REF, PAGE, StringArena};

    #[test]
    fn texts_of_any_length_round_trip_across_pages() {
        let lengths = [1, 63, 64, 65, 4095, 4096, 32_767, PAGE - 7, PAGE - 6, PAGE, 300_000, 2];
        let written: Vec<String> = (0..100).map(|at| "é".repeat(lengths[at % lengths.len()] / 2 + 1)).collect();
        let mut texts = StringArena::default();
        let places: Vec<u32> = written.iter().map(|text| texts.alloc(text)).collect();
        for (text, &place) in written.iter().zip(&places) {
            assert!(texts.get(place) == text && texts.eq_at(place, text), "{} bytes", text.len());
            assert!(!texts.eq_at(place, "e") && !texts.eq_at(EMPTY_REF, text));
        }
        assert_eq!((texts.alloc(""), texts.get(EMPTY_REF)), (EMPTY_REF, ""));
    }
}
