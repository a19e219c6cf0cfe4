//! Tests of federations with the same name: a row is never given another id without a problem in the report.

use gpf_domain::directory::{Federation, Scope};
use gpf_domain::import::{ImportOptions, Imported, Merge, read};

use crate::custom_list::{lines, load};

fn ids(loaded: &Imported) -> Vec<&str> {
    loaded.directory.federations().map(Federation::id).collect()
}

#[test]
fn rows_with_the_same_name_are_reported_with_the_fix() {
    let loaded = load(
        "Our federations\n\nFederation,Town,Website\nWillow Health,Ware,\n,,\nAlder Care,Wem,\nWILLOW HEALTH,Diss,\n\
         Alder Care,Wem,https://alder.example\nBeech GPs,Bude,\n",
    );
    assert_eq!(ids(&loaded), ["alder-care", "alder-care-wem", "beech-gps", "willow-health", "willow-health-diss"]);
    let lines = lines(&loaded);
    let fix = "If both rows are about the same federation, keep only one of them. If not, give them different names, or \
        different ids in a column called id";
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert_eq!(lines[0], ["Row 7, Federation: \"WILLOW HEALTH\" is also the name in row 4. ", fix].concat());
    assert_eq!(lines[1], ["Row 8, Federation: \"Alder Care\" is also the name in row 6. ", fix].concat());
    assert!(loaded.report.problems.iter().all(|it| it.scope == Scope::Note));
    assert_eq!((loaded.report.used, loaded.report.skipped_rows, loaded.report.ignored_cells), (5, 0, 0));
}

#[test]
fn first_row_with_the_name_is_reported_in_json_and_long_files() {
    let loaded = load(r#"[{"name": "A"}, {"name": "B"}, {"name": "A", "town": "Wem"}, {"name": "A", "town": "Ware"}]"#);
    let lines = lines(&loaded);
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines[0].starts_with("Row 3, name: \"A\" is also the name in row 1."), "{lines:#?}");
    assert!(lines[1].starts_with("Row 4, name: \"A\" is also the name in row 1."), "{lines:#?}");

    let mut text = "Name,Town\n".to_owned();
    for at in 0..5000 {
        // Some rows are left out, so that a record's number says less and less about its row.
        text.push_str(&if at % 7 == 3 { format!(",Town {at}\n") } else { format!("Federation {at},Wem\n") });
    }
    text.push_str("Federation 4321,Ware\n");
    let loaded = load(&text);
    let last = loaded.report.problems.last().unwrap();
    assert_eq!((last.row, last.value.as_deref()), (5002, Some("Federation 4321")));
    assert_eq!(last.message, "is also the name in row 4323");
}

#[test]
fn different_federations_are_not_reported() {
    for text in [
        // With ids.
        "Id,Name\nn-1,Willow Health\nn-2,Willow Health\n",
        // With the same id made of different names.
        "Name\nWillow & Ash\nWillow Ash\n",
        "Name\nA very long name of a federation that has more than sixty letters, part 1\n\
         A very long name of a federation that has more than sixty letters, part 2\n",
        // One that another one's id is taken from.
        "Id,Name\nash,Willow Health\n,Ash\n",
    ] {
        let loaded = load(text);
        assert_eq!(lines(&loaded), Vec::<String>::new(), "{text}");
        assert_eq!(loaded.directory.len(), text.lines().count() - 1, "{text}");
    }
}

#[test]
fn a_name_of_the_extended_list_is_replaced_once() {
    let base = load("Id,Name\nwillow,Willow Health\n").directory;
    let options = ImportOptions { base: Some(&base), merge: Merge::Extend, ..ImportOptions::default() };
    let rows = b"Name,Website\nWillow Health,\nWillow Health,https://willow.example\nAsh,\nAsh,https://ash.example\n";
    let loaded = read(rows, &options);
    assert_eq!((loaded.report.replaced, loaded.directory.len()), (1, 4));
    let lines = lines(&loaded);
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines[0].starts_with("Row 3, Name: \"Willow Health\" is also the name in row 2."), "{lines:#?}");
    assert!(lines[1].starts_with("Row 5, Name: \"Ash\" is also the name in row 4."), "{lines:#?}");
}
