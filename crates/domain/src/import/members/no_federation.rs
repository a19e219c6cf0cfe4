//! Texts in place of a federation's name, such as "Not in a federation".

use crate::import::normalise;
use crate::strings::{has_word, split_once};

/// Whether the text in place of a federation's name means that the member is in none. `words` is the folded text.
pub(super) fn is_no_federation(text: &str, words: &str) -> bool {
    const WHOLE: &str = " independent standalone opted out unaligned unallocated unassigned vacant declined left pending \
        withdrawn withdrew resigned see notes see note ";
    const ENDS: [&str; 5] = [
        "not in a federation",
        "not in federation",
        "not in any federation",
        "no longer in a federation",
        "no longer in federation",
    ];
    // Excel's VLOOKUP shows 0 for an empty cell.
    let is_mark = words == "x" || words.bytes().all(|byte| byte == b'0');
    let (first, rest) = split_once(words, b' ').unwrap_or((words, ""));
    // `No. 1 Health` and `Not-for-profit Health` are names.
    let is_name = rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("for profit ");
    is_mark
        || matches!(first, "no" | "non" | "none" | "not") && !is_name
        || ["unaffiliated", "unfederated"].iter().any(|start| words.starts_with(start))
        || has_word(WHOLE, words)
        || normalise::status(text).is_some()
        || ENDS.iter().any(|end| words.ends_with(end))
}
