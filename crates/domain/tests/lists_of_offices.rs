//! Tests of lists as offices and their programs write them: regions under old or short names, units, dates that are empty,
//! practices in several federations, rows in quotation marks, totals of England, and the JSON of SharePoint.

use gpf_domain::directory::{Federation, Region, Status};
use gpf_domain::facts::facts;
use gpf_domain::import::{ImportOptions, Imported, Importer, template_csv};

use crate::custom_list::{lines, load, named};

fn names(loaded: &Imported) -> Vec<&str> {
    loaded.directory.federations().map(Federation::name).collect()
}

/// The facts that people see about a federation, without its name.
fn shown(loaded: &Imported, name: &str) -> Vec<String> {
    facts(named(loaded, name)).iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect()
}

/// The facts of the only federation of a list with this column and cell.
fn cell(heading: &str, cell: &str) -> (String, Imported) {
    let loaded = load(&format!("name,{heading}\nA Fed,\"{}\"\n", cell.replace('"', "\"\"")));
    (shown(&loaded, "A Fed").join(" | "), loaded)
}

#[test]
fn regions_are_read_under_old_and_short_names() {
    for (written, expected) in [
        ("Y&H", "North East and Yorkshire"),
        ("NE & Yorks", "North East and Yorkshire"),
        ("NE", "North East and Yorkshire"),
        ("Yorks and Humber", "North East and Yorkshire"),
        ("Yorkshire and North East", "North East and Yorkshire"),
        ("N. West", "North West"),
        ("E of E", "East of England"),
        ("Eastern", "East of England"),
        ("East Anglia", "East of England"),
        ("Mids", "Midlands"),
        // With the code of the NHS, and as its Organisation Data Service writes them.
        ("North West (Y62)", "North West"),
        ("Y59 - South East", "South East"),
        ("Midlands Region (Y60)", "Midlands"),
        ("EAST OF ENGLAND COMMISSIONING REGION", "East of England"),
        // More than one.
        ("London and South East", "London, South East"),
        ("South West & South East", "South West, South East"),
        ("Midlands and East of England", "Midlands, East of England"),
        ("London; NW and NE", "London, North West, North East and Yorkshire"),
    ] {
        let (facts, loaded) = cell("Region", written);
        let set: Vec<_> = named(&loaded, "A Fed").regions().iter().map(Region::name).collect();
        let mut expected: Vec<_> = expected.split(", ").collect();
        expected.sort_by_key(|name| set.iter().position(|other| other == name));
        assert_eq!(set, expected, "{written}: {facts}");
        assert_eq!(lines(&loaded), [""; 0], "{written}");
    }
    // These are in London, and nowhere else.
    for written in ["North West London", "London (North West)", "South East London"] {
        let (facts, loaded) = cell("Region", written);
        assert_eq!((&*facts, loaded.report.problem_count), (&*format!("Region: {written}"), 1));
    }
}

#[test]
fn former_regions_are_reported() {
    for written in ["South of England", "North of England", "North"] {
        let (facts, loaded) = cell("NHS region", written);
        assert_eq!((facts, loaded.report.problem_count), (format!("NHS region: {written}"), 1));
    }
}

#[test]
fn one_region_with_a_typo_does_not_lose_the_others() {
    let (facts, loaded) = cell("Region", "London / Nroth West / Cheshire");
    assert_eq!(facts, "NHS region: London | Region: London / Nroth West / Cheshire");
    let said = lines(&loaded);
    assert!(said[0].starts_with("Row 2, Region: \"Nroth West\" is not an NHS region. Did you mean \"North West\"? "));
    assert!(said[1].starts_with("Row 2, Region: \"Cheshire\" is not an NHS region. Use one of: "));
    assert!(said.iter().all(|line| line.ends_with("or only the other regions are used")), "{said:?}");
}

#[test]
fn numbers_with_units_or_words_are_kept_as_text() {
    for (heading, written, expected) in [
        ("Patients", "130 thousand", "Patients: 130 thousand"),
        ("Patients", "0.4 million", "Patients: 0.4 million"),
        ("Practices", "14 or 15", "Practices: 14 or 15"),
        ("Practices", "fourteen", "Practices: fourteen"),
        ("Practices", "Various", "Practices: Various"),
        ("Practices", "Elm Surgery", "Member practices: Elm Surgery"),
        ("Practices", "Elm; Oak", "Member practices: Elm; Oak"),
        ("Practices", "Elm Surgery (P80001); Oak Surgery", "Member practices: Elm Surgery (P80001); Oak Surgery"),
        ("Practices", "9, soon 10", "Practices: 9, soon 10"),
    ] {
        let (facts, loaded) = cell(heading, written);
        assert_eq!(facts, expected, "{written}: {:?}", lines(&loaded));
        assert_eq!(
            loaded.report.problem_count,
            u32::from(!expected.starts_with("Size") && !expected.starts_with("Member")),
            "{written}"
        );
    }
}

