//! Tests of lists of members as programs and people keep them: lookups, totals, labels and several federations in a cell.

use gpf_domain::directory::Federation;
use gpf_domain::import::{ImportOptions, Imported, read};

use crate::custom_list::{lines, load, named};

/// The federations and their members.
fn groups(loaded: &Imported) -> Vec<String> {
    loaded
        .directory
        .federations()
        .map(|federation| {
            let members: Vec<_> = federation.member_practices().collect();
            format!("{}: {}", federation.name(), members.join("; "))
        })
        .collect()
}

#[test]
fn numbers_of_items_in_a_database_are_not_part_of_their_texts() {
    for (one, two) in [
        (r#"{"Id":7,"Value":"Tidewater GPs"}"#, r#"{"Id":9,"Value":"Moorland Health"}"#),
        (r#"{"LookupId":7,"LookupValue":"Tidewater GPs"}"#, r#"{"LookupId":9,"LookupValue":"Moorland Health"}"#),
        (r#"{"key":"7","label":"Tidewater GPs"}"#, r#"{"key":"9","label":"Moorland Health"}"#),
        (
            r#"{"Label":"Tidewater GPs","TermGuid":"5e0f1d2c-0000-4a1b-9c3d-1f2e3d4c5b6a","WssId":7}"#,
            r#"{"Label":"Moorland Health","TermGuid":"6e0f1d2c-0000-4a1b-9c3d-1f2e3d4c5b6a","WssId":9}"#,
        ),
    ] {
        let loaded = load(&format!(
            r#"[{{"Title":"Quay Surgery","PracticeCode":"Q91001","Federation":[{one},{two}]}},
            {{"Title":"Tarn Surgery","PracticeCode":"Q91002","Federation":[{one}]}},
            {{"Title":"Weir Surgery","PracticeCode":"Q91003","Federation":[{two}]}}]"#
        ));
        let expected = [
            "Moorland Health: Quay Surgery (Q91001); Weir Surgery (Q91003)",
            "Tidewater GPs: Quay Surgery (Q91001); Tarn Surgery (Q91002)",
        ];
        assert_eq!(groups(&loaded), expected, "{one} {:#?}", lines(&loaded));
    }
    // An id with letters can be a code.
    let loaded = load(
        r#"[{"name":"Tidewater GPs","memberPractices":[{"id":12,"name":"Quay Surgery"},{"id":"Q91002","name":"Tarn Surgery"}],
        "services":[{"id":3,"name":"Minor surgery"},{"id":4}]}]"#,
    );
    let tidewater = named(&loaded, "Tidewater GPs");
    assert_eq!(tidewater.member_practices().collect::<Vec<_>>(), ["Quay Surgery", "Q91002, Tarn Surgery"]);
    assert_eq!(tidewater.services().collect::<Vec<_>>(), ["Minor surgery", "4"]);
}

