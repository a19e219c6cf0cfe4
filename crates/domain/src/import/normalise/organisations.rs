//! The words of organisations in general practice, to distinguish their names from numbers and types.

use crate::fold::fold;
use crate::strings::{self, parts};

/// Whether one of the words is typical of the names of organisations in general practice.
pub(in crate::import) fn is_organisation(words: &str) -> bool {
    const WORDS: &str = " federation federated federations alliance health healthcare care gp gps group ltd limited \
        cic llp partnership partners network collaborative consortium practice practices surgery medical medics \
        doctors services company primary association confederation community ";
    words.split(' ').any(|word| strings::has_word(WORDS, word))
}

/// Whether a cell about the number of practices has their names instead, and not "fourteen" or "various".
pub(in crate::import) fn are_names(cell: &str) -> bool {
    let is_list = cell.contains([';', '\n', '(']);
    if cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return is_list && is_organisation(&fold(cell)) && !is_count_of_practices(cell);
    }
    is_list || cell.contains(',') || is_organisation(&fold(cell))
}

/// Whether a cell about practices is their number, such as "12", "about 12 practices" or "10-12", and not their names.
pub(in crate::import) fn is_count_of_practices(cell: &str) -> bool {
    const WORDS: [&str; 10] =
        ["practice", "practices", "surgery", "surgeries", "gp", "about", "around", "c", "circa", "approximately"];
    let mut has_digit = false;
    for word in cell.split(|c: char| !c.is_alphanumeric()) {
        if strings::is_digits(word) {
            has_digit |= !word.is_empty();
        } else if !WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            return false;
        }
    }
    has_digit
}

/// Whether a cell about the legal form is the type of the organisation instead, such as "GP federation".
pub(in crate::import) fn is_type_of_body(cell: &str) -> bool {
    const WORDS: [&str; 7] = ["federation", "federations", "network", "networks", "pcn", "alliance", "collaborative"];
    parts(&fold(cell), " ").iter().any(|word| WORDS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_counts_are_distinguished_from_practice_names() {
        for cell in ["12", "about 12 practices", "c. 12", "10-12", "1,204", "12 (2019)", "GP practices: 7"] {
            assert!(is_count_of_practices(cell), "{cell}");
        }
        for cell in ["", "Elm Practice", "Elm Practice; 12 High Street Surgery", "The Surgery", "100 Acre Surgery"] {
            assert!(!is_count_of_practices(cell), "{cell}");
        }
    }
}
