//! Lists inside a cell.

use crate::strings::split_once;

/// The entries of a cell with a list, which are separated by semicolons. Spaces around them and empty entries are
/// removed.
#[derive(Clone, Debug)]
pub struct Entries<'a>(&'a str);

impl<'a> Entries<'a> {
    pub(super) const fn of(cell: &'a str) -> Self {
        Self(cell)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        while !self.0.is_empty() {
            let (entry, rest) = split_once(self.0, b';').unwrap_or((self.0, ""));
            self.0 = rest;
            let entry = entry.trim();
            if !entry.is_empty() {
                return Some(entry);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Entries;

    #[test]
    fn spaces_and_empty_entries_are_dropped() {
        for (cell, entries) in [
            ("", &[][..]),
            (" ; ;", &[]),
            ("WA", &["WA"]),
            ("WA; L", &["WA", "L"]),
            (" a b ;c;; d;", &["a b", "c", "d"]),
        ] {
            assert_eq!(Entries::of(cell).collect::<Vec<_>>(), entries, "{cell:?}");
        }
    }
}
