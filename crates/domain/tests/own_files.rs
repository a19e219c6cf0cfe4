//! Tests of all kinds of files that an editor might use, each with its result and its report.

use std::fs;

use gpf_domain::directory::{Directory, Federation, FederationRecord, LegalForm, Scope, Status, authoring};
use gpf_domain::export;
use gpf_domain::import::{
    ImportOptions, ImportReport, Imported, Importer, MAX_BYTES, MAX_PROBLEMS, Merge, read, template_csv,
};
use gpf_domain::search::{Index, Query, SearchSession};
use proptest::prelude::*;

fn bundled() -> Directory {
    authoring::project().1
}

fn file(name: &str) -> Vec<u8> {
    fs::read([env!("CARGO_MANIFEST_DIR"), "/tests/corpus/", name].concat()).expect(name)
}

fn load(name: &str) -> Imported {
    read(&file(name), &ImportOptions { file: name, ..ImportOptions::default() })
}

fn load_text(text: &str) -> Imported {
    read(text.as_bytes(), &ImportOptions::default())
}

fn lines(report: &ImportReport) -> Vec<String> {
    report.problems.iter().map(|problem| format!("{:?} {}", problem.scope, problem.one_line())).collect()
}

fn records(directory: &Directory) -> Vec<FederationRecord<'_>> {
    directory.federations().map(Federation::record).collect()
}

fn names(directory: &Directory) -> Vec<&str> {
    directory.federations().map(Federation::name).collect()
}

/// The file, its encoding, the names in order, rows left out, cells ignored, and the start of each problem.
type Case = (&'static str, &'static str, &'static [&'static str], u32, u32, &'static [&'static str]);

