//! The results as a file to download and open in a spreadsheet.

use crate::directory::{Directory, FactField, Federation, LegalForm, Region, Source, SourceRecord};
use crate::facts::successor_name;
use crate::near::Nearby;
use crate::strings;

/// A column of the file: its heading, and the function that appends its cell to an empty text.
type ExportColumn = (&'static str, fn(Federation<'_>, &mut String));

/// The columns, with headings for people. The sources come last, as at the end of a printed table.
///
/// Coordinates are left out: they are for programs, which can read `federations.csv` itself.
const COLUMNS: [ExportColumn; 35] = [
    ("Name", |of, cell| cell.push_str(of.name())),
    ("Also known as", |of, cell| join(cell, &mut of.aliases())),
    ("Formerly", |of, cell| join(cell, &mut of.former_names())),
    ("Status", |of, cell| cell.push_str(of.status().label())),
    ("Last known active", |of, cell| cell.push_str(of.last_seen())),
    ("Last known active: source", |of, cell| cell.push_str(of.last_seen_by())),
    ("Place", |of, cell| cell.push_str(of.place())),
    ("Covers", |of, cell| cell.push_str(of.covers())),
    ("NHS region", |of, cell| {
        join(cell, &mut of.regions().iter().map(Region::name));
    }),
    ("How the region is known", |of, cell| {
        cell.push_str(of.region_basis().label());
    }),
    ("ICB", |of, cell| cell.push_str(of.icb())),
    ("ICB as of", |of, cell| cell.push_str(of.icb_as_of())),
    ("Former ICB", |of, cell| cell.push_str(of.former_icb())),
    ("Postcode areas", |of, cell| {
        join(cell, &mut of.postcode_areas());
    }),
    ("Postcodes", |of, cell| {
        join(cell, &mut of.postcodes());
    }),
    ("Legal form", |of, cell| {
        cell.push_str(of.legal_form().map_or("", LegalForm::label));
    }),
    ("Website", |of, cell| cell.push_str(of.website())),
    ("Practices", |of, cell| number(cell, of.practices())),
    ("Practices as of", |of, cell| cell.push_str(of.practices_as_of())),
    ("Patients", |of, cell| number(cell, of.patients())),
    ("Patients as of", |of, cell| cell.push_str(of.patients_as_of())),
    ("Founded", |of, cell| cell.push_str(of.founded())),
    ("Services", |of, cell| join(cell, &mut of.services())),
    ("Member practices", |of, cell| join(cell, &mut of.member_practices())),
    ("Company number", |of, cell| cell.push_str(of.company_number())),
    ("CQC provider", |of, cell| cell.push_str(of.cqc_provider_id())),
    ("ODS code", |of, cell| cell.push_str(of.ods_code())),
    ("Notes", |of, cell| cell.push_str(of.notes())),
    ("Ended on", |of, cell| cell.push_str(of.ended_on())),
    ("Why it ended", |of, cell| cell.push_str(of.ended_why())),
    ("Followed by", |of, cell| cell.push_str(&successor_name(of))),
    ("Values that were worked out", |of, cell| {
        for column in of.worked_out() {
            strings::join(cell, "; ", &mut std::iter::once(FactField::in_words(column)));
        }
    }),
    ("Source", |of, cell| {
        join(cell, &mut of.sources().map(source_title));
    }),
    ("Facts from each source", |of, cell| join(cell, &mut of.source_facts())),
    ("Last checked", |of, cell| cell.push_str(of.checked_on())),
];

/// These rows of the directory as CSV (RFC 4180), with headings in words. An editor's own columns come last.
///
/// It begins with a byte order mark and its lines end in CRLF, which Excel needs. A cell that a spreadsheet would
/// interpret as a formula begins with an apostrophe, so that it is shown as text. Otherwise people who edit the data
/// could run formulas on the computers of people who download it.
///
/// # Panics
///
/// If the directory has no such row.
#[must_use]
pub fn csv(directory: &Directory, rows: &[u32]) -> String {
    csv_with_miles(directory, rows, None)
}

