//! Tests of lists with one row per practice, which are merged into one record per federation with its practices.

use std::fmt::Write as _;

use gpf_domain::directory::{Diagnostic, Federation, Region};
use gpf_domain::import::{ImportOptions, Imported, Importer};

use crate::custom_list::{found, lines, load, named};

fn members<'l>(loaded: &'l Imported, name: &str) -> Vec<&'l str> {
    named(loaded, name).member_practices().collect()
}

fn names(loaded: &Imported) -> Vec<&str> {
    loaded.directory.federations().map(Federation::name).collect()
}

const OURS: &str = "Practice name,ODS code,Postcode,PCN,Federation,NHS region\n\
    Hill Top Surgery,Q90001,ZE1 0AA,Hill PCN,Upland GPs,North West\n\
    Weir Road Practice,Q90002,ZE1 0AB,River PCN,Lowland Health,Midlands\n\
    The Old Mill Medical Centre,Q90003,ZE1 0AC,River PCN,Lowland Health,Midlands\n\
    Beacon Surgery,Q90004,ZE1 0AD,Hill PCN,Upland GPs,North West\n\
    Quarry Lane Surgery,Q90005,ZE1 0AE,Hill PCN,Upland GPs,North West\n";

#[test]
fn practice_rows_are_grouped_into_federations() {
    let loaded = load(OURS);
    assert_eq!(names(&loaded), ["Lowland Health", "Upland GPs"]);
    assert_eq!(loaded.report.summary(), "5 practices in 2 federations: 5 of 5 rows used");
    let upland = named(&loaded, "Upland GPs");
    assert_eq!(upland.practices(), Some(3));
    assert_eq!(upland.ods_code(), "");
    assert_eq!(upland.postcodes().count(), 0);
    assert_eq!(upland.regions().iter().map(Region::name).collect::<Vec<_>>(), ["North West"]);
    assert_eq!(upland.details().count(), 0);
    assert_eq!(
        members(&loaded, "Upland GPs"),
        [
            "Hill Top Surgery (Q90001, Hill PCN)",
            "Beacon Surgery (Q90004, Hill PCN)",
            "Quarry Lane Surgery (Q90005, Hill PCN)"
        ]
    );
    // The report states once that the practices' postcodes are not those of the federations.
    assert_eq!(lines(&loaded).len(), 1, "{:#?}", lines(&loaded));
    assert!(lines(&loaded)[0].contains("Postcode: \"ZE1 0AC\" is different for each practice"), "{:?}", lines(&loaded));
}

#[test]
fn federation_is_found_by_practice_practice_code_and_pcn() {
    let loaded = load(OURS);
    for (text, expected) in [
        ("quarry lane", &["Upland GPs"][..]),
        ("Weir Road Practice", &["Lowland Health"]),
        ("q90003", &["Lowland Health"]),
        ("Q90004", &["Upland GPs"]),
        ("river pcn", &["Lowland Health"]),
        ("Hill PCN", &["Upland GPs"]),
    ] {
        assert_eq!(found(&loaded, text), expected, "{text}");
    }
}

#[test]
fn other_separators_and_headings_are_accepted() {
    for (header, separator) in [
        ("GP practice;Practice code;Primary care network;GP federation", ";"),
        ("SURGERY\tODS Code\tPCN name\tFederation name", "\t"),
        ("Practice Name (as on ODS),Practice ODS code,Primary care network (PCN),Federation (GP)", ","),
        ("Member practices|ODS|PCN|Federation", "|"),
        ("Name,Code,PCN,Federation", ","),
        ("Organisation name,Organisation code,PCN,Federation", ","),
        ("practice_name,practice_code,pcn_code,federation_name", ","),
        ("GP surgery,GP practice code,PCN,Provider", ","),
    ] {
        let mut text = header.to_owned();
        text.push('\n');
        // In any order: by practice, and by federation.
        for orders in [[0, 1, 2, 3, 4, 5], [0, 2, 4, 1, 3, 5]] {
            let mut text = text.clone();
            for at in orders {
                let federation = ["Aire GPs", "Brent Health"][at % 2];
                let row =
                    [&*format!("Number {at} Surgery"), &format!("Z8000{at}"), &format!("PCN {}", at % 2), federation];
                let _ = writeln!(text, "{}", row.join(separator));
            }
            let loaded = load(&text);
            assert_eq!(names(&loaded), ["Aire GPs", "Brent Health"], "{text}\n{:#?}", lines(&loaded));
            assert_eq!(loaded.report.summary(), "6 practices in 2 federations: 6 of 6 rows used", "{text}");
            assert_eq!(members(&loaded, "Aire GPs")[0], "Number 0 Surgery (Z80000, PCN 0)", "{text}");
            assert_eq!(found(&loaded, "z80005"), ["Brent Health"], "{text}");
        }
    }
}