#[test]
fn valid_parts_of_every_file_are_read() {
    let cases: &[Case] = &[
        ("excel-utf-8.csv", "UTF-8", &["Halton GP Alliance", "Ynys Môn Doctors"], 0, 0, &[]),
        ("excel-unicode-text.txt", "UTF-16", &["Café Health “One”", "Plain Care"], 0, 0, &[]),
        ("utf-16-big-endian.txt", "UTF-16", &["Café Health “One”", "Plain Care"], 0, 0, &[]),
        ("utf-16-without-mark.txt", "UTF-16", &["Café Health “One”", "Plain Care"], 0, 0, &[]),
        ("windows-1252.csv", "Windows-1252", &["King’s Café – Health"], 0, 0, &[]),
        ("sep-line.csv", "UTF-8", &["A, B and C Health"], 0, 0, &[]),
        ("cr-only.csv", "UTF-8", &["One Health", "Two Health"], 0, 0, &[]),
        ("title-above.csv", "UTF-8", &["One Health"], 0, 0, &[]),
        ("any-order.csv", "UTF-8", &["GP Health Connect"], 0, 0, &[]),
        (
            "cut-rows.csv",
            "UTF-8",
            &["Cut", "Sound", "Too long", "Too short"],
            1,
            0,
            &[
                "Note Row 2: This row has 2 cells but the header has 3. Check if a line break",
                "Note Row 3: \"with a comma\": This row has 4 cells but the header has 3. Put quotation",
                "Row Row 5, name: This cell is empty. Enter the federation's name",
                "Note Row 6: This row has 2 cells but the header has 3. Check if the file is complete",
            ],
        ),
        (
            "never-closed.csv",
            "UTF-8",
            &["Four", "One", "Three", "Two"],
            0,
            0,
            &["Note Row 3: A quotation mark is not closed. Add a"],
        ),
        ("web-page.csv", "UTF-8", &[], 0, 0, &["File Row 1: The file is a web page, not a CSV file. Check"]),
        (
            "workbook.csv",
            "UTF-8",
            &[],
            0,
            0,
            &["File Row 1: The file is a workbook (.xlsx or .ods) or another zip file"],
        ),
        ("old-workbook.csv", "UTF-8", &[], 0, 0, &["File Row 1: The file is an old or protected Excel workbook"]),
        ("document.csv", "UTF-8", &[], 0, 0, &["File Row 1: The file is a PDF"]),
        ("picture.csv", "UTF-8", &[], 0, 0, &["File Row 1: The file is a picture"]),
        (
            "formulas.csv",
            "UTF-8",
            &["=1+1", "=HYPERLINK(\"http://evil.example\",\"x\")"],
            0,
            0,
            &[
                "Text Row 2, website: \"@SUM(A1)\" is not a web address. Start it with https:// or",
                "Text Row 2, patients: \"=1+1\" is not a whole number. Enter a whole",
                "Text Row 3, patients: \"'12\" is not a whole number",
            ],
        ),
        ("nul-bytes.csv", "UTF-8", &["One Health", "TwoHealth"], 1, 0, &["Row Row 3, name: This cell is empty"]),
        (
            "wide.csv",
            "UTF-8",
            &["Wide"],
            0,
            1,
            &["Cell Row 1: The header has 2,001 columns. Use no more", "Cell Row 2: This row has 2001"],
        ),
        (
            "long-cell.csv",
            "UTF-8",
            &["Long", "Short"],
            1,
            2,
            &["Cell Row 2, notes: \"xxx", "Cell Row 3, name: \"yyy", "Row Row 3, name: This cell is empty"],
        ),
        (
            "kept-by-hand.csv",
            "UTF-8",
            &[
                "Bury Federation",
                "Bury Federation",
                "Hyde Federation",
                "Leigh Federation",
                "Widnes & Ditton Federation",
            ],
            2,
            1,
            &[
                "Note Row 2, Web address: \"[site](https://example.org/widnes)\" contains more than a web address",
                "Note Row 2, Registered patients: \"c. 45k\" contains more than a number",
                "Note Row 3, Status: \"Closed in March 2019\" contains more than a status",
                "Note Row 3, ODS code: \"QYG\" is the id of more than 1 row",
                "Row Row 4, Federation: \"#N/A\" is not a name. Enter the federation's name",
                "Text Row 5, Member practices: \"10-12\" is not a whole number",
                "Cell Row 5, Registered patients: \"#REF!\" is an error from a formula",
                "Text Row 5, Last checked: \"soon\" is not a date",
                "Row Row 7, Federation: \"Bury Federation\" is in 2 rows that are exactly the same",
                "Note Row 8, Federation: \"Bury Federation\" is also the name in row 6",
            ],
        ),
        ("empty.csv", "UTF-8", &[], 0, 0, &["File Row 1: The file is empty. Add a header"]),
        ("blank.csv", "UTF-8", &[], 0, 0, &["File Row 1: There is no column called \"Name\". Add a header row with a"]),
        ("only-header.csv", "UTF-8", &[], 0, 0, &[]),
        ("no-name.csv", "UTF-8", &[], 0, 0, &["File Row 1: There is no column called \"Name\""]),
        (
            "twins.csv",
            "UTF-8",
            &["One", "Three", "Three", "three!", "Two", "東京"],
            1,
            0,
            &[
                "Note Row 3, id: \"A\" is the id of more than 1 row. Give each row a",
                "Note Row 5, name: \"Three\" is also the name in row 4. If both rows are about the same federation, keep",
                "Row Row 6, name: \"Three\" is in 2 rows that are exactly the same. Delete one of them",
                "Note Row 7, name: \"three!\" is also the name in row 4",
            ],
        ),
        (
            "dates.csv",
            "UTF-8",
            &["Five", "Four", "One", "Six", "Three", "Two"],
            0,
            0,
            &[
                "Note Row 3, last checked: \"11/22/2026\" has the month first. Put the day first,",
                "Text Row 5, ended: \"2020\" does not match an active federation",
                "Text Row 6, status: \"perhaps\" is not a status. Use \"active\", \"unconfirmed\"",
                "Note Row 2, status: 2 rows have no status, so they are shown as active",
            ],
        ),
        (
            "wrong-cells.csv",
            "UTF-8",
            &["One", "Three", "Two"],
            0,
            2,
            &[
                "Text Row 2, website: \"ftp://example.org\" is not a web address",
                "Note Row 2, patients: \"about 30\" contains more than a number",
                "Text Row 2, postcodes: \"WA7-x\" is not a list of postcodes",
                "Cell Row 2, long: This cell is empty. Enter both, or leave both",
                "Text Row 2, region: \"Cheshire\" is not an NHS region. Use one of: East of England",
                "Text Row 2, legal form: \"guild\" is not a legal form",
                "Text Row 3, website: \"someone@example.org\" is not",
                "Text Row 3, patients: \"-1\" is not",
                "Cell Row 3, long: \"53.3\" is not in England",
                "Text Row 3, region: \"Cheshire\" is not an NHS region",
            ],
        ),
        (
            "damaged.csv",
            "UTF-8",
            &["Caf\u{fffd}", "Ynys M\u{fffd}n"],
            0,
            0,
            &["Note Row 1: 2 characters could not be read and are shown as \u{fffd}. Save the file as"],
        ),
        ("twice.csv", "UTF-8", &["One", "Two"], 0, 0, &[]),
        (
            "records.json",
            "UTF-8",
            &["One Health", "Two “Health” 😀"],
            2,
            0,
            &["Row Row 3: The record is not an object", "Row Row 4, name: This cell is empty"],
        ),
        ("object.json", "UTF-8", &["One"], 0, 0, &[]),
        (
            "cut.json",
            "UTF-8",
            &["One", "Two"],
            0,
            0,
            &[
                "File Row 2: \"na\" is where the JSON stops being valid. Add a closing quotation mark. If the file is incomplete, save it again",
            ],
        ),
        (
            "not-json.json",
            "UTF-8",
            &[],
            0,
            0,
            &["File Row 1: \"name: \"One\"}\" is where the JSON stops being valid. Put quotation"],
        ),
        ("no-list.json", "UTF-8", &[], 0, 0, &["File Row 1: The file does not have a list of federations. Use a list"]),
        ("deep.json", "UTF-8", &[], 0, 0, &["File Row 1: \"[[[[["]),
        (
            "script.json",
            "UTF-8",
            &["</script><script>alert(1)</script>"],
            0,
            0,
            &["Text Row 1, website: \"javascript:alert(1)\""],
        ),
    ];
    for &(name, encoding, expected, skipped_rows, ignored_cells, problems) in cases {
        let Imported { directory, report, .. } = load(name);
        let said = lines(&report);
        assert_eq!(names(&directory), expected, "{name}: {said:#?}");
        assert_eq!(report.encoding, encoding, "{name}");
        assert_eq!((report.skipped_rows, report.ignored_cells), (skipped_rows, ignored_cells), "{name}: {said:#?}");
        assert_eq!(report.used as usize, expected.len(), "{name}");
        assert_eq!(said.len(), problems.len(), "{name}: {said:#?}");
        for (said, problem) in said.iter().zip(problems) {
            assert!(said.starts_with(problem), "{name}: {said}\nis not\n{problem}");
        }
    }
    let script = "script-everywhere.csv";
    let all = fs::read_dir([env!("CARGO_MANIFEST_DIR"), "/tests/corpus"].concat()).unwrap();
    let untested = all
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != script && !cases.iter().any(|case| case.0 == name));
    assert_eq!(untested.collect::<Vec<_>>(), [""; 0], "no test says what is read of these");
}

