//! Tests of lists with marks and remarks of their editors: footnotes in headings, questions about the status, notes, totals
//! and headings of sections among the rows, and numbers with words around them.

use gpf_domain::directory::{Diagnostic, Scope, Status};
use gpf_domain::facts::facts;
use gpf_domain::import::Imported;

use crate::custom_list::{lines, load, named};

/// The facts that people see about a federation, without its name.
fn shown(loaded: &Imported, name: &str) -> String {
    let facts: Vec<_> =
        facts(named(loaded, name)).iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
    facts.join(" | ")
}

/// The meanings of the columns.
fn columns(loaded: &Imported) -> Vec<Option<&'static str>> {
    loaded.report.columns.iter().map(|column| column.column).collect()
}

#[test]
fn marks_of_notes_do_not_hide_headings() {
    for (header, expected) in [
        ("Organisation name [note 1],Town [note 3],List size [note 2]", ["name", "place", "patients"]),
        ("Name [1],Town[2],Patients [a]", ["name", "place", "patients"]),
        ("Federation (2),Borough (3),Number of patients (1)", ["name", "place", "patients"]),
        ("GP federation (M),Town (M),Population served (O)", ["name", "place", "patients"]),
        ("Alliance name (k),Town (m),Patients (optional)", ["name", "place", "patients"]),
    ] {
        let loaded = load(&[header, "\nHazel Health,Derby,41000\nRowan Health,Leeds,52000\n"].concat());
        assert_eq!(columns(&loaded), expected.map(Some), "{header}: {:?}", lines(&loaded));
        assert_eq!(shown(&loaded, "Rowan Health"), "Place: Leeds | Size: 52,000 patients", "{header}");
    }
    // In a column of numbers these are units.
    for header in ["Name,Patients (k)", "Name,List size (m)", "Name,Patients (thousands)"] {
        assert_eq!(columns(&load(&[header, "\nHazel Health,41\n"].concat())), [Some("name"), None], "{header}");
    }
}

#[test]
fn type_of_organisation_is_the_legal_form_with_any_extra_words() {
    for heading in [
        "Organisation type (required)",
        "Type of organisation (see note)",
        "3. Organisation type",
        "Type of organisation - optional",
        "Please enter organisation type",
    ] {
        let loaded = load(&["Federation,", heading, "\nHazel Health,Charity\n"].concat());
        assert_eq!(shown(&loaded, "Hazel Health"), "Legal form: Charity", "{heading}");
    }
    assert_eq!(columns(&load("Federation,Type (required)\nHazel Health,Hub\n")), [Some("name"), None]);
}

#[test]
fn questions_about_the_status_are_read() {
    for (heading, active, ended) in [
        ("Closed (Y/N)", "N", "Y"),
        ("Closed yes/no", "no", "yes"),
        ("Active Y/N", "Y", "N"),
        ("Has closed", "No", "Yes"),
        ("Has ended?", "FALSE", "TRUE"),
        ("Operational status", "Operational", "Closed"),
        ("Operating status (2026)", "Open", "Now closed"),
        ("Federation status", "Open", "Archived"),
        ("Organisation operating status", "Live", "Not operational"),
        ("Status now", "Active", "Dissolved"),
        ("Current state", "Active", "Closed"),
        ("Closed/Open", "Open", "Closed"),
        ("Active / Inactive", "Active", "Inactive"),
        ("Active or former", "Active", "Former"),
        ("Open, dormant or closed", "Open", "Closed"),
        ("Year closed", "", "2019"),
        ("Ceased trading on", "", "31/03/2020"),
        ("Wound up", "", "May 2021"),
    ] {
        let loaded =
            load(&format!("Name,Town,\"{heading}\"\nHazel Health,Derby,{active}\nRowan Health,Leeds,{ended}\n"));
        let statuses = ["Hazel Health", "Rowan Health"].map(|name| named(&loaded, name).status());
        assert_eq!(statuses, [Status::Active, Status::Ended], "{heading}: {:?}", lines(&loaded));
    }
    // These are about something else.
    for heading in
        ["Membership status", "CQC status", "Contract status", "Y/N", "Website Y/N", "Yes or no", "Merged or dissolved"]
    {
        let loaded = load(&format!("Name,Town,{heading}\nHazel Health,Derby,No\nRowan Health,Leeds,No\n"));
        assert_eq!(columns(&loaded)[2], None, "{heading}");
    }
}

