//! Tests of typos in headings and values, of text that was saved in a wrong encoding, and of the template's examples that
//! are left in: what is reported, and what becomes of the value.

use gpf_domain::directory::{Federation, RegionChoice, Scope, Status};
use gpf_domain::facts::facts;
use gpf_domain::import::{Imported, template_csv};

use crate::custom_list::{lines, load, named};

fn names(loaded: &Imported) -> Vec<&str> {
    loaded.directory.federations().map(Federation::name).collect()
}

/// The facts that people see about a federation.
fn shown(loaded: &Imported, name: &str) -> Vec<String> {
    facts(named(loaded, name)).iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect()
}

const EXAMPLES: [&str; 2] = ["Example 1: write your federation over it", "Example 2: only the name is needed"];

#[test]
fn examples_of_the_template_are_reported_and_not_shown() {
    let ours =
        "Halton GP Alliance,,open,Widnes,Halton,North West,,WA7,CIC,,14,\"130,000\",,Our own list,22/11/2026\r\n";
    let example = |row: u32, name: &str| {
        format!(
            "Row {row}, Name: \"{name}\" is an example from the template, not a federation. Delete this row, or replace it with a federation"
        )
    };
    // Nothing was written: no row can be used.
    let loaded = load(template_csv());
    assert_eq!(lines(&loaded), [example(2, EXAMPLES[0]), example(3, EXAMPLES[1])]);
    assert!(loaded.report.problems.iter().all(|problem| problem.scope == Scope::Row));
    assert_eq!((loaded.report.rows, loaded.report.used, loaded.report.skipped_rows), (2, 0, 2));

    // Federations were written below the examples, or over one of them.
    let loaded = load(&[template_csv(), ours].concat());
    assert_eq!(names(&loaded), ["Halton GP Alliance"]);
    assert_eq!(lines(&loaded), [example(2, EXAMPLES[0]), example(3, EXAMPLES[1])]);
    let loaded =
        load(&template_csv().replace(EXAMPLES[0], "Leigh Federation").replace("An example and no federation", ""));
    assert_eq!((names(&loaded), lines(&loaded)), (vec!["Leigh Federation"], vec![example(3, EXAMPLES[1])]));

    // In another layout, and as JSON.
    let semicolons = format!("Town;Federation\nLeigh;Leigh Federation\n;{}\n", EXAMPLES[1].to_uppercase());
    let loaded = load(&semicolons);
    assert_eq!(names(&loaded), ["Leigh Federation"]);
    assert!(lines(&loaded)[0].starts_with("Row 3, Federation: \"EXAMPLE 2: "), "{:?}", lines(&loaded));
    let loaded = load(&format!("[{{\"name\":\"{}\"}},{{\"name\":\"Leigh Federation\"}}]", EXAMPLES[0]));
    assert_eq!((names(&loaded), loaded.report.skipped_rows), (vec!["Leigh Federation"], 1));
    let practices = format!(
        "Practice,Federation\nOak Surgery,Leigh Federation\nElm Surgery,Leigh Federation\nAsh Surgery,{}\n",
        EXAMPLES[0]
    );
    assert_eq!(names(&load(&practices)), ["Leigh Federation"]);

    // Federations that are called nearly the same.
    let loaded = load("name\nExample 1 Federation\nExample\nExample 2: Only the best\n");
    assert_eq!((loaded.report.used, loaded.report.problem_count), (3, 0), "{:?}", lines(&loaded));
}

/// An example has only a name. The notes below the table are still recognised as notes.
#[test]
fn examples_do_not_hide_the_notes_below_a_table() {
    let table = format!("name,town\n{}\nA Health,Leigh\nB Health,Sale\n\nNHS Example ICB; October 2026\n", EXAMPLES[1]);
    let loaded = load(&table);
    assert_eq!(names(&loaded), ["A Health", "B Health"], "{:?}", lines(&loaded));
    assert_eq!(loaded.report.skipped_rows, 2);
}