#[test]
fn excel_cells_are_read_as_displayed() {
    let loaded = load("excel-utf-8.csv");
    let record = &records(&loaded.directory)[0];
    assert_eq!((record.id, record.place), ("halton-gp-alliance", Some("Widnes")));
    assert_eq!(record.notes, Some("Two\nlines, and \"quotes\""));
    assert_eq!((record.patients, record.region_basis, record.status), (Some(130_000), "stated", "active"));
    let details: Vec<_> = record.details.iter().map(|it| (it.label, it.value)).collect();
    assert_eq!(details, [("Phone", "0151 496 0000")]);
    let columns: Vec<_> = loaded.report.columns.iter().map(|it| (&*it.heading, it.column)).collect();
    assert_eq!(columns[..2], [("Name", Some("name")), ("Town", Some("place"))]);
    assert_eq!(columns[5], ("Phone", None));
    assert_eq!(loaded.report.summary(), "2 of 2 rows used");
}

#[test]
fn columns_are_recognised_by_any_alias() {
    let loaded = load("any-order.csv");
    assert!(loaded.report.columns.iter().all(|it| it.column.is_some()), "{:#?}", loaded.report.columns);
    let mut record = serde_json::to_value(&records(&loaded.directory)[0]).unwrap();
    // Columns without a value are tested by their own tests.
    let said = |value: &serde_json::Value| {
        !value.is_null() && *value != serde_json::json!([]) && *value != serde_json::json!(false)
    };
    record.as_object_mut().unwrap().retain(|_, value| said(value));
    assert_eq!(
        record,
        serde_json::json!({
            "id": "abc-12", "name": "GP Health Connect", "aliases": ["GPHC", "Halton GPs"], "status": "active",
            "place": "Widnes", "covers": "Halton", "regions": ["North West"], "regionBasis": "inferred",
            "icb": "Cheshire and Merseyside", "icbAsOf": "2022-07", "postcodeAreas": ["WA", "L"],
            "postcodes": ["WA7 2ES", "L24"],
            "longitude": -2.73, "latitude": 53.36, "legalForm": "community-interest-company",
            "website": "https://example.org", "practices": 14, "patients": 1300,
            "checkedOn": "2026-11-22",
            "sources": [{
                "id": "Paper", "title": "Paper", "publisher": null, "date": null, "url": null, "checkedOn": null,
            }],
        })
    );
}