#[test]
fn files_sorted_by_federation_are_recognised() {
    // If a file is sorted by federation, its first rows all have the same one.
    for header in ["Federation,Practice", "Federation,Name", "Federation,Organisation name", "Federation,GP surgeries"]
    {
        let mut text = [header, ",Practice code\n"].concat();
        for at in 0..1200 {
            let _ = writeln!(text, "Fed {},Practice {at},X{at:05}", at / 400);
        }
        let loaded = load(&text);
        assert_eq!(loaded.report.summary(), "1,200 practices in 3 federations: 1,200 of 1,200 rows used", "{header}");
        assert_eq!(named(&loaded, "Fed 1").practices(), Some(400), "{header}");
        assert_eq!(found(&loaded, "X00799"), ["Fed 1"], "{header}");
        assert_eq!(lines(&loaded), Vec::<String>::new(), "{header}");
    }
}

#[test]
fn any_number_of_interleaved_federations_is_recognised() {
    let mut text = "Practice;Federation\n".to_owned();
    for at in 0..960 {
        let _ = writeln!(text, "Practice {at};Federation {}", at % 240);
    }
    let loaded = load(&text);
    assert_eq!(loaded.report.summary(), "960 practices in 240 federations: 960 of 960 rows used");
    assert_eq!(members(&loaded, "Federation 7"), ["Practice 7", "Practice 247", "Practice 487", "Practice 727"]);
}

#[test]
fn practices_without_a_federation_are_reported() {
    let text = "Practice,ODS code,Federation\nAsh Surgery,Y1,Fed A\nElm Surgery,Y2,\nOak Surgery,Y3,Fed A\n\
        Fir Surgery,Y4,n/a\n,Y5,Fed B\nYew Surgery,Y6,Fed B\n,,Fed C\n";
    let loaded = load(text);
    assert_eq!(loaded.report.summary(), "4 practices in 3 federations: 5 of 7 rows used, 2 rows left out");
    let lines = lines(&loaded);
    assert!(
        lines[0].starts_with("Row 3, Federation: \"Elm Surgery\" is a practice without a federation."),
        "{lines:#?}"
    );
    assert!(
        lines[1].starts_with("Row 5, Federation: \"Fir Surgery\" is a practice without a federation."),
        "{lines:#?}"
    );
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert_eq!(members(&loaded, "Fed B"), ["Y5", "Yew Surgery (Y6)"]);
    // A federation without a practice is a federation too.
    assert_eq!(named(&loaded, "Fed C").practices(), None);
}

#[test]
fn duplicate_practices_are_counted_once() {
    let text = "Practice,ODS code,Federation\nAsh Surgery,Y1,Fed A\nAsh surgery,y1,FED A\nOak Surgery,Y3,Fed A\n\
        Oak Surgery,Y3,Fed B\nOak Surgery,Y3,Fed B\nElm Surgery,Y4,Fed B\n";
    let loaded = load(text);
    assert_eq!(loaded.report.summary(), "3 practices in 2 federations: 4 of 6 rows used, 2 rows left out");
    let lines = lines(&loaded);
    assert!(
        lines[0].starts_with("Row 3: \"Ash surgery\" is also in another row of the same federation."),
        "{lines:#?}"
    );
    assert!(lines[1].starts_with("Row 5: \"Oak Surgery\" is also in a row of another federation."), "{lines:#?}");
    assert!(
        lines[2].starts_with("Row 6: \"Oak Surgery\" is also in another row of the same federation."),
        "{lines:#?}"
    );
    assert_eq!(members(&loaded, "Fed A"), ["Ash Surgery (Y1)", "Oak Surgery (Y3)"]);
    assert_eq!(members(&loaded, "Fed B"), ["Oak Surgery (Y3)", "Elm Surgery (Y4)"]);

    // Surgeries with the same name in different federations are different, unless something shows that they are not.
    let text = "Practice,Federation\nPark Surgery,Fed A\nAsh Surgery,Fed A\nPark Surgery,Fed B\nElm Surgery,Fed B\n";
    let loaded = load(text);
    assert_eq!(loaded.report.summary(), "4 practices in 2 federations: 4 of 4 rows used");
    // A postcode shows that.
    let text = "Practice,Postcode,Federation\nPark Surgery,LS1 1AA,Fed A\nPark Surgery,LS2 2BB,Fed A\n\
        Park Surgery,ls1 1aa,Fed B\nElm Surgery,LS3 3CC,Fed B\n";
    let loaded = load(text);
    assert_eq!(loaded.report.summary(), "3 practices in 2 federations: 4 of 4 rows used");
}

