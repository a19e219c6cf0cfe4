//! Tests of whole files: which rows are used, and which problems are reported.

use super::*;
use proptest::prelude::*;

const SOURCES: &str = "id,title,publisher,date,url,checked_on\n\
    wikipedia,A list,Wikipedia,2026-11,https://example.org/list,2026-11-22\n\
    bma-gpc,Guidance,,,,2026-11-22\n";

const SOUND: [(&str, &str); 39] = [
    ("id", "halton"),
    ("name", "GP Health Connect"),
    ("aliases", "Halton GPs; GPHC"),
    ("former_names", "Halton Consortium"),
    ("listed", "yes"),
    ("status", "active"),
    ("last_seen", "2025-11"),
    ("last_seen_by", "Care Quality Commission"),
    ("place", "Widnes"),
    ("covers", "Halton"),
    ("regions", "North West"),
    ("region_basis", "stated"),
    ("icb", "Cheshire and Merseyside"),
    ("icb_as_of", "2022-07"),
    ("former_icb", "Mersey"),
    ("postcode_areas", "WA; L"),
    ("longitude", "-2.7348"),
    ("latitude", "53.3610"),
    ("legal_form", "community-interest-company"),
    ("website", "https://example.org/"),
    ("practices", "14"),
    ("practices_as_of", "2019"),
    ("patients", "130000"),
    ("patients_as_of", "2020-02"),
    ("founded", "2014"),
    ("services", "hubs; wound care"),
    ("member_practices", "Weaver Vale; Appleton"),
    ("postcodes", "WA8 7QE"),
    ("company_number", "09766352"),
    ("cqc_provider_id", "1-614995621"),
    ("ods_code", "F8L0P"),
    ("notes", "Says \"hello\", twice"),
    ("ended_on", ""),
    ("ended_why", ""),
    ("successor", ""),
    ("worked_out", "legal_form"),
    ("source", "wikipedia; bma-gpc"),
    ("source_facts", "name, practices 2019; legal_form"),
    ("checked_on", "2026-11-22"),
];

/// A row with these cells in place of the valid ones.
fn row(changes: &[(&str, &str)]) -> String {
    assert!(changes.iter().all(|(column, _)| SOUND.iter().any(|(name, _)| name == column)));
    let cells = SOUND.map(|(column, sound)| {
        let cell = changes.iter().find(|(name, _)| *name == column).map_or(sound, |(_, cell)| cell);
        format!("\"{}\"", cell.replace('"', "\"\""))
    });
    cells.join(",")
}

fn import(rows: &[String]) -> Validated {
    Directory::from_csv("data/federations.csv", &format!("{HEADER}\n{}\n", rows.join("\n")), SOURCES)
}