#[test]
fn missing_ids_are_generated_and_unique() {
    let directory = load("twins.csv").directory;
    let ids: Vec<_> = directory.federations().map(|it| (it.name(), it.place(), it.id())).collect();
    assert_eq!(
        ids,
        [
            ("One", "Derby", "one"),
            ("Three", "Derby", "three"),
            ("Three", "Leeds", "three-leeds"),
            ("three!", "", "three-2"),
            ("Two", "Derby", "two"),
            ("東京", "", "row-8"),
        ]
    );
}

#[test]
fn json_values_are_read_into_the_same_fields_as_csv() {
    let loaded = load("records.json");
    let [one, two] = &records(&loaded.directory)[..] else { panic!() };
    assert_eq!((&one.regions[..], one.patients), (&["North West", "London"][..], Some(1300)));
    let source = &one.sources[0];
    assert_eq!((source.id, source.title, source.url, source.date), ("paper", "A paper", None, Some("2026-11")));
    assert_eq!((two.aliases.len(), two.legal_form), (2, Some("charity")));
    let details = |record: &FederationRecord<'_>| {
        record.details.iter().map(|it| format!("{}: {}", it.label, it.value)).collect::<Vec<_>>()
    };
    assert_eq!((details(one), details(two)), (vec!["phone: 0151".to_owned()], vec![]));
    let object = load("object.json").directory;
    assert_eq!(object.federation(0).sources().next().unwrap().1.unwrap().title, "A paper");
}

#[test]
fn only_http_and_https_urls_become_links() {
    for (name, bytes) in corpus() {
        for merge in [Merge::Replace, Merge::Extend] {
            let base = bundled();
            let loaded = read(&bytes, &ImportOptions { base: Some(&base), merge, ..ImportOptions::default() });
            for record in records(&loaded.directory) {
                let urls = record.sources.iter().filter_map(|source| source.url).chain(record.website);
                for url in urls {
                    assert!(url.starts_with("https://") || url.starts_with("http://"), "{name}: {url}");
                }
            }
        }
    }
    let Imported { directory, report, .. } = load("script-everywhere.csv");
    assert_eq!(directory.len(), 4, "{:#?}", lines(&report));
    assert!(names(&directory).contains(&"<script>alert(1)</script>"));
    assert!(directory.federations().all(|it| it.website().is_empty()));
}

#[test]
fn bundled_files_can_be_imported() {
    let bundled = bundled();
    let options = ImportOptions { base: Some(&bundled), ..ImportOptions::default() };
    let loaded = read(authoring::project().0.federations.as_bytes(), &options);
    // One federation has no location.
    let is_unplaced = |lines: &[String]| lines.len() == 1 && lines[0].contains("This row has no postcode");
    assert!(is_unplaced(&lines(&loaded.report)), "{:?}", lines(&loaded.report));
    for (read, was) in records(&loaded.directory).iter().zip(records(&bundled)) {
        assert_eq!(*read, was);
    }
    assert_eq!(loaded.directory.len(), bundled.len());
    let json = serde_json::to_string(&records(&bundled)).unwrap();
    for json in [json.clone(), format!("{{\"federations\": {json}}}")] {
        let loaded = read(json.as_bytes(), &ImportOptions::default());
        assert!(is_unplaced(&lines(&loaded.report)), "{:?}", lines(&loaded.report));
        assert_eq!(records(&loaded.directory), records(&bundled));
    }
}