#[test]
fn federation_facts_use_the_first_filled_in_cell() {
    let text = "Practice,Federation,Region,ICB,Website,Manager\nA,Fed A,,Kent and Medway,,Ms Ode\n\
        B,Fed A,South East,Kent & Medway,https://a.example,Ms Ode\nC,Fed A,SOUTH EAST,Kent and Medway,,Mr Sonnet\n\
        D,Fed A,London,Kent and Medway,https://a.example,Ms Ode\nE,Fed B,London,,https://b.example,Dr Elegy\n\
        F,Fed B,London,South East London,,Dr Elegy\nG,Fed B,Midlands,,,\n";
    let loaded = load(text);
    let fed_a = named(&loaded, "Fed A");
    assert_eq!(fed_a.regions().iter().map(Region::name).collect::<Vec<_>>(), ["South East"]);
    assert_eq!((fed_a.icb(), fed_a.website()), ("Kent and Medway", "https://a.example"));
    assert_eq!(fed_a.details().collect::<Vec<_>>(), [("Manager", "Ms Ode")]);
    assert_eq!(named(&loaded, "Fed B").icb(), "South East London");
    let lines = lines(&loaded);
    let region = "Row 5, Region: \"London\" differs from \"South East\" in a row above of the same federation, as do \
        cells of 1 other row. Enter the same";
    assert!(lines.iter().any(|line| line.starts_with(region)), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.starts_with("Row 4, Manager: \"Mr Sonnet\" differs from \"Ms Ode\"")),
        "{lines:#?}"
    );
    assert_eq!(lines.iter().filter(|line| line.contains("Region")).count(), 1, "{lines:#?}");
}

#[test]
fn practice_facts_are_not_attributed_to_the_federation() {
    let text = "Practice,Address,Town,Patients,Status,End date,Federation,Contact\n\
        A,1 High St,Sale,5000,Active,,Fed A,a@example.org\nB,2 Low St,Hale,\"6,500\",Closed,2020-01-31,Fed A,b@example.org\n\
        C,3 Mid St,Sale,7000,Active,,Fed B,c@example.org\nD,4 Top St,York,800,Active,,Fed B,d@example.org\n\
        E,5 End St,Bath,,Active,,Fed B,e@example.org\n";
    let loaded = load(text);
    let [fed_a, fed_b] = ["Fed A", "Fed B"].map(|name| named(&loaded, name));
    // Practice B has closed.
    assert_eq!((fed_a.patients(), fed_b.patients()), (Some(5000), Some(7800)));
    assert_eq!((fed_a.place(), fed_a.ended_on(), fed_a.status().id()), ("", "", "active"));
    assert_eq!(fed_a.details().count() + fed_b.details().count(), 0);
    let lines = lines(&loaded);
    for heading in ["Address", "Town", "Patients", "Status", "End date", "Contact"] {
        let about = [", ", heading, ": "].concat();
        // Practice E has no number of patients, so it is not in the total.
        let expected = if heading == "Patients" { 2 } else { 1 };
        assert_eq!(lines.iter().filter(|line| line.contains(&about)).count(), expected, "{heading}: {lines:#?}");
    }
}

#[test]
fn stated_number_of_practices_is_kept() {
    let text =
        "Federation,Practices,Practice\nFed A,12,Ash Surgery\nFed A,12,Oak Surgery\nFed B,,Elm Surgery\nFed B,,Yew\n";
    let loaded = load(text);
    assert_eq!((named(&loaded, "Fed A").practices(), named(&loaded, "Fed B").practices()), (Some(12), Some(2)));
}