#[test]
fn totals_between_members_are_left_out() {
    for (list, problem) in [
        (
            "Federation,PCN,Practices,Patients\nTidewater GPs,Quay PCN,5,51000\nTidewater GPs,Tarn PCN,6,62000\n\
            Tidewater GPs,Subtotal,11,113000\nMoorland Health,Weir PCN,7,73000\nMoorland Health,Fell PCN,8,84000\n",
            "Row 4: \"Subtotal\"",
        ),
        (
            "Federation,PCN,Practices,Patients\nTidewater GPs,Quay PCN,5,51000\nTidewater GPs,Tarn PCN,6,62000\n\
            Moorland Health,Weir PCN,7,73000\nMoorland Health,Fell PCN,8,84000\nMoorland Health,All PCNs,15,157000\n",
            "Row 6: \"All PCNs\"",
        ),
        (
            "Federation,Practice,Practice code,Patients\nTidewater GPs,Quay Surgery,Q91001,5100\n\
            Tidewater GPs,Tarn Surgery,Q91002,6200\nTidewater GPs Count,2,,\nMoorland Health,Weir Surgery,Q91003,7300\n\
            Moorland Health,Fell Surgery,Q91004,8400\n",
            "Row 4: \"Tidewater GPs Count\"",
        ),
        (
            "Board,Federation,Town,Patients\nKent,Tidewater GPs,Deal,51000\nKent,Moorland Health,Dover,62000\n\
            Kent,Total,,113000\n",
            "Row 4: \"Total\"",
        ),
    ] {
        let loaded = load(list);
        let lines = lines(&loaded);
        let names: Vec<_> = loaded.directory.federations().map(Federation::name).collect();
        assert_eq!(names, ["Moorland Health", "Tidewater GPs"], "{problem} {lines:#?}");
        assert_eq!(loaded.report.skipped_rows, 1, "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains(problem) && line.contains("is a total")), "{problem} {lines:#?}");
    }
}

/// Two federations and a practice with this text in place of a federation.
fn with_label(label: &str) -> Imported {
    load(&format!(
        "Federation,Practice,Practice code\nTidewater GPs,Quay Surgery,Q91001\nTidewater GPs,Tarn Surgery,Q91002\n\
        Moorland Health,Weir Surgery,Q91003\nMoorland Health,Fell Surgery,Q91004\n\"{label}\",Lone Surgery,Q91005\n"
    ))
}

#[test]
fn labels_for_no_federation_are_not_federations() {
    for label in [
        "No GP federation",
        "Non-aligned",
        "None of these",
        "Not applicable (list closed)",
        "0",
        "00",
        "X",
        "Yes",
        "FALSE",
        "Closed",
        "Dissolved",
        "Pending",
        "Withdrawn",
        "Opted out",
        "Unallocated",
        "Vacant",
        "Declined",
        "Left",
        "See notes",
        "Currently not in a federation",
        "No longer in federation",
    ] {
        let loaded = with_label(label);
        assert_eq!(loaded.report.federations, 2, "{label}");
        let lines = lines(&loaded);
        assert!(lines.iter().any(|line| line.contains("without a federation")), "{label}: {lines:#?}");
    }
    for name in [
        "North Health",
        "Nonsuch GPs",
        "Not-for-profit Health",
        "No. 1 Health",
        "Nottingham GPs",
        "Independent Health Group",
        "Leftwich GPs",
        "Closed Loop Health",
        "Activate Health",
        "G4",
        "GP",
        "Vacant Possession CIC",
    ] {
        let loaded = with_label(name);
        assert_eq!(named(&loaded, name).practices(), Some(1), "{name}");
    }
}

#[test]
fn year_of_a_number_is_not_the_number() {
    let rows = |cell: &str| format!("Name,Town,Patients\nTidewater GPs,Deal,\"{cell}\"\nMoorland Health,Leeds,62000\n");
    for (cell, expected) in [
        ("2018: 31,000", None),
        ("2021 - 44000 patients", None),
        ("1,305 in 2018", Some(1305)),
        ("1,960 in 2018", Some(1960)),
        ("14 (2018)", Some(14)),
        ("2018 patients or so", Some(2018)),
    ] {
        let loaded = load(&rows(cell));
        assert_eq!(named(&loaded, "Tidewater GPs").patients(), expected, "{cell}");
        assert!(lines(&loaded).iter().any(|line| line.contains("number")), "{cell}: {:#?}", lines(&loaded));
    }
}

#[test]
fn cell_that_contradicts_the_status_is_reported_once() {
    let loaded = load(
        "Name,Town,Status,Closed\nTidewater GPs,Deal,Active,Merged into Moorland Health\nMoorland Health,Leeds,Active,\n",
    );
    let lines = lines(&loaded);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].contains("Correct this cell or the status. The status was used"), "{lines:#?}");
    let details: Vec<_> = named(&loaded, "Tidewater GPs").details().collect();
    assert_eq!(details, [("Closed", "Merged into Moorland Health")]);
}

#[test]
fn cell_of_a_member_of_two_federations_is_reported_once() {
    let loaded = load(
        "Federation,Practice,Practice code,Patients\nTidewater GPs,Quay Surgery,Q91001,5100\n\
        Tidewater GPs; Moorland Health,Tarn Surgery,Q91002,plenty\nMoorland Health,Weir Surgery,Q91003,7300\n\
        Moorland Health,Fell Surgery,Q91004,8400\n",
    );
    let lines = lines(&loaded);
    let about: Vec<_> = lines.iter().filter(|line| line.contains("is not a whole number")).collect();
    assert_eq!(about.len(), 1, "{lines:#?}");
    assert!(!about[0].contains("other cell"), "{about:?}");
    assert_eq!(loaded.report.ignored_cells, 1);
}

