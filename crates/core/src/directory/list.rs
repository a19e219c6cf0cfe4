//! Lists inside a cell.

/// The entries of a cell that holds a list, separated by semicolons; without spaces around them, none empty.
#[derive(Clone, Debug)]
pub struct List<'a>(std::str::Split<'a, char>);

impl<'a> List<'a> {
    pub(super) fn of(cell: &'a str) -> Self {
        Self(cell.split(';'))
    }
}

impl<'a> Iterator for List<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.0
            .by_ref()
            .map(str::trim)
            .find(|entry| !entry.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn spaces_and_empty_entries_fall_away() {
        for (cell, entries) in [
            ("", &[][..]),
            (" ; ;", &[]),
            ("WA", &["WA"]),
            ("WA; L", &["WA", "L"]),
            (" a b ;c;; d;", &["a b", "c", "d"]),
        ] {
            assert_eq!(List::of(cell).collect::<Vec<_>>(), entries, "{cell:?}");
        }
    }
}