#[test]
fn federation_codes_are_not_read_as_practice_codes() {
    let text = "Federation,ODS code,Practice\nFed A,AXX1,Ash Surgery\nFed A,AXX1,Oak Surgery\nFed B,AXX2,Elm Surgery\n\
        Fed B,AXX2,Yew Surgery\n";
    let loaded = load(text);
    assert_eq!(members(&loaded, "Fed A"), ["Ash Surgery", "Oak Surgery"]);
    assert_eq!(named(&loaded, "Fed B").ods_code(), "AXX2");
}

#[test]
fn federation_lists_are_not_practice_lists() {
    for (text, federations) in [
        ("Federation,Practice\nFed A,Ash Surgery\nFed B,Oak Surgery\nFed C,Elm Surgery\n", 3),
        // The same lead practice for all of them.
        ("Federation,Town,Practice\nFed A,Sale,Ash Surgery\nFed B,York,Ash Surgery\nFed C,Hull,Ash Surgery\n", 3),
        // The same federation in 2 places, each with a different number of practices.
        ("Federation,Town,GP practices\nFed A,Sale,12\nFed A,York,14\nFed B,Hull,3\n", 3),
        ("Name,Town,Practices\nFed A,Sale,12\nFed A,York,14\nFed B,Hull,3\n", 3),
        ("Name,Organisation\nFed A,NHS Kent\nFed B,NHS Kent\n", 2),
        ("Federation,Member practices\nFed A,Ash; Oak\nFed B,Elm; Yew\nFed A,Fir; Box\n", 3),
    ] {
        let loaded = load(text);
        assert_eq!(loaded.report.members, 0, "{text}");
        assert_eq!(loaded.directory.len(), federations, "{text}{:#?}", lines(&loaded));
        assert!(!loaded.report.summary().contains("practice"), "{text}");
    }
    // One of many federations is listed twice.
    let mut text = "Federation,Town,Practice\n".to_owned();
    for at in 0..30 {
        let _ = writeln!(text, "Fed {},Town {at},Practice {at}", at % 29);
    }
    assert_eq!(load(&text).directory.len(), 30);
}

#[test]
fn member_practices_of_one_row_can_be_on_separate_lines() {
    for heading in ["Member practices", "Practice names", "GP surgeries", "Names of practices", "member_practices"] {
        for cell in ["Ash Surgery; Oak Practice", "Ash Surgery\nOak Practice", "Ash Surgery;Oak Practice;"] {
            let loaded = load(&format!("Name,{heading}\nFed A,\"{cell}\"\nFed B,\n"));
            assert_eq!(members(&loaded, "Fed A"), ["Ash Surgery", "Oak Practice"], "{heading} {cell:?}");
            assert_eq!(found(&loaded, "oak practice"), ["Fed A"]);
        }
    }
}

/// The rows of a CSV file without quotation marks, as JSON records.
fn objects(csv: &str) -> String {
    let mut lines = csv.lines();
    let keys: Vec<&str> = lines.next().unwrap().split(',').collect();
    let object = |line: &str| {
        let cells = keys.iter().zip(line.split(',')).map(|(key, cell)| format!("\"{key}\": \"{cell}\""));
        ["{", &*cells.collect::<Vec<_>>().join(", "), "}"].concat()
    };
    lines.map(object).collect::<Vec<_>>().join(",\n")
}