#[test]
fn label_below_merged_cells_is_not_part_of_them() {
    for label in ["N/A", "No federation", "-"] {
        let loaded = load(&format!(
            "Federation,Practice,Practice code\nTidewater GPs,Quay Surgery,Q91001\n,Tarn Surgery,Q91002\n\
            ,Holm Surgery,Q91003\n{label},Lone Surgery,Q91004\nMoorland Health,Weir Surgery,Q91005\n\
            ,Fell Surgery,Q91006\n,Dale Surgery,Q91007\n{label},Last Surgery,Q91008\n"
        ));
        let expected = [
            "Moorland Health: Weir Surgery (Q91005); Fell Surgery (Q91006); Dale Surgery (Q91007)",
            "Tidewater GPs: Quay Surgery (Q91001); Tarn Surgery (Q91002); Holm Surgery (Q91003)",
        ];
        assert_eq!(groups(&loaded), expected, "{label} {:#?}", lines(&loaded));
        assert_eq!(loaded.report.skipped_rows, 2, "{label}");
    }
}

#[test]
fn other_headings_of_federations_are_recognised_beside_practices() {
    for heading in [
        "Current federation",
        "Federation 2025",
        "Federation membership",
        "Member of federation",
        "Primary care federation",
    ] {
        for name in ["Name", "Organisation name"] {
            let loaded = load(&format!(
                "{name},ODS code,{heading},List size\nQuay Surgery,Q91001,Tidewater GPs,5100\n\
                Tarn Surgery,Q91002,Tidewater GPs,6200\nWeir Surgery,Q91003,Moorland Health,7300\n\
                Fell Surgery,Q91004,Moorland Health,8400\n"
            ));
            let expected = [
                "Moorland Health: Weir Surgery (Q91003); Fell Surgery (Q91004)",
                "Tidewater GPs: Quay Surgery (Q91001); Tarn Surgery (Q91002)",
            ];
            assert_eq!(groups(&loaded), expected, "{heading} {name} {:#?}", lines(&loaded));
        }
    }
    // These columns are facts about federations.
    for heading in ["Federation lead", "Federation type", "Former federation", "Member of federation (Y/N)"] {
        let loaded = load(&format!(
            "Name,ODS code,{heading}\nQuay Surgery,Q91001,Ann\nTarn Surgery,Q91002,Ann\nWeir Surgery,Q91003,Bea\n\
            Fell Surgery,Q91004,Bea\n"
        ));
        assert_eq!(loaded.directory.federations().count(), 4, "{heading}");
    }
    // Names that are not those of practices.
    let loaded = load(
        "Name,ODS code,Federation model\nTidewater GPs,Q91001,Hub\nMoorland Health,Q91002,Hub\nFell Alliance,Q91003,Lead\n\
        Tarn Care,Q91004,Lead\n",
    );
    assert_eq!(loaded.directory.federations().count(), 4);
}

/// A list with these columns about practices, and the cells of the first practice in them. The other practices have none.
fn with_facts(headings: &str, cells: &str) -> Imported {
    let none = ",".repeat(cells.matches(',').count());
    load(&format!(
        "Practice,Practice code,Federation,List size,{headings}\nQuay Surgery,Q91001,Tidewater GPs,5100,{cells}\n\
        Tarn Surgery,Q91002,Tidewater GPs,6200,{none}\nWeir Surgery,Q91003,Moorland Health,7300,{none}\n\
        Fell Surgery,Q91004,Moorland Health,8400,{none}\n"
    ))
}

