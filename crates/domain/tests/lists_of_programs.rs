//! Tests of lists with the rows, columns and marks that programs, templates and spreadsheets add: an index, a row below
//! the header, a second table, subtotals, links and codes.

use gpf_domain::directory::{Federation, Scope, Status};
use gpf_domain::facts::facts;
use gpf_domain::import::{ImportOptions, Imported, read};

use crate::custom_list::{found, lines, load, named};

fn names(loaded: &Imported) -> Vec<&str> {
    loaded.directory.federations().map(Federation::name).collect()
}

/// The facts that people see about a federation, without its name.
fn shown(loaded: &Imported, name: &str) -> String {
    let facts: Vec<_> = facts(named(loaded, name)).iter().map(|it| format!("{}: {}", it.label, it.value)).collect();
    facts.join(" | ")
}

/// The facts of the only federation of a list with this column and cell.
fn cell(heading: &str, cell: &str) -> (String, Imported) {
    let loaded = load(&format!("name,{heading}\nElder GPs,\"{}\"\n", cell.replace('"', "\"\"")));
    (shown(&loaded, "Elder GPs"), loaded)
}

#[test]
fn name_can_be_a_link_or_contain_the_status() {
    let loaded = load("Federation,Town\n\"<a href=\"\"https://elder.example.org/a\"\" class=x>Elder GPs</a>\",Leeds\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Website: https://elder.example.org/a | Place: Leeds");
    let loaded = load("Federation,Website\n\"<a href=\"\"/node/12\"\">Elder GPs</a>\",https://x.example\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Website: https://x.example");
    for (name, status) in [
        ("Elder GPs (closed)", Status::Ended),
        ("Elder GPs (Dissolved 2019)", Status::Ended),
        ("Elder GPs (ceased 31 March 2020)", Status::Ended),
        ("Elder GPs (closed list)", Status::Active),
        ("Elder GPs (formerly Hazel)", Status::Active),
        ("Closed Doors Health", Status::Active),
    ] {
        let loaded = load(&["Federation,Status\n", name, ",\nHazel,Active\n"].concat());
        assert_eq!(named(&loaded, name).status(), status, "{name}");
    }
    let loaded = load("Federation,Status\nElder GPs (closed),Active\n");
    assert_eq!(named(&loaded, "Elder GPs (closed)").status(), Status::Active);
}

#[test]
fn multi_word_status_is_recognised_before_other_text() {
    for (written, status) in [
        ("Wound up in 2019", Status::Ended),
        ("Struck off, March 2020", Status::Ended),
        ("No longer trading since 2018", Status::Ended),
        ("Not active (2019)", Status::Ended),
        ("In liquidation from May", Status::Ended),
        ("Still active: seen in 2024", Status::Active),
        ("Not known - ask the ICB", Status::Unconfirmed),
        ("Superseded by Hazel Health", Status::Ended),
    ] {
        let (facts, loaded) = cell("Status", written);
        assert_eq!(named(&loaded, "Elder GPs").status(), status, "{written}");
        assert!(facts.ends_with(&["Status: ", written].concat()), "{facts}");
        assert!(lines(&loaded)[0].ends_with("The start of the text was used"), "{:?}", lines(&loaded));
    }
    for written in ["Not yet active", "No longer looking for members", "Taken over Hazel Health in 2019"] {
        let (_, loaded) = cell("Status", written);
        assert_eq!(named(&loaded, "Elder GPs").status(), Status::Active, "{written}");
        assert!(lines(&loaded)[0].ends_with("It is shown as active until you fix it"), "{:?}", lines(&loaded));
    }
}

#[test]
fn status_columns_are_recognised_under_many_headings() {
    for (heading, no) in [("Still trading?", "No"), ("Still active", "FALSE"), ("Inactive", "Yes")] {
        let (_, loaded) = cell(heading, no);
        assert_eq!(named(&loaded, "Elder GPs").status(), Status::Ended, "{heading}");
        assert_eq!(lines(&loaded), [""; 0], "{heading}");
    }
    let loaded = load("Federation,Active from,Active to\nElder GPs,01/04/2015,31/03/2020\nHazel,2014,\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Ended: 31 March 2020 | Founded: 1 April 2015");
    assert_eq!(named(&loaded, "Hazel").status(), Status::Active);
}