#[test]
fn practice_json_is_read_like_csv() {
    let csv = load(OURS);
    let list = objects(OURS);
    let lines_of_json = list.replace(",\n", "\n");
    for text in [
        format!("[{list}]"),
        format!("{{\"practices\": [{list}]}}"),
        format!("{{\"exported\": \"2026-11-28\", \"data\": {{\"records\": [{list}]}}}}"),
        lines_of_json,
    ] {
        let loaded = load(&text);
        assert_eq!(loaded.report.summary(), "5 practices in 2 federations: 5 of 5 rows used", "{text}");
        assert_eq!(names(&loaded), names(&csv));
        for name in ["Upland GPs", "Lowland Health"] {
            assert_eq!(members(&loaded, name), members(&csv, name));
            let (ours, theirs) = (named(&loaded, name), named(&csv, name));
            assert_eq!((ours.practices(), ours.id()), (theirs.practices(), theirs.id()));
            assert_eq!(ours.details().count(), 0);
        }
        assert_eq!(found(&loaded, "q90003"), ["Lowland Health"]);
        assert_eq!(found(&loaded, "hill pcn"), ["Upland GPs"]);
        let column = |heading: &str| loaded.report.columns.iter().find(|it| it.heading == heading).unwrap().column;
        assert_eq!(
            ["Federation", "ODS code", "PCN"].map(column),
            [Some("name"), Some("member_practices"), Some("member_practices")]
        );
        assert_eq!(lines(&loaded).len(), 1, "{:#?}", lines(&loaded));
        assert!(
            lines(&loaded)[0].starts_with("record 3") || lines(&loaded)[0].starts_with("Row 3"),
            "{:?}",
            lines(&loaded)
        );
    }
}

#[test]
fn practice_json_can_be_nested_and_use_common_property_names() {
    let record = |at: usize, federation: &str| {
        format!(
            "{{\"id\": {at}, \"practice\": {{\"name\": \"Surgery {at}\", \"odsCode\": \"X{at:05}\"}}, \
             \"pcn\": {{\"name\": \"Net {}\"}}, \"federation\": {{\"name\": \"{federation}\"}}, \"listSize\": {}}}",
            at % 2,
            1000 + at
        )
    };
    let list = [record(1, "Fed A"), record(2, "Fed B"), record(3, "Fed A"), record(4, "Fed B")].join(",");
    let loaded = load(&format!("[{list}]"));
    assert_eq!(loaded.report.summary(), "4 practices in 2 federations: 4 of 4 rows used", "{:#?}", lines(&loaded));
    assert_eq!(members(&loaded, "Fed A"), ["Surgery 1 (X00001, Net 1)", "Surgery 3 (X00003, Net 1)"]);
    assert_eq!(named(&loaded, "Fed B").patients(), Some(2006));
    // A sequential number is not a code.
    let flat = "[{\"id\":1,\"practiceName\":\"A\",\"federationName\":\"Fed A\"},\
        {\"id\":2,\"practiceName\":\"B\",\"federationName\":\"Fed A\"},\
        {\"id\":3,\"practiceName\":\"C\",\"federationName\":null},\
        {\"practiceName\":\"D\",\"federationName\":\"Fed B\",\"id\":4}]";
    let loaded = load(flat);
    assert_eq!(loaded.report.summary(), "3 practices in 2 federations: 3 of 4 rows used, 1 row left out");
    assert_eq!(members(&loaded, "Fed A"), ["A", "B"]);
    assert!(lines(&loaded)[0].contains("\"C\" is a practice without a federation"), "{:#?}", lines(&loaded));
}

#[test]
fn records_before_a_json_error_are_kept() {
    let list = objects(OURS);
    let loaded = load(&format!("[{list}, {{\"Practice name\": oops"));
    assert_eq!(names(&loaded), ["Lowland Health", "Upland GPs"]);
    assert_eq!(loaded.report.members, 5);
    assert_eq!(
        loaded.report.problems.iter().filter(|problem| problem.scope == gpf_domain::directory::Scope::File).count(),
        1
    );
}

#[test]
fn federation_json_is_not_a_practice_list() {
    for (text, federations) in [
        (
            "[{\"name\":\"Fed A\",\"memberPractices\":[\"Ash\",\"Oak\"]},{\"name\":\"Fed B\",\"memberPractices\":[\"Elm\"]}]",
            2,
        ),
        ("[{\"federation\":\"Fed A\",\"practices\":12},{\"federation\":\"Fed B\",\"practices\":3}]", 2),
        (
            "[{\"federation\":\"Fed A\",\"town\":\"Sale\",\"practices\":12},{\"federation\":\"Fed A\",\"town\":\"York\",\"practices\":3}]",
            2,
        ),
    ] {
        let loaded = load(text);
        assert_eq!((loaded.report.members, loaded.directory.len()), (0, federations), "{text}");
    }
}