#[test]
fn headings_of_member_lists_have_the_same_extra_parts() {
    for header in [
        "Q1. Practice name,Q2. Practice code,Q3. Federation",
        "\"Practice\nname\",\"Practice\ncode\",\"Federation\nname\"",
        "Surgery name [1],ODS practice code [2],Federation [3]",
        "Surgeries[Surgery name],Surgeries[Practice code],Surgeries[Federation]",
        "Practice name (required),Practice code (required),GP fed name",
        "\"Practice name\nas in the contract\",\"Practice code\nfrom ODS\",Fed",
    ] {
        let rows =
            "\nElm Surgery,Q90001,Hazel Health\nOak Surgery,Q90002,Rowan Health\nAsh Surgery,Q90003,Hazel Health\n";
        let loaded = load(&[header, rows].concat());
        let expected = "Size: 2 practices | Member practices: Elm Surgery (Q90001); Ash Surgery (Q90003)";
        assert_eq!(shown(&loaded, "Hazel Health"), expected, "{header}: {:?}", columns(&loaded));
    }
    // A column of codes is not a column of names, and several columns are not one.
    let loaded = load("Practices[Practice code],Practices[Federation]\nQ90001,Hazel Health\nQ90002,Hazel Health\n");
    assert_eq!(shown(&loaded, "Hazel Health"), "Size: 2 practices | Member practices: Q90001; Q90002");
    let loaded = load("Federation,Practice 1 name,Practice 2 name\nHazel Health,Elm Surgery,Oak Surgery\n");
    assert_eq!(shown(&loaded, "Hazel Health"), "Member practices: Elm Surgery; Oak Surgery");
}

#[test]
fn table_name_of_power_bi_is_not_the_column() {
    let loaded = load("Federations[Name],Federations[Notes],Practices[Number of practices (M)]\nHazel Health,New,3\n");
    assert_eq!(columns(&loaded), [Some("name"), Some("notes"), Some("practices")]);
    let loaded = load("Federations[Name],Practices[Region],Practices[Lead]\nHazel Health,London,Jo\n");
    assert_eq!(columns(&loaded), [Some("name"), Some("regions"), None]);
}

#[test]
fn properties_in_camel_case_are_counts() {
    for (property, expected) in [
        ("totalPatients", "Size: 1,200 patients"),
        ("numberOfPatients", "Size: 1,200 patients"),
        ("countOfMemberPractices", "Size: 1,200 practices"),
        ("numberOfStaff", "numberOfStaff: 1200"),
    ] {
        let loaded = load(&format!("[{{\"name\":\"Hazel Health\",\"{property}\":1200}}]"));
        assert_eq!(shown(&loaded, "Hazel Health"), expected);
    }
}

/// The names of the federations of a list, and the reasons why rows of it are left out, each with its value.
fn kept_and_left_out(text: &str) -> (Vec<String>, Vec<String>) {
    let loaded = load(text);
    let names = loaded.directory.federations().map(|it| it.name().to_owned()).collect();
    let left_out = loaded.report.problems.iter().filter(|problem| problem.scope == Scope::Row);
    let reason = |problem: &Diagnostic| {
        let reason = problem.message.split(',').next().unwrap_or_default();
        format!("{} {reason}", problem.value.as_deref().unwrap_or_default())
    };
    (names, left_out.map(reason).collect())
}

/// Checks that these rows below a table are left out for this reason, and that the table is read as it was.
#[track_caller]
fn is_left_out(rows: &str, expected: &[&str]) {
    let table = "Federation,Town,Practices\nHazel Health,Derby,12\nRowan Health,Leeds,9\nTansy Group,York,7\n";
    let (names, left_out) = kept_and_left_out(&[table, rows].concat());
    assert_eq!(names, ["Hazel Health", "Rowan Health", "Tansy Group"], "{rows}");
    assert_eq!(left_out, expected, "{rows}");
}