#[test]
fn end_column_can_contain_a_status_and_other_text() {
    for (heading, written) in
        [("Closed?", "Yes - in March"), ("Closed", "Merged into Hazel Health"), ("End date", "Dissolved (2019)")]
    {
        let (facts, loaded) = cell(heading, written);
        assert_eq!(named(&loaded, "Elder GPs").status(), Status::Ended, "{written}");
        assert_eq!(facts, [heading, ": ", written].concat());
        assert!(lines(&loaded)[0].contains("contains more than a status"), "{:?}", lines(&loaded));
    }
    for written in ["No, still open", "soon", "1 or 2 years", "Yesterday", "not closed"] {
        let (_, loaded) = cell("Closed", written);
        assert_eq!(named(&loaded, "Elder GPs").status(), Status::Active, "{written}");
    }
}

#[test]
fn end_column_can_contain_a_date_and_other_text() {
    let options = ImportOptions { today: Some("2026-11-30"), ..ImportOptions::default() };
    for (written, ended_on) in [
        ("March 2019 (merged)", Some("2019-03")),
        ("31/03/2019 - merged with Hazel", Some("2019-03-31")),
        ("31 March 2019?", Some("2019-03-31")),
        ("Q1 2019", Some("2019")),
        ("circa 2019", Some("2019")),
        ("by 31/03/2019", Some("2019-03-31")),
        ("Closed 19th June 1998", Some("1998-06-19")),
        ("Yes - March 2021", Some("2021-03")),
        ("Merged into Hazel in April 2020", Some("2020-04")),
        ("Dissolved (2019)", Some("2019")),
        ("Closed 31 March 2031", Some("2031-03-31")),
        ("2018/19", Some("2018")),
        ("December 2026 (planned)", Some("2026-12")),
        ("planned for December 2026", Some("2026-12")),
        ("from 2019 to 2029", None),
        ("No, still open in 2024", None),
        ("not before 2020", None),
        ("31/3", None),
        ("room 2019a", None),
    ] {
        let loaded = read(format!("name,Closed\nElder GPs,\"{written}\"\n").as_bytes(), &options);
        let record = named(&loaded, "Elder GPs").record();
        assert_eq!(record.ended_on, ended_on, "{written}: {:?}", lines(&loaded));
        let is_past = ended_on.is_some_and(|date| date < "2026");
        assert_eq!(named(&loaded, "Elder GPs").status(), if is_past { Status::Ended } else { Status::Active });
        assert!(shown(&loaded, "Elder GPs").ends_with(&["Closed: ", written].concat()), "{written}");
    }
}

#[test]
fn names_of_people_are_not_read_as_federations() {
    for file in [
        "Name,Organisation,Job title,Email\nAnn Example,Elder,CEO,ann@x.example\nBob Sample,Hazel,Chair,bob@x.example\n",
        "Role,Name,Organisation\nCEO,Ann Example,Elder\nChair,Bob Sample,Hazel\n",
        r#"[{"name":"Ann Example","role":"CEO","organisation":"Elder"},{"name":"Bob Sample","role":"Chair","organisation":"Hazel"}]"#,
    ] {
        assert_eq!(names(&load(file)), ["Elder", "Hazel"], "{file}");
    }
    assert_eq!(names(&load("Name,Role\nElder,Lead provider\nHazel,Member\n")), ["Elder", "Hazel"]);
}