#[test]
fn a_hundred_thousand_json_records_are_read_in_steps() {
    let mut text = "[".to_owned();
    for at in 0..100_000 {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}{{\"practice\":\"Surgery {at}\",\"odsCode\":\"Y{at:05}\",\"federation\":\"Fed {}\"}}",
            at / 5
        );
    }
    text.push(']');
    let mut loading = Importer::new(&ImportOptions::default());
    loading.push_bytes(text.as_bytes());
    loading.finish_input();
    let mut steps = 0;
    while !loading.step(500).is_done {
        steps += 1;
    }
    let loaded = loading.finish();
    assert!(steps > 300, "{steps} steps");
    assert_eq!(loaded.report.summary(), "100,000 practices in 20,000 federations: 100,000 of 100,000 rows used");
    assert_eq!(found(&loaded, "y42195"), ["Fed 8439"]);
}

#[test]
fn a_hundred_thousand_rows_are_read_in_steps() {
    let mut text = "Practice name,ODS code,Postcode,PCN,Federation,NHS region\n".to_owned();
    for at in 0..100_000 {
        let (federation, network) = (at % 211, at % 1300);
        let _ = writeln!(
            text,
            "Surgery {at} of Example,Y{at:05},LS{} {}AB,Network {network} PCN,Fed {federation},London",
            at % 28,
            at % 9
        );
    }
    let mut loading = Importer::new(&ImportOptions::default());
    let mut steps = 0;
    for piece in text.as_bytes().chunks(64 << 10) {
        loading.push_bytes(piece);
        while !loading.step(500).needs_input {
            steps += 1;
        }
    }
    loading.finish_input();
    let (mut longest, mut after) = (std::time::Duration::ZERO, 0);
    loop {
        let start = std::time::Instant::now();
        let progress = loading.step(500);
        longest = longest.max(start.elapsed());
        steps += 1;
        after += 1;
        if progress.is_done {
            break;
        }
    }
    let loaded = loading.finish();
    eprintln!("{steps} steps, {after} after the last byte, the longest of those {longest:?}");
    assert!(steps > 150 && after > 50, "{steps} steps, {after} of them after the last byte");
    assert_eq!(loaded.report.summary(), "100,000 practices in 211 federations: 100,000 of 100,000 rows used");
    assert_eq!(found(&loaded, "y42195"), [format!("Fed {}", 42_195 % 211)]);
    let members: usize = loaded.directory.federations().map(|it| it.member_practices().count()).sum();
    assert_eq!(members, 100_000);
}

#[test]
fn federation_named_only_in_its_first_row_has_the_rows_below() {
    let merged = "Federation,Practice name,ODS code,Locality,Federation ODS code\n\
        Upland GPs,Hill Top Surgery,Q90001,Hilltop,8X1\n\
        ,Beacon Surgery,Q90004,Beacon,\n\
        ,Quarry Lane Surgery,Q90005,Quarry,\n\
        Lowland Health,Weir Road Practice,Q90002,Weir,8X2\n\
        ,The Old Mill Medical Centre,Q90003,Mill,\n";
    let loaded = load(merged);
    assert_eq!(loaded.report.summary(), "5 practices in 2 federations: 5 of 5 rows used");
    assert_eq!(members(&loaded, "Lowland Health").len(), 2);
    assert_eq!(found(&loaded, "quarry lane"), ["Upland GPs"]);
    let details: Vec<_> = named(&loaded, "Upland GPs").details().collect();
    assert_eq!(details, [("Federation ODS code", "8X1")]);
    assert_eq!(named(&loaded, "Upland GPs").place(), "", "the place is of each practice");
    assert!(lines(&loaded)[0].contains("read as part of the federation above"), "{:#?}", lines(&loaded));
    // Whether a practice has closed, or its town, is only about the first practice of a federation and not about the
    // federation.
    let closed = merged.replace("Locality,", "Close date,Locality,").replace("Hilltop,", "30/06/2020,Hilltop,");
    let closed = closed.replace(",Beacon,\n", ",,,\n").replace(",Quarry,\n", ",,,\n");
    let loaded = load(&closed);
    let upland = named(&loaded, "Upland GPs").record();
    assert_eq!((upland.status, upland.ended_on, upland.place), ("active", None, None), "{:#?}", lines(&loaded));
    // The rows below one that states that there is no federation are in none.
    let none = [merged, "No federation,Lone Surgery,Q90009,Lone,\n,Far Surgery,Q90010,Far,\n"].concat();
    let loaded = load(&none);
    assert_eq!(loaded.report.summary(), "5 practices in 2 federations: 5 of 7 rows used, 2 rows left out");
    assert_eq!(members(&loaded, "Lowland Health").len(), 2);
    // If names are repeated, a row without one is a practice that is in no federation.
    let repeated = merged.replace("\n,Beacon", "\nUpland GPs,Beacon");
    let loaded = load(&repeated);
    assert_eq!(loaded.report.skipped_rows, 2);
    assert_eq!(members(&loaded, "Upland GPs").len(), 2, "{:#?}", lines(&loaded));
}