fn problems(import: &Validated) -> Vec<String> {
    import.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn record_contains_every_cell_of_its_row() {
    let import = import(&[row(&[])]);
    assert_eq!(import.problems, []);
    assert_eq!(import.directory.len(), 1);
    let record = serde_json::to_value(import.directory.federation(0).record()).unwrap();
    assert_eq!(
        record,
        serde_json::json!({
            "id": "halton",
            "name": "GP Health Connect",
            "aliases": ["Halton GPs", "GPHC"],
            "formerNames": ["Halton Consortium"],
            "listed": true,
            "status": "active",
            "lastSeen": "2025-11",
            "lastSeenBy": "Care Quality Commission",
            "place": "Widnes",
            "covers": "Halton",
            "regions": ["North West"],
            "regionBasis": "stated",
            "icb": "Cheshire and Merseyside",
            "icbAsOf": "2022-07",
            "formerIcb": "Mersey",
            "postcodeAreas": ["WA", "L"], "postcodes": ["WA8 7QE"],
            "longitude": -2.7348,
            "latitude": 53.361,
            "legalForm": "community-interest-company",
            "website": "https://example.org/",
            "practices": 14,
            "practicesAsOf": "2019",
            "patients": 130_000,
            "patientsAsOf": "2020-02",
            "founded": "2014",
            "services": ["hubs", "wound care"],
            "memberPractices": ["Weaver Vale", "Appleton"],
            "companyNumber": "09766352",
            "cqcProviderId": "1-614995621",
            "odsCode": "F8L0P",
            "notes": "Says \"hello\", twice",
            "endedOn": null,
            "endedWhy": null,
            "successor": null,
            "workedOut": ["legal_form"],
            "sources": [
                {
                    "id": "wikipedia", "title": "A list", "publisher": "Wikipedia", "date": "2026-11",
                    "url": "https://example.org/list", "checkedOn": "2026-11-22",
                },
                {
                    "id": "bma-gpc", "title": "Guidance", "publisher": null, "date": null, "url": null,
                    "checkedOn": "2026-11-22",
                },
            ],
            "sourceFacts": ["name, practices 2019", "legal_form"],
            "checkedOn": "2026-11-22", "details": [],
        })
    );
}

#[test]
fn unknown_values_are_empty_or_null() {
    let empty = [
        "aliases",
        "place",
        "covers",
        "icb",
        "icb_as_of",
        "postcode_areas",
        "longitude",
        "latitude",
        "legal_form",
        "website",
        "practices",
        "patients",
        "notes",
    ];
    let mut changes = empty.map(|column| (column, "")).to_vec();
    changes.extend([("regions", "unknown"), ("region_basis", "unknown")]);
    let import = import(&[row(&changes)]);
    assert_eq!(import.problems, []);
    let record = import.directory.federation(0).record();
    assert!(record.aliases.is_empty() && record.regions.is_empty() && record.postcode_areas.is_empty());
    assert_eq!((record.icb, record.icb_as_of, record.legal_form, record.website), (None, None, None, None));
    assert_eq!((record.longitude, record.latitude, record.practices, record.patients), (None, None, None, None));
    assert_eq!((record.region_basis, record.notes), ("unknown", None));
}

#[test]
fn sources_are_plain_text_without_a_source_list() {
    let file = format!("{HEADER}\n{}", row(&[("source", "Our own survey; wikipedia")]));
    let import = Directory::from_csv("ours.csv", &file, "");
    assert_eq!(import.problems, []);
    let record = import.directory.federation(0).record();
    assert_eq!(
        record.sources.iter().map(|source| (source.id, source.title, source.url)).collect::<Vec<_>>(),
        [("Our own survey", "Our own survey", None), ("wikipedia", "wikipedia", None)]
    );
}

#[test]
fn problem_names_its_position_and_the_accepted_values() {
    assert_eq!(
        problems(&import(&[row(&[("regions", "Cheshire")])])),
        ["data/federations.csv:2: regions: \"Cheshire\" is not an NHS region. Use one of: East of England, London, \
          Midlands, North East and Yorkshire, North West, South East, South West, unknown"]
    );
    assert_eq!(
        problems(&import(&[row(&[("name", "")])])),
        ["data/federations.csv:2: name: This cell is empty. Enter the federation's name"]
    );
}

#[test]
fn every_cell_is_checked() {
    let ended = ("ended_on", "2020-03");
    for (changes, columns) in [
        // Valid.
        (&[][..], &[][..]),
        (&[("regions", "SOUTH-EAST; london"), ("region_basis", " Inferred ")], &[]),
        (&[("regions", "North East & Yorkshire")], &[]),
        (&[("legal_form", "GP partnership")], &[]),
        (&[("status", "ended"), ended, ("ended_why", "Merged")], &[]),
        // For some the date is not known, for others the reason.
        (&[("status", "ended"), ended], &[]),
        (&[("status", "ended"), ("ended_why", "Merged")], &[]),
        (&[("status", "unconfirmed")], &[]),
        (&[("practices", "0")], &[]),
        // Not valid.
        (&[("id", "")], &["id"]),
        (&[("id", "Halton Federation")], &["id"]),
        (&[("name", "  ")], &["name"]),
        (&[("status", "")], &["status"]),
        (&[("status", "closed")], &["status"]),
        (&[("status", "ended")], &["ended_why"]),
        (&[("status", "ended"), ("ended_on", "spring"), ("ended_why", "Merged")], &["ended_on"]),
        (&[ended], &["ended_on"]),
        (&[("status", "unconfirmed"), ended], &["ended_on"]),
        (&[("ended_why", "Merged")], &["ended_why"]),
        (&[("regions", "")], &["regions"]),
        (&[("regions", "North West; Cheshire")], &["regions"]),
        (&[("regions", "North West; north-west")], &["regions"]),
        (&[("regions", "North West; unknown")], &["regions"]),
        (&[("regions", "unknown")], &["region_basis"]),
        (&[("region_basis", "unknown")], &["region_basis"]),
        (&[("region_basis", "guessed")], &["region_basis"]),
        (&[("region_basis", "")], &["region_basis"]),
        (&[("icb", "NHS Cheshire and Merseyside ICB")], &["icb"]),
        (&[("icb", "")], &["icb_as_of"]),
        (&[("icb_as_of", "")], &["icb_as_of"]),
        (&[("icb_as_of", "Jul-22")], &["icb_as_of"]),
        (&[("postcode_areas", "WA7")], &["postcode_areas"]),
        (&[("postcode_areas", "WA, L")], &["postcode_areas"]),
        (&[("longitude", "")], &["longitude"]),
        (&[("latitude", "")], &["latitude"]),
        (&[("longitude", "west")], &["longitude"]),
        (&[("longitude", "53.3"), ("latitude", "-2.7")], &["longitude"]),
        (&[("latitude", "59.9")], &["latitude"]),
        (&[("longitude", "2.7348")], &["longitude"]),
        (&[("legal_form", "llp")], &["legal_form"]),
        (&[("website", "www.example.org")], &["website"]),
        (&[("website", "javascript:alert(1)")], &["website"]),
        (&[("practices", "about 14")], &["practices"]),
        (&[("patients", "130,000")], &["patients"]),
        (&[("source", "")], &["source"]),
        (&[("source", "; ;")], &["source"]),
        (&[("source", "wikipedia; hearsay")], &["source"]),
        (&[("checked_on", "")], &["checked_on"]),
        (&[("checked_on", "22/11/2026")], &["checked_on"]),
        (&[("checked_on", "2026-11")], &["checked_on"]),
        (&[("id", "A"), ("website", "x"), ("patients", "?")], &["id", "website", "patients"]),
    ] {
        let import = import(&[row(changes)]);
        let found: Vec<_> = import.problems.iter().map(|problem| problem.column.as_deref().unwrap()).collect();
        assert_eq!(found, columns, "{changes:?}: {:?}", problems(&import));
        assert_eq!(import.directory.len(), usize::from(columns.is_empty()), "{changes:?}");
        assert!(import.problems.iter().all(|problem| problem.row == 2 && problem.file == "data/federations.csv"));
    }
}

#[test]
fn the_first_region_named_is_the_main_one() {
    let import = import(&[row(&[("regions", "South West; London; East of England")])]);
    let regions = import.directory.federation(0).record().regions;
    assert_eq!(regions, ["South West", "East of England", "London"]);
}

#[test]
fn duplicate_ids_are_rejected() {
    let import = import(&[
        row(&[("name", "First")]),
        row(&[("name", "Second"), ("id", "other")]),
        row(&[("name", "A third")]),
        row(&[("name", "Fourth")]),
    ]);
    let found: Vec<_> = import
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_deref(), problem.value.as_deref()))
        .collect();
    assert_eq!(found, [(4, Some("id"), Some("halton")), (5, Some("id"), Some("halton"))]);
    assert_eq!(import.directory.len(), 2);
    assert_eq!(import.directory.find("halton").map(Federation::name), Some("First"));
    assert_eq!(import.directory.find("other").map(Federation::name), Some("Second"));
    assert!(import.directory.find("nobody").is_none());
}

