//! The structure of single documents: the README is short and has 2 commands, and each design decision has all of its
//! parts.

use super::{codes, text};

#[test]
fn the_readme_is_short_and_has_two_commands() {
    let readme = text("README.md");
    let lines = readme.lines().count();
    assert!(lines <= 120, "README.md has {lines} lines; 120 are enough for a newcomer");
    let commands: Vec<&str> = codes(&readme).into_iter().filter(|it| it.starts_with("cargo ")).collect();
    assert_eq!(
        commands,
        ["cargo xtask serve", "cargo xtask test"],
        "README.md has the 2 commands that a newcomer needs"
    );
    // A picture of each element.
    assert_eq!(readme.matches("\n![").count(), 3, "README.md has a picture of each element");
}

#[test]
fn every_decision_has_a_number_a_question_an_answer_and_a_date() {
    let document = text("docs/DESIGN.md");
    let decisions: Vec<&str> = document.split("\n### ").skip(1).filter(|it| it.starts_with(char::is_numeric)).collect();
    assert!(decisions.len() > 40, "only {} decisions", decisions.len());
    for (at, decision) in decisions.iter().enumerate() {
        let heading = decision.lines().next().unwrap_or_default();
        assert!(heading.starts_with(&format!("{}. ", at + 1)), "docs/DESIGN.md: decision {} is \"{heading}\"", at + 1);
        for part in ["**Question:** ", "**Answer:** ", "**Date:** "] {
            assert!(decision.contains(part), "docs/DESIGN.md: \"{heading}\" has no {part}");
        }
        let question = decision.lines().find(|it| it.starts_with("**Question:** ")).unwrap_or_default();
        assert!(question.ends_with('?'), "docs/DESIGN.md: \"{heading}\": {question}");
    }
}
