//! Tests of the shortlist: which forms meet the requirements.

use std::sync::LazyLock;

use crate::project::catalogue;
use gpf_domain::comparison::{Answer, Catalogue, RequiredAnswer, Requirement, SubjectKind, Verdict};
use proptest::prelude::*;
use proptest::sample::subsequence;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue);

fn requirements(texts: &[&str]) -> Vec<Requirement> {
    CATALOGUE.choose_requirements(SubjectKind::Form, texts).unwrap()
}

fn left(kind: SubjectKind, requirements: &[Requirement]) -> Vec<String> {
    CATALOGUE.shortlist(kind, requirements).remaining().map(|assessment| assessment.subject.id.clone()).collect()
}

/// Requirements of either kind, including opposite ones, in any order.
fn any_requirements() -> impl Strategy<Value = (SubjectKind, Vec<Requirement>)> {
    let of = |kind: SubjectKind| {
        let both = |id: &str| RequiredAnswer::ALL.map(|wanted| Requirement { criterion: id.to_owned(), wanted });
        let all: Vec<Requirement> = CATALOGUE.criteria(kind).flat_map(|criterion| both(&criterion.id)).collect();
        subsequence(all, 0..6).prop_shuffle().prop_map(move |chosen| (kind, chosen))
    };
    prop_oneof![of(SubjectKind::Form), of(SubjectKind::Model)]
}

#[test]
fn every_subject_fits_without_requirements() {
    for kind in SubjectKind::ALL {
        let shortlist = CATALOGUE.shortlist(kind, &[]);
        assert_eq!(shortlist.with(Verdict::Fits).count(), CATALOGUE.subjects(kind).len());
        assert!(shortlist.contradictions.is_empty());
    }
}

