//! Initials, computed by trying each way to write them.

/// Whether these are the initials of all the words. Linking words can be left out, and "gp" can be one letter or two.
pub(crate) fn are_initials(letters: &str, words: &[&str]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let mut ways = vec![&word[..word.chars().next().map_or(0, char::len_utf8)]];
    if *word == "gp" {
        ways.push(word);
    }
    // Nothing is linked at the end of a name, which then has more words than initials.
    if !rest.is_empty() && ["and", "for", "in", "of", "on", "the", "upon"].contains(word) {
        ways.push("");
    }
    ways.iter().any(|way| letters.strip_prefix(way).is_some_and(|after| are_initials(after, rest)))
}

/// Whether these are the initials of the first words, however many.
pub(crate) fn are_initials_of_a_start(letters: &str, words: &[&str]) -> bool {
    (1..=words.len()).any(|count| are_initials(letters, &words[..count]))
}
