//! Tests of lists as people keep them: the values of cells in all the ways that people write them.

use gpf_domain::directory::{Diagnostic, Directory, Federation, FederationRecord, Scope, Status};
use gpf_domain::export;
use gpf_domain::facts::facts;
use gpf_domain::import::{ImportOptions, Imported, Merge, read};
use gpf_domain::search::{Query, SearchSession};

fn load(text: &str) -> Imported {
    let options = ImportOptions { today: Some("2026-11-28"), ..ImportOptions::default() };
    read(text.as_bytes(), &options)
}

/// The facts that people see about a federation.
fn shown(federation: Federation<'_>) -> Vec<String> {
    facts(federation).iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect()
}

fn named<'d>(directory: &'d Directory, name: &str) -> Federation<'d> {
    directory.federations().find(|it| it.name() == name).expect(name)
}

fn said(loaded: &Imported) -> Vec<String> {
    loaded.report.problems.iter().map(Diagnostic::one_line).collect()
}

#[test]
fn empty_markers_are_not_shown() {
    for nothing in ["n/a", "TBC", "–", "?", "null", "Unknown", "#DIV/0!", "To be confirmed", "&nbsp;"] {
        let cells = [nothing; 7].join(",");
        let file = format!(
            "name,code,town,website,patients,fax,closing date,region\nA,{cells}\nB,{cells}\n{nothing},x,x,,,,,\n"
        );
        let loaded = load(&file);
        assert_eq!(loaded.directory.len(), 2, "{nothing}: {:#?}", said(&loaded));
        for federation in loaded.directory.federations() {
            assert_eq!((shown(federation), federation.status()), (vec![], Status::Active), "{nothing}");
            assert!(["a", "b"].contains(&federation.id()), "{}", federation.id());
        }
        let last = loaded.report.problems.last().unwrap();
        let nothing = Some(nothing).filter(|it| !it.is_empty());
        assert_eq!((last.row, last.column.as_deref(), last.scope), (4, Some("name"), Scope::Row));
        assert_eq!(last.value.as_deref(), nothing);
    }
    let directory = load("name,practices\nA,nil\nB,none\n").directory;
    assert_eq!([0, 1].map(|row| directory.federation(row).practices()), [Some(0), None]);
}

#[test]
fn duplicate_codes_do_not_become_ids_or_lose_rows() {
    let file = "Organisation,ICB code,Ref,Town\nOne,x,QYG,Leigh\nTwo,x,qyg,Sale\nThree,x,QOP,Bury\nFour,x,QYG,Hyde\n";
    let loaded = load(file);
    let ids = |directory: &Directory| directory.federations().map(|it| it.id().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&loaded.directory), ["four", "one", "qop", "two"]);
    assert_eq!(said(&loaded).len(), 1, "{:#?}", said(&loaded));
    assert_eq!((loaded.report.problems[0].row, loaded.report.skipped_rows), (3, 0));
    // The code is not lost.
    for (name, code) in [("One", "Ref: qyg"), ("Two", "Ref: qyg"), ("Four", "Ref: QYG")] {
        let federation = named(&loaded.directory, name);
        assert!(shown(federation).contains(&code.to_owned()), "{:?}", shown(federation));
        assert_eq!(loaded.directory.find(federation.id()).unwrap().name(), name);
    }
    assert!(loaded.directory.find("qyg").is_none());
    // The order of the rows makes no difference.
    let turned = "Organisation,ICB code,Ref,Town\nFour,x,QYG,Hyde\nThree,x,QOP,Bury\nTwo,x,qyg,Sale\nOne,x,QYG,Leigh\n";
    assert_eq!(ids(&load(turned).directory), ids(&loaded.directory));

    // An id from a file has priority over an id made from a name, and a duplicate row is reported.
    let loaded = load("name,id,town\nAlpha,,Leigh\nBeta,alpha,Sale\nAlpha,,Bury\nAlpha,,Leigh\nBeta,,Sale\n");
    let ids: Vec<_> = loaded.directory.federations().map(|it| (it.name(), it.place(), it.id())).collect();
    assert_eq!(ids[..2], [("Alpha", "Leigh", "alpha"), ("Alpha", "Bury", "alpha-bury")]);
    assert_eq!((loaded.report.used, loaded.report.skipped_rows), (4, 1), "{:#?}", said(&loaded));
    let rows: Vec<_> = loaded.report.problems.iter().map(|it| (it.row, it.scope, it.value.as_deref())).collect();
    assert_eq!(rows[rows.len() - 2..], [(5, Scope::Row, Some("Alpha")), (6, Scope::Note, Some("Beta"))]);

    // 30 rows with the same name and place that differ in other columns.
    let rows: String = (0..30).map(|at| format!("Same,Leigh,{at}\n")).collect();
    let loaded = load(&["name,town,patients\n", &rows].concat());
    assert_eq!((loaded.directory.len(), loaded.report.problem_count), (30, 29));
}