#[test]
fn practices_that_have_closed_or_left_are_not_members() {
    for (headings, cells) in [
        ("Status", "Closed"),
        ("Practice status", "Merged"),
        ("Status code", "C"),
        ("Membership status", "Withdrawn"),
        ("Active", "No"),
        ("Open/Closed", "Closed"),
        ("Closed", "Yes"),
        ("Close date", "31/03/2019"),
        ("Practice close date", "20190331"),
        ("End date", "closed March 2019"),
        ("Status,Close date", "Closed,31/03/2019"),
        ("Left", "2019"),
        ("Date left federation", "31 March 2019"),
        ("Status,Left", "Open,2019"),
    ] {
        let loaded = with_facts(headings, cells);
        let lines = lines(&loaded);
        let tidewater = named(&loaded, "Tidewater GPs");
        let found = (tidewater.practices(), tidewater.patients(), tidewater.status().id(), tidewater.ended_on());
        assert_eq!(found, (Some(1), Some(6200), "active", ""), "{headings} {lines:#?}");
        assert_eq!(tidewater.member_practices().collect::<Vec<_>>(), ["Tarn Surgery (Q91002)"], "{headings}");
        assert_eq!(tidewater.details().count(), 0, "{headings}");
        assert_eq!(loaded.report.summary(), "3 practices in 2 federations: 3 of 4 rows used, 1 row left out");
        let about: Vec<_> = lines.iter().filter(|line| line.contains("not shown and not counted")).collect();
        assert!(about.len() == 1 && about[0].starts_with("Row 2, "), "{headings} {lines:#?}");
    }
    for (headings, cells) in [
        ("Status", "Open"),
        ("Status", "Dormant"),
        ("Status code", "A"),
        ("Closed", "No"),
        ("Close date", "31/12/9999"),
        ("Status,Close date", "Open,31/03/2019"),
        ("Federation left", "no"),
        ("Open date", "01/04/2013"),
    ] {
        let loaded = with_facts(headings, cells);
        let tidewater = named(&loaded, "Tidewater GPs");
        assert_eq!((tidewater.practices(), tidewater.patients()), (Some(2), Some(11_300)), "{headings} {cells}");
        assert_eq!((tidewater.status().id(), tidewater.ended_on()), ("active", ""), "{headings} {cells}");
    }
    let lines = lines(&with_facts("Status,Close date", "Open,31/03/2019"));
    assert!(lines.iter().any(|line| line.contains("\"31/03/2019\" does not match the status")), "{lines:#?}");
}

#[test]
fn status_of_a_practice_with_a_typo_or_in_an_object_is_recognised() {
    let loaded = with_facts("Status", "Clsoed");
    assert_eq!(named(&loaded, "Tidewater GPs").practices(), Some(2));
    let lines = lines(&loaded);
    let problem = "Row 2, Status: \"Clsoed\" is not a status. Did you mean \"closed\"? Until you correct the cell";
    assert!(lines.iter().any(|line| line.starts_with(problem)), "{lines:#?}");

    let object = |name: &str, code: &str, status: &str, federation: &str| {
        format!(
            r#"{{"practice":{{"name":"{name}","odsCode":"{code}","status":"{status}"}},"federation":{{"name":"{federation}"}}}}"#
        )
    };
    let list = [
        object("Quay Surgery", "Q91001", "Open", "Tidewater GPs"),
        object("Tarn Surgery", "Q91002", "Closed", "Tidewater GPs"),
        object("Weir Surgery", "Q91003", "Open", "Moorland Health"),
        object("Fell Surgery", "Q91004", "Open", "Moorland Health"),
    ];
    let loaded = load(&["[", &*list.join(","), "]"].concat());
    assert_eq!(named(&loaded, "Tidewater GPs").practices(), Some(1));
    assert_eq!(loaded.report.skipped_rows, 1);
}

#[test]
fn practice_that_will_close_is_a_member_until_then() {
    let options = ImportOptions { today: Some("2026-12-01"), ..ImportOptions::default() };
    for (date, count) in [("31/03/2027", 2), ("1/12/2026", 1), ("closing 2026", 2), ("2027", 2), ("2025", 1)] {
        let list = format!(
            "Practice,Practice code,Federation,Close date\nQuay Surgery,Q91001,Tidewater GPs,{date}\n\
            Tarn Surgery,Q91002,Tidewater GPs,\nWeir Surgery,Q91003,Moorland Health,\n\
            Fell Surgery,Q91004,Moorland Health,\n"
        );
        let loaded = read(list.as_bytes(), &options);
        assert_eq!(named(&loaded, "Tidewater GPs").practices(), Some(count), "{date} {:#?}", lines(&loaded));
    }
}