#[test]
fn dates_with_the_month_first_are_read_in_each_column_of_dates() {
    for heading in ["Founded", "Last seen"] {
        let (facts, loaded) = cell(heading, "3/25/2015");
        assert!(facts.contains("25 March 2015"), "{heading}: {facts}");
        assert!(lines(&loaded)[0].contains("but dates such as 4/1/2026 are read with the day first"));
    }
    let (facts, _) = cell("Founded", "2011/12");
    assert_eq!(facts, "Founded: 2011 | Founded: 2011/12");
    // The first date of the Organisation Data Service.
    let (facts, loaded) = cell("Open date", "19740401");
    assert_eq!((&*facts, lines(&loaded)), ("", Vec::new()));
}

#[test]
fn codes_are_removed_from_board_names() {
    for written in [
        "NHS Kent and Medway Integrated Care Board (QKS)",
        "QKS - NHS Kent and Medway ICB",
        "QKS: Kent and Medway",
        "Kent and Medway ICB [QKS]",
        "NHS KENT AND MEDWAY ICB - 91Q",
    ] {
        let (facts, _) = cell("ICB", written);
        assert_eq!(facts.to_lowercase(), "nhs area: kent and medway icb", "{written}");
    }
    for (written, expected) in [("QKS", "QKS ICB"), ("NHS Kent", "Kent ICB"), ("Leeds (all)", "Leeds (all) ICB")] {
        assert_eq!(cell("ICB", written).0, ["NHS area: ", expected].concat());
    }
}

#[test]
fn cells_in_program_formats_are_parsed() {
    for (heading, written, expected) in [
        ("Company number", "7123456", "Company number: 07123456"),
        ("Company number", "123456", "Company number: 00123456"),
        ("Company number", "7123456.0", "Company number: 07123456"),
        ("Company number", "17123456.0", "Company number: 17123456"),
        ("Company number", "OC34567", "Company number: OC34567"),
        ("Company number", "'07123456", "Company number: 07123456"),
        ("Phone", "'0113 496 0000", "Phone: 0113 496 0000"),
        ("Address", "1 High Street_x000D_\nLeeds", "Address: 1 High Street\nLeeds"),
        ("Address", "1 High Street\u{b}Leeds", "Address: 1 High Street\nLeeds"),
        ("Notes", "<h2>About</h2><p>Text</p>", "Notes: About\nText"),
        ("Website", "#https://a.example.org/x#", "Website: https://a.example.org/x"),
        ("Website", "Our site#https://a.example.org#", "Website: https://a.example.org"),
        ("Website", "https://http://a.example.org", "Website: http://a.example.org"),
        ("Postcode", "LS1 1AA (HQ)", "Postcode: LS1 1AA"),
        ("Region", "3;#North West;#14;#London", "NHS region: North West, London"),
        ("ICB", "12;#NHS Kent and Medway ICB", "NHS area: Kent and Medway ICB"),
        ("Region", "EoE (East of England)", "NHS region: East of England"),
    ] {
        let (facts, loaded) = cell(heading, written);
        assert_eq!(facts, expected);
        assert_eq!(lines(&loaded), [""; 0], "{written}");
    }
    for (written, form) in [
        ("PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)", "Company limited by guarantee"),
        ("Not-for-profit CIC", "Community interest company"),
    ] {
        assert!(cell("Company category", written).0.starts_with(&["Legal form: ", form].concat()), "{written}");
    }
}

