//! Tests of the ids that people and scripts write for forms, questions and requirements.

use crate::project::catalogue;
use gpf_domain::comparison::{RequiredAnswer, Requirement, SubjectKind, split_list};

#[test]
fn ids_and_names_are_accepted_in_any_case_and_hyphenation() {
    let catalogue = catalogue();
    for given in ["gp-partnership", "GP partnership", " gp_PARTNERSHIP "] {
        let chosen = catalogue.choose_subjects(SubjectKind::Form, &[given]).unwrap();
        assert_eq!(chosen[0].id, "gp-partnership");
    }
    assert_eq!(catalogue.choose_criteria(SubjectKind::Form, &["Asset lock"]).unwrap()[0].id, "asset-lock");
}

#[test]
fn duplicate_ids_are_dropped_and_the_order_is_kept() {
    let catalogue = catalogue();
    let chosen = catalogue.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership", "Charity"]).err();
    assert_eq!(chosen, None, "\"charity\" is an id");
    let chosen = catalogue.choose_subjects(SubjectKind::Form, &["charity", "gp-partnership", "charity"]).unwrap();
    assert_eq!(chosen.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["charity", "gp-partnership"]);
}

#[test]
fn unknown_form_is_rejected_with_the_known_ids() {
    let error = catalogue().choose_subjects(SubjectKind::Form, &["charity", "llp"]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"llp\" is not a legal form. Use one of: gp-partnership, company-limited-by-shares, \
         community-interest-company, charity, limited-liability-partnership, company-limited-by-guarantee"
    );
}

#[test]
fn forms_and_models_reject_each_others_ids_and_criteria() {
    let catalogue = catalogue();
    let error = catalogue.choose_subjects(SubjectKind::Model, &["charity"]).unwrap_err();
    assert_eq!(error.accepted, ["simple-alliance", "joint-premises", "merger", "gp-co-operative"]);
    assert!(catalogue.choose_criteria(SubjectKind::Form, &["shared-staff"]).is_err());
    assert!(catalogue.choose_requirements(SubjectKind::Model, &["asset-lock=yes"]).is_err());
}

#[test]
fn requirements_are_parsed_in_every_spelling() {
    let catalogue = catalogue();
    let yes = Requirement { criterion: "asset-lock".to_owned(), wanted: RequiredAnswer::Yes };
    for given in ["asset-lock", "asset-lock=yes", "asset-lock: Yes", "Asset lock = YES"] {
        assert_eq!(catalogue.choose_requirements(SubjectKind::Form, &[given]), Ok(vec![yes.clone()]), "{given}");
    }
    assert_eq!(yes.id(), "asset-lock=yes");
}

#[test]
fn every_requirement_round_trips_through_its_id() {
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
fn invalid_requirements_are_rejected_with_the_accepted_ones() {
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
