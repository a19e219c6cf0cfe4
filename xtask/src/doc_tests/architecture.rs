//! `docs/ARCHITECTURE.md` lists every folder, once, and no folder that does not exist.

use std::collections::BTreeSet;
use std::path::Path;

use super::{codes, entries, root, rows, text};

const DOCUMENT: &str = "docs/ARCHITECTURE.md";

/// The folders whose subfolders are listed, too.
const ROOTS: [&str; 9] = ["src", "crates", "vendor", "xtask/src", "assets", "bench", "tests", "docs", "integrations"];

/// The folder and its subfolders, except empty ones, which git does not track.
fn folders(folder: &Path, root: &Path) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let entries = entries(folder);
    for inner in entries.iter().filter(|it| it.is_dir()) {
        all.extend(folders(inner, root));
    }
    if !all.is_empty() || entries.iter().any(|it| it.is_file()) {
        all.insert(folder.strip_prefix(root).unwrap().to_string_lossy().into_owned());
    }
    all
}

#[test]
fn every_folder_is_listed_once() {
    let root = root();
    let there: BTreeSet<String> = ROOTS.iter().flat_map(|folder| folders(&root.join(folder), &root)).collect();
    let document = text(DOCUMENT);
    let mut named = BTreeSet::new();
    for row in rows(&document) {
        let [folder, purpose] = row[..] else { panic!("{DOCUMENT}: a row is a folder and what it is for: {row:?}") };
        let [folder] = codes(folder)[..] else { panic!("{DOCUMENT}: a row is of one folder: {folder}") };
        assert!(!purpose.is_empty(), "{DOCUMENT} does not say what {folder} is for");
        assert!(named.insert(folder.to_owned()), "{DOCUMENT} names {folder} twice");
    }
    assert_eq!(there.difference(&named).collect::<Vec<_>>(), [""; 0], "{DOCUMENT} does not name these folders");
    assert_eq!(named.difference(&there).collect::<Vec<_>>(), [""; 0], "{DOCUMENT} names folders that are not there");
}

#[test]
fn diagram_names_only_existing_folders() {
    let document = text(DOCUMENT);
    let picture = document.split("```").nth(1).expect("there is a picture");
    let words = picture
        .split([' ', '\n', ','])
        .filter(|word| ["src/", "crates/", "xtask/", "assets/", "tests/"].iter().any(|start| word.starts_with(start)));
    let named: Vec<&str> = words.collect();
    assert!(named.len() >= 8, "the picture names only {named:?}");
    for folder in named {
        assert!(root().join(folder).is_dir(), "{DOCUMENT}'s picture names {folder}, which is not there");
    }
}