#[test]
fn downloaded_csv_can_be_imported() {
    let bundled = bundled();
    let rows: Vec<u32> = (0..bundled.len() as u32).collect();
    let loaded = load_text(&export::csv(&bundled, &rows));
    // One federation has no location.
    let lines = lines(&loaded.report);
    assert!(lines.len() == 1 && lines[0].contains("This row has no postcode"), "{lines:?}");
    for (read, was) in loaded.directory.federations().zip(bundled.federations()) {
        let known = |it: Federation<'_>| {
            let aliases: Vec<_> = it.aliases().map(str::to_owned).collect();
            (
                it.name().to_owned(),
                it.status(),
                it.regions(),
                it.region_basis(),
                it.legal_form(),
                it.practices(),
                aliases,
            )
        };
        assert_eq!(known(read), known(was));
        assert_eq!((read.covers(), read.icb(), read.checked_on()), (was.covers(), was.icb(), was.checked_on()));
    }
}

#[test]
fn a_list_is_replaced_or_extended() {
    let base = bundled();
    let text = "id,name,place,phone\nbolton-gp-federation,Bolton Renamed,Bolton,1\n,bury g.p. federation!,Bury,2\n\
        new,Fedbucks,Bucks,3\n,Somewhere New,Derby,4\n";
    let load = |merge| {
        let options = ImportOptions {
            base: Some(&base),
            merge,
            label: Some(" Ours "),
            date: Some("22/11/2026"),
            ..ImportOptions::default()
        };
        read(text.as_bytes(), &options)
    };
    let replaced = load(Merge::Replace);
    assert_eq!((replaced.directory.len(), replaced.report.replaced), (4, 0));
    assert_eq!((replaced.directory.list_name(), replaced.directory.date()), (Some("Ours"), Some("2026-11-22")));
    assert_eq!(replaced.directory.sources().len(), base.sources().len());

    let extended = load(Merge::Extend);
    assert_eq!((extended.directory.len(), extended.report.replaced, extended.report.used), (base.len() + 1, 3, 4));
    let name = |id: &str| extended.directory.find(id).map(Federation::name);
    assert_eq!(name("bolton-gp-federation"), Some("Bolton Renamed"));
    assert_eq!(name("bury-gp-federation"), Some("bury g.p. federation!"));
    assert_eq!((name("fedbucks"), name("new")), (None, Some("Fedbucks")));
    assert_eq!(name("somewhere-new"), Some("Somewhere New"));
    assert_eq!(extended.directory.find("new").unwrap().details().collect::<Vec<_>>(), [("phone", "3")]);
    assert_eq!(name("barnsley-healthcare-federation"), Some("Barnsley Healthcare Federation"));
    assert_eq!([" Extend", "REPLACE", "both"].map(Merge::parse), [Some(Merge::Extend), Some(Merge::Replace), None]);
}

#[test]
fn oversized_file_is_rejected_immediately() {
    let loading = Importer::new(&ImportOptions { size: Some(200 << 20), ..ImportOptions::default() });
    assert!(loading.is_refused());
    let report = loading.finish().report;
    assert_eq!(
        lines(&report),
        ["File Row 1: The file is larger than 64 MB. Remove columns and rows that you do not need"]
    );

    // A file that does not state its size in advance: the part that has been read is used.
    let mut loading = Importer::new(&ImportOptions::default());
    loading.push_bytes(b"name,notes\nOne,\n");
    let piece = "Two,\n".repeat(1 << 20);
    let mut fed = 0;
    while !loading.is_refused() {
        loading.push_bytes(piece.as_bytes());
        fed += piece.len();
        assert!(fed < MAX_BYTES + 2 * piece.len());
        if fed < piece.len() * 2 {
            loading.step(2);
        }
    }
    let report = loading.finish().report;
    assert_eq!((report.used, report.problem_count), (1, 1));
}

