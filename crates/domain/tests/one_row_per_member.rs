//! Tests of lists with one row per primary care network (PCN), site or place, which are merged into one record per
//! federation. Lists of practices have their own tests.

use gpf_domain::facts::facts;
use gpf_domain::import::{ImportOptions, Imported, MemberKind, Merge, read};

use crate::custom_list::{found, lines, load, named};

fn fact(loaded: &Imported, name: &str, label: &str) -> String {
    let found = facts(named(loaded, name)).into_iter().find(|fact| fact.label == label);
    found.map(|fact| fact.value).unwrap_or_default()
}

const NETWORKS: &str = "PCN,Federation,PCN code,Clinical director,Practices,Patients,NHS region\n\
    Saltmarsh PCN,Tidewater GPs,U90001,Dr Ash,5,41000,South East\n\
    Causeway PCN,Moorland Health,U90002,Dr Birch,6,52000,North West\n\
    Lighthouse PCN,Tidewater GPs,U90003,Dr Cedar,4,33000,South East\n\
    Harbour PCN,Tidewater GPs,U90004,Dr Elder,7,60500,South East\n\
    Packhorse PCN,Moorland Health,U90005,Dr Fir,3,21000,North West\n\
    Reservoir PCN,Valley Alliance,U90006,Dr Gean,8,70000,Midlands\n";

#[test]
fn pcn_rows_are_grouped_into_federations() {
    let loaded = load(NETWORKS);
    assert_eq!(loaded.report.summary(), "6 PCNs in 3 federations: 6 of 6 rows used");
    assert_eq!(loaded.report.member_kind, Some(MemberKind::Pcn));
    let tidewater = named(&loaded, "Tidewater GPs");
    assert_eq!(tidewater.id(), "tidewater-gps");
    assert_eq!(
        fact(&loaded, "Tidewater GPs", "Members"),
        "Saltmarsh PCN (U90001); Lighthouse PCN (U90003); Harbour PCN (U90004)"
    );
    assert_eq!(fact(&loaded, "Tidewater GPs", "Member practices"), "");
    // The numbers of the networks are added up, and so are those of a federation with one network.
    assert_eq!((tidewater.practices(), tidewater.patients()), (Some(16), Some(134_500)));
    assert_eq!(named(&loaded, "Valley Alliance").practices(), Some(8));
    // What differs from network to network is not shown for the federation, and that is reported.
    assert_eq!(tidewater.details().count(), 0);
    let lines = lines(&loaded);
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("Clinical director: \"Dr Cedar\" is different for each PCN.")));
    for (text, expected) in [("u90005", "Moorland Health"), ("lighthouse pcn", "Tidewater GPs")] {
        assert_eq!(found(&loaded, text), [expected], "{text}");
    }
}

