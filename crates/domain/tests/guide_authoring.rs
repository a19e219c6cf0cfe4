//! Tests of the report on problems in the guide's files: the file, the line, the field, and how to fix them.

use crate::project::problems::{assert_problem, problems, problems_with};
use gpf_domain::guide::Files;

#[test]
fn problems_in_sections_are_reported_by_line_and_field() {
    let path = Files::SECTIONS;
    assert_problem(
        path,
        "id = \"reasons\"",
        "id = \"reason\"",
        "id: \"reason\" is not known. Use one of: what, reasons, ",
    );
    assert_problem(path, "id = \"wishes\"", "id = \"reasons\"", "id: \"reasons\" stands here twice");
    assert_problem(
        path,
        "kind = \"terms\"",
        "kind = \"term\"",
        "kind: \"term\" is not a word for it. Use one of: paragraph, ",
    );
    assert_problem(
        path,
        "source = \"wikipedia\"",
        "source = \"wiki\"",
        "source: \"wiki\" is not known. Use one of: wikipedia, ",
    );
    assert_problem(path, "picture = \"timeline\"", "picture = \"time\"", "Use one of: timeline, populations");
    assert_problem(
        path,
        "title = \"Further reading\"",
        "titel = \"Further reading\"",
        "titel: is not a field here. Use one of: ",
    );
    let number = problems(path, "\"mergers of practices\"", "3");
    assert!(number.iter().any(|problem| problem.contains("items: is not a list. Write its entries")), "{number:?}");
}

#[test]
fn missing_or_misordered_sections_are_reported() {
    let path = Files::SECTIONS;
    let renamed = problems(path, "[[sections]]\nid = \"not\"", "[[sections]]\nid = \"what\"");
    assert!(
        renamed.iter().any(|problem| problem.contains("sections: lacks not. Write each as [[sections]]")),
        "{renamed:?}"
    );

    let swapped = problems_with(path, |text| {
        let swapped = text.replace("id = \"not\"", "id = \"?\"").replace("id = \"wishes\"", "id = \"not\"");
        swapped.replace("id = \"?\"", "id = \"wishes\"")
    });
    assert!(
        swapped.iter().any(|problem| problem.contains("are not in their order. Order them as what, ")),
        "{swapped:?}"
    );
}

#[test]
fn problems_in_questions_are_reported_by_line_and_field() {
    let path = Files::QUESTIONS;
    assert_problem(
        path,
        "kind = \"threat\"",
        "kind = \"danger\"",
        "kind: \"danger\" is not a word for it. Use one of: question, threat",
    );
    let twice = problems(path, "id = \"viability\"", "id = \"advice\"");
    assert!(twice.iter().any(|problem| problem.contains("id: \"advice\" stands here twice")), "{twice:?}");
    assert_problem(
        path,
        "text = \"Do partners review quality and regulation regularly?\"",
        "text = \"Review quality.\"",
        "text: \"Review quality.\" is not a question. End it with a question mark",
    );
}

#[test]
fn problems_in_readings_are_reported_by_line_and_field() {
    let path = Files::READING;
    assert_problem(
        path,
        "url = \"https://www.wilder",
        "url = \"http://www.wilder",
        "is not a safe web address. Start it with",
    );
    let twice = problems(path, "title = \"All Together Now?\"", "title = \"Benefits and Challenges of Federation\"");
    assert!(
        twice.iter().any(|problem| problem.contains("title: ") && problem.contains("stands here twice")),
        "{twice:?}"
    );
    assert_problem(
        path,
        "kind = \"listed\"",
        "kind = \"source\"",
        "kind: \"source\" is not a word for it. Use one of: listed, cited",
    );
    let unnamed = problems(path, "source = \"wikipedia\"\nname", "source = \"bma-gpc\"\nname");
    assert!(unnamed.iter().any(|problem| problem.contains("\"wikipedia\" has no short name")), "{unnamed:?}");
}

#[test]
fn problems_in_the_glossary_are_reported_by_line_and_field() {
    let path = Files::GLOSSARY;
    let first = "name = \"Alternative Provider";
    assert_problem(path, first, "nam = \"Alternative Provider", "nam: is not a field here. Use one of: id, name");
    assert_problem(
        path,
        "name = \"Asset lock\"",
        "name = \"A lock of assets\"",
        "name: \"A lock of assets\" is after a later term. Put the terms in the order",
    );
    let meaning = "meaning = \"A committee that represents the GPs of its area.\"";
    for wrong in ["A committee.  It represents GPs.", "A committee. It represents GPs.", "A committee"] {
        let wrong = format!("meaning = \"{wrong}\"");
        assert_problem(path, meaning, &wrong, "is not 1 sentence. Write 1 sentence with a full stop");
    }
    let words = "words = [\"local medical committee\", \"LMC\"]";
    assert_problem(path, words, "words = []", "words: is empty. Write what the texts call it");
    assert_problem(path, words, "words = [\"icb\"]", "words: \"icb\" belongs to icb too. Give it to one of them");
    assert_problem(path, "id = \"cic\"", "id = \"cio\"", "id: \"cio\" stands here twice");
    assert_problem(path, "source = \"hsj-regions\"", "source = \"hsj\"", "source: \"hsj\" is not known. Use one of: ");
    // The timeline has a source with this id.
    let taken = "id = \"health-and-care-act-2022\"";
    assert_problem(path, "id = \"hsj-regions\"", taken, "id: \"health-and-care-act-2022\" stands here twice");
}

#[test]
fn invalid_toml_is_reported_with_its_position() {
    assert_problem(Files::QUESTIONS, "id = \"viability\"", "id = \"viability", "is not TOML");
}
