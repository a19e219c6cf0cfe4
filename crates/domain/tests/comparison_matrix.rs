//! Tests of the matrix and its differences.

use crate::project::catalogue;
use gpf_domain::comparison::{Subject, SubjectKind};

#[test]
fn a_matrix_has_the_chosen_rows_and_columns_in_their_order() {
    let catalogue = catalogue();
    let forms = catalogue.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership"]).unwrap();
    let criteria = catalogue.choose_criteria(SubjectKind::Form, &["gms", "asset-lock"]).unwrap();
    let matrix = catalogue.matrix(&forms, &criteria);
    assert_eq!(matrix.subjects, forms);
    assert_eq!(matrix.rows.iter().map(|row| row.criterion.id.as_str()).collect::<Vec<_>>(), ["gms", "asset-lock"]);
    for row in &matrix.rows {
        for (cell, form) in row.cells.iter().zip(&forms) {
            assert_eq!((&cell.subject, &cell.criterion), (&form.id, &row.criterion.id));
            for id in &cell.findings {
                let finding = matrix.findings.iter().find(|finding| finding.id == *id).expect("it comes along");
                assert!(matrix.sources.iter().any(|source| source.id == finding.source), "{id}");
            }
        }
    }
}

#[test]
fn differences_hide_exactly_the_rows_with_equal_cells() {
    let catalogue = catalogue();
    for kind in SubjectKind::ALL {
        let criteria: Vec<_> = catalogue.criteria(kind).collect();
        for chosen in sets(catalogue.subjects(kind)) {
            let shown = catalogue.differences(&chosen);
            for row in catalogue.matrix(&chosen, &criteria).rows {
                let agree = row
                    .cells
                    .iter()
                    .all(|cell| (cell.answer, &cell.explanation) == (row.cells[0].answer, &row.cells[0].explanation));
                let is_shown = shown.rows.iter().any(|one| one.criterion.id == row.criterion.id);
                assert_eq!(is_shown, !agree, "{} of {:?}", row.criterion.id, ids(&chosen));
                assert_eq!(row.differs, !agree);
            }
        }
    }
}

#[test]
fn differences_of_two_companies_hide_some_rows() {
    let catalogue = catalogue();
    let ids = ["company-limited-by-shares", "company-limited-by-guarantee"];
    let companies = catalogue.choose_subjects(SubjectKind::Form, &ids).unwrap();
    let shown: Vec<&str> = catalogue.differences(&companies).rows.iter().map(|row| row.criterion.id.as_str()).collect();
    assert!(!shown.contains(&"legal-person") && !shown.contains(&"registration"), "{shown:?}");
    assert!(shown.contains(&"equity") && shown.contains(&"gms"), "{shown:?}");
}

#[test]
fn mixed_matrix_has_only_questions_for_forms_and_models() {
    let catalogue = catalogue();
    let mixed = [catalogue.subject("charity").unwrap(), catalogue.subject("merger").unwrap()];
    let all: Vec<_> = catalogue.criteria.iter().collect();
    for row in catalogue.matrix(&mixed, &all).rows {
        assert_eq!(row.criterion.kinds.len(), 2, "{}", row.criterion.id);
    }
}

/// Every set of 1 or more.
fn sets(subjects: &[Subject]) -> Vec<Vec<&Subject>> {
    let chosen = |bits: u32| {
        subjects.iter().enumerate().filter(move |(at, _)| bits & (1 << at) != 0).map(|(_, subject)| subject).collect()
    };
    (1..1_u32 << subjects.len()).map(chosen).collect()
}

fn ids<'a>(subjects: &[&'a Subject]) -> Vec<&'a str> {
    subjects.iter().map(|subject| subject.id.as_str()).collect()
}