#[test]
fn typos_in_values_are_reported_with_the_closest_value_and_their_effect() {
    const USE: &str = "Its use in filters, sorting and links. It is shown as written";
    for (heading, cell, close, scope, fact) in [
        ("Region", "North Wset", "North West", Scope::Text, "Region: North Wset"),
        ("NHS region", "Midlnds", "Midlands", Scope::Text, "NHS region: Midlnds"),
        ("Region", "Lodnon / Yrok", "London", Scope::Text, "Region: Lodnon / Yrok"),
        ("Region", "Cheshire", "", Scope::Text, "Region: Cheshire"),
        ("Region", "West", "", Scope::Text, "Region: West"),
        ("Status", "Actve", "active", Scope::Text, "Status: Actve"),
        ("Status", "clsoed", "closed", Scope::Text, "Status: clsoed"),
        ("Status", "now active", "", Scope::Text, "Status: now active"),
        ("Status", "Closed in May", "", Scope::Note, "Status: Closed in May"),
        ("Legal form", "Chartiy", "charity", Scope::Text, "Legal form: Chartiy"),
        (
            "Legal form",
            "Company limited by gaurantee",
            "company limited by guarantee",
            Scope::Text,
            "Legal form: Company limited by gaurantee",
        ),
        ("Legal form", "Private limited co", "", Scope::Note, "Legal form: Limited company"),
        ("Region basis", "statd", "stated", Scope::Cell, ""),
        ("Last checked", "31/02/2026", "", Scope::Text, "Last checked: 31/02/2026"),
        ("Founded", "20l4", "", Scope::Text, "Founded: 20l4"),
        ("Founded", "c. 2014", "", Scope::Note, "Founded: c. 2014"),
        ("Patients", "13O,000", "", Scope::Text, "Patients: 13O,000"),
        ("Patients", "130.000", "", Scope::Text, "Patients: 130.000"),
        ("Patients", "12 (2019)", "", Scope::Note, "Patients: 12 (2019)"),
        ("Website", "htps://example.org", "", Scope::Text, "Website: htps://example.org"),
        ("Website", "www,example.org", "", Scope::Text, "Website: www,example.org"),
        ("Postcode", "WA8 7Q", "", Scope::Text, "Postcode: WA8 7Q"),
    ] {
        let loaded = load(&format!("name,{heading}\nA,\"{cell}\"\n"));
        let problem = &loaded.report.problems[0];
        let (start, end) = problem.fix.split_once("? ").unwrap_or(("", &problem.fix));
        let expected = if close.is_empty() { String::new() } else { format!("Did you mean \"{close}\"") };
        assert_eq!((start, problem.scope), (&*expected, scope), "{cell}");
        assert!(!end.is_empty() && !problem.message.is_empty(), "{cell}");
        assert_eq!(problem.cells()[4] == USE, scope == Scope::Text, "{cell}");
        let shown = shown(&loaded, "A");
        assert!(fact.is_empty() || shown.contains(&fact.to_owned()), "{cell}: {shown:?}");
        // What is shown as text is not the value too.
        let federation = loaded.directory.federation(0);
        if scope == Scope::Text {
            assert_eq!(RegionChoice::of(federation.regions()), RegionChoice::Unknown, "{cell}");
            assert_eq!((federation.legal_form(), federation.patients()), (None, None), "{cell}");
            assert_eq!(federation.status(), Status::Active, "{cell}");
        }
    }
    // The value that is suggested can be used.
    for (heading, cell) in [
        ("Region", "North West"),
        ("Status", "closed"),
        ("Legal form", "company limited by guarantee"),
        ("Legal form", "charity"),
    ] {
        assert_eq!(load(&format!("name,{heading}\nA,{cell}\n")).report.problem_count, 0, "{cell}");
    }
}

#[test]
fn invalid_status_is_shown_as_reported() {
    for (cells, status, expected) in [
        ("Actve,", Status::Active, "It is shown as active until you fix it"),
        ("Actve,31/03/2019", Status::Ended, ""),
        ("Active - Proposal to Strike off,", Status::Unconfirmed, "It is shown as unconfirmed until you fix it"),
        ("Active - Proposal to Strike off,31/03/2019", Status::Ended, ""),
        ("Closed in May,", Status::Ended, "The start of the text was used"),
    ] {
        let loaded = load(&format!("name,Status,End date\nA,{cells}\n"));
        assert_eq!(loaded.directory.federation(0).status(), status, "{cells}");
        let fix = &loaded.report.problems[0].fix;
        assert!(fix.ends_with(if expected.is_empty() { "\"ended\"" } else { expected }), "{cells}: {fix}");
    }
}

#[test]
fn unknown_status_is_unconfirmed() {
    for cell in ["Unknown", "not known", "NOT KNOWN ", "unconfirmed", "dormant"] {
        let loaded = load(&format!("name,Status\nA,{cell}\n"));
        assert_eq!(loaded.directory.federation(0).status(), Status::Unconfirmed, "{cell}");
        assert_eq!(lines(&loaded), [""; 0], "{cell}");
    }
}

#[test]
fn rows_without_a_status_are_one_problem() {
    let fix = "Enter \"active\", \"unconfirmed\" or \"ended\"";
    for (file, expected) in [
        ("name,Status\nA,active\nB,\nC,ended\n", "Row 3, Status: This row has no status, so it is shown as active. "),
        (
            "name,Is active\nA,\nB,yes\nC,n/a\n",
            "Row 2, Is active: 2 rows have no status, so they are shown as active. This is the first of these rows. ",
        ),
        ("[{\"name\":\"A\",\"status\":\"open\"},{\"name\":\"B\"}]", "Row 2, status: This row has no status, so it is"),
        // The end date is not one, so it ends nothing.
        (
            "name,Status,Ended\nA,,1/4/2019\nB,,2031-31\n",
            "Row 3, Status: This row has no status, so it is shown as active. ",
        ),
    ] {
        let loaded = load(file);
        let said = lines(&loaded);
        let last = said.last().unwrap();
        assert!(last.starts_with(expected) && last.ends_with(fix), "{said:#?}");
        assert_eq!(said.iter().filter(|line| line.contains("status, so")).count(), 1, "{said:#?}");
    }
    // There is no such column, each row has a status, or an end date is the status.
    for file in [
        "name,Town\nA,Leigh\nB,Sale\n",
        "name,Status\nA,active\nB,closed\n",
        "name,Status,End date\nA,active,\nB,,1/4/2019\n",
        "name,End date,Closed\nA,,Yes\nB,,\n",
        "name,Closed\nA,Yes\nB,\n",
    ] {
        assert_eq!(lines(&load(file)), [""; 0], "{file}");
    }
}

