//! Links in documents to other files of the project, or to headings, have existing targets.

use std::path::{Path, PathBuf};

use super::wording::markdown::anchors;
use super::{entries, root};

/// The targets of `[…](target)`, outside of code.
fn targets(markdown: &str) -> Vec<&str> {
    let is_prose = markdown.split("```").step_by(2);
    let after = is_prose.flat_map(|prose| prose.split("](").skip(1));
    after.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}

/// The documents that developers read, and the guides for hosts.
fn documents() -> Vec<PathBuf> {
    let folders = ["", "docs", "docs/demos", "docs/hosts", "integrations/sharepoint", "assets/map"];
    let files = folders.iter().flat_map(|folder| entries(&root().join(folder)));
    files.filter(|file| file.extension().is_some_and(|end| end == "md")).collect()
}

#[test]
fn every_link_to_a_file_has_an_existing_target() {
    let (mut checked, mut dead) = (0, Vec::new());
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        for target in targets(&text) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            if file.contains(':') {
                continue;
            }
            checked += 1;
            // Links between guides lead to the HTML pages that packing generates.
            let mut path = document.parent().unwrap_or(Path::new("")).join(file);
            if file.is_empty() {
                path.clone_from(&document);
            } else if !path.exists() {
                path.set_extension("md");
            }
            let is_document = path.extension().is_some_and(|end| end == "md");
            let has_heading = |path: &Path| {
                let text = std::fs::read_to_string(path).unwrap_or_default();
                anchors(&text).iter().any(|anchor| anchor == heading)
            };
            if !path.exists() || (is_document && !heading.is_empty() && !has_heading(&path)) {
                dead.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(checked > 50, "only {checked} links were found");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn links_are_found_only_in_prose() {
    assert_eq!(targets("[a](b.md) and [c](d#e)\n```\n[x](y)\n```\n"), ["b.md", "d#e"]);
}
