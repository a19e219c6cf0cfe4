//! Different texts, by number.

use crate::directory::id_index::IdIndex;

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
        if let Some(number) = self.ids.find(text, &|number| self.get(number)) {
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

    fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..self.ends[number] as usize).unwrap_or_default()
    }
}
