//! Tests of lists as people keep them: titles, notes, totals and remarks around the table, headings with extra words,
//! and exports from other programs.

use gpf_domain::import::{ImportOptions, Imported, Importer};

use crate::custom_list::{lines, load};

fn names(loaded: &Imported) -> Vec<String> {
    loaded.directory.federations().map(|it| it.name().to_owned()).collect()
}

/// The facts about a federation, including the details after the place.
fn facts(loaded: &Imported, name: &str) -> String {
    let found = loaded.directory.federations().find(|it| it.name() == name);
    let it = found.unwrap_or_else(|| panic!("{name} is not there: {:?}", names(loaded)));
    let mut facts = it.place().to_owned();
    for (label, text) in it.details() {
        facts.push_str(&format!("; {label}: {text}"));
    }
    facts
}

#[track_caller]
fn has_names(text: &str, expected: &[&str]) -> Imported {
    let loaded = load(text);
    assert_eq!(names(&loaded), expected, "{text:.300}\n{:#?}", lines(&loaded));
    loaded
}

#[test]
fn header_is_found_below_preceding_lines() {
    let table = "Name,Town,Patients\nOne Health,Derby,1200\nTwo Health,Leeds,3400\n";
    let many: String = (1..=80).map(|line| format!("Line {line} of the notes about this list\n")).collect();
    for above in [
        "",
        "GP federations of the county\n\n",
        "Title,Our federations,\nOrganisation,NHS Example,\nDate,1 May 2026,\n\n",
        "Organisation: NHS Example\nStatus: draft\n",
        "Title,Our federations\nDescription,All of them\nRegion,London\nUpdated,2026\n",
        "Organisation,,Size\n",
        ",,,\n,,,\n\n",
        &many,
        "\"Name, place and size of each federation\",,\n",
        "\u{feff}\u{feff}\u{200b}",
    ] {
        let loaded = has_names(&[above, table].concat(), &["One Health", "Two Health"]);
        assert_eq!(facts(&loaded, "Two Health"), "Leeds", "{above}");
        assert_eq!(loaded.report.skipped_rows, 0, "{above}: {:?}", lines(&loaded));
    }
    let only = "Organisation,NHS Example\nDate,May\n\nName,Phone\nOne Health,01\n";
    assert_eq!(facts(&has_names(only, &["One Health"]), "One Health"), "; Phone: 01");
    // A table further down is not found, and that is reported.
    let far = ["Notes and notes\n".repeat(101), table.to_owned()].concat();
    assert!(lines(&load(&far))[0].contains("first 100 rows"), "{:?}", lines(&load(&far)));
}

#[test]
fn data_rows_with_heading_words_are_not_the_header() {
    for rows in [
        "Organisation,Type,Parent\nAlpha Health,GP federation,NHS Example\nBeta Health,GP federation,NHS Example\n",
        "Organisation,Type,Status\nAlpha Health,GP federation,Active\nBeta Health,Federation,Closed\n",
        "Organisation name,Kind,Contact\nAlpha Health,Organisation,Jo\nBeta Health,Organisation,Al\n",
        "[Organisation],[Type],[Town]\nAlpha Health,GP federation,Derby\nBeta Health,GP federation,Leeds\n",
        "[Name]\nAlpha Health\nBeta Health\n",
    ] {
        assert_eq!(load(rows).report.skipped_rows, 0);
        has_names(rows, &["Alpha Health", "Beta Health"]);
    }
}

#[test]
fn two_row_headers_are_merged() {
    let loaded = has_names(
        "Federation,,Contact,\nName,Town,Name,Phone\nOne Health,Derby,Ann Example,01\nTwo Health,Leeds,Bea Example,02\n",
        &["One Health", "Two Health"],
    );
    assert_eq!(facts(&loaded, "One Health"), "Derby; Contact: Name: Ann Example; Phone: 01");
    let loaded = has_names(
        "Name,Address,,Lead\n,Street,Town,\nOne Health,1 High Street,Derby,Ann\nTwo Health,2 Low Street,Leeds,Bea\n",
        &["One Health", "Two Health"],
    );
    assert_eq!(facts(&loaded, "One Health"), "Derby; Address: Street: 1 High Street; Lead: Ann");
}

