//! Comments follow the style sheet, too.

use std::path::Path;

use super::rules::{COMMENTS, EVERYWHERE, broken};
use crate::doc_tests::{files, name, root};

/// Folders whose comments are checked, with all folders in them.
const FOLDERS: [&str; 8] = [".github", "assets", "bench", "crates", "integrations", "src", "tests", "xtask"];

const ENDINGS: [&str; 10] = ["rs", "js", "mjs", "ts", "scss", "php", "toml", "yml", "sh", "html"];

/// What begins a comment that ends with its line.
fn mark(name: &str) -> &'static str {
    if name.ends_with(".toml") || name.ends_with(".yml") || name.ends_with(".sh") { "#" } else { "//" }
}

/// The comment after the code in a line. A mark inside a string is none: the quotes before it are not closed.
fn after_code<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    let (code, comment) = line.split_once(&[" ", mark, " "].concat())?;
    let code = code.replace("\\\"", "");
    let is_closed = ['"', '\'', '`'].iter().all(|quote| code.matches(*quote).count() % 2 == 0);
    is_closed.then_some(comment)
}

/// The comments of a source, each with the number of its first line. Lines that follow each other are one comment,
/// because a phrase can go on in the next line.
fn comments(name: &str, source: &str) -> Vec<(usize, String)> {
    let mark = mark(name);
    let (opens, closes) = if name.ends_with(".html") { ("<!--", "-->") } else { ("/*", "*/") };
    let mut comments: Vec<(usize, String)> = Vec::new();
    let (mut in_block, mut goes_on) = (false, false);
    for (at, line) in source.lines().enumerate() {
        let line = line.trim();
        let text = if in_block || line.starts_with(opens) {
            in_block = !line.contains(closes);
            Some(line.trim_start_matches(['/', '*', '<', '!', '-', ' ']))
        } else if let Some(text) = line.strip_prefix(mark) {
            Some(text.trim_start_matches(['/', '!', ' ']))
        } else if let Some(text) = after_code(line, mark) {
            comments.push((at + 1, text.to_owned()));
            None
        } else {
            None
        };
        match (text, comments.last_mut()) {
            (Some(text), Some((_, last))) if goes_on => *last = [last, " ", text].concat(),
            (Some(text), _) => comments.push((at + 1, text.to_owned())),
            (None, _) => {}
        }
        goes_on = text.is_some();
    }
    comments
}

fn problems(name: &str, source: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, text) in comments(name, source) {
        // What is in `code` is a name.
        let text: String = text.split('`').step_by(2).collect();
        for (found, instead) in broken(&text, &[&EVERYWHERE, &COMMENTS]) {
            problems.push(format!("{name}:{number}: \"{found}\"; write {instead}"));
        }
    }
    problems
}

#[test]
fn comments_follow_the_style_sheet() {
    let is_source = |file: &Path| file.extension().is_some_and(|end| ENDINGS.iter().any(|it| end == *it));
    let files: Vec<_> =
        FOLDERS.iter().flat_map(|folder| files(&root().join(folder))).filter(|file| is_source(file)).collect();
    assert!(files.len() > 10, "only {} files", files.len());
    let problems: Vec<String> =
        files.iter().flat_map(|file| problems(&name(file), &std::fs::read_to_string(file).unwrap())).collect();
    assert!(problems.is_empty(), "docs/STYLE.md, in comments:\n{}", problems.join("\n"));
}

#[test]
fn planted_problems_in_comments_are_found() {
    let found = |source: &str| problems("planted.rs", source).len();
    for (name, wrong) in [
        ("planted.toml", "# A fault of the source"),
        ("planted.toml", "a = 1 # Nobody knows"),
        ("planted.yml", "  # It can't run here"),
        ("planted.html", "<p>\n  <!-- What somebody\n       wrote -->"),
        ("planted.rs", "let a = \"b\"; // It can't."),
        ("planted.js", "const a = 'b'; // Mended."),
    ] {
        assert_eq!(problems(name, wrong).len(), 1, "{wrong}");
    }
    for (name, right) in [
        ("planted.toml", "text = \"a # fault\""),
        ("planted.rs", "let a = \"b // nobody\";"),
        ("planted.html", "<p>// nobody</p>"),
    ] {
        assert_eq!(problems(name, right), [""; 0], "{right}");
    }
    for right in [
        "let text = \"it can't\";",
        "// It cannot.",
        "/// `mend` is a name.",
        "// One.\n\nlet a;\n// Take it\nlet b;\n// back.",
    ] {
        assert_eq!(found(right), 0, "{right}");
    }
    for wrong in [
        "// It can't.",
        "    /// Nobody knows.",
        "//! Mended.",
        "// Take it\n// back.",
        "/* Whoever\n * calls. */",
        "/**\n * So many rows.\n */",
    ] {
        assert_eq!(found(wrong), 1, "{wrong}");
    }
}
