//! What the first rows of a list show: whether the same federations come in many rows, with other members.

use super::no_federation::is_no_federation;
use super::numbered_texts::NumberedTexts;
use crate::fold::fold;
use crate::import::normalise::is_blank_marker;
use crate::strings;

/// The number of rows to check, if the start of the file has that many: more than there are federations.
pub(in crate::import) const SAMPLE: u32 = 3000;

/// What can be between the federations of a member.
pub(super) const SEPARATORS: &str = ";|";

/// Statistics on the first rows.
#[derive(Default)]
pub(in crate::import) struct Sample {
    names: NumberedTexts,
    /// The member and the code in the first row of each federation.
    first: Vec<[String; 2]>,
    pub(super) rows: u32,
    /// The number of rows with a member and no federation, below a row that has both.
    without: u32,
    /// Whether a row with a federation is below one of those. Rows at the end can be notes.
    is_named_below: bool,
    /// The number of rows with a federation from an earlier row.
    again: u32,
    /// The number of rows with another member than the first row of their federation, and the number of those with
    /// the same code.
    pub(super) others: u32,
    pub(super) same_codes: u32,
    pub(super) other_codes: u32,
    /// The number of codes that are not a letter and digits, which NHS codes are.
    pub(super) odd_codes: u32,
    /// The number of members whose name is typical of a practice.
    pub(super) practices: u32,
}

impl Sample {
    /// Counts a row: its federation, member and code.
    pub(in crate::import) fn add_row(&mut self, [federation, practice, code]: [&str; 3]) {
        let has = |is: fn(&u8) -> bool| practice.as_bytes().iter().any(is);
        // "Site" can be over names and over web addresses.
        let is_address = has(|&byte| byte == b'.') && !has(|&byte| byte == b' ');
        if has(|&byte| byte == b';') || is_address || !has(u8::is_ascii_alphabetic) {
            return;
        }
        if federation.is_empty() {
            self.without += u32::from(self.rows > 0);
            return;
        }
        // A member of several federations.
        let federations = strings::parts(federation, SEPARATORS);
        if federations.len() > 1 {
            return federations.iter().for_each(|part| self.add_row([part.trim(), practice, code]));
        }
        self.rows += 1;
        self.is_named_below |= self.without > 0;
        let words = fold(practice);
        let is_of_practice = ["surgery", "practice", "medical", "health centre", "doctors"]
            .iter()
            .any(|word| strings::contains(&words, word));
        self.practices += u32::from(is_of_practice);
        let has = |is: fn(&u8) -> bool| code.as_bytes().iter().any(is);
        let is_odd = !has(u8::is_ascii_digit) || !has(u8::is_ascii_alphabetic);
        self.odd_codes += u32::from(is_odd && !code.is_empty());
        let words = fold(federation);
        let (number, is_new) = self.names.of(&words);
        if is_new {
            self.first.push([practice.to_owned(), code.to_owned()]);
            return;
        }
        self.again += u32::from(!is_blank_marker(federation) && !is_no_federation(federation, &words));
        let [first, first_code] = &self.first[number as usize];
        if first != practice {
            self.others += 1;
            if !code.is_empty() {
                let is_same = code == first_code;
                self.same_codes += u32::from(is_same);
                self.other_codes += u32::from(!is_same);
            }
        }
    }

    /// Whether each federation has its name once, above rows without one. If names are repeated, a row without one is a
    /// member that is in no federation.
    pub(super) const fn is_merged(&self) -> bool {
        self.again == 0 && self.rows > 1 && self.without >= self.rows && self.is_named_below
    }

    /// Whether enough rows have another member of an earlier federation, so that each row is a member. A federation
    /// that is in a list of federations twice is not enough.
    pub(super) fn is_list(&self, is_sure: bool) -> bool {
        let federations = self.first.len() as u32;
        self.others > 0 && if is_sure { self.others * 4 >= federations } else { self.others >= federations }
    }
}