#[test]
fn headings_with_a_typo_get_a_suggestion_and_are_kept_as_details() {
    let said = |row, heading: &str, close: &str| {
        format!(
            "Row {row}, {heading}: This heading is not known. Did you mean the column \"{close}\"? If so, correct the heading. If not, leave it as it is"
        )
    };
    let loaded = load("Our list,,,\nName,Regoin,Postocde,Practise names\nA,London,WA8 7QE,Elm Surgery; Oak Surgery\n");
    assert_eq!(
        lines(&loaded),
        [said(2, "Regoin", "Region"), said(2, "Postocde", "Postcode"), said(2, "Practise names", "Practice names")]
    );
    assert!(loaded.report.problems.iter().all(|problem| problem.cells()[4] == "Nothing"));
    assert_eq!(
        shown(&loaded, "A"),
        ["Regoin: London", "Postocde: WA8 7QE", "Practise names: Elm Surgery; Oak Surgery"]
    );
    assert_eq!(RegionChoice::of(named(&loaded, "A").regions()), RegionChoice::Unknown);

    let json = "[{\"name\":\"A\",\"regoin\":\"London\"},{\"name\":\"B\",\"Webiste\":\"https://example.org\"}]";
    let loaded = load(json);
    assert_eq!(lines(&loaded), [said(1, "regoin", "Region"), said(1, "Webiste", "website")]);
    let practices = "Practice,Regoin,Federation\nOak,London,A\nElm,London,A\n";
    assert_eq!(lines(&load(practices)), [said(1, "Regoin", "Region")]);
}

#[test]
fn unrelated_headings_get_no_suggestion() {
    for headings in [
        "Religion,Stats,Nane,Funded,Founder",
        "Member,Practice county,ONS code,Reviewer,Former",
        "Phone,E-mail,Chair,Lead GP,Practice manager",
        // The file has that column.
        "Region,Regoin",
        "Websiet,Web",
        "Town 2,Town",
        "Providers,Titel",
    ] {
        let count = headings.split(',').count();
        let loaded = load(&format!("name,{headings}\nA{}\n", ",x".repeat(count)));
        let said = lines(&loaded).join("\n");
        assert!(!said.contains("heading is not known"), "{headings}: {said}");
    }
}

#[test]
fn text_in_a_wrong_encoding_is_corrected_and_reported() {
    let said = |row, column: &str, wrong: &str, right: &str| {
        format!(
            "Row {row}, {column}: \"{wrong}\" was read as \"{right}\". Correct it in the file: it was saved with a wrong encoding"
        )
    };
    let file = "Name,Town,ContactÂ\u{a0}name\nCafÃ© Federation,Widnes,RenÃ©e\nSt Maryâ€™s Health,YnysÂ\u{a0}MÃ´n,Zoë\nNaïve – Ångström,Ã,\n";
    let loaded = load(file);
    assert_eq!(names(&loaded), ["Café Federation", "Naïve – Ångström", "St Mary’s Health"]);
    assert_eq!(
        lines(&loaded),
        [
            said(1, "Contact name", "ContactÂ\u{a0}name", "Contact\u{a0}name"),
            said(2, "Name", "CafÃ©", "Café"),
            said(2, "Contact name", "RenÃ©e", "Renée"),
            said(3, "Name", "Maryâ€™s", "Mary’s"),
            said(3, "Town", "YnysÂ\u{a0}MÃ´n", "Ynys\u{a0}Môn"),
        ]
    );
    assert!(loaded.report.problems.iter().all(|problem| problem.cells()[4] == "Nothing"));
    assert_eq!(shown(&loaded, "Café Federation"), ["Place: Widnes", "Contact name: Renée"]);
    assert_eq!(named(&loaded, "St Mary’s Health").place(), "Ynys Môn");

    // The same in the other layouts. A file that Windows-1252 fits is not such a file.
    let json = "[{\"name\":\"CafÃ©\",\"Clerk\":\"RenÃ©e\"}]";
    let loaded = load(json);
    assert_eq!(lines(&loaded), [said(1, "name", "CafÃ©", "Café"), said(1, "Clerk", "RenÃ©e", "Renée")]);
    assert_eq!(shown(&loaded, "Café"), ["Clerk: Renée"]);
    let practices = "Practice,Federation\nElm,CafÃ©\nOak,CafÃ©\n";
    let loaded = load(practices);
    assert_eq!((names(&loaded), loaded.report.problem_count), (vec!["Café"], 2), "{:#?}", lines(&loaded));
    // The headings that are known, and the column of names.
    let loaded = load("FederationÂ\u{a0}name,Town\nA,Leigh\n");
    assert_eq!((names(&loaded), loaded.report.problem_count), (vec!["A"], 1));
}
