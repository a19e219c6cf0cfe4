//! The readability of the guide: the Flesch-Kincaid grade of each section, as a reading age.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

const SECTIONS: &str = "assets/data/guide/sections.toml";
/// The fields that people read.
const READ: [&str; 8] = ["title", "lead", "text", "intro", "items", "terms", "note", "meaning"];

/// Words, sentences and syllables of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct TextCounts {
    words: usize,
    sentences: usize,
    syllables: usize,
}

impl TextCounts {
    fn add(&mut self, text: &str) {
        let mut sentence = 0;
        for word in text.split_whitespace() {
            let letters = word.trim_matches(|it: char| !it.is_alphanumeric());
            if letters.is_empty() {
                continue;
            }
            sentence += 1;
            self.words += 1;
            self.syllables += syllables(letters);
            if word.ends_with(['.', '?', '!', ':', ';']) {
                self.sentences += 1;
                sentence = 0;
            }
        }
        // A list item has no full stop.
        self.sentences += usize::from(sentence > 0);
    }

    /// The Flesch-Kincaid grade plus 5 years: the age at which that grade is taught.
    fn age(self) -> f64 {
        let (words, sentences) = (self.words as f64, self.sentences.max(1) as f64);
        0.39 * words / sentences + 11.8 * self.syllables as f64 / words.max(1.0) - 15.59 + 5.0
    }
}

/// The groups of vowels of a word, without a silent "e" at its end. Capitals and digits are spoken one by one.
fn syllables(word: &str) -> usize {
    if word.chars().all(char::is_uppercase) && word.len() < 6 {
        return word.len();
    }
    if word.chars().any(|it| it.is_ascii_digit()) {
        return word.chars().filter(|it| it.is_alphanumeric()).count().min(4);
    }
    let word = word.to_lowercase();
    let is_vowel = |it: char| "aeiouy".contains(it);
    let mut count = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        count += usize::from(is_vowel(letter) && !was_vowel);
        was_vowel = is_vowel(letter);
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed") && !word.ends_with("ted");
    (count - usize::from(is_silent && count > 1)).max(1)
}

fn count(value: &toml::Value, counts: &mut TextCounts) {
    match value {
        toml::Value::String(text) => counts.add(text),
        toml::Value::Array(values) => values.iter().for_each(|it| count(it, counts)),
        toml::Value::Table(table) => of_table(table, counts),
        _ => {}
    }
}

fn of_table(table: &toml::Table, counts: &mut TextCounts) {
    for (_, value) in table.iter().filter(|(key, _)| READ.contains(&&***key) || *key == "blocks") {
        count(value, counts);
    }
}

/// A line for each section, the hardest first.
pub(crate) fn report(project: &Project) -> Result<String> {
    let file: toml::Table = fs::read_to_string(project.path(SECTIONS))?.parse().context(SECTIONS)?;
    let sections = file.get("sections").and_then(toml::Value::as_array).context("there are no sections")?;
    let mut rows: Vec<(&str, TextCounts)> = Vec::new();
    for section in sections.iter().filter_map(toml::Value::as_table) {
        let mut counts = TextCounts::default();
        of_table(section, &mut counts);
        rows.push((section.get("id").and_then(toml::Value::as_str).unwrap_or_default(), counts));
    }
    rows.sort_by(|(_, a), (_, b)| b.age().total_cmp(&a.age()));
    let mut text = String::from("\nReading age of the guide's sections (Flesch-Kincaid grade and 5 years)\n");
    let _ = writeln!(text, "{:<14}{:>5}{:>7}{:>20}", "section", "age", "words", "words in a sentence");
    for (id, counts) in rows.iter().filter(|(_, counts)| counts.words > 0) {
        let length = counts.words as f64 / counts.sentences.max(1) as f64;
        let _ = writeln!(text, "{id:<14}{:>5.0}{:>7}{length:>20.0}", counts.age(), counts.words);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_common_words() {
        for (word, count) in
            [("federation", 4), ("practice", 2), ("the", 1), ("GP", 2), ("shared", 1), ("people", 2), ("2014", 4)]
        {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn short_sentences_are_easier() {
        let age = |text: &str| {
            let mut counts = TextCounts::default();
            counts.add(text);
            counts.age()
        };
        let easy = age("Practices work together. They share staff. You can ask them.");
        let hard =
            age("Organisational collaboration facilitates comprehensive commissioning arrangements notwithstanding \
                        considerable administrative responsibilities for participating contractors.");
        assert!(easy < 12.0 && hard > 20.0, "{easy} {hard}");
    }

    #[test]
    fn report_has_a_line_for_every_section() {
        let report = report(&Project::locate().unwrap()).unwrap();
        for section in ["what", "benefits", "services"] {
            assert!(report.contains(&["\n", section, " "].concat()), "{report}");
        }
    }
}
