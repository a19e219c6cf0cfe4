//! Tests of the data of the guide's charts: the report on problems, and that it agrees with the other data.

use crate::project;
use crate::project::guide;
use crate::project::problems::{assert_problem, problems_with};
use gpf_domain::directory::Federation;
use gpf_domain::guide::{Files, PopulationKind, TimelineEventKind};

#[test]
fn problems_in_the_timeline_are_reported_by_line_and_field() {
    let path = Files::TIMELINE;
    let date = "from: \"1.4.2013\" is not a date. Write it as 1990s, 2009, 2013/14, 2016-03 or 2013-04-01";
    assert_problem(path, "from = \"2013-04-01\"", "from = \"1.4.2013\"", date);
    assert_problem(
        path,
        "from = \"2001\"",
        "from = \"1995\"",
        "from: \"1995\" is before the moment above it. Put the moments",
    );
    assert_problem(
        path,
        "from = \"2017\"",
        "from = \"2077\"",
        "from: \"2077\" lies outside the axis from 1990 to 2028",
    );
    assert_problem(path, "to = \"2014\"", "to = \"2011\"", "to: \"2011\" is not after `from`. Write when it ended");
    assert_problem(
        path,
        "kind = \"nhs\"",
        "kind = \"NHS\"",
        "kind: \"NHS\" is not a word for it. Use one of: practices, nhs, ",
    );
    let long =
        "title: \"What a long title this is, longer than all that fits beside a date\" is too long. Write it in 60";
    let title = "title = \"What a long title this is, longer than all that fits beside a date\"";
    assert_problem(path, "title = \"Charities Act\"", title, long);
    assert_problem(
        path,
        "text = \"A national survey",
        "txt = \"A national survey",
        "txt: is not a field here. Use one of: from, ",
    );
    let source = "source = \"health-and-care-act-2022\"";
    assert_problem(path, source, "source = \"act\"", "source: \"act\" is not known. Use one of: wikipedia, ");
    assert_problem(
        path,
        "id = \"health-and-care-act-2022\"",
        "id = \"wikipedia\"",
        "id: \"wikipedia\" stands here twice",
    );
}

#[test]
fn problems_in_the_populations_are_reported_by_line_and_field() {
    let path = Files::POPULATIONS;
    assert_problem(
        path,
        "value = 60000",
        "value = 6000",
        "value: \"6,000\" lies outside the axis from 10000 to 2000000",
    );
    assert_problem(path, "value = 60000", "value = \"60,000\"", "value: is not a whole number. Write digits");
    assert_problem(path, "to = 50000", "to = 30000", "to: \"30,000\" is not more than `value`. Write a larger number");
    assert_problem(path, "planned = 590000", "planned = 360000", "planned: \"360,000\" is not more than `value`");
    assert_problem(
        path,
        "planned = 590000",
        "planned = 590000\nto = 600000",
        "planned: stands beside a range. Leave out",
    );
    assert_problem(
        path,
        "kind = \"federation\"",
        "kind = \"alliance\"",
        "kind: \"alliance\" is not a word for it. Use one of: ",
    );
    assert_problem(path, "year = \"2015\"", "year = \"15\"", "year: \"15\" is not a date. Write it as ");
    assert_problem(path, "over = true", "over = \"yes\"", "over: is neither true nor false. Write true");
}

#[test]
fn a_file_without_entries_is_a_problem() {
    for (path, entries) in [(Files::TIMELINE, "moments"), (Files::POPULATIONS, "populations")] {
        let problems = problems_with(path, |_| String::new());
        let expected = format!("{path}:1: {entries}: is empty. Write each as [[{entries}]]");
        assert!(problems.contains(&expected), "{}", problems.join("\n"));
    }
}

#[test]
fn each_kind_of_event_and_population_occurs() {
    let guide = guide();
    for kind in TimelineEventKind::ALL {
        assert!(guide.events.iter().any(|it| it.kind == kind), "{kind:?}");
    }
    for kind in PopulationKind::ALL {
        assert!(guide.populations.iter().any(|it| it.kind == kind), "{kind:?}");
    }
}

