//! Tests of the data that the widget is built with.

use gpf_domain::directory::{Directory, Federation, HEADER, SOURCES_HEADER, Status, authoring};

#[test]
fn built_files_are_valid() {
    let (built, directory) = authoring::project();
    assert_eq!(built.federations.lines().next(), Some(HEADER));
    assert_eq!(built.sources.lines().next(), Some(SOURCES_HEADER));
    let import = Directory::from_csv("federations.csv", &built.federations, &built.sources);
    let problems: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(directory.len(), built.federations.lines().count() - 1);
}

#[test]
fn every_federation_in_wikipedias_list_keeps_its_id() {
    let (_, directory) = authoring::project();
    let listed: Vec<_> = directory.federations().filter(|federation| federation.is_listed()).collect();
    assert_eq!(listed.len(), 75);
    // Two of them ended according to that list itself.
    for id in ["danum-medical-services-ltd", "horizon-health-choices-ltd"] {
        assert_eq!(directory.find(id).unwrap().status(), Status::Ended, "{id}");
    }
    // Links that people have saved still work.
    for id in ["gp-health-connect-ltd", "brighton-and-hove-integrated-care-service", "kernow-cic", "ssp-health"] {
        assert!(directory.find(id).is_some_and(Federation::is_listed), "{id}");
    }
}

/// In the list, they are below each other and after "about 2 miles, ".
#[test]
fn area_descriptions_have_a_consistent_style() {
    let (_, directory) = authoring::project();
    for federation in directory.federations() {
        let area = federation.covers();
        let is_start = area.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
        let is_name =
            !["The ", "Part", "Most ", "From ", "North of", "South of"].iter().any(|word| area.starts_with(word));
        assert!(is_start && is_name, "{}: {area}", federation.id());
        assert!(!area.contains("London borough"), "{}: {area}", federation.id());
    }
}