#[test]
fn problems_are_counted_and_the_first_are_kept() {
    let rows: Vec<String> = (0..5000).map(|row| format!("A{row},north\n")).collect();
    let text = "name,latitude\n".to_owned() + &rows.concat();
    let report = load_text(&text).report;
    assert_eq!((report.used, report.ignored_cells, report.problem_count), (5000, 5000, 5000));
    assert_eq!(report.problems.len(), MAX_PROBLEMS);
    assert_eq!((report.problems[999].row, report.problems[999].scope), (1001, Scope::Cell));
    assert_eq!(report.summary(), "5,000 of 5,000 rows used, 5,000 cells ignored");
}

/// The time is proportional to the size of the file. With a quadratic algorithm this would take minutes.
#[test]
fn import_time_is_proportional_to_file_size() {
    let long = |text: &str| text.repeat((256 << 10) / text.len());
    for (start, text) in [
        ("name\n", "A\n"),
        ("name\n", "\"A\"\"\"\n"),
        ("name\n\"", "\"\""),
        ("name\n", ",,,,,,,"),
        ("", "a,"),
        ("name\n\"", "no end\n"),
        ("", "\n"),
        ("name,place\n", "A,B\r"),
        ("", "name;"),
        ("[", "{\"name\":\"A\"},"),
        ("[{\"name\":\"", "a"),
        ("[{\"name\":\"", "\\\\"),
        ("[{", "\"name\":\"A\","),
        ("[", "["),
        ("{", "\"a\":{},"),
        ("[{\"name\":[", "\"A\","),
        ("{\"sources\":[", "{\"id\":\"a\",\"title\":\"b\"},"),
        ("[", "{\"name\":\"A\",\"details\":{\"a\":\"b\",\"c\":\"d\"}},"),
    ] {
        let text = [start, &long(text)].concat();
        let mut loading = Importer::new(&ImportOptions { size: Some(text.len()), ..ImportOptions::default() });
        for piece in text.as_bytes().chunks(4096) {
            loading.push_bytes(piece);
            while !loading.step(100).needs_input {}
        }
        let report = loading.finish().report;
        assert_eq!(report.rows, report.used + report.skipped_rows, "{start}");
    }
}

#[test]
fn template_has_only_known_columns() {
    let report = load_text(template_csv()).report;
    assert!(report.columns.len() > 10 && report.columns.iter().all(|it| it.column.is_some()), "{:?}", report.columns);
}

fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = [env!("CARGO_MANIFEST_DIR"), "/tests/corpus"].concat();
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn in_steps(bytes: &[u8], options: &ImportOptions<'_>, piece: usize, rows: usize) -> Imported {
    let mut loading = Importer::new(options);
    let mut last = 0;
    let mut forward = |loading: &mut Importer| {
        let progress = loading.step(rows);
        assert!(progress.per_mille <= 1000);
        assert!(progress.per_mille >= last);
        last = progress.per_mille;
        progress
    };
    for piece in bytes.chunks(piece) {
        loading.push_bytes(piece);
        while !forward(&mut loading).needs_input {}
    }
    loading.finish_input();
    while !forward(&mut loading).is_done {}
    loading.finish()
}

fn same(one: &Imported, other: &Imported) -> bool {
    let search = |loaded: &Imported, index: &Index| {
        ["health", "b", "wa7", "one two"].map(|text| {
            let query = Query { text: text.to_owned(), ..Query::default() };
            index.search(&loaded.directory, &query, &mut SearchSession::default())
        })
    };
    records(&one.directory) == records(&other.directory)
        && one.report == other.report
        && search(one, &one.index) == search(other, &Index::new(&other.directory))
}