#[test]
fn other_kinds_of_members_are_grouped_like_pcns() {
    for (header, kind, summary) in [
        ("Federation,PCN name", MemberKind::Pcn, "4 PCNs in 2 federations: 4 of 4 rows used"),
        ("GP federation,Primary Care Network", MemberKind::Pcn, "4 PCNs in 2 federations: 4 of 4 rows used"),
        ("Provider,PCN ODS code", MemberKind::Pcn, "4 PCNs in 2 federations: 4 of 4 rows used"),
        ("Federation,Site", MemberKind::Site, "4 sites in 2 federations: 4 of 4 rows used"),
        ("Organisation,Hub name", MemberKind::Site, "4 sites in 2 federations: 4 of 4 rows used"),
        ("Federation name,Clinic", MemberKind::Site, "4 sites in 2 federations: 4 of 4 rows used"),
        ("Federation,Borough", MemberKind::Place, "4 places in 2 federations: 4 of 4 rows used"),
        ("Name,Town", MemberKind::Place, "4 places in 2 federations: 4 of 4 rows used"),
        ("Federation,Local authority", MemberKind::Place, "4 places in 2 federations: 4 of 4 rows used"),
    ] {
        let rows = [header, "Aire GPs,North Aire", "Aire GPs,South Aire", "Brent Care,Upper Brent", "Brent Care,Wem"];
        let objects = |header: &str| {
            let (name, member) = header.split_once(',').unwrap();
            let object = |row: &&str| {
                let (federation, text) = row.split_once(',').unwrap();
                format!(r#"{{"{name}": "{federation}", "{member}": "{text}"}}"#)
            };
            ["[", &rows[1..].iter().map(object).collect::<Vec<_>>().join(","), "]"].concat()
        };
        for text in [rows.join("\n"), objects(header)] {
            let loaded = load(&text);
            assert_eq!(loaded.report.summary(), summary, "{text}\n{:#?}", lines(&loaded));
            assert_eq!(loaded.report.member_kind, Some(kind), "{text}");
            let label = if kind == MemberKind::Place { "Covers" } else { "Members" };
            assert_eq!(fact(&loaded, "Aire GPs", label), "North Aire; South Aire", "{text}");
            assert_eq!(found(&loaded, "upper brent"), ["Brent Care"], "{text}");
            assert_eq!(lines(&loaded), Vec::<String>::new(), "{text}");
        }
    }
}

#[test]
fn practices_of_a_pcn_are_members_with_their_pcn() {
    let loaded = load(
        "Federation,PCN,Practice names\nAire GPs,North PCN,Ash Surgery; Oak Surgery\n\
         Aire GPs,South PCN,Elm Surgery; Fir Practice\nBrent Care,West PCN,Yew Surgery; Box Surgery\n\
         Brent Care,East PCN,\n",
    );
    assert_eq!(loaded.report.summary(), "4 PCNs in 2 federations: 4 of 4 rows used", "{:#?}", lines(&loaded));
    let members: Vec<_> = named(&loaded, "Aire GPs").member_practices().collect();
    let expected =
        ["Ash Surgery (North PCN)", "Oak Surgery (North PCN)", "Elm Surgery (South PCN)", "Fir Practice (South PCN)"];
    assert_eq!(members, expected);
    assert_eq!(named(&loaded, "Aire GPs").practices(), Some(4));
    assert_eq!(fact(&loaded, "Brent Care", "Members"), "Yew Surgery (West PCN); Box Surgery (West PCN); East PCN");
    assert_eq!(lines(&loaded), Vec::<String>::new());

    // The same column can have their number.
    let loaded = load(
        "Federation,Borough,GP practices,Covers\nAire GPs,Camden,12,London\nAire GPs,Brent,14,London\n\
         Brent Care,Sale,3,\nBrent Care,Hale,4,\n",
    );
    assert_eq!(named(&loaded, "Aire GPs").practices(), Some(26));
    assert_eq!(fact(&loaded, "Aire GPs", "Covers"), "London; Camden; Brent");
}

#[test]
fn practice_list_with_other_member_columns_is_recognised() {
    let loaded = load(
        "Practice,PCN,Borough,Site,Federation\nAsh Surgery,North PCN,Camden,Ash House,Aire GPs\n\
         Oak Surgery,North PCN,Brent,Oak House,Aire GPs\nElm Surgery,South PCN,Brent,Elm House,Brent Care\n\
         Yew Surgery,South PCN,Brent,Yew House,Brent Care\n",
    );
    assert_eq!((loaded.report.member_kind, loaded.report.members), (Some(MemberKind::Practice), 4));
    assert_eq!(fact(&loaded, "Aire GPs", "Member practices"), "Ash Surgery (North PCN); Oak Surgery (North PCN)");
}

#[test]
fn federation_lists_with_a_pcn_or_site_are_not_member_lists() {
    for (text, federations) in [
        ("Federation,PCN\nAire GPs,North PCN\nBrent Care,South PCN\nCole Health,East PCN\n", 3),
        ("Federation,PCN\nAire GPs,North PCN; South PCN\nAire GPs,East PCN; West PCN\nCole Health,Mid PCN\n", 3),
        ("Federation,Site\nAire GPs,www.aire.example\nAire GPs,aire.example/2\nBrent Care,https://brent.example\n", 3),
        // Two federations with the same name in different towns.
        ("Name,Town\nGP Alliance,Sale\nGP Alliance,York\nBrent Care,Wem\nCole Health,Hull\n", 4),
        ("Federation,PCNs\nAire GPs,4\nAire GPs,5\nBrent Care,4\n", 3),
    ] {
        let loaded = load(text);
        assert_eq!((loaded.report.member_kind, loaded.directory.len()), (None, federations), "{text}");
    }
}

#[test]
fn members_without_a_federation_or_in_two_are_reported() {
    let loaded = load(&[NETWORKS, "Lone PCN,,U90007,,,,\nHarbour PCN,Moorland Health,U90004,,,,\n"].concat());
    let lines = lines(&loaded);
    assert!(lines.iter().any(|line| line.contains("\"Lone PCN\" is a PCN without a federation. If the PCN is in")));
    assert!(lines.iter().any(|line| line.contains("Until then, the PCN is shown as a member of each")), "{lines:#?}");
    // A borough can have two federations.
    let loaded = load("Federation,Borough,Code\nA,Camden,E1\nA,Brent,E2\nB,Camden,E1\nB,Barnet,E3\n");
    assert_eq!(loaded.report.problem_count, 0, "{:?}", loaded.report.problems);
    assert_eq!(fact(&loaded, "B", "Covers"), "Camden (E1); Barnet (E3)");
}

#[test]
fn member_rows_with_merged_cells_and_extended_lists_are_read() {
    let merged = "Federation,PCN\nAire GPs,North PCN\n,South PCN\n,East PCN\nBrent Care,West PCN\n,Mid PCN\n";
    let loaded = load(merged);
    assert_eq!(loaded.report.summary(), "5 PCNs in 2 federations: 5 of 5 rows used");
    assert!(lines(&loaded)[0].contains("Check the federation of each PCN."), "{:?}", lines(&loaded));

    let base = load("Name,Member practices\nCole Health,Ash Surgery; Oak Surgery\n").directory;
    let options = ImportOptions { base: Some(&base), merge: Merge::Extend, ..ImportOptions::default() };
    let extended = read(NETWORKS.as_bytes(), &options);
    assert_eq!(fact(&extended, "Cole Health", "Members"), "Ash Surgery; Oak Surgery");
    assert_eq!(fact(&extended, "Moorland Health", "Members"), "Causeway PCN (U90002); Packhorse PCN (U90005)");
}