#[test]
fn federation_whose_practices_have_all_closed_has_not_ended() {
    let list = "Practice,Practice code,Federation,Town,Status,Close date,List size\n\
        Quay Surgery,Q91001,Tidewater GPs,Deal,Open,,5100\nTarn Surgery,Q91002,Tidewater GPs,Deal,Open,,6200\n\
        Weir Surgery,Q91003,Moorland Health,Leeds,Closed,31/03/2019,7300\n\
        Fell Surgery,Q91004,Moorland Health,Leeds,Closed,31/03/2019,8400\n";
    let loaded = load(list);
    let lines = lines(&loaded);
    let moorland = named(&loaded, "Moorland Health");
    assert_eq!((moorland.status().id(), moorland.ended_on(), moorland.place()), ("active", "", "Leeds"), "{lines:#?}");
    assert_eq!((moorland.practices(), moorland.patients(), moorland.member_practices().count()), (None, None, 0));
    // The first of its rows is used, because it has the federation's name.
    assert_eq!(loaded.report.summary(), "2 practices in 2 federations: 3 of 4 rows used, 1 row left out");
    assert!(lines.iter().any(|line| line.contains("\"Moorland Health\" has no practice that is still a member")));

    // If the list states it of the federation, it has ended, whatever the state of its practices is.
    let list = list.replace("Status,Close date", "Status,Federation status").replace("31/03/2019", "Ended");
    let loaded = load(&list.replace("Closed,Ended,8400", "Open,Ended,8400"));
    let moorland = named(&loaded, "Moorland Health");
    assert_eq!((moorland.status().id(), moorland.practices()), ("ended", Some(1)));
    // A row without a practice is about the federation.
    let loaded = load(&[&*list, ",,Fell Alliance,York,Dissolved,,\n"].concat());
    assert_eq!(named(&loaded, "Fell Alliance").status().id(), "ended");
    // Towns do not end.
    let loaded = load(
        "Federation,Town,Status\nTidewater GPs,Deal,Active\nTidewater GPs,Dover,Active\nMoorland Health,Leeds,Ended\n\
        Moorland Health,Otley,Ended\n",
    );
    assert_eq!(named(&loaded, "Moorland Health").status().id(), "ended");
}

#[test]
fn fact_of_one_practice_is_not_one_of_the_federation() {
    for (heading, cell) in [
        ("Merged into", "Tarn Surgery"),
        ("Previous name", "Old Quay Surgery"),
        ("Also known as", "The Quay"),
        ("Notes", "Moves in 2027"),
        ("Website", "https://quay.example"),
        ("CQC provider", "1-101"),
        ("CQC rating", "Good"),
        ("Company number", "01234567"),
        ("Legal form", "LLP"),
        ("Region", "London"),
        ("Services", "Minor surgery"),
        ("Last checked", "2026-01-01"),
    ] {
        // In the first row of 1 of 2 federations, and in another row.
        for row in ["Quay Surgery,Q91001,Tidewater GPs", "Fell Surgery,Q91004,Moorland Health"] {
            let list = format!(
                "Practice,Practice code,Federation,{heading}\nQuay Surgery,Q91001,Tidewater GPs,\n\
                Tarn Surgery,Q91002,Tidewater GPs,\nWeir Surgery,Q91003,Moorland Health,\n\
                Fell Surgery,Q91004,Moorland Health,\n"
            );
            let loaded = load(&list.replace(&[row, ","].concat(), &[row, ",", cell].concat()));
            let plain = load(&list);
            for name in ["Tidewater GPs", "Moorland Health"] {
                assert_eq!(named(&loaded, name).record(), named(&plain, name).record(), "{heading} {row}");
            }
            let lines = lines(&loaded);
            assert!(
                lines.len() == 1 && lines[0].contains(&[heading, ": \"", cell, "\" is not in all rows"].concat()),
                "{lines:#?}"
            );
            let left_out: Vec<_> = loaded.report.columns.iter().filter(|it| it.is_left_out).collect();
            assert!(left_out.len() == 1 && left_out[0].heading == heading, "{heading}");
        }
    }
}

#[test]
fn fact_in_all_or_the_first_rows_is_one_of_the_federation() {
    // In all rows of 1 federation, in the first row of each, and in a row about the federation.
    for cells in [["a", "a", "", "", ""], ["a", "", "b", "", ""], ["", "", "", "", "a"]] {
        let [one, two, three, four, own] =
            cells.map(|cell| if cell.is_empty() { String::new() } else { format!("https://{cell}.example") });
        let loaded = load(&format!(
            "Practice,Practice code,Federation,Website\nQuay Surgery,Q91001,Tidewater GPs,{one}\n\
            Tarn Surgery,Q91002,Tidewater GPs,{two}\nWeir Surgery,Q91003,Moorland Health,{three}\n\
            Fell Surgery,Q91004,Moorland Health,{four}\n,,Tidewater GPs,{own}\n"
        ));
        assert_eq!(named(&loaded, "Tidewater GPs").website(), "https://a.example", "{cells:?} {:#?}", lines(&loaded));
    }
    let loaded = with_facts("Federation website", "https://a.example");
    assert_eq!(named(&loaded, "Tidewater GPs").website(), "https://a.example", "{:#?}", lines(&loaded));
}