#[test]
fn practice_details_are_not_shown_for_the_federation() {
    let loaded = load(
        "Practice name,Practice postcode,Practice email,Practice list size,Federation,Federation lead\n\
        Hill Top Surgery,ZE1 0AA,hill@example.org,100,Upland GPs,Ann Example\n\
        Beacon Surgery,ZE1 0AD,beacon@example.org,200,Upland GPs,Ann Example\n\
        Weir Road Practice,ZE1 0AB,weir@example.org,300,Lowland Health,Bea Example\n",
    );
    let details: Vec<_> = named(&loaded, "Upland GPs").details().collect();
    assert_eq!(details, [("Federation lead", "Ann Example")]);
}

#[test]
fn practices_marked_as_in_no_federation_are_left_out() {
    for none in ["Not in a federation", "No federation", "Unaffiliated", "None", "Not a member"] {
        let row = ["Lone Surgery,Q90009,ZE1 0AZ,Lone PCN,", none, ",London\n"].concat();
        let loaded = load(&[OURS, &row].concat());
        assert_eq!(names(&loaded), ["Lowland Health", "Upland GPs"], "{none}");
        assert_eq!(loaded.report.skipped_rows, 1, "{none}");
        assert!(lines(&loaded)[0].contains("without a federation"), "{none}: {:?}", lines(&loaded));
    }
}

/// Which columns are about practices is only known after all rows. So they are reported at the end, for CSV and for
/// JSON.
#[test]
fn practice_columns_are_not_reported_as_federation_details() {
    let csv = "Surgery,Surgery email,Postcode,Patients,Federation,Chair,Region\n\
        Larch Surgery,l@example.org,ZE2 0AA,4000,Moor Health,Dr Bee,London\n\
        Rowan Surgery,r@example.org,ZE2 0AB,5000,Moor Health,Dr Bee,London\n\
        Alder Surgery,a@example.org,ZE2 0AC,6000,Dale Health,Dr Cee,London\n\
        Hazel Surgery,h@example.org,ZE2 0AD,7000,Dale Health,Dr Cee,London\n";
    let json = r#"[
        {"surgery": "Larch Surgery", "surgery email": "l@example.org", "federation": "Moor Health", "chair": "Dr Bee"},
        {"surgery": "Rowan Surgery", "surgery email": "r@example.org", "federation": "Moor Health", "chair": "Dr Bee"},
        {"surgery": "Alder Surgery", "surgery email": "a@example.org", "federation": "Dale Health", "chair": "Dr Cee"}
    ]"#;
    for (text, expected) in [(csv, &["Surgery email", "Postcode"][..]), (json, &["surgery email"])] {
        let loaded = load(text);
        let left_out = loaded.report.columns.iter().filter(|it| it.is_left_out);
        assert_eq!(left_out.map(|it| it.heading.as_str()).collect::<Vec<_>>(), expected, "{:#?}", lines(&loaded));
        // Columns that are left out are reported, and none of their values is shown.
        for heading in expected {
            let is_said = |it: &Diagnostic| {
                it.column.as_deref() == Some(*heading) && it.fix.contains("is not shown for the federation")
            };
            assert!(loaded.report.problems.iter().any(is_said), "{heading}");
        }
        let moor = named(&loaded, "Moor Health");
        assert_eq!(moor.details().map(|(_, value)| value).collect::<Vec<_>>(), ["Dr Bee"]);
    }
    let list = load("Name,Email\nMoor Health,m@example.org\nDale Health,d@example.org\n");
    assert!(list.report.columns.iter().all(|it| !it.is_left_out));
}
