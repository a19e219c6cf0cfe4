//! Tests of values and records in spellings that people and programs use beside the usual ones: bullets, full stops, direction
//! marks, merged cells, and JSON without a list.

use gpf_domain::directory::{Region, Status};

use crate::custom_list::{lines, load, named};

/// The only federation's cell in this column, as the list has it, and the number of problems.
fn fact(heading: &str, cell: &str) -> (Vec<String>, u32) {
    let loaded = load(&format!("Name,{heading}\nHazel Health,\"{}\"\n", cell.replace('"', "\"\"")));
    let facts = gpf_domain::facts::facts(named(&loaded, "Hazel Health"));
    (facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect(), loaded.report.problem_count)
}

#[test]
fn values_are_read_with_marks_around_them() {
    for (heading, cell, expected) in [
        ("Town", "\u{202a}Derby\u{202c}", "Place: Derby"),
        ("Town", "\u{2067}Long\u{2009}Eaton\u{2069}", "Place: Long Eaton"),
        ("Website", "\u{202d}www.example.org\u{202c}", "Website: https://www.example.org"),
        ("Founded", "June '14", "Founded: June 2014"),
        ("Founded", "3 Sept ’09", "Founded: 3 September 2009"),
        ("Services", "• Smears\n• Vaccinations", "Services: Smears; Vaccinations"),
        ("Services", "1) Smears\n2) Vaccinations", "Services: Smears; Vaccinations"),
        ("Member practices", "- Elm Surgery\n- Oak Surgery", "Member practices: Elm Surgery; Oak Surgery"),
        ("Region", "The South West", "NHS region: South West"),
        ("Region", "South West.", "NHS region: South West"),
        ("Region", "South West NHS Region", "NHS region: South West"),
        ("Region", "South West Regional Team", "NHS region: South West"),
        ("Region", "South West (NHS England)", "NHS region: South West"),
    ] {
        assert_eq!(fact(heading, cell), (vec![expected.to_owned()], 0), "{cell:?}");
    }
    for (heading, cell) in
        [("Town", "'-"), ("Town", "=\"TBC\""), ("Patients", "=\"-\""), ("Founded", "'--"), ("ICB", "−")]
    {
        assert_eq!(fact(heading, cell), (vec![], 0), "{cell}");
    }
    for (cell, expected) in [
        ("Ended.", Status::Ended),
        ("Not operational", Status::Ended),
        ("Archived", Status::Ended),
        ("Active.", Status::Active),
    ] {
        let loaded = load(&format!("Name,Status\nHazel Health,{cell}\n"));
        assert_eq!((named(&loaded, "Hazel Health").status(), loaded.report.problem_count), (expected, 0), "{cell}");
    }
    for cell in ["roughly 12000", "More than 12,000", "at least 12k"] {
        let (facts, problems) = fact("Patients", cell);
        assert_eq!((&*facts[0], problems), ("Size: 12,000 patients", 1), "{cell}");
    }
    let loaded = load("Name,Latitude,Longitude\nHazel Health,52.9,−1.5\n");
    assert_eq!(lines(&loaded), [""; 0]);
}

#[test]
fn regions_of_merged_cells_are_reported_once() {
    for (heading, values, message) in [
        ("Region", ["London", "South East"], "3 rows have no region. This is the first"),
        ("ICB", ["NHS Kent and Medway ICB", "Sussex"], "3 rows have no ICB. This is the first"),
    ] {
        let [one, other] = values;
        let table = format!(
            "{heading},Name\n{one},Hazel Health\n,Rowan Health\n{other},Tansy Group\n,Larch Care\n,Alder GPs\n"
        );
        let loaded = load(&table);
        let reported = lines(&loaded);
        assert_eq!(reported.len(), 1, "{reported:?}");
        assert!(reported[0].contains(message) && reported[0].contains("If the cells are merged"), "{reported:?}");
        // Nothing is filled in.
        let rowan = named(&loaded, "Rowan Health");
        assert!(
            rowan.regions().iter().next().is_none_or(|region: Region| region.name().is_empty())
                && rowan.icb().is_empty()
        );
    }
    for table in [
        // The region is in several rows of a group.
        "Region,Name\nLondon,Hazel Health\nLondon,Rowan Health\n,Tansy Group\n,Larch Care\nMidlands,Alder GPs\n",
        // Most rows have one.
        "Region,Name\nLondon,Hazel Health\nMidlands,Rowan Health\nSouth East,Tansy Group\n,Larch Care\n,Alder GPs\n",
        // The first row has none.
        "Region,Name\n,Hazel Health\nMidlands,Rowan Health\n,Tansy Group\nSouth East,Larch Care\n,Alder GPs\n",
    ] {
        assert_eq!(lines(&load(table)), [""; 0], "{table}");
    }
}