#[test]
fn marks_and_mergers_of_several_practices_are_not_facts_of_the_federation() {
    for (heading, cell) in
        [("Dispensing", "Y"), ("Training", "x"), ("Merged with", "Quay Surgery"), ("Formerly", "Old Surgery")]
    {
        let list = |last: &str| {
            load(&format!(
                "Practice,Practice code,Federation,{heading}\nQuay Surgery,Q91001,Tidewater GPs,{cell}\n\
                Tarn Surgery,Q91002,Tidewater GPs,{cell}\nHolm Surgery,Q91003,Tidewater GPs,{last}\n\
                Weir Surgery,Q91004,Moorland Health,{cell}\nFell Surgery,Q91005,Moorland Health,{cell}\n"
            ))
        };
        let record = |loaded: &Imported| {
            let record = named(loaded, "Tidewater GPs").record();
            format!("{:?} {:?} {:?}", record.details, record.successor, record.former_names)
        };
        let loaded = list("");
        assert!(!record(&loaded).contains(cell), "{heading}: {}", record(&loaded));
        assert!(lines(&loaded).len() == 1 && lines(&loaded)[0].contains("is not in all rows"), "{:#?}", lines(&loaded));
        assert!(record(&list(cell)).contains(cell), "{heading}");
    }
    let loaded = with_facts("Closed?", "No");
    assert!(!lines(&loaded).iter().any(|line| line.contains("Closed?")), "{:#?}", lines(&loaded));
}

#[test]
fn number_of_practices_is_not_lower_than_that_of_the_practices_in_the_list() {
    let list = |stated: [u32; 2]| {
        let [one, two] = stated;
        load(&format!(
            "Federation,Practice,Number of practices\nTidewater GPs,Quay Surgery,{one}\nTidewater GPs,Tarn Surgery,{one}\n\
            Moorland Health,Weir Surgery,{two}\nMoorland Health,Fell Surgery,{two}\nFell Alliance,Dale Surgery,1\n"
        ))
    };
    for (stated, expected, problem) in [
        (
            [1, 1],
            [2, 2],
            "Row 2, Number of practices: \"1\" is less than the number of practices in the list, 2, as in 1",
        ),
        (
            [12, 1],
            [12, 2],
            "Row 4, Number of practices: \"1\" is less than the number of practices in the list, 2. The",
        ),
    ] {
        let loaded = list(stated);
        let found = ["Tidewater GPs", "Moorland Health"].map(|name| named(&loaded, name).practices());
        assert_eq!(found, expected.map(Some), "{stated:?}");
        assert_eq!(named(&loaded, "Fell Alliance").practices(), Some(1));
        let lines = lines(&loaded);
        assert!(lines.len() == 1 && lines[0].starts_with(problem), "{lines:#?}");
    }
    assert_eq!(lines(&list([2, 3])), Vec::<String>::new());
}

#[test]
fn names_of_the_practices_of_a_pcn_can_be_below_practices() {
    let loaded = load(
        "PCN,Federation,Practices\nQuay PCN,Tidewater GPs,Quay Surgery; Tarn House\n\
        Weir PCN,Moorland Health,\"Weir Surgery\nFell House\"\nDale PCN,Tidewater GPs,Dale Practice\n\
        Holm PCN,Moorland Health,\n",
    );
    let expected = [
        "Moorland Health: Weir Surgery (Weir PCN); Fell House (Weir PCN); Holm PCN",
        "Tidewater GPs: Quay Surgery (Quay PCN); Tarn House (Quay PCN); Dale Practice (Dale PCN)",
    ];
    assert_eq!(groups(&loaded), expected);
    assert_eq!(named(&loaded, "Tidewater GPs").practices(), Some(3));
    assert_eq!(lines(&loaded), Vec::<String>::new());
}