#[test]
fn few_rows_with_only_a_name_do_not_hide_notes() {
    let table = "Name,Town\nHazel Health,Derby\nRowan Health,Leeds\nFedworks,\nTansy Group,York\nLarch Care,Hull\n";
    for (notes, expected) in [
        ("\nFor internal use\n", "For internal use is a note"),
        ("\nPrinted by the office\n", "Printed by the office is a note"),
        ("\nNorth West,\n", "North West is the heading of a section"),
    ] {
        let (names, left_out) = kept_and_left_out(&[table, notes].concat());
        assert_eq!(names, ["Fedworks", "Hazel Health", "Larch Care", "Rowan Health", "Tansy Group"], "{notes}");
        assert_eq!(left_out, [expected]);
    }
    // An index goes on below the table.
    let (names, left_out) = kept_and_left_out(
        "No,Name,Town\n1,Hazel Health,Derby\n2,Rowan Health,Leeds\n3,,\n4,,\n,Not for publication,\n",
    );
    assert_eq!(names, ["Hazel Health", "Rowan Health"]);
    assert_eq!(left_out[2..], ["Not for publication is a note"]);
    // In a list of names, nothing is unusual about a row with only a name.
    let (names, _) = kept_and_left_out("Name,Town\nFedworks,\nHazel,\nRowan,\nTansy Group,York\n\nLarch,\n");
    assert_eq!(names.len(), 5);
}

#[test]
fn notes_are_not_members() {
    let rows = "Surgery,Code,GP federation\nElm Surgery,Q90001,Hazel Health\nOak Surgery,Q90002,Rowan Health\n";
    let again = "Ash Surgery,Q90003,Hazel Health\nBay Surgery,Q90004,Rowan Health\n";
    let (_, left_out) = kept_and_left_out(&[rows, again, "\nCorrect on 1 May\nSend changes to the office\n"].concat());
    assert_eq!(left_out, ["Correct on 1 May is a note", "Send changes to the office is a note"]);
    let (_, left_out) = kept_and_left_out(&[rows, again, "(1) Closing in June,,\n\nYew Surgery,,\n"].concat());
    assert_eq!(left_out, ["(1) Closing in June is a note", "Yew Surgery is a practice without a federation"]);
}

#[test]
fn notes_do_not_make_a_list_of_members() {
    let table = "PCN,GP federation,Town\nNorth PCN,Hazel Health,Derby\nSouth PCN,Rowan Health,Leeds\n";
    for notes in
        ["\nKept by the office\nFor internal use\n", "\nFor internal use\n\nTo be reviewed\nNot for publication\n"]
    {
        let loaded = load(&[table, notes].concat());
        assert_eq!((loaded.report.member_kind, loaded.report.used), (None, 2), "{:?}", lines(&loaded));
    }
    // Merged cells, with notes at the end.
    let merged = "Surgery,Code,GP federation\nElm Surgery,Q90001,Hazel Health\nOak Surgery,Q90002,\nAsh Surgery,Q90003,\n\
                  Bay Surgery,Q90004,Rowan Health\nYew Surgery,Q90005,\n\nFor internal use\n";
    let loaded = load(merged);
    assert_eq!((loaded.report.members, loaded.report.skipped_rows), (5, 1), "{:?}", lines(&loaded));
}

#[test]
fn statuses_and_labels_above_rows_are_sections() {
    for section in [
        "Active",
        "Closed",
        "No longer active",
        "Region: London",
        "NHS region: South West",
        "ICB: Kent and Medway",
        "Status: ended",
        "Midlands (14)",
        "London (3)",
    ] {
        let text = format!("Name,Town\n{section},\nHazel Health,Derby\nRowan Health,Leeds\n");
        let (names, left_out) = kept_and_left_out(&text);
        assert_eq!(names, ["Hazel Health", "Rowan Health"], "{section}");
        assert_eq!(left_out, [format!("{section} is the heading of a section")]);
        let loaded = load(&text);
        assert!(loaded.report.problems[0].fix.starts_with("The rows below do not get"), "{:?}", lines(&loaded));
    }
    // Below all rows, it is the heading of nothing.
    let loaded = load("Name,Town\nHazel Health,Derby\nRowan Health,Leeds\nLondon,\nPrinted on 1 May,\n");
    assert_eq!(loaded.report.skipped_rows, 2);
    assert!(loaded.report.problems.iter().all(|problem| problem.fix.starts_with("You do not need to do anything")));
    for name in ["London: Care Alliance", "Operating Health", "Open Door", "Yes", "The Hive (12)"] {
        let (names, _) = kept_and_left_out(&format!("Name,Town\nHazel Health,Derby\n{name},\nRowan Health,Leeds\n"));
        assert_eq!(names.len(), 3, "{name}");
    }
}

