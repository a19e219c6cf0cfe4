//! Words that may be one typing slip away.

/// Hands every word of a folded text that may be one slip away from what was typed to `each`. The text ends with a space.
pub fn each_that_may_be_near<'t>(typed: &str, text: &'t str, each: &mut dyn FnMut(&'t str)) {
    let mut start = 0;
    for (end, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b' ') {
        if may_be_near(typed.as_bytes(), &text.as_bytes()[start..end]) {
            each(text.get(start..end).unwrap_or_default());
        }
        start = end + 1;
    }
}

/// Whether a glance at the first two letters leaves it possible; for most words it doesn't.
#[inline(always)]
fn may_be_near(typed: &[u8], word: &[u8]) -> bool {
    let ([typed_0, typed_1, ..], [word_0, rest @ ..]) = (typed, word) else {
        return true;
    };
    let word_1 = rest.first();
    word_0 == typed_0 // a slip further on
        || word_1 == Some(typed_1) // the first letter is another
        || word_1 == Some(typed_0) // the first letter is missing, or swapped with the next
        || word_0 == typed_1 // there is one before it
        || !word_0.is_ascii() // letters of several bytes are not compared here
        || !typed_0.is_ascii()
}
