//! Tests of the whole catalogue's data.

use crate::project::{catalogue, directory};
use gpf_domain::comparison::{Answer, Catalogue, SubjectKind};
use gpf_domain::directory::LegalForm;

#[test]
fn there_are_6_forms_4_models_and_7_cases() {
    let catalogue = catalogue();
    assert_eq!((catalogue.forms.len(), catalogue.models.len(), catalogue.cases.len()), (6, 4, 7));
}

#[test]
fn forms_match_the_directory_except_limited_company() {
    let ids: Vec<&str> = LegalForm::ALL.iter().map(|form| form.id()).filter(|id| *id != "limited-company").collect();
    assert_eq!(catalogue().forms.iter().map(|form| form.id.clone()).collect::<Vec<_>>(), ids);
}

#[test]
fn every_form_and_model_has_a_cell_for_every_question() {
    let catalogue = catalogue();
    let mut expected = 0;
    for kind in SubjectKind::ALL {
        for subject in catalogue.subjects(kind) {
            for criterion in catalogue.criteria(kind) {
                assert!(catalogue.cell(&subject.id, &criterion.id).is_some(), "{}: {}", subject.id, criterion.id);
                expected += 1;
            }
        }
    }
    assert_eq!(catalogue.cells.len(), expected);
}

#[test]
fn cell_has_an_answer_if_and_only_if_it_has_a_finding() {
    for cell in catalogue().cells {
        let answered = cell.answer != Answer::NotStated;
        assert_eq!(answered, !cell.findings.is_empty(), "{}: {}", cell.subject, cell.criterion);
        assert!(cell.explanation.ends_with('.') && !cell.explanation.is_empty(), "{}", cell.explanation);
    }
}

#[test]
fn every_question_has_an_answer_for_some_subject() {
    let catalogue = catalogue();
    for criterion in &catalogue.criteria {
        for kind in &criterion.kinds {
            let answered = catalogue.subjects(*kind).iter().any(|subject| {
                catalogue.cell(&subject.id, &criterion.id).is_some_and(|cell| cell.answer != Answer::NotStated)
            });
            assert!(answered || criterion.kinds.len() > 1, "nobody answers {}", criterion.id);
        }
    }
}

#[test]
fn added_findings_cite_the_law_and_others_the_2013_guidance() {
    let catalogue = catalogue();
    for finding in &catalogue.findings {
        let source = catalogue.source(&finding.source).expect("the source is in the catalogue");
        assert_eq!(source.date, finding.date, "{}", finding.id);
        assert_eq!(finding.added, finding.source != "bma-gpc", "{}", finding.id);
        assert_eq!(finding.added, finding.section.is_some(), "{}", finding.id);
        assert_eq!(finding.added, finding.id.starts_with("law-"), "{}", finding.id);
        assert!(finding.added || finding.date.as_deref() == Some("2013"), "{}", finding.id);
    }
}

/// Rules that are clear from the law, whatever the guidance states. An error here would mislead most.
#[test]
fn clear_legal_rules_are_answered_correctly() {
    let catalogue = catalogue();
    let answer = |subject, criterion| catalogue.cell(subject, criterion).map(|cell| cell.answer);
    for (subject, criterion, expected) in [
        ("limited-liability-partnership", "gms", Answer::No),
        ("community-interest-company", "charity-status", Answer::No),
        ("company-limited-by-shares", "charity-status", Answer::Depends),
        ("gp-partnership", "charity-status", Answer::No),
        ("community-interest-company", "asset-lock", Answer::Yes),
        ("gp-partnership", "legal-person", Answer::No),
        ("gp-partnership", "limited-liability", Answer::No),
        ("gp-co-operative", "gms", Answer::No),
        ("merger", "gms", Answer::Yes),
    ] {
        assert_eq!(answer(subject, criterion), Some(expected), "{subject}: {criterion}");
    }
}