#[test]
fn coordinates_are_read_with_decimal_commas() {
    let loaded = load("Name;Lat;Long\nA Fed;53,80;-1,55\n");
    let record = named(&loaded, "A Fed").record();
    assert_eq!((record.latitude, record.longitude), (Some(53.8), Some(-1.55)));
    assert_eq!(lines(&loaded), [""; 0]);
    let loaded = load("Name;Lat;Long\nA Fed;53°25'N;2°19'W\n");
    assert_eq!(loaded.report.ignored_cells, 2, "{:?}", lines(&loaded));
}

#[test]
fn placeholder_dates_are_read_as_empty() {
    for written in ["01/01/1900 00:00", "30/12/1899", "31/12/9999", "9999-12-31T00:00:00Z", "NaT"] {
        for heading in ["Close date", "Founded", "Last checked"] {
            let (facts, loaded) = cell(heading, written);
            assert_eq!((&*facts, lines(&loaded)), ("", Vec::new()), "{heading} {written}");
            assert_eq!(named(&loaded, "A Fed").status(), Status::Active, "{written}");
        }
    }
    // The day 0 of Excel.
    let (facts, loaded) = cell("Close date", "00/01/1900");
    assert_eq!((&*facts, loaded.report.problem_count), ("Close date: 00/01/1900", 1));
    assert_eq!(named(&loaded, "A Fed").status(), Status::Active);
}

#[test]
fn postcodes_are_read_with_surrounding_text() {
    for (written, expected) in [
        ("(ls1 1aa)", "Postcode: LS1 1AA"),
        ("LS1 1AA.", "Postcode: LS1 1AA"),
        ("LS1 1AA, UK", "Postcode: LS1 1AA"),
        ("LS1 & LS2", "Postcodes: LS1, LS2"),
        ("WA, L and CH", "Postcode areas: WA, L, CH"),
        ("WA + L", "Postcode areas: WA, L"),
        // A range has no area called TO.
        ("WA7 to WA9", "Postcode: WA7 to WA9"),
        ("LS1 or LS2", "Postcode: LS1 or LS2"),
    ] {
        let (facts, loaded) = cell("Postcode", written);
        assert!(facts.starts_with(expected), "{written}: {facts}");
        assert_eq!(loaded.report.problem_count, u32::from(expected.ends_with(written)), "{written}");
    }
}

#[test]
fn headings_from_programs_or_with_the_word_federation_are_recognised() {
    let columns = |header: &str| -> Vec<Option<&str>> {
        let loaded = load(&format!("{header}\n{}\n", ["x"; 9].join(",")));
        loaded.report.columns.iter().map(|column| column.column).collect()
    };
    assert_eq!(
        columns("Federation name,Federation website,GP federation postcode,Region of the federation,Federation lead"),
        [Some("name"), Some("website"), Some("postcodes"), Some("regions"), None]
    );
    assert_eq!(
        columns("Name of federation,Legal status of organisation,Number of GP practices in your federation"),
        [Some("name"), Some("legal_form"), Some("practices")]
    );
    assert_eq!(
        columns("What is the full name of your GP federation?,NHSER24NM,ICB24NM,ICB24CD"),
        [Some("name"), Some("regions"), Some("icb"), None]
    );
    assert_eq!(
        columns("GP fed name,Commissioning region,Is_x0020_active"),
        [Some("name"), Some("regions"), Some("status")]
    );
}