#[test]
fn most_likely_name_column_is_used() {
    for (text, expected) in [
        ("Organisation,GP federation\nNHS One,A Health\nNHS One,B Health\n", ["A Health", "B Health"]),
        ("Name,Role,Federation\nAnn Example,Lead,A Health\nBea Example,Lead,B Health\n", ["A Health", "B Health"]),
        ("Name,Federation\nA Health,Yes\nB Health,No\n", ["A Health", "B Health"]),
        (
            "Organisation,Name,Email\nA Health,Ann Example,a@example.org\nB Health,Bea Example,b@example.org\n",
            ["A Health", "B Health"],
        ),
        ("Title,Surname,Organisation\nDr,Example,A Health\nMs,Sample,B Health\n", ["A Health", "B Health"]),
        ("Title,Name\nDr,A Health\nMrs,B Health\n", ["A Health", "B Health"]),
        ("Title,Town\nA Health,Derby\nB Health,Leeds\n", ["A Health", "B Health"]),
        ("Provider name;Town\nA Health;Derby\nB Health;Leeds\n", ["A Health", "B Health"]),
        ("Trading name,Name\nAlpha,A Health\nBeta,B Health\n", ["A Health", "B Health"]),
        ("Trading name,Town\nA Health,Derby\nB Health,Leeds\n", ["A Health", "B Health"]),
        ("Organisation,Name (required)\nNHS One,A Health\nNHS Two,B Health\n", ["A Health", "B Health"]),
    ] {
        has_names(text, &expected);
    }
    assert!(load("Title,Surname\nDr,Example\n").report.used == 0);
    for json in [
        r#"[{"organisation":"NHS One","name":"A Health"},{"organisation":"NHS One","name":"B Health"}]"#,
        r#"[{"name":"A Health","provider":"NHS One"},{"provider":"NHS One","name":"B Health"}]"#,
        r#"[{"title":"Dr","federation":"A Health"},{"title":"Ms","federation":"B Health"}]"#,
        r#"[{"name":"Ann Example","gpFederation":"A Health"},{"name":"Bea Example","gpFederation":"B Health"}]"#,
        r#"[{"organisation":"A Health"},{"name":"B Health"}]"#,
    ] {
        has_names(json, &["A Health", "B Health"]);
    }
    let loaded = load(r#"[{"town":"Old","place":"Derby","organisation":"NHS One","name":"A Health"}]"#);
    assert_eq!(facts(&loaded, "A Health"), "Derby; town: Old; organisation: NHS One");
    let columns: Vec<_> = loaded.report.columns.iter().map(|it| it.column).collect();
    assert_eq!(columns, [None, Some("place"), None, Some("name")]);
}

#[test]
fn invisible_characters_in_headings_are_ignored() {
    for header in [
        "Federation\u{a0}name,T\u{ad}own",
        "\u{200e}Name\u{200f},\u{feff}Town",
        "\u{feff}\u{feff}Name,Town",
        "ï»¿Name,Town",
        "Name\u{2003},Town\u{3000}",
        "Ｎａｍｅ,Ｔｏｗｎ",
        "1. Name *,2. Town:",
        "\"Name\n(as registered)\",\"Town\n[free text]\"",
        "Name - required,Town (optional)",
        "Federations[Name],Federations[Town]",
    ] {
        let loaded = has_names(&[header, "\nOne Health,Derby\n"].concat(), &["One Health"]);
        assert_eq!(facts(&loaded, "One Health"), "Derby", "{header:?}");
    }
}

#[test]
fn any_common_separator_is_detected() {
    for text in [
        "Name|Town\nOne Health|Derby\n",
        "| Name | Town |\n|------|------|\n| One Health | Derby |\n",
        "Name\tTown\nOne Health\tDerby\n",
        "Name ; Town\nOne Health ; Derby\n",
        "sep=|\nName|Town\nOne Health|Derby\n",
        "\"sep=;\"\nName;Town\nOne Health;Derby\n",
        "sep=;\nName,Town\nOne Health,Derby\n",
        "Our list; of 1 May; for us; and others; to use\n\nName,Town\nOne Health,Derby\n",
        "Name, Town\n\"One Health\", \"Derby\"\n",
        "  \"Name\" , \"Town\"\r\n\t\"One Health\" ,\u{a0}\"Derby\"\r\n",
        "Name,Town\r\rOne Health,Derby\r",
    ] {
        let loaded = load(text);
        assert_eq!(facts(&loaded, "One Health").split(';').next(), Some("Derby"), "{text}");
    }
    let schema = format!("\"ListSchema={{{}}}\"\n", "\"\"a;b\"\":[],".repeat(9000));
    has_names(&[&*schema, "\"Title\",\"Town\"\n\"One Health\",\"Derby\"\n"].concat(), &["One Health"]);
    let loaded = load("town\nDerby\n");
    assert!(lines(&loaded)[0].contains("commas, semicolons, tabs or vertical bars"), "{:?}", lines(&loaded));
}

#[test]
fn rows_below_the_table_are_reported_and_not_shown() {
    let table = "Name,Town,Patients\nOne Health,Derby,1200\nTwo Health,Leeds,3400\n";
    for (below, rows) in [
        ("Total,,4600\n", 1),
        ("Grand total,,4600\n,,\nSource: NHS Example 2026,,\n* figures are rounded,,\n", 3),
        ("Printed on 1 May 2026,,\n", 1),
        ("\nApplied filters:,,\nStatus is active,,\n", 2),
        ("Name,Town,Patients\n", 1),
        ("NAME:,town,patients\nThree Health,Sale,100\n", 1),
        ("\nKept by the primary care team,,\n", 1),
        ("(2 rows affected)\n", 1),
        ("Total,,4600", 1),
    ] {
        let loaded = load(&[table, below].concat());
        let expected: &[&str] = if below.contains("Three") {
            &["One Health", "Three Health", "Two Health"]
        } else {
            &["One Health", "Two Health"]
        };
        assert_eq!(names(&loaded), expected, "{below}");
        assert_eq!(loaded.report.skipped_rows, rows, "{below}: {:?}", lines(&loaded));
        assert_eq!(loaded.report.problem_count, rows, "{below}: {:?}", lines(&loaded));
    }
    let kept = ["Total Health Federation,Derby,12", "Source Group Ltd,,", "Note Health,,", "\n* Three GP Federation,,"];
    for row in kept {
        let loaded = load(&[table, row, "\n"].concat());
        assert_eq!((loaded.report.used, loaded.report.skipped_rows), (3, 0), "{row}");
    }
}

#[test]
fn remarks_beside_the_table_are_kept() {
    for (text, expected) in [
        ("Name,Town,,\nOne Health,Derby,,ask Ann\n", "Derby; Other information: ask Ann"),
        ("Name,Town,\nOne Health,Derby,ask Ann\n", "Derby; Other information: ask Ann"),
        ("Name,Town\nOne Health,Derby,,ask Ann,\n", "Derby; Other information: ask Ann"),
        ("Name,Town\nOne Health,Derby,ask Ann\n", "Derby; Other information: ask Ann"),
        ("Name,,Town\nOne Health,yes,Derby\n", "Derby; Other information: yes"),
    ] {
        let loaded = load(text);
        assert_eq!(facts(&loaded, "One Health"), expected, "{text}");
    }
    // A cell that was cut in two moves the cells after it.
    for text in [
        "Name,Town\nOne, Two and Three Health,Derby\n",
        "Name,Patients\nOne Health,45,000\n",
        "Name,Town,Region\nOne,Two Health,Derby,London\n",
    ] {
        let loaded = load(text);
        assert_eq!(loaded.report.skipped_rows, 1, "{text}");
        assert!(lines(&loaded)[0].contains("Put quotation marks around"), "{text}");
    }
}

#[test]
fn unclosed_quotation_mark_is_reported_and_loses_no_data() {
    let text =
        "Name,Town\n\"One Health,Derby\nTwo Health,\"Leeds, north\"\n\"Three\nHealth\",Sale\nFour Health,\"Bury\n";
    let loaded = has_names(text, &["Four Health", "One Health", "Three\nHealth", "Two Health"]);
    let said = lines(&loaded);
    assert!(said[0].starts_with("Row 2: A quotation mark is not closed"), "{said:?}");
    assert!(said[1].starts_with("Row 5: A quotation mark is not closed"), "{said:?}");
    for piece in [1, 3, 7, 64] {
        let mut loading = Importer::new(&ImportOptions::default());
        for piece in text.as_bytes().chunks(piece) {
            loading.push_bytes(piece);
            while !loading.step(1).needs_input {}
        }
        assert_eq!(loading.finish().report, loaded.report, "{piece}");
    }
}

#[test]
fn no_json_value_is_lost() {
    let loaded = load(
        r#"{"meta":{"page":1},"data":{"items":[{"name":"One Health","address":{"line1":"1 High Street","town":"Derby"},
        "icb":{"name":"Derbyshire","code":"QJ2"},"tags":["a","b"],"sites":[{"name":"North","beds":3},{"name":"South"}],
        "contact":{"name":"Ann","web":{"mail":"a@example.org"}},"empty":{},"none":[]}]}}"#,
    );
    assert_eq!(
        facts(&loaded, "One Health"),
        "Derby; address: line1: 1 High Street; icb: code: QJ2; tags: a; b; sites: North, 3; South; contact: name: Ann; \
         contact: web: mail: a@example.org"
    );
    assert_eq!(loaded.directory.federation(0).icb(), "Derbyshire");
    assert_eq!(lines(&loaded), [""; 0]);

    let features = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"Name":"One Health"},
        "geometry":{"type":"Point","coordinates":[-2.7,53.3]}}]}"#;
    let loaded = has_names(features, &["One Health"]);
    assert_eq!(loaded.directory.federation(0).record().longitude, Some(-2.7));
    assert_eq!(facts(&loaded, "One Health"), "");

    let lines_of_json = "{\"name\":\"One Health\"}\n{\"name\":\"Two Health\"}\n";
    has_names(lines_of_json, &["One Health", "Two Health"]);
    for other in [
        r#"{"ok":true,"practiceGroups":[{"name":"One Health"}],"after":1}"#,
        r#"{"d":{"anything":[{"Title":"One Health"}]}}"#,
        r#"{"people":[{"email":"a@example.org"}],"bodies":[{"name":"One Health"}]}"#,
        r#"[{"fields":{"Name":"One Health"},"id":"one"}]"#,
    ] {
        has_names(other, &["One Health"]);
    }
    let said = lines(&load(r#"{"people":[{"email":"a"}],"bodies":[{"name":"One Health"}]}"#));
    assert!(said.len() == 1 && said[0].contains("people: is a list that is not read"), "{said:?}");
}

#[test]
fn file_without_names_gets_an_error_with_its_columns() {
    let said = lines(&load("Our practices,,\nPractice code,GP practice name,Street\nX1,One,High\n"));
    let expected = "Row 2: There is no column called \"Name\". Row 2 seems to be the header. Its columns are: Practice code, GP practice name, \
        Street. Did you mean the column \"GP practice name\"? Rename the column that has the federations' names to \"Name\"";
    assert_eq!(said, [expected]);
    let wide: Vec<String> = (0..40).map(|column| format!("Heading {column} {}", "x".repeat(100))).collect();
    let said = lines(&load(&[&wide.join(","), "\n1\n"].concat()));
    assert!(said[0].contains(" and 30 more") && said[0].len() < 800, "{said:?}");
    let said = lines(&load(r#"[{"bodyName":"One","Federaton":"Two","town":"Derby"}]"#));
    assert!(said[0].contains("The records have: bodyName, Federaton, town. "), "{said:?}");
    let said = lines(&load("Name,One Health\nTown,Derby\nRegion,London\n"));
    assert!(said[0].contains("Transpose"), "{said:?}");
    // An export of codes without a header.
    let said = lines(&load("A81001,THE SURGERY,Y63,QHM\nA81002,THE OTHER SURGERY,Y63,QHM\n"));
    assert!(said[0].contains("A81001") && said[0].contains("add a header row"), "{said:?}");
}

fn end(loaded: &Imported, name: &str) -> String {
    let found = loaded.directory.federations().find(|it| it.name() == name);
    let record = found.unwrap_or_else(|| panic!("{name} is not there: {:?}", names(loaded))).record();
    [record.status, record.ended_on.unwrap_or_default()].join(" ")
}

#[test]
fn end_date_is_read_under_any_common_heading() {
    for heading in [
        "Close Date",
        "CloseDate",
        "Closed date",
        "Date of closure",
        "DissolutionDate",
        "Dissolved on",
        "End",
        "Ceased on",
        "Cessation date",
    ] {
        let text = ["Name,", heading, "\nOne Health,30/06/2020\nTwo Health,\nThree Health,Ongoing\n"].concat();
        let loaded = has_names(&text, &["One Health", "Three Health", "Two Health"]);
        assert_eq!(end(&loaded, "One Health"), "ended 2020-06-30", "{heading}");
        assert_eq!(end(&loaded, "Two Health"), "active ", "{heading}");
        assert_eq!(end(&loaded, "Three Health"), "active ", "{heading}: {:?}", lines(&loaded));
        assert!(lines(&loaded).is_empty(), "{heading}: {:?}", lines(&loaded));
    }
    for (status, expected) in [
        ("No longer trading", "ended "),
        ("In liquidation", "ended "),
        ("Voluntary Strike-off", "ended "),
        ("Not operating", "ended "),
        ("Still open", "active "),
    ] {
        let loaded = load(&["Name,Status\nOne Health,", status, "\n"].concat());
        assert_eq!(end(&loaded, "One Health"), expected, "{status}");
        assert!(lines(&loaded).is_empty(), "{status}: {:?}", lines(&loaded));
    }
}

#[test]
fn numbers_below_a_heading_in_thousands_are_kept_as_text() {
    for heading in ["Patients (000s)", "Patients ('000)", "List size, thousands", "Population (millions)"] {
        let loaded = load(&["Name,\"", heading, "\"\nOne Health,320\n"].concat());
        let one = loaded.directory.federations().next().unwrap();
        assert_eq!(one.patients(), None, "{heading}");
        assert_eq!(facts(&loaded, "One Health"), ["; ", heading, ": 320"].concat());
    }
    for (heading, cell) in
        [("Patients", "320'000"), ("List size at 1 April 2025", "320,000"), ("Total registered patients", "320k")]
    {
        let loaded = load(&["Name,\"", heading, "\"\nOne Health,\"", cell, "\"\n"].concat());
        assert_eq!(loaded.directory.federations().next().unwrap().patients(), Some(320_000), "{heading} {cell}");
    }
    for heading in ["No. of member practices", "Number of GP surgeries", "# of practices", "Total practices (2025)"] {
        let loaded = load(&["Name,", heading, "\nOne Health,14\n"].concat());
        assert_eq!(loaded.directory.federations().next().unwrap().practices(), Some(14), "{heading}");
    }
}

#[test]
fn section_headings_between_rows_are_not_federations() {
    let rows = ["One Health,Derby,3\nTwo Health,Leeds,4\n", "Three Health,Hull,5\n"];
    for section in
        ["Midlands,,\n", "Yorkshire & Humber region,,\n", "NHS Kent and Medway ICB,,\n", "Region,Midlands,\n"]
    {
        let text = ["Federation,Town,Practices\n", section, rows[0], section, rows[1]].concat();
        let loaded = has_names(&text, &["One Health", "Three Health", "Two Health"]);
        assert_eq!(loaded.report.skipped_rows, 2, "{section}");
        assert!(lines(&loaded)[0].contains("heading of a section"), "{section}: {:?}", lines(&loaded));
    }
    let letters = ["Federation,Town,Practices\n", rows[0], "T,,\n", rows[1]].concat();
    has_names(&letters, &["One Health", "Three Health", "Two Health"]);
    // A short name with other cells is a name.
    has_names("Federation,Town\nOne Health,Derby\nTwo Health,Leeds\nT,Hull\n", &["One Health", "T", "Two Health"]);
}

#[test]
fn exports_of_forms_and_sharepoint_are_read() {
    let loaded = has_names(
        "Timestamp,Name of your GP federation?,Please enter your website,Town/City\n2025/03/01,One Health,one.example.org,Derby\n",
        &["One Health"],
    );
    assert_eq!(facts(&loaded, "One Health"), "Derby; Timestamp: 2025/03/01");
    let loaded = has_names("Title,Town0,NHS region\nOne Health,Derby,Midlands\n", &["One Health"]);
    assert_eq!(facts(&loaded, "One Health"), "Derby");
    let json = r#"[{"name":"One Health","Website":{"Url":"https://one.example.org"},"coords":{"lat":52.9,"lng":-1.5},
        "location":{"town":"Derby","postCode":"DE1 1AA"}}]"#;
    let loaded = has_names(json, &["One Health"]);
    let one = loaded.directory.federations().next().unwrap().record();
    assert_eq!((one.website, one.latitude, one.longitude), (Some("https://one.example.org"), Some(52.9), Some(-1.5)));
    assert_eq!((one.place, one.postcodes), (Some("Derby"), vec!["DE1 1AA"]));
    // The name and the website of a person are not those of the federation.
    let json = r#"[{"name":"One Health","lead":{"website":"https://ann.example.org","town":"Leeds"}}]"#;
    assert_eq!(load(json).directory.federations().next().unwrap().record().website, None);
}