/// Answers that have a condition in the guidance or the law, and that were once without it.
#[test]
fn conditional_answers_are_not_yes_or_no() {
    let catalogue = catalogue();
    for (subject, criterion, finding) in [
        ("simple-alliance", "competition", "collaboration-stronger-bids"),
        ("simple-alliance", "competition", "alliance-may-be-outbid"),
        ("gp-co-operative", "competition", "collaboration-stronger-bids"),
        ("gp-co-operative", "competition", "co-operative-low-bids"),
        ("community-interest-company", "nhs-pension", "cic-nhs-pension"),
        ("company-limited-by-shares", "nhs-pension", "shares-nhs-pension"),
        ("company-limited-by-shares", "charity-status", "law-share-company-charitable-purposes"),
        ("company-limited-by-shares", "charity-status", "law-charity-charitable-purposes-only"),
        ("company-limited-by-shares", "democratic-control", "law-company-votes"),
        ("gp-partnership", "members-change", "law-partnership-new-partner"),
        ("gp-partnership", "members-change", "law-partnership-ends-by-notice"),
        ("gp-partnership", "members-change", "law-partnership-ends-with-partner"),
    ] {
        let cell = catalogue.cell(subject, criterion).expect("the cell is there");
        assert_eq!(cell.answer, Answer::Depends, "{subject}: {criterion}");
        assert!(cell.findings.iter().any(|id| id == finding), "{subject}: {criterion} does not rest on {finding}");
    }
    for form in catalogue.subjects(SubjectKind::Form) {
        let cell = catalogue.cell(&form.id, "vat").expect("the cell is there");
        assert_eq!(
            (cell.answer, &*cell.findings.join(" ")),
            (Answer::Depends, "cost-sharing-group law-cost-sharing-conditions")
        );
    }
}

/// The sections of the law, which people look up, and the dates that decide whether a rule applies yet.
#[test]
fn law_citations_name_the_exact_section() {
    let catalogue = catalogue();
    let finding = |id: &str| catalogue.findings.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("no {id}"));
    for (id, citation) in [
        ("law-company-distributions", "Law: Companies Act 2006, sections 829 and 830"),
        ("law-company-votes", "Law: Companies Act 2006, section 284(1) to (4)"),
        ("law-cost-sharing-conditions", "Law: Value Added Tax Act 1994, Schedule 9, group 16"),
        ("law-partnership-new-partner", "Law: Partnership Act 1890, section 24(7)"),
        ("law-partnership-ends-by-notice", "Law: Partnership Act 1890, sections 26(1) and 32(c)"),
        ("law-partnership-ends-with-partner", "Law: Partnership Act 1890, section 33(1)"),
        (
            "law-cic-registration",
            "Law: Companies (Audit, Investigations and Community Enterprise) Act 2004, sections 26, 27 and 35 to 36B",
        ),
        (
            "law-cic-dividend-cap",
            "Law: Community Interest Company Regulations 2005 (SI 2005/1788), regulations 17, 19 and 22, as SI \
             2014/2483 amended them",
        ),
        (
            "law-cic-conversion",
            "Law: Charitable Incorporated Organisations (Conversion) Regulations 2017 (SI 2017/1232), regulation 4(1) \
             and (2)",
        ),
    ] {
        assert_eq!(catalogue.cite(finding(id)), citation);
    }
    for (id, part) in [
        ("law-gms-partnership", "regulation 5 of SI 2015/1862"),
        ("law-gms-share-company", "regulation 5 of SI 2015/1862"),
        ("law-gms-no-other-body", "regulation 5 of SI 2015/1862"),
        ("law-apms-any-person", "section 65Z5"),
    ] {
        assert!(finding(id).section.as_deref().is_some_and(|section| section.contains(part)), "{id}: {part}");
    }
    for (id, date) in [
        ("cic-conversion-expected", "1 September 2018"),
        ("law-cic-conversion", "1 September 2018"),
        ("law-cic-dividend-cap", "1 October 2014"),
        ("law-apms-any-person", "May 2026"),
        ("co-operative-out-of-hours", "1996"),
    ] {
        assert!(finding(id).note.as_deref().is_some_and(|note| note.contains(date)), "{id}: {date}");
    }
}