#[test]
fn typos_in_headings_about_practices_are_suggested() {
    let meant = |file: &str| -> Vec<String> {
        let said = lines(&load(file));
        let part = |line: &String| Some(line.split_once("Did you mean the column \"")?.1.split_once('"')?.0.to_owned());
        said.iter().filter_map(part).collect()
    };
    assert_eq!(
        meant("Practise name,Pratice code,Federation\nElm,P80001,A Fed\nOak,P80002,A Fed\n"),
        ["Practice name", "Practice code"]
    );
    assert_eq!(meant("Name,Federaton\nElm Surgery,A Fed\nOak Surgery,A Fed\n"), ["Federation"]);
    assert_eq!(
        meant(r#"[{"name":"A","legalFrom":"CIC","patinetCount":5,"practise_name":"Elm","federaton_name":"B"}]"#),
        ["legal_form", "Patient count", "Practice name", "Federation name"]
    );
    // The file has that column, or the words are others.
    for headings in ["Practice,Practise", "Practice nurse,Practice lead", "Surgical,Federal", "GP practice,GP practise"]
    {
        assert_eq!(meant(&format!("Federation,{headings}\nA Fed,x,y\n")), [""; 0], "{headings}");
    }
}

#[test]
fn a_practice_can_be_in_several_federations() {
    let csv = "Practice,Practice code,Federation,List size\nElm Surgery,P80001,A Fed; B Fed,100\n\
        Oak Surgery,P80002,A Fed,200\nAsh Surgery,P80003,B Fed | A Fed,300\nFir Surgery,P80004,B Fed;,400\n";
    let json = r#"[{"practice":{"name":"Elm Surgery","odsCode":"P80001"},"federations":["A Fed","B Fed"],"patients":100},
        {"practice":{"name":"Oak Surgery","odsCode":"P80002"},"federations":["A Fed"],"patients":200},
        {"practice":{"name":"Ash Surgery","odsCode":"P80003"},"federations":["B Fed","A Fed"],"patients":300},
        {"practice":{"name":"Fir Surgery","odsCode":"P80004"},"federations":["B Fed"],"patients":400}]"#;
    for file in [csv, json] {
        let loaded = load(file);
        assert_eq!(names(&loaded), ["A Fed", "B Fed"], "{:#?}", lines(&loaded));
        assert_eq!(loaded.report.summary(), "4 practices in 2 federations: 4 of 4 rows used");
        let members = |name: &str| shown(&loaded, name).join(" | ");
        assert_eq!(
            members("A Fed"),
            "Size: 3 practices, 600 patients | Member practices: Elm Surgery (P80001); Oak Surgery (P80002); Ash Surgery (P80003)"
        );
        assert!(members("B Fed").starts_with("Size: 3 practices, 800 patients"), "{}", members("B Fed"));
    }
}

#[test]
fn practices_in_no_federation_are_recognised_in_many_spellings() {
    let rows = ["No", "Independent", "not a member", "N/A", "-", "None", "(blank)"];
    let text: String = rows.iter().enumerate().map(|(at, none)| format!("Elm {at},{none}\n")).collect();
    let loaded = load(&format!("Practice,Federation\nOak,A Fed\nAsh,A Fed\nBay,A Fed\n{text}"));
    assert_eq!(names(&loaded), ["A Fed"]);
    assert_eq!(loaded.report.skipped_rows, rows.len() as u32);
    // What is about the federation by its heading is not about practices.
    let loaded = load("Practice,Federation,Federation postcode,Status date\nOak,A Fed,LS1 1AA,2015\nAsh,A Fed,,2016\n");
    assert_eq!(shown(&loaded, "A Fed"), ["Size: 2 practices", "Postcode: LS1 1AA", "Member practices: Oak; Ash"]);
}

#[test]
fn fully_quoted_rows_are_reported() {
    let rows = "\"A Fed,Leeds,North West\"\nC Fed,York,London\n";
    let loaded = load(&["Name,Town,Region\n", rows].concat());
    assert_eq!(names(&loaded), ["C Fed"]);
    let said = lines(&loaded);
    assert!(
        said[0].starts_with("Row 2: This row has 1 cell but the header has 3. Remove the quotation marks"),
        "{said:?}"
    );
    let loaded = load("\"Name,Town,Region\"\n\"A Fed,Leeds,North West\"\n");
    let said = lines(&loaded);
    assert!(said[0].ends_with("Remove quotation marks around whole rows"), "{said:?}");
    // One column, whose names have commas.
    let loaded = load("Name\n\"Halton, Widnes and Runcorn\"\n\"Leeds, north\"\n");
    assert_eq!(names(&loaded), ["Halton, Widnes and Runcorn", "Leeds, north"]);
}

