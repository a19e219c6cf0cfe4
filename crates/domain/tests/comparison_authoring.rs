//! Tests of the report on problems in the TOML files: the file, the line, the field, and how to fix them.

use crate::project::problems::{assert_problem, problems};
use gpf_domain::comparison::authoring::Files;

#[test]
fn problems_in_findings_are_reported_by_line_and_field() {
    let path = Files::FINDINGS;
    assert_problem(
        path,
        "criteria = [\"light-regulation\"]",
        "criteria = [\"light\"]",
        "criteria: \"light\" is not known. Use one of: legal-person, ",
    );
    assert_problem(
        path,
        "id = \"partnership-trust\"",
        "id = \"partnership-flexible\"",
        "id: \"partnership-flexible\" stands here twice. Give each its own id",
    );
    assert_problem(
        path,
        "id = \"partnership-trust\"",
        "id = \"Trust\"",
        "id: \"Trust\" is not an id. Use small letters",
    );
    assert_problem(
        path,
        "\"bma-gpc:gp-partnership:advantage:1\"",
        "\"bma-gpc:gp-partnership:advantage\"",
        "is not a place in the guidance",
    );
    assert_problem(
        path,
        "\"bma-gpc:gp-partnership:advantage:1\"",
        "\"bmj:gp-partnership:advantage:1\"",
        "source_item: \"bmj\" is not known. Use one of: ",
    );
    assert_problem(path, "text = \"It is flexible.\"", "text = \"\"", "text: is not a text");
    assert_problem(
        path,
        "text = \"It is flexible.\"",
        "txt = \"It is flexible.\"",
        "txt: is not a field here. Use one of: id, ",
    );
    assert_problem(path, "added = true\nkind", "added = \"yes\"\nkind", "added: is neither true nor false");
}

#[test]
fn law_findings_need_a_section_and_the_added_flag() {
    let path = Files::FINDINGS;
    for (from, expected) in [
        ("section = \"section 24(1)\"\n", "section: does not fit `added`"),
        ("added = true\n", "added: does not fit the source"),
    ] {
        let found = problems(path, from, "");
        assert!(found.iter().any(|problem| problem.contains(expected)), "{found:?}");
    }
}

#[test]
fn problems_in_cells_are_reported_by_line_and_criterion() {
    let path = Files::LEGAL_FORMS;
    assert_problem(
        path,
        "answer = \"no\", explanation = \"It has no shares to sell.\"",
        "answer = \"never\", explanation = \"x\"",
        "answer: \"never\" is not a word for it. Use one of: yes, no, depends, not-stated",
    );
    assert_problem(path, "legal-person = {", "legal-persona = {", "legal-persona: is not a criterion here");
    assert_problem(
        path,
        "annual-filing = { answer = \"not-stated\" }",
        "annual-filing = { answer = \"no\", explanation = \"x\" }",
        "annual-filing: \"no\" rests on no finding",
    );
    assert_problem(
        path,
        "light-regulation = { answer = \"yes\", explanation = \"It is regulated less than the other forms.\" }",
        "light-regulation = { answer = \"not-stated\" }",
        "contradicts the findings partnership-low-regulation",
    );
}

#[test]
fn criterion_without_a_cell_is_reported() {
    let found = problems(Files::LEGAL_FORMS, "debt = { answer = \"not-stated\" }\n", "");
    assert!(found.iter().any(|problem| problem.contains("debt: has no cell. Write its answer")), "{found:?}");
}

#[test]
fn problems_in_case_studies_are_reported_by_line() {
    let path = Files::CASE_STUDIES;
    assert_problem(
        path,
        "federation = \"suffolk-gp-federation\"",
        "federation = \"suffolk\"",
        "federation: \"suffolk\" is not known. Use one of: ",
    );
    assert_problem(path, "value = 1000000", "value = \"1,000,000\"", "value: is not a whole number");
    assert_problem(path, "subject = \"merger\"", "subject = \"mergers\"", "subject: \"mergers\" is not known");
    assert_problem(path, "items = 9", "items = 8", "item: \"9\" is not a point of the source");
    assert_problem(path, "items = 9", "items = 10", "items: \"10\" is a point that nothing tells");
}

#[test]
fn problems_in_criteria_are_reported_by_line() {
    assert_problem(
        Files::CRITERIA,
        "kinds = [\"form\"]",
        "kinds = [\"forms\"]",
        "kinds: \"forms\" is not known. Use one of: form, model",
    );
    assert_problem(Files::CRITERIA, "label = \"Debt finance\"", "label = 3", "label: is not a text");
}

#[test]
fn invalid_toml_is_reported_with_its_position() {
    assert_problem(Files::CRITERIA, "label = \"Debt finance\"", "label = \"Debt finance", "is not TOML");
}