#[test]
fn a_second_table_with_other_columns_is_not_read_as_the_first() {
    let table = "Federation,Town,Practices\nElder GPs,Leeds,12\nHazel Health,York,9\n";
    for below in [
        "\nFederation,Closed on,Reason\nRowan GPs,31/03/2019,Merged\n",
        "\nClosed federations\nFederation,Closed on,Reason\nRowan GPs,31/03/2019,Merged\n",
        ",,\nOrganisation name,Region,Website,Notes\nRowan GPs,London,,\n",
        "\nFederation,Chair\nRowan GPs,Ann\n",
    ] {
        let loaded = load(&[table, below].concat());
        assert_eq!(names(&loaded), ["Elder GPs", "Hazel Health"], "{below}: {:?}", lines(&loaded));
        let last = loaded.report.problems.last().unwrap();
        assert_eq!(last.scope, Scope::File, "{below}");
        assert!(last.one_line().contains("is the header of another table. Save that table as a file of its own"));
    }
    // The name is in another column of the second table.
    let loaded = load("Practice,Federation\nElm,Elder GPs\nOak,Elder GPs\nFir,Hazel\n\nPractice,Director\nElm,Ann\n");
    assert_eq!(names(&loaded), ["Elder GPs", "Hazel"]);
    let loaded =
        load("Federation,Town\nElder GPs,Leeds\nAsh,Hull\n\nFederation,Town,Region,ICB,Website\nHazel,York,,,\n");
    assert_eq!(names(&loaded), ["Ash", "Elder GPs", "Hazel"]);
    // A row with its headings above the table is about the list.
    let about = "Organisation,Region,Updated\nNHS Example,London,May 2026\n\nFederation,Town,Practices,Website\nHazel,York,9,\n";
    assert_eq!(names(&load(about)), ["Hazel"]);
    let loaded = load("federation,field\nElder GPs,name\nHazel,region\n");
    assert_eq!(loaded.report.problem_count, 0, "{:?}", lines(&loaded));
    // These are rows of the table, and the same header again.
    for kept in ["\nAlliance,Leeds,3\n", "\nFed,Open,\n", "\nFederation,Town,Practices\nAlliance,Leeds,3\n"] {
        assert_eq!(load(&[table, kept].concat()).report.used, 3, "{kept}");
    }
}

#[test]
fn rows_that_explain_the_headings_are_not_federations() {
    let header = "Federation,Town,Practices,Website\n";
    let rows = "Elder GPs,Leeds,12,elder.example.org\nHazel Health,York,9,\n";
    for below in [
        "(a),(b),(c),(d)\n",
        "[1],[2],[3],[4]\n",
        "1,2,3,4\n",
        ":---,:---:,---:,---\n",
        "==========,====,=========,=======\n",
        "Enter the full name,The main town,A whole number,\n",
        "e.g. Poplar Federation,Hull,12,www.example.org\n",
        "Please use the registered name,,,Begins with www\n",
        "Free text,Free text,Number,Web address\n",
    ] {
        let loaded = load(&[header, below, rows].concat());
        assert_eq!(names(&loaded), ["Elder GPs", "Hazel Health"], "{below}: {:?}", lines(&loaded));
        assert_eq!((loaded.report.skipped_rows, loaded.report.problem_count), (1, 1), "{below}: {:?}", lines(&loaded));
    }
    for kept in
        ["Enterprise GPs,Leeds,3,\n", "A,Leeds,3,\n", "Pleaselane Health,,3,\n", "A,B,C,\n", "EG Health,Leeds,3,\n"]
    {
        assert_eq!(load(&[header, kept, rows].concat()).report.used, 3, "{kept}");
    }
}

#[test]
fn headings_can_continue_in_the_next_row() {
    let loaded = load("Federation,Town,Practices,Patients\n,,(no.),(000s)\nElder GPs,Leeds,12,120\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Place: Leeds | Size: 12 practices | Patients (000s): 120");
    let loaded = load("Federation,Member,Registered\n,practices,patients\nElder GPs,12,120000\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Size: 12 practices, 120,000 patients");
    assert_eq!(lines(&loaded), [""; 0]);
    // This row has no name.
    let loaded = load("Federation,Town,Region\n,Leeds,London\nElder GPs,Leeds,London\n");
    assert_eq!((loaded.report.used, loaded.report.skipped_rows), (1, 1));
}

