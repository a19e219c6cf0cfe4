//! Tests that the documentation explains every code that the loader can fail with, and no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const LOADER: &str = "assets/loader";
/// How the loader's code contains an error code: `fail('damaged', …)`, `new Failure('stopped', …)`.
const STARTS: [&str; 2] = ["fail('", "new Failure('"];

fn text(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn codes_of_the_loader() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(LOADER);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let scripts = files.flatten().map(|it| it.path()).filter(|it| it.extension().is_some_and(|it| it == "js"));
    let text: String = scripts.map(|it| fs::read_to_string(it).unwrap()).collect();
    // A call can be formatted over several lines.
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let text = lines.join("\n").replace("(\n", "(");
    let after = STARTS.iter().flat_map(|start| text.split(start).skip(1));
    after.filter_map(|rest| rest.split_once('\'')).map(|(code, _)| code.to_owned()).collect()
}

/// The texts after `start` at the beginning of a line of a document, up to the next backtick.
fn codes_after(document: &str, start: &str) -> BTreeSet<String> {
    let lines = document.lines().filter_map(|line| line.strip_prefix(start));
    lines.filter_map(|rest| rest.split_once('`')).map(|(code, _)| code.to_owned()).collect()
}

#[test]
fn exactly_the_error_codes_of_the_loader_are_documented() {
    let codes = codes_of_the_loader();
    assert!(codes.len() >= 6, "the loader's codes were not found: {codes:?}");
    assert_eq!(codes_after(&text("docs/ERRORS.md"), "## `"), codes, "docs/ERRORS.md has a heading for each code");
    let guide = text("docs/EMBEDDING.md");
    let table = guide.split("Codes of `gpf-error`:").nth(1).and_then(|it| it.split("\n## ").next()).unwrap_or_default();
    assert_eq!(codes_after(table, "| `"), codes, "docs/EMBEDDING.md has a row for each code");
    for code in &codes {
        assert!(text("assets/loader/gp-federations.d.ts").contains(&format!("\"{code}\"")), "the types lack {code}");
    }
}