#[test]
fn cell_with_the_names_of_other_federations_is_about_each_of_them() {
    let list = |cell: &str| {
        load(&format!(
            "Practice,Practice code,Federation,Town,List size\nQuay Surgery,Q91001,Tidewater GPs,Deal,5100\n\
            Tarn Surgery,Q91002,Tidewater GPs,Deal,6200\nHolm Surgery,Q91003,\"{cell}\",Deal,100\n\
            Weir Surgery,Q91004,Moor and Fell Health,Leeds,7300\nDale Surgery,Q91005,Moor and Fell Health,Leeds,8400\n\
            Lone Surgery,Q91006,\"Fell, Ltd\",York,900\n"
        ))
    };
    for cell in [
        "Tidewater GPs / Moor and Fell Health",
        "Tidewater GPs/Moor & Fell Health",
        "Tidewater GPs, Moor and Fell Health",
        "Moor and Fell Health & Tidewater GPs",
        "Moor and Fell Health AND tidewater GPs",
        "Tidewater GPs + Moor and Fell Health",
        "Tidewater GPs\nMoor and Fell Health",
        "Tidewater GPs / Moor and Fell Health / Tidewater GPs",
    ] {
        let loaded = list(cell);
        let lines = lines(&loaded);
        let found = ["Tidewater GPs", "Moor and Fell Health", "Fell, Ltd"].map(|name| {
            let federation = named(&loaded, name);
            (federation.practices(), federation.patients(), federation.place())
        });
        let expected =
            [(Some(3), Some(11_400), "Deal"), (Some(3), Some(15_800), "Leeds"), (Some(1), Some(900), "York")];
        assert_eq!(found, expected, "{cell} {lines:#?}");
        assert_eq!(loaded.report.summary(), "6 practices in 3 federations: 6 of 6 rows used", "{cell}");
        let about: Vec<_> = lines.iter().filter(|line| line.contains("contains the names of 2 other fed")).collect();
        assert!(about.len() == 1 && about[0].starts_with("Row 4, Federation"), "{cell} {lines:#?}");
    }
    // A part is not another federation of the list, or the text is a name.
    for cell in ["Tidewater GPs / Fell", "Moor\nand Fell Health Ltd", "Tidewater, GPs and others", "Tidewater GPs/"] {
        let loaded = list(cell);
        assert!(!lines(&loaded).iter().any(|line| line.contains("contains the names")), "{cell}");
        assert_eq!(loaded.report.summary().split(':').next_back(), Some(" 6 of 6 rows used"), "{cell}");
    }
    assert_eq!(list("Tidewater GPs/").report.federations, 3);
}

#[test]
fn notes_below_members_are_not_members() {
    let merged = "Practice,Federation,List size\nQuay Surgery,Tidewater GPs,5100\nTarn Surgery,,6200\n\
        Holm Surgery,,6300\nWeir Surgery,Moorland Health,7300\nFell Surgery,,8400\nDale Surgery,,8500\n";
    let first = "Federation,Practice,List size\nTidewater GPs,Quay Surgery,5100\nTidewater GPs,Tarn Surgery,6200\n\
        Moorland Health,Weir Surgery,7300\nMoorland Health,Fell Surgery,8400\n";
    let narrow = "Federation,PCN\nTidewater GPs,Quay PCN\n,Tarn PCN\n,Holm PCN\nMoorland Health,Weir PCN\n,Fell PCN\n";
    for list in [merged, first, narrow] {
        let plain = load(list);
        for note in [
            "Data correct as at 31/03/2026",
            "List sizes as of April 2026",
            "Information accurate at time of publication",
            "Source: NHS Digital",
            "Source NHS Digital",
            "Contact the primary care team for changes",
            "For queries contact j.smith@example.nhs.uk",
            "Updated April 2026",
            "01/04/2026",
            "https://www.example.nhs.uk",
            "This list is not complete",
            "Practices in red have closed",
            "OFFICIAL",
        ] {
            let loaded = load(&[list, note, ",\n"].concat());
            assert_eq!(groups(&loaded), groups(&plain), "{note}");
            assert_eq!(loaded.report.skipped_rows, 1, "{note}");
            let lines = lines(&loaded);
            assert!(lines.iter().any(|line| line.contains("is a note, not a federation")), "{note} {lines:#?}");
        }
    }
    for name in ["Fell Alliance", "Correct Care Ltd", "Contact Health CIC", "YorVale"] {
        let loaded = load(&[first, name, ",,\n"].concat());
        assert_eq!(named(&loaded, name).practices(), None, "{name}");
    }
}