#[test]
fn totals_are_found_by_any_label() {
    is_left_out("Total closed,,1\n", &["Total closed is a total"]);
    is_left_out("London total,,\nSouth East total\n", &["London total is a total", "South East total is a total"]);
    is_left_out("Number of federations,3,\n", &["Number of federations is a total"]);
    is_left_out("Number of federations: 3,,\n", &["Number of federations: 3 is a total"]);
    is_left_out("Total federations: 3\n", &["Total federations: 3 is a total"]);
    is_left_out("No. of practices: 28,,\n", &["No. of practices: 28 is a total"]);
    is_left_out(
        "Yorkshire subtotal,,16\nSouth total,,12\n",
        &["Yorkshire subtotal is a total", "South total is a total"],
    );
    for (row, label) in [
        ("28,41000,Total", "Total"),
        ("12,,Total north", "Total north"),
        ("5,,Number of federations", "Number of federations"),
    ] {
        let text = format!("Practices,Patients,Name\n12,20000,Hazel Health\n9,21000,Total Care\n{row}\n");
        let (names, left_out) = kept_and_left_out(&text);
        assert_eq!(names, ["Hazel Health", "Total Care"], "{row}");
        assert_eq!(left_out, [format!("{label} is a total")]);
    }
}

#[test]
fn remarks_are_recognised_wherever_they_are() {
    for remark in [
        "Report run: 3 June 2026 09:30",
        "Filters: Town = Leeds",
        "Sort=Name",
        "3 June 2026",
        "03/06/2026",
        "office@example.org",
        "Questions to office@example.org",
        "https://www.example.org/list",
        "www.example.org",
        "Numbers of branch surgeries were not counted.",
        "It is checked in spring and in autumn.",
    ] {
        is_left_out(&[remark, ",,\n"].concat(), &[&[remark, " is a note"].concat()]);
        is_left_out(&[remark, "\n"].concat(), &[&[remark, " is a note"].concat()]);
    }
    is_left_out("\nFederations with * are not active,,\n", &["Federations with * are not active is a note"]);
    is_left_out("\nFormer federations,,\n", &["Former federations is the heading of a section"]);
    is_left_out("\nCommissioning team,,\n", &["Commissioning team is a note"]);
    // Names of federations.
    for name in [
        "St. Anne's Health Ltd.",
        "Kingston upon Hull and Beverley GP Federation.",
        "Care: Leeds",
        "2014",
        "Peak & Dale",
        "Dr. J. and Co.",
    ] {
        let (names, _) = kept_and_left_out(&format!("Name,Town\nHazel Health,Derby\n{name},\nRowan Health,Leeds\n"));
        assert_eq!(names.len(), 3, "{name}: {names:?}");
    }
}

#[test]
fn last_row_can_be_as_short_as_others() {
    for (text, used) in [
        ("Name,Town,Website\nHazel Health,Derby\nRowan Health,Leeds,www.example.org\nTansy Group,York", 3),
        ("Name,Town,Website\nHazel Health\nRowan Health,Leeds\nTansy Group", 3),
        ("Name,Town,Website\nHazel Health,Derby,www.example.org\nRowan Health,Leeds,www.example.org\nTansy Gr", 2),
    ] {
        let loaded = load(text);
        assert_eq!(loaded.report.used, used, "{:?}", lines(&loaded));
        let last = lines(&loaded).pop().unwrap_or_default();
        assert!(last.starts_with("Row 4: This row has "), "{last}");
    }
}

#[test]
fn end_mark_of_old_programs_is_ignored() {
    for end in ["\u{1a}", "\u{1a}\n", "\n\u{1a}"] {
        let loaded = load(&["Name,Town\nHazel Health,Derby\n", end].concat());
        assert_eq!((loaded.report.rows, lines(&loaded)), (1, vec![]), "{end:?}");
    }
}