#[test]
fn wrapped_records_of_json_have_all_properties() {
    for wrapper in ["federation", "organisation", "Item", "doc"] {
        let record = |name: &str, status: &str| {
            format!(
                "{{\"{wrapper}\":{{\"name\":\"{name}\",\"town\":\"Derby\",\"status\":\"{status}\",\"lead\":\"Jo\"}}}}"
            )
        };
        let loaded = load(&format!("[{},{}]", record("Hazel Health", "Ended"), record("Rowan Health", "Active")));
        let hazel = named(&loaded, "Hazel Health");
        assert_eq!((hazel.status(), hazel.place()), (Status::Ended, "Derby"), "{wrapper}: {:?}", lines(&loaded));
        assert_eq!(hazel.details().collect::<Vec<_>>(), [("lead", "Jo")]);
    }
    // The name itself can be an object.
    let loaded = load(r#"[{"title":{"rendered":"Hazel Health"}},{"title":{"rendered":"Rowan Health"}}]"#);
    assert_eq!(loaded.report.used, 2, "{:?}", lines(&loaded));
}

#[test]
fn json_object_is_a_record_or_has_records() {
    let loaded = load(r#"{"name":"Hazel Health","town":"Derby","patients":41000}"#);
    assert_eq!((named(&loaded, "Hazel Health").place(), loaded.report.used), ("Derby", 1));
    let loaded = load(r#"{"hazel":{"name":"Hazel Health","town":"Derby"},"rowan":{"name":"Rowan Health","id":"r1"}}"#);
    assert_eq!(named(&loaded, "Hazel Health").id(), "hazel");
    assert_eq!((named(&loaded, "Rowan Health").id(), lines(&loaded)), ("r1", vec![]));
    let loaded =
        load(r#"{"1":{"Organisation name":"Hazel Health","Id":"h1"},"2":{"Organisation name":"Rowan Health"}}"#);
    assert_eq!(["Hazel Health", "Rowan Health"].map(|name| named(&loaded, name).id()), ["h1", "2"]);
    // The columns of a table are not a record.
    let columns = r#"{"name":["Hazel Health","Rowan Health"],"town":["Derby","Leeds"]}"#;
    for text in
        [columns, r#"{"name":"Our widgets","version":"1.0"}"#, r#"{"a":{"town":"Derby"},"b":{"town":"Leeds"}}"#, "{}"]
    {
        assert!(lines(&load(text))[0].contains("does not have a list of federations"), "{text}");
    }
}

#[test]
fn trading_name_in_json_is_another_name() {
    let loaded = load(r#"[{"tradingName":"Hazel","name":"Hazel Health"},{"name":"Rowan Health","tradingAs":"Rowan"}]"#);
    assert_eq!(named(&loaded, "Hazel Health").record().aliases, ["Hazel"]);
    assert_eq!(named(&loaded, "Rowan Health").record().aliases, ["Rowan"]);
    let loaded = load(r#"[{"tradingName":"Hazel Health","town":"Derby"}]"#);
    assert_eq!(named(&loaded, "Hazel Health").place(), "Derby");
}

#[test]
fn json_problems_say_what_to_do() {
    for text in
        ["[{\"name\":\"Hazel Health\"},]", "[{\"name\":\"Hazel Health\",}]", "[{\"name\":\"Hazel Health\",\"x\":[1,]}]"]
    {
        let reported = lines(&load(text));
        assert!(reported[0].ends_with("Remove the comma before this bracket"), "{reported:?}");
    }
    let loaded = load("[[\"Name\",\"Town\"],[\"Hazel Health\",\"Derby\"],[\"Rowan Health\",\"Leeds\"]]");
    let reported = lines(&loaded);
    assert_eq!((loaded.report.skipped_rows, reported.len()), (3, 1), "{reported:?}");
    assert!(reported[0].contains("The list holds lists, not objects"), "{reported:?}");
}

#[test]
fn list_without_headings_is_recognised() {
    for rows in [
        "Hazel GP Federation,Derby,Midlands\nRowan GP Federation,Leeds,London\n",
        "Hazel Primary Care Ltd,www.example.org/a,12\nRowan Care Ltd,www.example.org/b,9\n",
        "1;Hazel Health Alliance;Closed\n2;Rowan Health Alliance;Active\n",
    ] {
        let reported = lines(&load(rows));
        assert!(reported[0].contains("The file seems to have no header row. Row 1 has: "), "{reported:?}");
    }
    let reported = lines(&load("GP practice name,London,Midlands\nElm,3,4\n"));
    assert!(reported[0].contains("Did you mean the column \"GP practice name\""), "{reported:?}");
    let reported = lines(&load("Provider organisation title,Locality lead\nHazel Health,Jo\n"));
    assert!(reported[0].contains("Did you mean the column \"Provider organisation title\""), "{reported:?}");
}
