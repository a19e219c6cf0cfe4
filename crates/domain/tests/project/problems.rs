//! The problems that a change makes in a file of the comparison or of the guide.

use gpf_domain::directory::Diagnostic;

use super::{catalogue_with, guide_with, text};

/// Reads the comparison, or the guide if the file is one of the guide's, after `edit` has changed the file.
pub(crate) fn read_with(path: &str, edit: impl Fn(&str) -> String) -> Result<(), Vec<Diagnostic>> {
    let edit = |file: &str, text: String| if file == path { edit(&text) } else { text };
    if path.starts_with("assets/data/guide/") { guide_with(edit).map(drop) } else { catalogue_with(edit).map(drop) }
}

/// The problems after `edit` has changed a file, one per line.
pub(crate) fn problems_with(path: &str, edit: impl Fn(&str) -> String) -> Vec<String> {
    read_with(path, edit).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// The problems after one replacement of `from` by `to` in a file, one per line.
pub(crate) fn problems(path: &str, from: &str, to: &str) -> Vec<String> {
    assert!(text(path).contains(from), "{path} has no {from:?}");
    problems_with(path, |text| text.replacen(from, to, 1))
}

/// Asserts that the replacement of `from` by `to` is a problem on the line on which `from` begins.
#[track_caller]
pub(crate) fn assert_problem(path: &str, from: &str, to: &str, expected: &str) {
    let found = problems(path, from, to);
    let text = text(path);
    let line = text[..text.find(from).expect("the text is there")].matches('\n').count() + 1;
    let place = format!("{path}:{line}: ");
    let hit = found.iter().any(|problem| problem.starts_with(&place) && problem.contains(expected));
    assert!(hit, "no \"{place}…{expected}\" in\n{}", found.join("\n"));
}