#[test]
fn duplicate_ids_in_an_extending_list_get_generated_ids() {
    let base = load("name,id\nOld,x1\nOther,x2\n").directory;
    let options = ImportOptions { base: Some(&base), merge: Merge::Extend, ..ImportOptions::default() };
    let loaded = read(b"name,id\nNew,x1\nNewer,x1\nNewest,x1\n", &options);
    let ids: Vec<_> = loaded.directory.federations().map(|it| (it.name(), it.id())).collect();
    assert_eq!(ids, [("New", "x1"), ("Newer", "newer"), ("Newest", "newest"), ("Other", "x2")]);
    assert_eq!(loaded.report.replaced, 1);
}

#[test]
fn rows_without_a_location_are_one_problem() {
    let problem = |file: &str| {
        let loaded = load(file);
        let problems = loaded.report.problems.iter().map(Diagnostic::one_line).collect::<Vec<_>>();
        assert_eq!((loaded.report.used, loaded.report.skipped_rows, loaded.report.ignored_cells), (3, 0, 0), "{file}");
        problems.join("\n")
    };
    let fix = "Enter a postcode, for example WA8 7QE, or coordinates";
    assert_eq!(
        problem("name,Office postcode\nA,WA8 7QE\nB,\nC,DE1 1AA\n"),
        format!("Row 3, Office postcode: This row has no postcode, so a search for a postcode does not find it. {fix}")
    );
    assert_eq!(
        problem("name,town,lng,lat\nA,Leigh,,\nB,Sale,-2.3,53.4\nC,Hyde,,\n"),
        format!(
            "Row 2, lat: 2 rows have no postcode, so a search for a postcode does not find them. This is the first of these rows. {fix}"
        )
    );
    assert_eq!(
        problem("[{\"name\":\"A\"},{\"name\":\"B\",\"postcode\":\"WA8 7QE\"},{\"name\":\"C\",\"town\":\"Hyde\"}]"),
        format!(
            "Row 1, postcode: 2 rows have no postcode, so a search for a postcode does not find them. This is the first of these rows. {fix}"
        )
    );
    // A search finds these, or there is no column to fill in.
    assert_eq!(problem("name,postcode,lat,lng,Postcode areas\nA,WA8 7QE,,,\nB,,53.4,-2.3,\nC,,,,SK\n"), "");
    assert!(!problem("name,postcode\nA,WA8 7QE\nB,see the website\nC,DE1 1AA\n").contains("does not find"));
    assert_eq!(problem("name,town\nA,Leigh\nB,Sale\nC,Hyde\n"), "");
}