/// A name that is wider than the form would send people to the wrong column.
#[test]
fn social_enterprise_is_not_an_alias_of_a_legal_form() {
    for form in catalogue().forms {
        let others: Vec<String> = form.also_called.iter().map(|name| name.to_lowercase()).collect();
        assert!(!others.iter().any(|name| name.contains("social enterprise")), "{}: {others:?}", form.id);
    }
}

/// The early 1990s are not one year, so no figure has a year for them.
#[test]
fn decades_are_not_shown_as_years() {
    for case in catalogue().cases {
        for figure in case.figures.iter().filter(|figure| figure.unit == "year") {
            let note = figure.note.as_deref().unwrap_or_default();
            assert!(figure.value % 10 != 0 && !note.contains("0s"), "{}: {} {}", case.id, figure.label, figure.value);
        }
    }
}

#[test]
fn texts_about_ccgs_mention_that_they_ended() {
    let says = |text: &str| text.contains("CCG") || text.contains("clinical commissioning group");
    let Catalogue { findings, cases, .. } = catalogue();
    for finding in findings.iter().filter(|finding| says(&finding.text)) {
        assert!(finding.note.as_deref().is_some_and(|note| note.contains("July 2022")), "{}", finding.id);
    }
    for case in cases {
        for (text, note) in case.facts.iter().map(|fact| (&fact.text, &fact.note)) {
            assert!(!says(text) || note.as_deref().is_some_and(|note| note.contains("July 2022")), "{text}");
        }
        for (text, note) in case.figures.iter().map(|figure| (&figure.label, &figure.note)) {
            assert!(!says(text) || note.as_deref().is_some_and(|note| note.contains("July 2022")), "{text}");
        }
    }
}

#[test]
fn cases_cover_all_83_points_of_the_guidance() {
    let items: Vec<(String, u32)> = catalogue().cases.into_iter().map(|case| (case.id, case.items)).collect();
    let expected = [
        ("derbyshire-health-united", 9),
        ("midlands-medical-partnership", 13),
        ("badger", 9),
        ("at-medics", 14),
        ("suffolk-gp-federation", 12),
        ("hurley-group", 13),
        ("new-zealand-ipas", 13),
    ];
    assert_eq!(items, expected.map(|(id, items)| (id.to_owned(), items)));
}

#[test]
fn suffolk_is_in_the_finder_with_the_same_form_and_figures() {
    let (catalogue, directory) = (catalogue(), directory());
    let case = catalogue.cases_of("community-interest-company").find(|case| case.id == "suffolk-gp-federation");
    let case = case.expect("Suffolk is a community interest company");
    let federation = directory.find(case.federation.as_deref().unwrap_or_default()).expect("it is in the finder");
    let figure = |label| case.figures.iter().find(|figure| figure.label == label).map(|figure| figure.value);
    assert_eq!(federation.legal_form(), Some(LegalForm::CommunityInterestCompany));
    assert_eq!(federation.practices(), figure("Practices"));
    assert_eq!(federation.patients(), figure("Patients"));
}

#[test]
fn catalogue_round_trips_through_json() {
    let catalogue = catalogue();
    let json = serde_json::to_string(&catalogue).expect("the catalogue is plain data");
    assert_eq!(serde_json::from_str::<Catalogue>(&json).expect("its own JSON"), catalogue);
    for key in ["\"alsoCalled\"", "\"whenYes\"", "\"sourceItem\"", "\"not-stated\"", "\"checkedOn\""] {
        assert!(json.contains(key), "{key}");
    }
}

/// On a phone, short names are next to each other.
#[test]
fn short_names_are_short_and_unique() {
    let all = catalogue();
    for subjects in [&all.forms, &all.models] {
        for (at, subject) in subjects.iter().enumerate() {
            assert!(subject.short().len() <= 25, "{}: {:?} is no short name", subject.id, subject.short());
            assert!(subjects[..at].iter().all(|it| it.short() != subject.short()), "{} twice", subject.short());
        }
    }
}