#[test]
fn federations_beside_names_of_practices_can_be_in_merged_cells() {
    let loaded = load(
        "ODS code,Name,Federation,Close date\nQ91001,Quay Surgery,Tidewater GPs,31/03/2019\nQ91002,Tarn Surgery,,\n\
        Q91003,Holm House,,\nQ91004,Weir Medical Centre,Moorland Health,\nQ91005,Fell Practice,,\nQ91006,The Dales,,\n",
    );
    let expected = [
        "Moorland Health: Weir Medical Centre (Q91004); Fell Practice (Q91005); The Dales (Q91006)",
        "Tidewater GPs: Tarn Surgery (Q91002); Holm House (Q91003)",
    ];
    assert_eq!(groups(&loaded), expected, "{:#?}", lines(&loaded));
    assert!(lines(&loaded)[0].contains("read as part of the federation above"));
    // Names that are not those of practices.
    let loaded = load(
        "Name,Federation model,Federation\nTidewater GPs,Hub,North\nFell Alliance,Hub,\nDale Health,Hub,\n\
        Moorland Health,Lead,South\nTarn Care,Lead,\nWeir GPs,Lead,\n",
    );
    assert_eq!(loaded.report.member_kind, None);
}

#[test]
fn status_beside_federations_in_merged_cells_is_not_one_of_their_first_practice() {
    let loaded = load(
        "Federation,Status,Practice\nAlder Health,Closed,Elm Surgery\n,,Oak Surgery\nBeech GPs,Active,Ash Surgery\n,,GP@Hand\n",
    );
    assert_eq!(groups(&loaded), ["Alder Health: Elm Surgery; Oak Surgery", "Beech GPs: Ash Surgery; GP@Hand"]);
    let about: Vec<_> = lines(&loaded).into_iter().filter(|line| line.contains("Status")).collect();
    assert!(!about.is_empty(), "nothing is said about the column");
    assert!(about.iter().all(|line| !line.contains("practice has ended")), "{about:#?}");
    // To the right of the practices it is about them.
    let loaded = load(
        "Federation,Practice,Status\nAlder Health,Elm Surgery,Closed\n,Oak Surgery,Open\nBeech GPs,Ash Surgery,Open\n,Yew Surgery,Open\n",
    );
    assert_eq!(groups(&loaded), ["Alder Health: Oak Surgery", "Beech GPs: Ash Surgery; Yew Surgery"]);
}

#[test]
fn member_of_several_federations_in_a_cell_is_counted_once_in_each() {
    let list = |rows: &str| load(&["Federation,Practice,Patients\n", rows].concat());
    let elm = "Elm Health,Oak Surgery,4000\nElm Health,Ash Surgery,3000\n";
    for both in ["Alder GPs / Elm Health", "Elm Health & Alder GPs"] {
        let loaded = list(&format!("Alder GPs,Elm Surgery,5000\n{both},Elm Surgery,5000\n{elm}"));
        assert_eq!(
            groups(&loaded),
            ["Alder GPs: Elm Surgery", "Elm Health: Oak Surgery; Ash Surgery; Elm Surgery"],
            "{both}"
        );
        let found = |name| (named(&loaded, name).practices(), named(&loaded, name).patients());
        assert_eq!(
            (found("Alder GPs"), found("Elm Health")),
            ((Some(1), Some(5000)), (Some(3), Some(12000))),
            "{both}"
        );
        let said = lines(&loaded).into_iter().filter(|line| line.contains("is also in another row")).count();
        assert_eq!(said, 1, "{both}: {:#?}", lines(&loaded));
    }
    // In both orders.
    let loaded = list(&format!(
        "Alder GPs,Yew Surgery,1000\nAlder GPs / Elm Health,Elm Surgery,5000\nElm Health / Alder GPs,Elm Surgery,5000\n{elm}"
    ));
    assert_eq!(
        groups(&loaded),
        ["Alder GPs: Yew Surgery; Elm Surgery", "Elm Health: Oak Surgery; Ash Surgery; Elm Surgery"]
    );
}
