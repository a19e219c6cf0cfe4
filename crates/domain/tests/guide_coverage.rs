//! Tests that `docs/COVERAGE.md` is true: every group of facts in the 5 sources is where the table states.

use crate::project;
use crate::project::places::places;
use crate::project::{directory, guide, text};

/// A row of the table.
struct Row {
    source: String,
    facts: String,
    place: String,
    words: String,
}

const LEFT_OUT: &str = "left out";

/// The rows of the tables with 4 columns, without their headings.
fn rows() -> Vec<Row> {
    let table = text("docs/COVERAGE.md");
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let lines = table.lines().filter(|line| line.starts_with("| ")).map(cells).filter(|cells| cells.len() > 2);
    let rows = lines.filter(|cells| cells[0] != "source").map(|cells| {
        let [source, facts, place, words] = cells.try_into().unwrap_or_else(|cells| panic!("not 4 columns: {cells:?}"));
        Row { source, facts, place, words }
    });
    rows.collect()
}

#[test]
fn words_are_found_at_the_listed_places() {
    let places = places(&guide(), &project::catalogue());
    let mut missing = Vec::new();
    for row in rows().iter().filter(|row| row.place != LEFT_OUT) {
        let Some(text) = places.get(&row.place) else {
            missing.push(format!("{}: there is no {}", row.facts, row.place));
            continue;
        };
        for word in row.words.split(';').map(|word| word.trim().to_lowercase()) {
            if word.is_empty() || !text.contains(&word) {
                missing.push(format!("{}: \"{word}\" is not in {}", row.facts, row.place));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn every_row_has_a_known_source_facts_and_words() {
    let directory = directory();
    for row in rows() {
        assert!(directory.sources().iter().any(|source| source.id == row.source), "{} is no source", row.source);
        assert!(row.facts.len() > 3 && row.words.len() > 3, "{}: {}", row.source, row.facts);
    }
}

#[test]
fn every_source_has_rows_for_its_facts_and_itself() {
    let rows = rows();
    // A page of evidence is one of hundreds, and supports its own row.
    for source in project::built().documents {
        let of_source = |place: &str| rows.iter().any(|row| row.source == source.id && row.place.starts_with(place));
        assert!(of_source(&format!("sources#{}", source.id)), "{} itself", source.id);
        assert!(of_source("guide#"), "{} in the guide", source.id);
    }
}

#[test]
fn every_section_form_model_and_case_is_in_the_table() {
    let rows = rows();
    for place in places(&guide(), &project::catalogue()).keys() {
        if place.starts_with("guide#") || place.starts_with("comparison#") {
            assert!(rows.iter().any(|row| row.place == *place), "{place} is not in the table");
        }
    }
}

#[test]
fn few_facts_are_left_out_each_with_a_reason() {
    let left_out: Vec<Row> = rows().into_iter().filter(|row| row.place == LEFT_OUT).collect();
    assert_eq!(left_out.len(), 3);
    for row in left_out {
        assert!(row.words.ends_with('.'), "{}: say why in a sentence", row.facts);
    }
}