#[test]
fn future_end_dates_do_not_end_a_federation() {
    for (cells, status, line) in [
        (",31/03/2031,", Status::Active, "Ends on: 31 March 2031"),
        (",29 Nov 2026,", Status::Active, "Ends on: 29 November 2026"),
        (",28 Nov 2026,", Status::Ended, "Ended: 28 November 2026"),
        (",Mar-31,", Status::Active, "Ends in: March 2031"),
        (",2027,", Status::Active, "Ends in: 2027"),
        (",2026,", Status::Ended, "Ended: 2026"),
        (",46477,", Status::Active, "Ends on: 31 March 2027"),
        (",03/31/2019,", Status::Ended, "Ended: 31 March 2019"),
        (",,Lost its contract", Status::Active, "Reason: Lost its contract"),
        ("Active,,Lost its contract", Status::Active, "Reason: Lost its contract"),
        ("Active,1/4/2019,", Status::Active, "End date: 2019-04-01"),
        ("Closed,1/4/2019,Merged", Status::Ended, "Why it ended: Merged"),
        ("Ceased trading in May,,", Status::Ended, "Status: Ceased trading in May"),
        ("perhaps,1/4/2019,", Status::Ended, "Status: perhaps"),
        (",next spring,", Status::Active, "End date: next spring"),
    ] {
        let loaded = load(&format!("name,Status,End date,Reason\nA,{cells}\n"));
        let federation = loaded.directory.federation(0);
        assert_eq!(federation.status(), status, "{cells}: {:?}", said(&loaded));
        assert!(shown(federation).contains(&line.to_owned()), "{cells}: {:?}", shown(federation));
    }
    // If today's date is not known, every end date counts as past.
    let directory = read(b"name,End date\nA,2031\n", &ImportOptions::default()).directory;
    assert_eq!(directory.federation(0).status(), Status::Ended);
}

#[test]
fn answers_in_closed_and_open_columns_set_the_status() {
    for (heading, cell, status) in [
        ("Closed?", "Y", Status::Ended),
        ("Closed", "FALSE", Status::Active),
        ("Ended", "0", Status::Active),
        ("Is closed", "1", Status::Ended),
        ("Dissolved", "Dissolved", Status::Ended),
        ("Active?", "No", Status::Ended),
        ("Open", "TRUE", Status::Active),
        ("Status", "Live", Status::Active),
        ("Company status", "Dissolved", Status::Ended),
    ] {
        let loaded = load(&format!("name,{heading}\nA,{cell}\n"));
        assert_eq!(loaded.directory.federation(0).status(), status, "{heading}: {cell}");
        assert_eq!(said(&loaded), [""; 0], "{heading}: {cell}");
    }
    // Beside a column with the end date, in either order.
    for headings in ["End date,Closed", "Closing date,Is closed?", "End date,Closed (Y/N)"] {
        for (cells, status) in [
            (",Yes", Status::Ended),
            (",No", Status::Active),
            (",", Status::Active),
            ("31/03/2020,", Status::Ended),
            ("31/03/2020,Y", Status::Ended),
            ("31/03/2031,N", Status::Active),
            (",Dissolved", Status::Ended),
            (",1/4/2020", Status::Ended),
            ("31/03/2031,1/4/2020", Status::Ended),
        ] {
            let loaded = load(&format!("name,{headings}\nA,{cells}\n"));
            assert_eq!(loaded.directory.federation(0).status(), status, "{headings}: {cells}");
            assert_eq!(said(&loaded), [""; 0], "{headings}: {cells}");
        }
    }
    let loaded = load("name,Closed,End date\nA,Yes,31/03/2020\nB,No,\n");
    assert_eq!([0, 1].map(|row| loaded.directory.federation(row).status()), [Status::Ended, Status::Active]);
    let loaded = load("name,Date closed,End date\nA,1/4/2031,soon\n");
    assert_eq!(shown(loaded.directory.federation(0)), ["Ends on: 1 April 2031", "End date: soon"]);
    let loaded = load("name,status,closed\nA,active,yes\n");
    assert_eq!((loaded.directory.federation(0).status(), loaded.report.problem_count), (Status::Active, 1));
}