/// The same, with a first column of distances in whole miles if the rows are those near a place.
///
/// # Panics
///
/// If the directory has no such row.
#[must_use]
pub fn csv_with_miles(directory: &Directory, rows: &[u32], nearby: Option<&Nearby>) -> String {
    let mut file = String::from('\u{feff}');
    if nearby.is_some() {
        push_cell(&mut file, "Miles");
    }
    for (heading, _) in COLUMNS {
        push_cell(&mut file, heading);
    }
    for label in &directory.labels {
        push_cell(&mut file, label);
    }
    end_row(&mut file);
    let mut cell = String::new();
    for &row in rows {
        if let Some(nearby) = nearby {
            cell.clear();
            number(&mut cell, nearby.tenths(row).map(|tenths| (u32::from(tenths) + 5) / 10));
            push_cell(&mut file, &cell);
        }
        for (_, write) in COLUMNS {
            cell.clear();
            write(directory.federation(row), &mut cell);
            push_cell(&mut file, &cell);
        }
        for label in &directory.labels {
            let mut details = directory.federation(row).details();
            push_cell(&mut file, details.find(|(of, _)| of == label).map_or("", |(_, value)| value));
        }
        end_row(&mut file);
    }
    file
}

/// Replaces the comma after the last cell with the end of the line.
pub(crate) fn end_row(file: &mut String) {
    file.pop();
    file.push_str("\r\n");
}

