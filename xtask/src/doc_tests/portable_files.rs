//! Every file of the project can be checked out on Windows and macOS.

use std::collections::HashMap;

use super::{files, name, root};

/// Names that Windows keeps for devices, with any end.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The longest path in the project, so that it fits into the 260 characters of Windows with the folder that it is in.
const LONGEST: usize = 150;

/// What is wrong with a path, if anything.
fn problem(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    let is_numbered =
        |start: &str| stem.len() == 4 && stem.starts_with(start) && stem.ends_with(|it: char| it.is_ascii_digit());
    if name.contains(['<', '>', ':', '"', '\\', '|', '?', '*']) || name.contains(char::is_control) {
        Some("has a character that Windows does not allow")
    } else if name.ends_with(['.', ' ']) {
        Some("ends with what Windows leaves out")
    } else if DEVICES.contains(&&*stem) || is_numbered("com") || is_numbered("lpt") {
        Some("is the name of a device on Windows")
    } else if path.len() > LONGEST {
        Some("is too long for Windows")
    } else {
        None
    }
}

#[test]
fn file_names_are_allowed_on_all_systems() {
    let all: Vec<String> = files(&root()).iter().map(|file| name(file)).collect();
    assert!(all.len() > 500, "only {} files were found", all.len());
    let mut folded: HashMap<String, &str> = HashMap::new();
    for path in &all {
        assert_eq!(problem(path), None, "{path}");
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            panic!("{path} and {other} are the same file on Windows and macOS");
        }
    }
}

#[test]
fn names_that_windows_refuses_are_found() {
    for path in ["a/b:c.md", "a/what?.rs", "a/aux.rs", "a/COM1", "a/end.", &"long/".repeat(40)] {
        assert!(problem(path).is_some(), "{path}");
    }
    for path in ["a/auxiliary.rs", "a/common.rs", ".github/workflows/ci.yml"] {
        assert_eq!(problem(path), None, "{path}");
    }
}

/// Templates are compared with text that has `\n`, and are built into programs.
#[test]
fn git_keeps_lf_line_endings() {
    let attributes = std::fs::read_to_string(root().join(".gitattributes")).unwrap();
    assert!(attributes.lines().any(|line| line == "* text=auto eol=lf"), "{attributes}");
}