/// The comparison's case studies and the directory have some of the same facts, each in a file of its own.
#[test]
fn the_case_studies_and_the_directory_have_the_same_numbers() {
    let guide = guide();
    let has = |name: &str, value: u32| {
        let names_it = |it: &str| it == name || it.starts_with(&format!("{name},"));
        guide.populations.iter().any(|it| names_it(&it.name) && (it.value == value || it.planned == Some(value)))
    };
    let mut checked = 0;
    for case in &project::catalogue().cases {
        for figure in case.figures.iter().filter(|it| it.unit == "patients") {
            assert!(has(&case.name, figure.value), "{}: {}", case.name, figure.value);
            checked += 1;
        }
    }
    assert_eq!(checked, 7, "populations of the guidance's case studies");
    // Of the directory's numbers, only those from the documents are in the guide.
    let documents = project::built().documents;
    let mut of_documents = 0;
    for federation in project::directory().federations() {
        let record = federation.record();
        let rests_on_a_document = record
            .sources
            .iter()
            .zip(&record.source_facts)
            .any(|source| documents.iter().any(|it| it.id == source.0.id) && source.1.contains("patients"));
        if let Some(patients) = federation.patients().filter(|_| rests_on_a_document) {
            assert!(has(federation.name(), patients), "{}: {patients}", federation.name());
            of_documents += 1;
        }
    }
    assert_eq!(of_documents, 1);
}

/// An event and the federation's own entry must not contradict each other.
#[test]
fn the_ends_of_federations_are_in_the_timeline() {
    let guide = guide();
    let directory = project::directory();
    // Of those that ended, the guide has the two in Wikipedia's list.
    let listed = directory.federations().filter(|federation| federation.is_listed());
    let ended: Vec<&str> = listed.map(Federation::ended_on).filter(|it| !it.is_empty()).collect();
    assert_eq!(ended, ["2016-03", "2016-11"]);
    for date in ended {
        assert!(guide.events.iter().any(|it| it.from.iso().as_deref() == Some(date)), "{date}");
    }
}

/// The days on which the law or the NHS changed, with their sources.
#[test]
fn changes_of_law_and_of_the_nhs_have_the_correct_date() {
    let guide = guide();
    for (date, source, word) in [
        ("2012-07-17", "finance-act-2012", "cost sharing"),
        ("2018-09-01", "cio-conversion-regulations-2017", "CIO"),
        ("2021-05", "nhs-confederation", "Primary Care Federation Network"),
        ("2022-07-01", "health-and-care-act-2022", "CCG"),
        ("2022-07-01", "nhs-england-delegation", "GP services"),
        ("2024-01-01", "provider-selection-regime-2023", "Provider Selection Regime"),
        ("2025-03-13", "nhs-england-announcement", "NHS England"),
        ("2026-04-01", "icb-statement-2025", "ICBs"),
        ("2026-05-14", "health-bill-2026", "Health Bill"),
    ] {
        let of_day =
            |it: &&gpf_domain::guide::TimelineEvent| it.from.iso().as_deref() == Some(date) && it.cite.source == source;
        let moment = guide.events.iter().find(of_day).unwrap_or_else(|| panic!("{date} has nothing of {source}"));
        assert!(moment.title.contains(word), "{date}: {}", moment.title);
    }
    let of_1994 = guide.events.iter().filter(|it| it.from.words().contains("1994"));
    assert_eq!(of_1994.count(), 0, "cost sharing groups came into the VAT Act in 2012");
}

/// Facts that are not in any of the 5 documents are marked as added.
#[test]
fn events_not_in_any_document_are_marked_as_added() {
    let guide = guide();
    let directory = project::directory();
    for moment in &guide.events {
        let is_ours = !directory.sources().iter().any(|source| source.id == moment.cite.source);
        let note = moment.note.as_deref().unwrap_or_default();
        let is_marked = note.contains("We added this event") || note.contains("The guidance names the group");
        assert_eq!(is_ours, is_marked, "{}: {note}", moment.title);
    }
}