/// Writes a cell and the comma after it.
pub(crate) fn push_cell(file: &mut String, cell: &str) {
    // Full-width forms too, because Excel reads them as the ASCII characters in some languages.
    let formula =
        matches!(cell.chars().next(), Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    let quoted = cell.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n'));
    if quoted {
        file.push('"');
    }
    if formula {
        file.push('\'');
    }
    for char in cell.chars() {
        if char == '"' {
            file.push('"');
        }
        file.push(char);
    }
    if quoted {
        file.push('"');
    }
    file.push(',');
}

fn source_title<'a>((id, source): (&'a str, Option<&'a Source>)) -> &'a str {
    SourceRecord::new(id, source).title
}

fn join(cell: &mut String, parts: &mut dyn Iterator<Item = &str>) {
    strings::join(cell, "; ", parts);
}

fn number(cell: &mut String, value: Option<u32>) {
    if let Some(value) = value {
        strings::push_number(cell, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv_core::{ReadRecordResult, Reader};
    use proptest::prelude::*;

    /// Parses the file like a spreadsheet: all its records, after checking the byte order mark.
    fn read_again(file: &str) -> Vec<Vec<String>> {
        let mut rest = file.strip_prefix('\u{feff}').expect("a byte order mark").as_bytes();
        let (mut reader, mut text, mut ends) = (Reader::new(), vec![0; 1 << 16], vec![0; 64]);
        let mut records = Vec::new();
        loop {
            let (result, read, _, cells) = reader.read_record(rest, &mut text, &mut ends);
            rest = &rest[read..];
            match result {
                ReadRecordResult::Record => {
                    let mut start = 0;
                    records.push(
                        ends[..cells]
                            .iter()
                            .map(|&end| {
                                let cell = String::from_utf8(text[start..end].to_vec()).expect("UTF-8");
                                start = end;
                                cell
                            })
                            .collect(),
                    );
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::End => return records,
                full => panic!("{full:?}"),
            }
        }
    }

    fn quoted(text: &str) -> String {
        format!("\"{}\"", text.replace('"', "\"\""))
    }

    /// A directory of one federation for each name and note.
    fn directory(cells: &[(String, String)]) -> Directory {
        let mut file = String::from(
            "id,name,status,regions,region_basis,notes,source,checked_on,aliases,place,covers,icb,icb_as_of,postcode_areas,longitude,latitude,legal_form,website,practices,patients,ended_on,ended_why\n",
        );
        for (at, (name, notes)) in cells.iter().enumerate() {
            let [name, notes] = [quoted(name), quoted(notes)];
            file.push_str(&format!("f{at},{name},active,London; South East,inferred,{notes},paper,2026-11-22,A; B,,,,,,-0.1,51.5,charity,https://example.org,7,30000,,\n"));
        }
        let sources = "id,title,publisher,date,url,checked_on\npaper,\"=A \"\"paper\"\", they say\",,,,2026-11-22\n";
        let import = Directory::from_csv("test.csv", &file, sources);
        assert_eq!(import.problems, []);
        import.directory
    }

    #[test]
    fn federation_is_exported_as_readable_text() {
        let directory = directory(&[("Halton, \"GP\"".to_owned(), "two\nlines".to_owned())]);
        assert_eq!(
            csv(&directory, &[0]),
            "\u{feff}Name,Also known as,Formerly,Status,Last known active,Last known active: source,Place,Covers,NHS region,\
             How the region is known,ICB,ICB as of,Former ICB,Postcode areas,Postcodes,Legal form,Website,Practices,\
             Practices as of,Patients,Patients as of,Founded,Services,Member practices,Company number,CQC provider,ODS code,\
             Notes,Ended on,Why it ended,Followed by,Values that were worked out,Source,Facts from each source,Last checked\r\n\
             \"Halton, \"\"GP\"\"\",A; B,,Active,,,,,London; South East,Worked out from the place,,,,,,Charity,\
             https://example.org,7,,30000,,,,,,,,\"two\nlines\",,,,,\"'=A \"\"paper\"\", they say\",,2026-11-22\r\n"
        );
        assert_eq!(csv(&directory, &[]).lines().count(), 1);
    }

    #[test]
    fn exported_facts_can_be_imported_again() {
        let file = "id,name,former_names,status,last_seen,last_seen_by,practices,practices_as_of,patients,patients_as_of,\
                    founded,services,member_practices,company_number,cqc_provider_id,ods_code,successor,worked_out\n\
                    a,A,Old A; Older A,unconfirmed,2019-04,A council,7,2018,900,2017-02-03,2015,Dressings; Clinics,\
                    Mill Surgery; The Elms,01234567,1-99,A1B,b,founded; legal_form\nb,B GP,,,,,,,,,,,,,,,,\n";
        let directory = crate::import::read(file.as_bytes(), &crate::import::ImportOptions::default()).directory;
        let file = csv(&directory, &[0, 1]);
        let records = read_again(&file);
        for (heading, expected) in [
            ("Formerly", "Old A; Older A"),
            ("Status", "Unconfirmed"),
            ("Last known active", "2019-04"),
            ("Last known active: source", "A council"),
            ("Practices as of", "2018"),
            ("Patients as of", "2017-02-03"),
            ("Founded", "2015"),
            ("Services", "Dressings; Clinics"),
            ("Member practices", "Mill Surgery; The Elms"),
            ("Company number", "01234567"),
            ("CQC provider", "1-99"),
            ("ODS code", "A1B"),
            ("Followed by", "B GP"),
            ("Values that were worked out", "founded; legal form"),
        ] {
            let at = records[0].iter().position(|it| it == heading).expect(heading);
            assert_eq!(records[1][at], expected, "{heading}");
        }
        let again = crate::import::read(file.as_bytes(), &crate::import::ImportOptions::default()).directory;
        assert_eq!(again.labels, [""; 0], "columns that are not known again");
        let again = again.federation(0);
        assert_eq!((again.last_seen_by(), again.successor(), again.ods_code()), ("A council", "B GP", "A1B"));
    }

    #[test]
    fn custom_columns_are_exported() {
        let file = "name,Phone,=Fax\nB,,yes\nA,0151,\n";
        let directory = crate::import::read(file.as_bytes(), &crate::import::ImportOptions::default()).directory;
        let records = read_again(&csv(&directory, &[0, 1]));
        let own: Vec<_> = records.iter().map(|record| &record[COLUMNS.len()..]).collect();
        assert_eq!(own, [["Phone", "'=Fax"], ["0151", ""], ["", "yes"]]);
    }

    #[test]
    fn formulas_are_escaped() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("\nx", "\"'\nx\""),
            ("＝1", "'＝1"),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("1=1", "1=1"),
            ("'quoted'", "'quoted'"),
            ("", ""),
        ] {
            let mut file = String::new();
            push_cell(&mut file, cell);
            assert_eq!(file.strip_suffix(','), Some(written), "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn every_exported_cell_round_trips(cells in prop::collection::vec((
            r#"[a-zé=+@"',;\r\n-]{1,12}x"#, r#"[=+@"',\r\n-]?(\PC){0,20}"#
        ), 1..6)) {
            let directory = directory(&cells);
            let rows: Vec<u32> = (0..directory.len() as u32).rev().collect();
            let records = read_again(&csv(&directory, &rows));
            prop_assert_eq!(records.len(), rows.len() + 1);
            for (record, &row) in records[1..].iter().zip(&rows) {
                prop_assert_eq!(record.len(), COLUMNS.len());
                for (cell, (_, write)) in record.iter().zip(COLUMNS) {
                    let mut expected = String::new();
                    write(directory.federation(row), &mut expected);
                    let guarded = cell.strip_prefix('\'').filter(|rest| *rest == expected);
                    prop_assert_eq!(guarded.unwrap_or(cell), &expected);
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
                }
            }
        }
    }
}