#[test]
fn import_result_is_the_same_for_any_step_size() {
    let base = bundled();
    for (name, bytes) in corpus() {
        for merge in [Merge::Replace, Merge::Extend] {
            let options = ImportOptions {
                file: &name,
                base: Some(&base),
                merge,
                size: Some(bytes.len()),
                ..ImportOptions::default()
            };
            let whole = read(&bytes, &options);
            for (piece, rows) in [(1, 1), (7, 3), (4096, 1000)] {
                assert!(
                    same(&whole, &in_steps(&bytes, &options, piece, rows)),
                    "{name} in {piece} bytes and {rows} rows"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn any_rows_give_the_same_import_result_in_steps(
        rows in prop::collection::vec(r#"(name|place|[a-cé"]{0,3}|North West|22/11/2026)([,;\t](name|[a-c"]{0,3}|1,300)){0,3}"#, 0..30),
        piece in 1..40_usize,
        budget in 1..20_usize,
    ) {
        let bytes = ["name,place,region\n", &rows.join("\n")].concat().into_bytes();
        let base = bundled();
        let options = ImportOptions { base: Some(&base), merge: Merge::Extend, size: Some(bytes.len()), ..ImportOptions::default() };
        prop_assert!(same(&read(&bytes, &options), &in_steps(&bytes, &options, piece, budget)));
    }

    #[test]
    fn importing_any_bytes_does_not_panic(bytes: Vec<u8>, piece in 1..40_usize) {
        let loaded = in_steps(&bytes, &ImportOptions::default(), piece, 3);
        prop_assert_eq!(loaded.report.rows, loaded.report.used + loaded.report.skipped_rows);
        prop_assert_eq!(loaded.directory.len() as u32, loaded.report.used);
    }
}

/// The words of Companies House, and those that people add.
#[test]
fn proposal_to_strike_off_is_read_as_unconfirmed() {
    let file = "name,status,ended_on\nA,Proposal to strike off,\nB,Active - Proposal to Strike off,\nC,Struck off,\nD,Active,\n\
        E,Proposal to strike off,2019-03-01\n";
    let loaded = read(file.as_bytes(), &ImportOptions { today: Some("2026-11-29"), ..ImportOptions::default() });
    let statuses: Vec<Status> = loaded.directory.federations().map(Federation::status).collect();
    let expected = [Status::Unconfirmed, Status::Unconfirmed, Status::Ended, Status::Active, Status::Ended];
    assert_eq!(statuses, expected);
    let said: Vec<u32> =
        loaded.report.problems.iter().filter(|it| it.message.contains("struck off")).map(|it| it.row).collect();
    assert_eq!(said, [2, 3, 6]);
    let first = loaded.directory.federations().next().expect("A is there");
    assert_eq!(first.details().map(|(_, value)| value).collect::<Vec<_>>(), ["Proposal to strike off"]);
}

#[test]
fn inexact_year_is_used_and_shown_as_written() {
    let file = "name,founded\nA,2015/16\nB,circa 2014\nC,2011-12\nD,some day\n";
    let loaded = read(file.as_bytes(), &ImportOptions::default());
    let founded: Vec<&str> = loaded.directory.federations().map(Federation::founded).collect();
    assert_eq!(founded, ["2015", "2014", "2011-12", ""]);
    let shown: Vec<Vec<&str>> =
        loaded.directory.federations().map(|it| it.details().map(|(_, value)| value).collect()).collect();
    assert_eq!(shown, [vec!["2015/16"], vec!["circa 2014"], vec![], vec!["some day"]]);
    assert_eq!(loaded.report.problem_count, 3);
    assert_eq!(loaded.report.ignored_cells, 0);
}

/// A column with the same correct words in every row must not cause a problem in each row.
#[test]
fn organisation_type_is_not_an_invalid_legal_form() {
    let file = "Name,Organisation type\nA,GP federation\nB,Primary Care Network\nC,Federation (CIC)\nD,Guild\n";
    let loaded = read(file.as_bytes(), &ImportOptions::default());
    let forms: Vec<Option<LegalForm>> = loaded.directory.federations().map(Federation::legal_form).collect();
    assert_eq!(forms, [None, None, Some(LegalForm::CommunityInterestCompany), None]);
    let first = loaded.directory.federations().next().expect("A is there");
    assert_eq!(first.details().collect::<Vec<_>>(), [("Organisation type", "GP federation")]);
    let rows: Vec<u32> = loaded.report.problems.iter().map(|it| it.row).collect();
    assert_eq!(rows, [4, 5], "{:#?}", loaded.report.problems);
}