#[test]
fn index_columns_are_not_shown() {
    for header in ["", "\"\"", "#", "Unnamed: 0", "Unnamed: 0.1"] {
        let loaded = load(&[header, ",Federation,Town,\n0,Elder GPs,Leeds,\n12,Hazel Health,York,ask Ann\n"].concat());
        assert_eq!(shown(&loaded, "Elder GPs"), "Place: Leeds", "{header}");
        assert_eq!(shown(&loaded, "Hazel Health"), "Place: York | Other information: ask Ann", "{header}");
    }
    for file in [",name\n0,Elder GPs\n1,Hazel\n", "\"\";\"name\"\n\"1\";\"Elder GPs\"\n", "|Federation\n1|Elder GPs\n"]
    {
        assert_eq!(shown(&load(file), "Elder GPs"), "", "{file}");
    }
    assert_eq!(shown(&load("Federation,#,Town\nElder GPs,1,Leeds\n"), "Elder GPs"), "Place: Leeds");
    let loaded = load(",Federation\nurgent,Elder GPs\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Other information: urgent");
    let loaded = load("No.,Federation\n1,Elder GPs\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "No.: 1");
}

#[test]
fn section_headings_subtotals_and_footnotes_are_not_federations() {
    let rows = "Elder GPs,Leeds,12\nHazel Health,York,9\n";
    for other in [
        "North West,,21\n",
        "Former federations,,\n",
        "No. of federations,2,\n",
        "* Not a company,,\n1 Figures of 2019,,\n",
        "[a] Estimate,,\n",
    ] {
        let loaded = load(&["Federation,Town,Practices\n", rows, other].concat());
        assert_eq!(names(&loaded), ["Elder GPs", "Hazel Health"], "{other}: {:?}", lines(&loaded));
    }
    let loaded = load(&["Federation,Town,Practices\nLondon,,\n", rows].concat());
    let said = "The rows below do not get this heading. If the heading is their region or status, add a column for it";
    assert!(lines(&loaded)[0].ends_with(said), "{:?}", lines(&loaded));
    // Counties are not known, so these rows are only reported.
    let counties =
        ["Federation,Town,Practices\nCheshire,,\n", rows, "Merseyside,,\n", rows, "Dorset,,\n", rows].concat();
    let loaded = load(&counties.replacen("Elder", "Oak", 1).replacen("Hazel", "Ash", 1).replacen("12", "13", 1));
    let said = "Row 2: 3 rows have only a name. This is the first of these rows. Delete the rows that are headings";
    assert!(lines(&loaded).iter().any(|line| line.starts_with(said)), "{:?}", lines(&loaded));
    // A list with names alone is one.
    assert_eq!(lines(&load("Federation,Town\nElder,\nHazel,\nRowan,York\n")), [""; 0]);
}

#[test]
fn numbered_practice_columns_are_members() {
    for heading in ["Practice", "Member practice", "GP Practice", "Surgery"] {
        let loaded = load(&format!(
            "Federation,{heading} 1,{heading} 2,{heading} 3\nElder GPs,Elm Surgery,Oak Surgery,Ash Surgery\nHazel,Fir Surgery,-,\nRowan,n/a,Yew Surgery,\n"
        ));
        assert_eq!(shown(&loaded, "Elder GPs"), "Member practices: Elm Surgery; Oak Surgery; Ash Surgery", "{heading}");
        assert_eq!(shown(&loaded, "Hazel"), "Member practices: Fir Surgery");
        assert_eq!(shown(&loaded, "Rowan"), "Member practices: Yew Surgery");
        assert_eq!(found(&loaded, "ash surgery"), ["Elder GPs"]);
        assert_eq!(lines(&loaded), [""; 0], "{heading}");
    }
    // The members have their own column, or there is only one number.
    let loaded = load("Federation,Members,Practice 1,Practice 2\nElder GPs,Elm; Oak,Elm,Oak\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Member practices: Elm; Oak | Practice 1: Elm | Practice 2: Oak");
    let loaded = load("Federation,Practice 1\nElder GPs,Elm\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Practice 1: Elm");
}

#[test]
fn the_later_of_two_years_is_used() {
    let loaded = load(
        "Federation,Practices 2019,Practices 2023,List size (Jan 2024),List size (Jan 2020)\nElder GPs,14,12,5,6\n",
    );
    assert_eq!(
        shown(&loaded, "Elder GPs"),
        "Size: 12 practices, 5 patients | Practices 2019: 14 | List size (Jan 2020): 6"
    );
    let loaded = load("Federation,Practices 2025,Practices 2031 (planned)\nElder GPs,14,12\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Size: 14 practices | Practices 2031 (planned): 12");
    let loaded = load("Federation,Practices,Practices 2023\nElder GPs,14,12\n");
    assert_eq!(shown(&loaded, "Elder GPs"), "Size: 14 practices | Practices 2023: 12");
}

#[test]
fn json_metadata_is_not_shown() {
    let loaded = load(
        r##"{"@odata.context":"https://x.example/$metadata","value":[{"@odata.etag":"W/1","Title":"Elder GPs",
        "NHS_Region":{"@odata.type":"#SP.Expanded","Value":"London"},"__metadata":{"uri":"https://x.example/1"},
        "@type":"Item","Parent":{"__deferred":{"uri":"https://x.example/2"}},"Town":"Barnet"}]}"##,
    );
    assert_eq!(shown(&loaded, "Elder GPs"), "Place: Barnet | NHS region: London");
    for kind in ["Polygon", "MultiPolygon"] {
        let ring = "[[-2.7,53.3],[-2.6,53.3],[-2.6,53.4],[-2.7,53.3]]";
        let rings = if kind == "Polygon" { format!("[{ring}]") } else { format!("[[{ring}]]") };
        let loaded = load(&format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"name":"Elder GPs"}},
            "geometry":{{"type":"{kind}","coordinates":{rings}}}}}]}}"#
        ));
        assert_eq!(shown(&loaded, "Elder GPs"), "", "{kind}");
    }
}

