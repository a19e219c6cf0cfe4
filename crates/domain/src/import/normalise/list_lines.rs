//! Lists with an item on each line of a cell, as people type them.

use crate::strings::{self, split_once};

/// The items on the lines of a cell, separated by semicolons and without their bullets or numbers.
pub(super) fn joined_lines(cell: &str) -> String {
    let mut items = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(line) = strings::next_part(&mut rest, "\n|") {
        strings::join(&mut items, ";", &mut [without_bullet(line.trim())].into_iter());
    }
    items
}

/// The line without the bullet or number before it: `• Elm Surgery`, `1. Elm Surgery`.
fn without_bullet(line: &str) -> &str {
    let Some((mark, text)) = split_once(line, b' ') else { return line };
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = matches!(number.len(), 1 | 2) && strings::is_digits(number);
    let is_bullet = matches!(mark, "•" | "·" | "-" | "–" | "—" | "*" | "◦" | "▪" | "●" | "o");
    if is_number || is_bullet { text.trim() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_items_without_bullets() {
        for (cell, expected) in [
            ("• Elm Surgery\n• Oak Surgery", "Elm Surgery;Oak Surgery"),
            ("- Elm Surgery\n- Oak Surgery\n", "Elm Surgery;Oak Surgery"),
            ("1. Elm Surgery\n2) Oak Surgery\n\n10. Ash", "Elm Surgery;Oak Surgery;Ash"),
            ("12 High Street Surgery\n-Elm\n3 Elms", "12 High Street Surgery;-Elm;3 Elms"),
            ("Elm|Oak | Ash", "Elm;Oak;Ash"),
            ("•\nElm", "•;Elm"),
        ] {
            assert_eq!(joined_lines(cell), expected, "{cell}");
        }
    }
}
