//! The columns that are empty in most editors' lists, whose texts are stored in one cell.

use super::column::{COLUMNS, FIRST_EXTRA};

/// The separator of the texts. No cell contains it, because control characters are removed when a file is read.
const BETWEEN: char = '\x1f';

/// The texts of all extra columns as one. Empty if all of them are.
pub(crate) fn joined<'c>(cell: &dyn Fn(usize) -> &'c str) -> String {
    let mut joined = String::new();
    let mut between = 0;
    for column in FIRST_EXTRA..COLUMNS {
        let text = cell(column);
        if !text.is_empty() {
            // Empty texts at the end are left out.
            for _ in 0..between {
                joined.push(BETWEEN);
            }
            between = 0;
            joined.push_str(text);
        }
        between += 1;
    }
    joined
}

/// The text of one extra column, by its number.
pub(super) fn text(joined: &str, column: usize) -> &str {
    let mut rest = joined;
    for _ in FIRST_EXTRA..column {
        let Some((_, behind)) = crate::strings::split_once(rest, BETWEEN as u8) else {
            return "";
        };
        rest = behind;
    }
    crate::strings::split_once(rest, BETWEEN as u8).map_or(rest, |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::column::Column;
    use proptest::prelude::*;

    #[test]
    fn empty_extra_columns_take_no_space() {
        assert_eq!(joined(&|_| ""), "");
        assert_eq!(text("", Column::FormerNames as usize), "");
        assert_eq!(text("", Column::SourceFacts as usize), "");
    }

    proptest! {
        #[test]
        fn extra_columns_round_trip(texts in prop::collection::vec("[a-z; é]{0,4}", COLUMNS - FIRST_EXTRA)) {
            let joined = joined(&|column| &texts[column - FIRST_EXTRA]);
            for (at, column) in [Column::FormerNames, Column::Listed, Column::LastSeenBy].into_iter().enumerate() {
                prop_assert_eq!(text(&joined, column as usize), &texts[at]);
            }
            prop_assert_eq!(text(&joined, Column::SourceFacts as usize), &texts[texts.len() - 1]);
        }
    }
}
