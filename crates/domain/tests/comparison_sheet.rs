//! Tests that an exported comparison has the content of the table, its sources, and the note that it is not legal
//! advice.

use gpf_domain::comparison::{ComparisonExport, Matrix, NOT_LEGAL_ADVICE, SubjectKind};

use crate::project::catalogue;

#[test]
fn every_export_format_has_all_answers_with_sources() {
    let all = catalogue();
    let subjects = all.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership"]).unwrap();
    let criteria: Vec<_> = all.criteria(SubjectKind::Form).collect();
    let matrix: Matrix<'_> = all.matrix(&subjects, &criteria);
    let wanted = all.choose_requirements(SubjectKind::Form, &["asset-lock"]).unwrap();
    let sheet = ComparisonExport::new("Side by side", &all, &matrix, &all.shortlist(SubjectKind::Form, &wanted));
    for text in [sheet.csv(), sheet.plain(), sheet.html()] {
        for part in ["Your requirements", "Fits", "Does not fit", "Law: Charities Act 2011", "BMA GPC, 2013"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert!(text.contains("This is not legal advice"));
        for row in &matrix.rows {
            assert!(text.contains(row.criterion.question.split(['\'', '"', '&']).next().unwrap()));
        }
    }
    assert!(sheet.csv().contains(&NOT_LEGAL_ADVICE.replace('"', "\"\"")));
}

#[test]
fn markup_in_texts_is_escaped() {
    let all = catalogue();
    let subjects: Vec<_> = all.forms.iter().take(2).collect();
    let sheet =
        ComparisonExport::new("<b>&\"", &all, &all.matrix(&subjects, &[]), &all.shortlist(SubjectKind::Form, &[]));
    assert!(sheet.html().contains("<caption>&lt;b&gt;&amp;&quot;</caption>"));
}