#[test]
fn numbers_with_marks_are_added_up() {
    for (cells, expected) in [
        (["4,100*", "c. 2000", "900"], "7,000"),
        (["about 4k", "2,100 (2025)", "900+"], "7,000"),
        (["4100", "2000", "900 approx"], "7,000"),
    ] {
        let [first, second, third] = cells;
        let rows = format!(
            "Surgery,List size,Federation\nElm Surgery,\"{first}\",Hazel Health\nOak Surgery,\"{second}\",Hazel Health\n\
             Bay Surgery,500,Rowan Health\nYew Surgery,700,Rowan Health\nAsh Surgery,\"{third}\",Hazel Health\n"
        );
        let loaded = load(&rows);
        let found = shown(&loaded, "Hazel Health");
        assert!(found.starts_with(&format!("Size: 3 practices, {expected} patients")), "{cells:?}: {found}");
        let inexact = lines(&loaded).iter().filter(|line| line.contains("contains more than a number")).count();
        assert_eq!(inexact, 1, "{:?}", lines(&loaded));
    }
}

#[test]
fn members_that_are_not_in_a_sum_are_reported() {
    let rows = "Federation,PCN,Practices,Patients\nHazel Health,North PCN,5,41000\nHazel Health,South PCN,4,many\n\
                Rowan Health,East PCN,six,n/a\nRowan Health,West PCN,3,29000\nHazel Health,Moor PCN,2,most\n";
    let loaded = load(rows);
    let lines = lines(&loaded);
    for expected in [
        "Row 3, Patients: \"many\" is not a whole number, and nor is 1 other cell. Enter a whole number",
        "Row 3, Patients: 3 PCNs without a number are not in the total. This is the first of these rows. Enter a whole",
        "Row 4, Practices: \"six\" is not a whole number. Enter",
        "Row 4, Practices: 1 PCN without a number is not in the total. Enter",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(expected)), "{expected}: {lines:#?}");
    }
    assert_eq!(
        (loaded.report.ignored_cells, &*shown(&loaded, "Rowan Health")),
        (3, "Size: 3 practices, 29,000 patients | Members: East PCN; West PCN")
    );
    // The number of a federation in its first row is that of all its members.
    let loaded = load(
        "Federation,PCN,Patients\nHazel Health,North PCN,81000\nHazel Health,South PCN,\nRowan Health,East PCN,52000\n\
         Rowan Health,West PCN,\n",
    );
    let lines = self::lines(&loaded);
    assert!(!lines.iter().any(|line| line.contains("not in the total")), "{lines:#?}");
    assert!(shown(&loaded, "Hazel Health").starts_with("Size: 81,000 patients"));
    // Practices that are named have been counted.
    let loaded = load(
        "Federation,PCN,Practice names\nHazel Health,North PCN,Elm Surgery; Oak Surgery\nHazel Health,South PCN,Ash Surgery\n",
    );
    assert!(!self::lines(&loaded).iter().any(|line| line.contains("not in the total")), "{:#?}", self::lines(&loaded));
}

#[test]
fn spellings_of_the_same_value_do_not_differ() {
    for (heading, one, other) in [
        ("Region", "North East and Yorkshire", "NEY"),
        ("ICB", "NHS Kent and Medway ICB", "Kent & Medway"),
        ("Website", "https://www.example.org/", "example.org"),
        ("Legal form", "CIC", "Community interest company"),
    ] {
        let row = |member: &str, value: &str| format!("{member},{value},Hazel Health\n");
        let table = [&*format!("Surgery,{heading},Federation\n"), &row("Elm Surgery", one), &row("Oak Surgery", other)];
        let loaded = load(&table.concat());
        assert_eq!(lines(&loaded), [""; 0], "{heading}");
    }
    let loaded =
        load("Surgery,Region,Federation\nElm Surgery,London,Hazel Health\nOak Surgery,Midlands,Hazel Health\n");
    assert!(lines(&loaded)[0].contains("differs from"), "{:?}", lines(&loaded));
}

#[test]
fn running_numbers_and_people_of_members_are_not_of_the_federation() {
    let loaded = load(
        "No.,Federation,PCN,Director\n1,Hazel Health,North PCN,Dr A\n2,Hazel Health,South PCN,Dr B\n\
         3,Rowan Health,East PCN,Dr C\n4,Rowan Health,West PCN,Dr D\n",
    );
    assert_eq!(shown(&loaded, "Hazel Health"), "Members: North PCN; South PCN");
    assert!(lines(&loaded).iter().all(|line| line.contains("is different for each PCN")), "{:?}", lines(&loaded));
}
