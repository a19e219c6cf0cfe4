//! `docs/STYLE.md`, as far as a program can check it: words, links and headings.

mod comments;
mod interface;
mod literals;
pub(super) mod markdown;
mod rules;
mod words_files;

use std::path::PathBuf;

use super::{entries, name, root};
use rules::{EVERYWHERE, LINKS, broken};

/// Folders with Markdown documents.
const FOLDERS: [&str; 11] = [
    "",
    "docs",
    "docs/demos",
    "docs/hosts",
    "assets/map",
    "assets/npm",
    "assets/npm-data",
    "bench",
    "integrations/sharepoint",
    "tests/lighthouse",
    ".github",
];

/// Texts that keep a word for a reason: the document, what the paragraph contains, and the word.
const EXCEPTIONS: [(&str, &str, &str); 4] = [
    // The terms that are not used.
    ("docs/STYLE.md", "your list, your own list", "list of one's own"),
    ("docs/STYLE.md", "built-in list", "list that comes with it"),
    ("docs/STYLE.md", "typo", "typing mistake"),
    ("docs/STYLE.md", "out-of-hours care", "care out of hours"),
];

fn documents() -> Vec<PathBuf> {
    let folders = FOLDERS.iter().map(|folder| root().join(folder)).filter(|folder| folder.is_dir());
    let files = folders.flat_map(|folder| entries(&folder));
    files.filter(|file| file.extension().is_some_and(|end| end == "md")).collect()
}

/// What breaks a rule in a document.
fn problems(name: &str, markdown: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, text) in markdown::paragraphs(markdown) {
        for (found, instead) in broken(&text, &[&EVERYWHERE]) {
            let is_exception = EXCEPTIONS
                .iter()
                .any(|(document, context, word)| name == *document && text.contains(context) && found == *word);
            if !is_exception {
                problems.push(format!("{name}:{number}: \"{found}\"; write {instead}"));
            }
        }
    }
    for (number, text, _) in markdown::links(markdown) {
        if LINKS.contains(&&*text.to_lowercase()) {
            problems.push(format!("{name}:{number}: the link \"{text}\" does not make sense alone"));
        }
    }
    let headings = markdown::headings(markdown);
    // A template becomes a part of a page that has its own title.
    let is_template = name.starts_with(".github/");
    if !is_template && headings.iter().filter(|(_, level, _)| *level == 1).count() != 1 {
        problems.push(format!("{name}: a document has 1 heading of level 1"));
    }
    let mut last = usize::from(is_template);
    for (number, level, text) in &headings {
        if text.ends_with(['?', '.', ':']) {
            problems.push(format!("{name}:{number}: the heading \"{text}\" is a noun phrase or begins with a verb"));
        }
        if !text.starts_with(|it: char| it.is_uppercase() || it.is_numeric() || ['`', '<'].contains(&it)) {
            problems.push(format!("{name}:{number}: the heading \"{text}\" begins with a capital"));
        }
        if *level > last + 1 {
            problems.push(format!("{name}:{number}: the heading \"{text}\" leaves out a level"));
        }
        last = *level;
    }
    problems
}

#[test]
fn documents_follow_the_style_sheet() {
    let documents = documents();
    assert!(documents.len() > 25, "only {} documents", documents.len());
    let problems: Vec<String> = documents
        .iter()
        .flat_map(|document| problems(&name(document), &std::fs::read_to_string(document).unwrap()))
        .collect();
    assert!(problems.is_empty(), "docs/STYLE.md:\n{}", problems.join("\n"));
}

#[test]
fn exceptions_are_needed() {
    for (document, context, word) in EXCEPTIONS {
        let text = super::text(document);
        let paragraphs = markdown::paragraphs(&text);
        let is_needed = paragraphs.iter().any(|(_, text)| {
            text.contains(context) && broken(text, &[&EVERYWHERE]).iter().any(|(found, _)| found == word)
        });
        assert!(is_needed, "the exception for \"{word}\" in {document} is no longer needed");
    }
}

#[test]
fn planted_problems_are_found() {
    let found = |text: &str| problems("planted.md", &["# Title\n\n", text].concat()).len();
    for right in [
        "You can fix a typo.",
        "`can't`, `slip` and `mend` are code.",
        "```\ncan't\n```",
        "Read [how to fix a file](slip.md).",
        "Slipway, mended-ness and faultless are other words.",
        "<!-- made by somebody -->",
        "## Fix common problems\n\n### `can't`",
    ] {
        assert_eq!(found(right), 0, "{right}");
    }
    for wrong in [
        "It can't work.",
        "It was ‘here’.",
        "A “quoted” word.",
        "Correct the slip.",
        "Please\nmend the file.",
        "Take it\nback.",
        "It may\nnot run.",
        "Nobody knows.",
        "| a cell | somebody |",
        "- a list of your own",
        "Open the snippet builder.",
        "Click [here](a.md).",
        "Go to [this page](a.md).",
        "## Will my page allow it?",
        "## A full stop.",
        "## lower case",
        "# Another title",
        "### A level is left out",
    ] {
        assert_eq!(found(wrong), 1, "{wrong}");
    }
}