#[test]
fn rows_are_sorted_by_name() {
    let names = ["Wirral", "the Alliance", "alpha", "Àlpha Care"];
    let rows: Vec<_> =
        names.iter().enumerate().map(|(at, name)| row(&[("id", &format!("f{at}")), ("name", name)])).collect();
    let directory = import(&rows).directory;
    let found: Vec<_> =
        directory.federations().map(|federation| (federation.row(), federation.id(), federation.name())).collect();
    assert_eq!(found, [(0, "f1", "the Alliance"), (1, "f2", "alpha"), (2, "f3", "Àlpha Care"), (3, "f0", "Wirral")]);
}

#[test]
fn wrong_number_of_cells_is_reported_for_the_row() {
    let import = import(&[row(&[]) + ",", "a,b".to_owned(), String::new(), row(&[("id", "sound")])]);
    assert_eq!(import.directory.len(), 1);
    let found: Vec<_> = import
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_deref(), problem.message.as_ref()))
        .collect();
    assert_eq!(
        found,
        [
            (2, None, "This row has 40 cells but the header has 39"),
            (3, None, "This row has 2 cells but the header has 39")
        ]
    );
}

#[test]
fn columns_are_accepted_in_any_order_but_exactly_once() {
    let reversed = |text: &str| text.split(',').rev().collect::<Vec<_>>().join(",");
    let plain = row(&[("notes", ""), ("source_facts", "name; place")]).replace('"', "");
    let file = format!("{}\r\n{}\r\n", reversed(HEADER).to_uppercase(), reversed(&plain));
    let import = Directory::from_csv("f.csv", &file, SOURCES);
    assert_eq!(problems(&import), [""; 0]);
    assert_eq!(import.directory.federation(0).name(), "GP Health Connect");

    for (header, first_problems, rows) in [
        (
            HEADER.replace("website", "web"),
            &["f.csv:1: \"web\" is not a column", "f.csv:1: website: This column is missing"][..],
            1,
        ),
        (
            HEADER.replace("ended_why", "notes"),
            &["f.csv:1: notes: There are 2 columns with this name", "f.csv:1: ended_why: This column is missing"],
            1,
        ),
        (
            HEADER.replace("notes", ""),
            &["f.csv:1: This column has no name", "f.csv:1: notes: This column is missing"],
            1,
        ),
        (
            HEADER.replace("regions", "region"),
            &["f.csv:1: \"region\" is not a column", "f.csv:1: regions: This column is missing"],
            0,
        ),
        (HEADER.replace(',', ";"), &["f.csv:1: The cells are not separated by commas"], 0),
        ("\n\n".to_owned(), &["f.csv:1: The file is empty"], 0),
    ] {
        let text = if header.trim().is_empty() { header.clone() } else { format!("{header}\n{}", row(&[])) };
        let import = Directory::from_csv("f.csv", &text, SOURCES);
        let found = problems(&import);
        assert_eq!(found.len(), first_problems.len(), "{found:?}");
        for (found, expected) in found.iter().zip(first_problems) {
            assert!(found.starts_with(expected), "{found:?}");
        }
        assert_eq!(import.directory.len(), rows, "{header}");
    }
}

