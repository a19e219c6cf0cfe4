//! Different texts, by number.

use crate::directory::id_index::IdIndex;
use crate::fold::fold;

/// Different texts, by number. 100,000 of them take 2 MB in addition to their letters.
#[derive(Default)]
pub(super) struct NumberedTexts {
    text: String,
    /// The end of each text.
    ends: Vec<u32>,
    ids: IdIndex,
}

impl NumberedTexts {
    /// The number of a text, and whether it is new.
    pub(super) fn of(&mut self, text: &str) -> (u32, bool) {
        if let Some(number) = self.find(text) {
            return (number, false);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        let number = self.ends.len() as u32 - 1;
        let mut ids = std::mem::take(&mut self.ids);
        ids.add(number, &|number| self.get(number));
        self.ids = ids;
        (number, true)
    }

    /// Divides `text`, which has the number `own`, into other texts with a slash, a comma, a line break, a plus sign or "and"
    /// between them. Returns whether all of it is such texts, and adds their numbers to `parts`.
    pub(super) fn divide(&self, text: &str, own: u32, parts: &mut Vec<u32>) -> bool {
        const MOST: usize = 8;
        /// No name is longer, and each part is folded.
        const LONGEST: usize = 200;
        let find = |part: &str| self.find(&fold(part)).filter(|&number| number != own);
        for (at, c) in text.char_indices().take(LONGEST) {
            let rest = &text[at..];
            let length = match c {
                '/' | ',' | '+' | '&' | '\n' => 1,
                ' ' if rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case(" and ")) => 5,
                _ => continue,
            };
            if parts.len() < MOST
                && let Some(part) = find(&text[..at])
            {
                parts.push(part);
                if self.divide(&rest[length..], own, parts) {
                    return true;
                }
                parts.pop();
            }
        }
        // All of the text is itself.
        let last = if parts.is_empty() { None } else { find(text) };
        last.map(|part| parts.push(part)).is_some()
    }

    /// The number of the text, if it is there.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.ids.find(text, &|number| self.get(number))
    }

    fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..self.ends[number] as usize).unwrap_or_default()
    }
}