#[test]
fn asset_lock_and_limited_liability_rule_out_forms_with_reasons() {
    let asked = requirements(&["asset-lock", "limited-liability=yes"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    let verdicts: Vec<(&str, Verdict)> =
        shortlist.assessments.iter().map(|assessment| (assessment.subject.id.as_str(), assessment.verdict)).collect();
    assert_eq!(
        verdicts,
        [
            ("gp-partnership", Verdict::Conflicts),
            ("company-limited-by-shares", Verdict::Conflicts),
            ("community-interest-company", Verdict::Fits),
            ("charity", Verdict::Fits),
            ("limited-liability-partnership", Verdict::NotStated),
            ("company-limited-by-guarantee", Verdict::Fits),
        ]
    );
    for assessment in &shortlist.assessments {
        assert_eq!(assessment.reasons.len(), asked.len());
        for reason in &assessment.reasons {
            assert_eq!(reason.findings.is_empty(), reason.verdict == Verdict::NotStated);
            assert_eq!(reason.conditional, reason.cell.answer == Answer::Depends);
        }
    }
}

/// So the screen does not offer such a requirement.
#[test]
fn requirement_excludes_nothing_if_all_answers_are_the_same() {
    for kind in SubjectKind::ALL {
        let (differ, same): (Vec<_>, Vec<_>) =
            CATALOGUE.criteria(kind).partition(|it| CATALOGUE.has_different_answers(kind, &it.id));
        assert!(!same.is_empty() && same.len() < differ.len(), "{kind:?}");
        for criterion in same {
            let asked = [Requirement { criterion: criterion.id.clone(), wanted: RequiredAnswer::Yes }];
            assert_eq!(left(kind, &asked).len(), CATALOGUE.subjects(kind).len(), "{}", criterion.id);
        }
        for criterion in differ {
            let answers = CATALOGUE.subjects(kind).iter().filter_map(|it| CATALOGUE.cell(&it.id, &criterion.id));
            let answers: Vec<Answer> = answers.map(|it| it.answer).collect();
            assert!(answers.iter().any(|it| *it != answers[0]), "{}: {answers:?}", criterion.id);
        }
    }
}

#[test]
fn conditional_answer_fits_with_its_condition() {
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &requirements(&["gms"]));
    let company = shortlist.assessments.iter().find(|one| one.subject.id == "company-limited-by-shares").unwrap();
    assert_eq!(company.verdict, Verdict::Fits);
    assert!(company.reasons[0].conditional && company.reasons[0].cell.explanation.contains("GP"));
}

#[test]
fn limited_liability_without_registration_is_a_contradiction_of_2() {
    let asked = requirements(&["flexibility", "limited-liability", "gms", "registration=no"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    assert_eq!(shortlist.remaining().count(), 0);
    assert_eq!(shortlist.contradictions, [requirements(&["limited-liability", "registration=no"])]);
}

/// A company limited by shares can be a charity under a condition, so a third requirement is needed to rule it out.
#[test]
fn a_charity_with_an_asset_lock_and_a_gms_contract_is_a_contradiction_of_3() {
    let asked = requirements(&["charity-status", "asset-lock", "limited-liability", "gms"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    assert_eq!(shortlist.remaining().count(), 0);
    assert_eq!(shortlist.contradictions, [requirements(&["charity-status", "asset-lock", "gms"])]);
}

#[test]
fn opposite_requirements_are_a_contradiction() {
    let asked = requirements(&["asset-lock=yes", "asset-lock=no"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    assert_eq!(shortlist.remaining().count(), 0);
    assert_eq!(shortlist.contradictions, [asked]);
}

proptest! {
    #[test]
    fn a_subject_never_both_fits_and_conflicts_on_one_requirement((kind, asked) in any_requirements()) {
        for assessment in CATALOGUE.shortlist(kind, &asked).assessments {
            for requirement in &asked {
                let verdicts: Vec<Verdict> = assessment.reasons.iter()
                    .filter(|reason| reason.requirement == *requirement)
                    .map(|reason| reason.verdict)
                    .collect();
                prop_assert_eq!(verdicts.len(), 1);
            }
        }
    }

    #[test]
    fn adding_a_requirement_never_adds_a_subject((kind, asked) in any_requirements()) {
        for some in 0..asked.len() {
            let (before, after) = (left(kind, &asked[..some]), left(kind, &asked[..=some]));
            prop_assert!(after.iter().all(|id| before.contains(id)), "{:?} then {:?}", before, after);
            let fits = |count: usize| {
                let shortlist = CATALOGUE.shortlist(kind, &asked[..count]);
                shortlist.with(Verdict::Fits).map(|one| one.subject.id.clone()).collect::<Vec<_>>()
            };
            let before = fits(some);
            prop_assert!(fits(some + 1).iter().all(|id| before.contains(id)));
        }
    }

    #[test]
    fn the_order_of_requirements_does_not_matter((kind, asked) in any_requirements()) {
        let turned: Vec<Requirement> = asked.iter().rev().cloned().collect();
        prop_assert_eq!(left(kind, &asked), left(kind, &turned));
    }

    /// A contradiction leaves no form, but without any one of its requirements at least one form is left.
    #[test]
    fn contradictions_are_minimal((kind, asked) in any_requirements()) {
        let shortlist = CATALOGUE.shortlist(kind, &asked);
        prop_assert_eq!(shortlist.contradictions.is_empty(), shortlist.remaining().count() > 0);
        for set in &shortlist.contradictions {
            prop_assert_eq!(left(kind, set), Vec::<String>::new());
            prop_assert_eq!(set.len(), shortlist.contradictions[0].len());
            for at in 0..set.len() {
                let mut fewer = set.clone();
                fewer.remove(at);
                prop_assert!(!left(kind, &fewer).is_empty());
            }
        }
    }
}

#[test]
fn fitting_forms_come_first_and_ruled_out_forms_last() {
    let asked = requirements(&["limited-liability", "asset-lock=no"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    let shown: Vec<(&str, String)> = shortlist.by_fit().iter().map(|it| (it.subject.id.as_str(), it.tag())).collect();
    assert_eq!(
        shown,
        [
            ("company-limited-by-shares", "Fits all 2".to_owned()),
            ("company-limited-by-guarantee", "Fits, 1 condition".to_owned()),
            ("limited-liability-partnership", "1 not stated".to_owned()),
            ("gp-partnership", "Ruled out by 1".to_owned()),
            ("community-interest-company", "Ruled out by 1".to_owned()),
            ("charity", "Ruled out by 1".to_owned()),
        ]
    );
    for assessment in shortlist.by_fit() {
        for reason in assessment.decisive() {
            let is_plain_fit = reason.verdict == Verdict::Fits && !reason.conditional;
            assert!(!is_plain_fit, "{} fits {}", assessment.subject.id, reason.requirement.criterion);
        }
    }
    let out = shortlist.by_fit()[3].decisive();
    assert!(out.iter().all(|it| it.verdict == Verdict::Conflicts) && out.len() == 1);
}

#[test]
fn opposite_requirements_rule_out_every_form() {
    let asked = requirements(&["asset-lock=yes", "asset-lock=no"]);
    let shortlist = CATALOGUE.shortlist(SubjectKind::Form, &asked);
    for assessment in shortlist.by_fit() {
        assert!(assessment.tag().starts_with("Ruled out"), "{}: {}", assessment.subject.id, assessment.tag());
    }
}