#[test]
fn source_list_is_checked() {
    let sources = "id,title,publisher,date,url,checked_on\n\
        wikipedia,A list,,2026,https://example.org,2026-11-22\n\
        wikipedia,Again,,,,2026-11-22\n\
        bma gpc,,,May 2013,example.org,\n";
    let import = Directory::from_csv("data/federations.csv", &format!("{HEADER}\n{}", row(&[])), sources);
    let found: Vec<_> = import
        .problems
        .iter()
        .map(|problem| (problem.file.as_str(), problem.row, problem.column.as_deref().unwrap()))
        .collect();
    let list = "data/sources.csv";
    assert_eq!(
        found,
        [
            ("data/federations.csv", 2, "source"),
            (list, 3, "id"),
            (list, 4, "id"),
            (list, 4, "title"),
            (list, 4, "date"),
            (list, 4, "url"),
            (list, 4, "checked_on"),
        ]
    );
    assert_eq!(import.directory.sources().len(), 1);
    assert_eq!(import.directory.source("wikipedia").map(|source| source.title.as_str()), Some("A list"));
    assert!(import.directory.source("bma-gpc").is_none());
}

#[test]
fn long_value_is_truncated_to_one_line() {
    let import = import(&[row(&[("website", &"a\nb".repeat(100))])]);
    let value = import.problems[0].value.as_deref().unwrap();
    assert!(value.ends_with('…') && value.chars().count() == 81 && !value.contains('\n'));
}

proptest! {
    #[test]
    fn importing_any_text_does_not_panic(text in r#"([a-z,;"\r\n]|\PC){0,200}"#) {
        let _ = Directory::from_csv(&text, &text, &text);
    }

    #[test]
    fn importing_any_rows_does_not_panic(rows in r#"([a-z0-9 ,;"\r\n-]|\PC|","){0,200}"#, sources in r#"([a-z,;"\n-]|\PC){0,80}"#) {
        let sources = format!("{SOURCES_HEADER}\n{sources}");
        let import = Directory::from_csv("f.csv", &format!("{HEADER}\n{rows}\n{}\n", row(&[])), &sources);
        for federation in import.directory.federations() {
            let _ = federation.record();
        }
    }

    #[test]
    fn imported_texts_round_trip(texts in prop::collection::vec((r"[a-z]{1,3}", r#"\PC{1,20}"#, r#"[ -~é\n]{0,30}"#), 1..10)) {
        let rows: Vec<_> = texts.iter().enumerate().map(|(at, (place, name, notes))| {
            row(&[("id", &format!("{place}-{at}")), ("place", place), ("name", &format!("N{name}")), ("notes", notes)])
        }).collect();
        let import = import(&rows);
        prop_assert_eq!(&import.problems, &[]);
        prop_assert_eq!(import.directory.len(), texts.len());
        for (at, (place, name, notes)) in texts.iter().enumerate() {
            let federation = import.directory.find(&format!("{place}-{at}")).unwrap();
            prop_assert_eq!(federation.place(), place);
            let name = format!("N{name}");
            prop_assert_eq!(federation.name(), name.trim());
            prop_assert_eq!(federation.notes(), notes.trim());
        }
        let keys: Vec<_> = import.directory.federations().map(|federation| crate::fold::fold(federation.name())).collect();
        prop_assert!(keys.is_sorted_by_key(|key| key.strip_prefix("the ").unwrap_or(key)));
    }
}

#[test]
fn packed_directory_round_trips() {
    let (_, expected) = super::authoring::project();
    let (federations, sources) = expected.pack();
    let packed = Directory::from_packed(&federations, &sources);
    let records = |directory: &Directory| -> Vec<String> {
        directory.federations().map(|federation| format!("{:?}", federation.record())).collect()
    };
    assert!(packed.len() > 170);
    assert_eq!(records(&packed), records(&expected));
    assert_eq!(packed.sources(), expected.sources());
    assert!(packed.find(expected.federation(7).id()).is_some_and(|found| found.row() == 7));
    // Values that can be worked out are left out.
    assert!(!federations.contains("last_seen") && !federations.contains("bury-gp-federation"), "{federations}");
    assert!(Directory::from_packed("", "").find("halton").is_none());
}