#[test]
fn full_postcodes_are_kept_shown_found_and_exported() {
    let file = "name,Post code,Postcode areas\nWigan Doctors,wn1 1aa,\nLeigh Doctors,\"WN71AB / WN7 2AA\",M\nAreas,,WN\nWrong,Widnes WA8,\n";
    let Imported { directory, index, report } = load(file);
    assert_eq!(shown(named(&directory, "Wigan Doctors")), ["Postcode: WN1 1AA"]);
    assert_eq!(shown(named(&directory, "Leigh Doctors")), ["Postcodes: WN7 1AB, WN7 2AA", "Postcode areas: M, WN"]);
    assert_eq!(shown(named(&directory, "Areas")), ["Postcode areas: WN"]);
    assert_eq!(shown(named(&directory, "Wrong")), ["Post code: Widnes WA8"]);
    assert_eq!(report.problem_count, 1);
    let first = |text: &str| {
        let query = Query { text: text.to_owned(), ..Query::default() };
        let found = index.search(&directory, &query, &mut SearchSession::default());
        (directory.federation(found.rows[0]).name(), found.rows.len())
    };
    assert_eq!(first("WN1 1AA"), ("Wigan Doctors", 3));
    assert_eq!(first("wn72aa"), ("Leigh Doctors", 3));
    assert_eq!(first("m1"), ("Leigh Doctors", 1));
    let again = load(&export::csv(&directory, &[0, 1, 2, 3])).directory;
    assert_eq!(named(&again, "Leigh Doctors").postcodes().collect::<Vec<_>>(), ["WN7 1AB", "WN7 2AA"]);
    let records: Vec<FederationRecord<'_>> = directory.federations().map(Federation::record).collect();
    let json = serde_json::to_string(&records).unwrap();
    assert!(json.contains("\"postcodes\":[\"WN1 1AA\"]"), "{json}");
    assert_eq!(load(&json).directory.federations().map(Federation::record).collect::<Vec<_>>(), records);
}

#[test]
fn partly_read_cells_are_shown_in_full() {
    for (heading, cell, line, fact) in [
        ("Member practices", "Elm Practice; Oak Practice", "", "Member practices: Elm Practice; Oak Practice"),
        ("No. of practices", "12 (2019)", "contains more than a number", "Size: 12 practices"),
        ("No. of practices", "12 (2019)", "contains more than a number", "No. of practices: 12 (2019)"),
        ("List size", "10-12", "is not a whole number", "List size: 10-12"),
        ("List size", "35\u{a0}000", "", "Size: 35,000 patients"),
        ("Web", "www.example.org or www.example.com", "contains more than", "Website: https://www.example.org"),
        ("Web", "mailto:a@example.org", "is not a web address", "Web: mailto:a@example.org"),
        ("Updated", "in the autumn", "is not a date", "Updated: in the autumn"),
        ("Region", "Cheshire", "is not an NHS region", "Region: Cheshire"),
        ("Region", "NE&Y", "", "NHS region: North East and Yorkshire"),
        ("Legal form", "guild", "is not a legal form", "Legal form: guild"),
        ("Legal status", "CIC (limited by guarantee)", "contains more than", "Legal form: Community interest company"),
        (
            "Legal status",
            "CIC (limited by guarantee)",
            "contains more than",
            "Legal status: CIC (limited by guarantee)",
        ),
        ("Legal form", "Ltd by shares", "", "Legal form: Company limited by shares"),
        ("Notes", "one<br>two &amp; <i>three</i>", "", "Notes: one\ntwo & three"),
        ("E-mail", "a@example.org; b@example.org", "", "E-mail: a@example.org; b@example.org"),
    ] {
        let loaded = load(&format!("name,{heading}\nA,\"{cell}\"\n"));
        let said = said(&loaded);
        assert_eq!(said.len(), usize::from(!line.is_empty()), "{said:?}");
        assert!(
            said.iter().all(|said| said.contains(line) && said.starts_with(&format!("Row 2, {heading}: "))),
            "{said:?}"
        );
        let shown = shown(loaded.directory.federation(0));
        assert!(shown.contains(&fact.to_owned()), "{fact}: {shown:?}");
        assert_eq!(loaded.report.ignored_cells, 0);
    }
}