#[test]
fn unclosed_quotation_mark_does_not_swallow_the_next_row() {
    let text =
        "Federation\tTown\tNotes\nA Fed\tLeeds\t\"has a mark\nB Fed\tBury\t5\" pipe\nC Fed\tYork\t\"two\nlines\"  \n";
    let loaded = load(text);
    assert_eq!(names(&loaded), ["A Fed", "B Fed", "C Fed"]);
    assert_eq!(loaded.report.problem_count, 1, "{:?}", lines(&loaded));
    for piece in [1, 3, 20] {
        let mut loading = Importer::new(&ImportOptions::default());
        for piece in text.as_bytes().chunks(piece) {
            loading.push_bytes(piece);
            while !loading.step(1).needs_input {}
        }
        assert_eq!(loading.finish().report, loaded.report, "{piece}");
    }
    let loaded = load("Name,Town,Website\n=\"A Fed\",Leeds,=\"a.example.org\"\n");
    assert_eq!(shown(&loaded, "A Fed"), ["Website: https://a.example.org", "Place: Leeds"]);
}

#[test]
fn totals_and_continued_rows_are_not_federations() {
    let table = "Federation,Region,Practices\nA Fed,North West,14\nB Fed,North West,9\n";
    for below in [
        "England,,23\n",
        "All federations,,23\n",
        "Count,2,\n",
        "(formerly Old A Federation),,\n",
        "continued overleaf,,\n",
        "(blank),,3\n",
    ] {
        let loaded = load(&[table, below].concat());
        assert_eq!((names(&loaded), loaded.report.skipped_rows), (vec!["A Fed", "B Fed"], 1), "{below}");
    }
    for kept in ["England Health Ltd,,23\n", "All Saints Federation,,23\n", "(North) Health Alliance,,\n"] {
        assert_eq!(load(&[table, kept].concat()).report.used, 3, "{kept}");
    }
}

#[test]
fn json_from_sharepoint_and_other_services_is_kept() {
    let loaded = load(
        r#"{"d":{"results":[{"Title":"A Fed","NHS_x0020_Region":{"Label":"North West","TermGuid":"1f"},
        "Region_x0020_note":"x","Practices":{"results":[{"Title":"Elm Surgery"},{"Title":"Oak Surgery"}]},
        "Website":{"Url":"https://a.example.org"}}]}}"#,
    );
    assert_eq!(
        shown(&loaded, "A Fed"),
        [
            "Website: https://a.example.org",
            "NHS region: North West",
            "Member practices: Elm Surgery; Oak Surgery",
            "NHS_x0020_Region: TermGuid: 1f",
            "Region_x0020_note: x"
        ]
    );
    let json = r#"[{"name":"A Fed","region":{"results":["North West","Midlands"]},"postcodes":[{"postcode":"LS1 1AA"}],
        "practices":[{"name":"Elm Surgery","code":"P80001"},{"name":"Oak Surgery","code":"P80002"}]}]"#;
    assert_eq!(
        shown(&load(json), "A Fed"),
        [
            "NHS region: North West, Midlands",
            "Postcode: LS1 1AA",
            "Member practices: Elm Surgery, P80001; Oak Surgery, P80002"
        ]
    );
    let nested = r#"[{"federation":{"name":"A Fed","region":"Midlands","website":"a.example.org"},"practice":{"name":"Elm"}},
        {"federation":{"name":"A Fed"},"practice":{"name":"Oak"}}]"#;
    assert_eq!(
        shown(&load(nested), "A Fed"),
        ["Website: https://a.example.org", "Size: 2 practices", "NHS region: Midlands", "Member practices: Elm; Oak"]
    );
}

#[test]
fn common_words_are_removed_from_board_names() {
    for written in ["NHS KENT INTEGRATED CARE BOARD", "Nhs KENT Icb", "KENT ICS", "KENT Integrated Care System", "KENT"]
    {
        let (facts, _) = cell("ICB", written);
        assert_eq!(facts, "NHS area: KENT ICB", "{written}");
    }
}

#[test]
fn renamed_template_example_has_no_other_facts() {
    let name = "Example 1: write your federation over it";
    let changed = template_csv().replace(name, "Leigh Federation");
    let loaded = load(&changed);
    assert_eq!(shown(&loaded, "Leigh Federation"), [""; 0]);
    let said = lines(&loaded);
    assert!(
        said[0].starts_with("Row 2, Notes: \"An example and no federation\" is from an example in the template. "),
        "{said:?}"
    );
    assert_eq!(said.len(), 2, "{said:?}");
    // If the notes were written over, the other cells were checked too.
    let loaded = load(&changed.replace("An example and no federation", "Meets on Mondays"));
    assert_eq!(named(&loaded, "Leigh Federation").place(), "Widnes");
}
