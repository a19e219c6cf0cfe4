//! Tests of the ids that people and scripts write for forms, questions and requirements.

use crate::project::catalogue;
use gpf_domain::comparison::{RequiredAnswer, Requirement, SubjectKind, split_list};

#[test]
fn ids_and_names_are_read_whatever_their_case_and_hyphens() {
    let catalogue = catalogue();
    for given in ["gp-partnership", "GP partnership", " gp_PARTNERSHIP "] {
        let chosen = catalogue.choose_subjects(SubjectKind::Form, &[given]).unwrap();
        assert_eq!(chosen[0].id, "gp-partnership");
    }
    assert_eq!(catalogue.choose_criteria(SubjectKind::Form, &["Asset lock"]).unwrap()[0].id, "asset-lock");
}

#[test]
fn each_is_taken_once_and_in_the_order_written() {
    let catalogue = catalogue();
    let chosen = catalogue.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership", "Charity"]).err();
    assert_eq!(chosen, None, "\"charity\" is an id");
    let chosen = catalogue.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership", "charity"]).unwrap();
    assert_eq!(chosen.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["charity", "gp-partnership"]);
}

#[test]
fn an_unknown_form_is_answered_with_the_ids_that_are_known() {
    let error = catalogue().choose_subjects(SubjectKind::Form, &["charity", "llp"]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"llp\" is not a legal form. Use one of: gp-partnership, company-limited-by-shares, \
         community-interest-company, charity, limited-liability-partnership, company-limited-by-guarantee"
    );
}

#[test]
fn a_form_is_no_model_and_a_models_question_is_not_asked_of_forms() {
    let catalogue = catalogue();
    let error = catalogue.choose_subjects(SubjectKind::Model, &["charity"]).unwrap_err();
    assert_eq!(error.accepted, ["simple-alliance", "joint-premises", "merger", "gp-co-operative"]);
    assert!(catalogue.choose_criteria(SubjectKind::Form, &["shared-staff"]).is_err());
    assert!(catalogue.choose_requirements(SubjectKind::Model, &["asset-lock=yes"]).is_err());
}

#[test]
fn requirements_are_read_in_every_spelling() {
    let catalogue = catalogue();
    let yes = Requirement { criterion: "asset-lock".to_owned(), wanted: RequiredAnswer::Yes };
    for given in ["asset-lock", "asset-lock=yes", "asset-lock: Yes", "Asset lock = YES"] {
        assert_eq!(catalogue.choose_requirements(SubjectKind::Form, &[given]), Ok(vec![yes.clone()]), "{given}");
    }
    assert_eq!(yes.id(), "asset-lock=yes");
}

#[test]
fn every_requirement_is_read_back_from_its_id() {
    let catalogue = catalogue();
    for kind in SubjectKind::ALL {
        for requirement in catalogue.requirements(kind) {
            let chosen = catalogue.choose_requirements(kind, &[requirement.id().as_str()]).unwrap();
            let criterion = catalogue.criterion(&requirement.criterion).unwrap();
            assert!(criterion.phrase(requirement.wanted).is_some());
            assert_eq!(chosen, [requirement]);
        }
    }
}

#[test]
fn what_nobody_would_require_is_refused_with_what_can_be() {
    let catalogue = catalogue();
    for given in ["gms=no", "gms=perhaps", "gsm", "", "=yes"] {
        let error = catalogue.choose_requirements(SubjectKind::Form, &[given]).unwrap_err();
        assert_eq!(error.what, "requirement");
        assert!(error.accepted.contains(&"gms=yes".to_owned()) && !error.accepted.contains(&"gms=no".to_owned()));
    }
}

#[test]
fn a_list_is_split_at_commas_and_semicolons() {
    assert_eq!(
        split_list(" charity, gp-partnership;;merger ;").collect::<Vec<_>>(),
        ["charity", "gp-partnership", "merger"]
    );
    assert_eq!(split_list("").count(), 0);
}
