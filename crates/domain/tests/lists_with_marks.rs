//! Tests of lists with marks and remarks of their editors: footnotes in headings, questions about the status, notes, totals
//! and headings of sections among the rows, and numbers with words around them.

use gpf_domain::directory::Status;
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