#[test]
fn nested_json_records_are_found() {
    let loaded = load(
        r#"{"resourceType":"Bundle","link":[{"relation":"self","url":"https://x.example"}],"entry":[
        {"resource":{"id":"1","active":true,"name":"Elder GPs"}},{"resource":{"id":"2","active":false,"name":"Hazel"}}]}"#,
    );
    assert_eq!(names(&loaded), ["Elder GPs", "Hazel"]);
    assert_eq!(named(&loaded, "Hazel").status(), Status::Ended);
    let loaded = load(
        r#"[{"title":{"rendered":"Elder &#038; Ash GPs"},"link":"https://x.example/elder","acf":{"town":"Leeds","practices":"12"}}]"#,
    );
    assert_eq!(
        shown(&loaded, "Elder & Ash GPs"),
        "Website: https://x.example/elder | Place: Leeds | Size: 12 practices"
    );
    let loaded = load(
        r#"[{"practice":"Elm","federations":[{"id":"F1","name":"Elder GPs"}]},{"practice":"Oak","federations":[{"id":"F1","name":"Elder GPs"}]},
        {"practice":"Fir","federations":[{"id":"F2","name":"Hazel"},{"id":"F1","name":"Elder GPs"}]}]"#,
    );
    assert_eq!(shown(&loaded, "Elder GPs"), "Size: 3 practices | Member practices: Elm; Oak; Fir");
    // Federations inside the regions are not a federation.
    let loaded = load(
        r#"{"regions":[{"region":"London","federations":[{"name":"Elder GPs","town":"Barnet","practices":4},{"name":"Hazel"}]}]}"#,
    );
    assert_eq!(loaded.report.used, 0);
    assert!(lines(&loaded)[0].contains("The records have: region, federations.items"), "{:?}", lines(&loaded));
}

#[test]
fn unusable_file_gets_an_error_with_the_fix() {
    let said = lines(&load("<table><tr><td>Name</td></tr></table>"));
    assert!(said[0].contains("If it is a table that opens in Excel, save it there as"), "{said:?}");
    // The first row has the cells of a federation.
    let said = lines(&load("Q84A,ELDER GP FEDERATION,LS1 1AA,01134960000\n"));
    assert!(said[0].contains("Add a header row within the first 100 rows"), "{said:?}");
    let said = lines(&read(b"name\nCaf\xC3\xA9\nCaf\xE9\n", &ImportOptions::default()));
    assert!(said[0].contains("1 character could not be read and is shown as"), "{said:?}");
}
