//! A property of the files of the comparison and of the guide: no damage to one of them is a panic.

use crate::project::problems::read_with;
use gpf_domain::comparison::authoring::Files as Comparison;
use gpf_domain::guide::Files as Guide;
use proptest::prelude::*;
use proptest::sample::select;

const PATHS: [&str; 11] = [
    Comparison::LEGAL_FORMS,
    Comparison::COLLABORATION_MODELS,
    Comparison::CRITERIA,
    Comparison::FINDINGS,
    Comparison::CASE_STUDIES,
    Guide::SECTIONS,
    Guide::QUESTIONS,
    Guide::READING,
    Guide::TIMELINE,
    Guide::POPULATIONS,
    Guide::GLOSSARY,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is in a file, reading ends with a result or with problems.
    #[test]
    fn reading_never_panics(path in select(&PATHS[..]), at in 0.0..1.0_f64, length in 0..200_usize, put in "\\PC{0,12}") {
        if let Err(problems) = read_with(path, |text| damaged(text, at, length, &put)) {
            prop_assert!(!problems.is_empty());
        }
    }
}

/// The text with `length` characters replaced by `put`, at the position `at`, which is a fraction of its length.
fn damaged(text: &str, at: f64, length: usize, put: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let from = (at * characters.len() as f64) as usize;
    let to = (from + length).min(characters.len());
    characters[..from].iter().copied().chain(put.chars()).chain(characters[to..].iter().copied()).collect()
}
