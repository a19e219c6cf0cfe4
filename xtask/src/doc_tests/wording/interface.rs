//! The same rules for the interface: every string that people can see, and the labels of buttons.

use std::path::PathBuf;

use super::super::{files, name, root};
use super::literals::{Language, Program};
use super::rules::{EVERYWHERE, INTERFACE, LINKS, Rule, VERBS, broken, words};

/// Folders with programs and pages that people see, with everything in them.
const FOLDERS: [&str; 9] = [
    ".github/ISSUE_TEMPLATE",
    "src",
    "crates/domain/src",
    "assets/data",
    "assets/loader",
    "assets/offline",
    "assets/builder",
    "assets/pages",
    "integrations",
];

/// The folder of the commands, whose messages developers read. Its tests have the words that are not used.
const COMMANDS: &str = "xtask/src";

/// Files whose strings people do not see: the headings and words that the import accepts.
const UNSEEN: [&str; 3] = [
    "crates/domain/src/import/column_aliases.rs",
    "crates/domain/src/import/normalise/sanitise.rs",
    "crates/domain/src/import/normalise/value_aliases.rs",
];

/// Texts that keep a word for a reason: the file, a part of the text, and the word.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    // A district of Hertfordshire.
    ("assets/data/gazetteer.csv", "Three Rivers", "three"),
    // Words of sentences, by which a note below a table differs from a name.
    ("crates/domain/src/import/non_data.rs", "is are was were", "may not"),
];

/// Keys of data files that hold ids, or words of a source.
const NOT_OURS: [&str; 14] = [
    "at",
    "criteria",
    "date",
    "federation",
    "group",
    "id",
    "kind",
    "kinds",
    "links",
    "publisher",
    "source",
    "source_item",
    "subjects",
    "url",
];

/// Where a text is, and the text.
type Text = (String, String);

/// The files with texts that people see.
fn seen_files() -> Vec<PathBuf> {
    let mut seen: Vec<PathBuf> = FOLDERS.iter().flat_map(|folder| files(&root().join(folder))).collect();
    seen.push(root().join("index.html"));
    let is_test = |name: &str| name.contains("/tests/") || name.ends_with("/tests.rs");
    seen.retain(|file| !is_test(&name(file)) && !UNSEEN.contains(&&*name(file)));
    seen
}

/// The texts of a file that people see.
fn texts(name: &str, content: &str) -> Vec<Text> {
    let extension = name.rsplit('.').next().unwrap_or_default();
    let mut texts = Vec::new();
    if let Some(language) = Language::of(extension) {
        let literals = Program::read(content, language).literals.into_iter();
        let literals = literals.filter(|it| is_prose(&it.text) || it.text.contains("n't"));
        texts.extend(literals.map(|it| (format!("{name}:{}", it.line), without_values(&it.text))));
    }
    match extension {
        "toml" => {
            let table = content.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
            of_table(name, &table, &mut texts);
        }
        "html" => of_page(name, content, &mut texts),
        "json" => of_json(name, &serde_json::from_str(content).unwrap_or_default(), &mut texts),
        "txt" | "yml" | "csv" => {
            let lines = content.lines().enumerate().filter_map(|(at, line)| Some((at, seen_of_line(name, line)?)));
            texts.extend(lines.map(|(at, line)| (format!("{name}:{}", at + 1), line.to_owned())));
        }
        _ => {}
    }
    texts
}

/// The part of a line that people see. The titles of sources are their own. Of the evidence, people see why a federation
/// ended, and its services.
fn seen_of_line<'a>(name: &str, line: &'a str) -> Option<&'a str> {
    if name.ends_with("sources.csv") {
        return None;
    }
    if !name.ends_with("evidence.csv") {
        return Some(line);
    }
    let value = [",ended_why,", ",services,"].iter().find_map(|it| line.split_once(it))?.1;
    let quoted = value.strip_prefix('"').and_then(|it| it.split_once('"'));
    quoted.or_else(|| value.split_once(',')).map(|(value, _)| value)
}

/// Whether a string of a program is a sentence, a part of one or a label: no name, selector or format.
fn is_prose(text: &str) -> bool {
    let text = without_values(text);
    let is_letter = |it: &char| it.is_alphabetic() || *it == ' ';
    let letters = text.chars().filter(is_letter).count();
    let is_letters = letters == text.chars().count();
    let is_label = text.starts_with(char::is_uppercase) && is_letters;
    // A word that is joined to others, with a space.
    let is_joint = text != text.trim() && is_letters && !text.trim().is_empty();
    is_label || is_joint || (text.trim().contains(' ') && letters * 3 > text.chars().count() * 2)
}

/// The text with a word for each value that the program fills in: `{name}` in Rust.
fn without_values(text: &str) -> String {
    let mut parts = text.split('{');
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        words.push_str("VALUE");
        words.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    words
}

fn of_table(name: &str, table: &toml::Table, texts: &mut Vec<Text>) {
    // The title of a source belongs to the source.
    let is_source = table.contains_key("publisher");
    for (key, value) in table {
        if !NOT_OURS.contains(&&**key) && !(is_source && (key == "title" || key == "name")) {
            of_value(name, value, texts);
        }
    }
}

fn of_value(name: &str, value: &toml::Value, texts: &mut Vec<Text>) {
    match value {
        toml::Value::String(text) => texts.push((name.to_owned(), text.clone())),
        toml::Value::Array(values) => values.iter().for_each(|value| of_value(name, value, texts)),
        toml::Value::Table(table) => of_table(name, table, texts),
        _ => {}
    }
}

fn of_json(name: &str, value: &serde_json::Value, texts: &mut Vec<Text>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|value| of_json(name, value, texts)),
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                match value.as_str() {
                    Some(text) if key == "description" || key == "title" => {
                        texts.push((name.to_owned(), text.to_owned()));
                    }
                    _ => of_json(name, value, texts),
                }
            }
        }
        _ => {}
    }
}

/// The text between the tags of a page and in its attributes, without scripts and styles.
fn of_page(name: &str, page: &str, texts: &mut Vec<Text>) {
    let mut hidden = None;
    for part in page.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let element = tag.split([' ', '\n']).next().unwrap_or_default();
        match hidden {
            None if element == "script" || element == "style" => hidden = Some(element),
            Some(open) if tag.strip_prefix('/') == Some(open) => hidden = None,
            _ => {}
        }
        if hidden.is_some() || tag.starts_with("!--") {
            continue;
        }
        if !text.trim().is_empty() {
            texts.push((name.to_owned(), text.trim().to_owned()));
        }
        for attribute in ["title=\"", "alt=\"", "aria-label=\"", "placeholder=\"", "content=\""] {
            if let Some((text, _)) = tag.split_once(attribute).and_then(|(_, rest)| rest.split_once('"')) {
                texts.push((name.to_owned(), text.to_owned()));
            }
        }
    }
}

/// The labels of the buttons in a file.
fn buttons(name: &str, content: &str) -> Vec<Text> {
    let extension = name.rsplit('.').next().unwrap_or_default();
    if extension == "html" {
        let parts = content.split("<button").skip(1);
        let labels = parts.filter_map(|part| Some(part.split_once('>')?.1.split_once('<')?.0.trim()));
        return labels.filter(|it| !it.is_empty()).map(|label| (name.to_owned(), label.to_owned())).collect();
    }
    let Some(language) = Language::of(extension) else { return Vec::new() };
    let program = Program::read(content, language);
    let calls = if language == Language::JavaScript {
        let mut calls = program.arguments("el(");
        calls.retain(|all| all.first().is_some_and(|first| first.text == "button"));
        calls
    } else {
        program.arguments("button(")
    };
    // A label begins with a capital. Classes and names of actions do not.
    let labels = calls.iter().filter_map(|all| all.last().filter(|it| it.text.starts_with(char::is_uppercase)));
    labels.map(|label| (format!("{name}:{}", label.line), label.text.clone())).collect()
}

/// The headings of a page and of a data file, and the texts of a page's links.
fn headings_and_links(name: &str, content: &str) -> (Vec<String>, Vec<String>) {
    let inside = |tag: &str| -> Vec<String> {
        let (opens, closes) = (["<", tag].concat(), ["</", tag, ">"].concat());
        let parts = content.split(&opens).skip(1).filter(|it| it.starts_with([' ', '>', '\n']));
        let ends = parts.filter_map(|it| Some(it.split_once('>')?.1.split_once(&closes)?.0));
        ends.map(|it| it.split('<').map(|it| it.rsplit('>').next().unwrap_or_default()).collect()).collect()
    };
    if name.ends_with(".html") {
        return (["h1", "h2", "h3", "h4"].iter().flat_map(|it| inside(it)).collect(), inside("a"));
    }
    let titles = content.lines().filter_map(|it| it.strip_prefix("title = \"")?.strip_suffix('"'));
    // Further reading has the titles of others.
    let is_guide = name.contains("/guide/") && !name.ends_with("reading.toml");
    (titles.filter(|_| is_guide).map(str::to_owned).collect(), Vec::new())
}

/// The questions of the builder, which are its headings.
const BUILDER: &str = "index.html";

fn problems(name: &str, content: &str) -> Vec<String> {
    let mut problems = with_rules(name, content, &[&EVERYWHERE, &INTERFACE]);
    let (headings, links) = headings_and_links(name, content);
    for heading in headings {
        let is_question = heading.ends_with('?') && name != BUILDER;
        if is_question || heading.ends_with(['.', ':']) {
            problems.push(format!("{name}: the heading \"{heading}\" is a noun phrase or begins with a verb"));
        }
    }
    for link in links.iter().filter(|it| LINKS.contains(&&*it.trim().to_lowercase())) {
        problems.push(format!("{name}: the link \"{link}\" does not make sense alone"));
    }
    problems
}

/// What breaks these rules, and labels of buttons without a verb.
fn with_rules(name: &str, content: &str, rules: &[&[Rule]]) -> Vec<String> {
    let mut problems = Vec::new();
    for (place, text) in texts(name, content) {
        for (found, instead) in broken(&text, rules) {
            let mut exceptions = EXCEPTIONS.iter();
            if !exceptions.any(|(file, context, word)| name == *file && text.contains(context) && found == *word) {
                problems.push(format!("{place}: \"{found}\" in \"{text}\"; write {instead}"));
            }
        }
    }
    for (place, label) in buttons(name, content) {
        let first = words(&label).into_iter().next().unwrap_or_default();
        if !VERBS.contains(&&*first) {
            problems.push(format!("{place}: the button \"{label}\" does not begin with a verb"));
        }
    }
    problems
}

#[test]
fn the_interface_follows_the_style_sheet() {
    let files = seen_files();
    assert!(files.len() > 200, "only {} files", files.len());
    let (mut count, mut problems) = (0, Vec::new());
    for file in files {
        let Ok(content) = std::fs::read_to_string(&file) else { continue };
        let name = name(&file);
        count += texts(&name, &content).len();
        problems.extend(self::problems(&name, &content));
    }
    assert!(count > 1500, "only {count} texts were found");
    assert!(problems.is_empty(), "docs/STYLE.md: {} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn messages_of_the_commands_follow_the_style_sheet() {
    let mut files = files(&root().join(COMMANDS));
    files.retain(|file| !name(file).contains("/doc_tests/"));
    assert!(files.len() > 30, "only {} files", files.len());
    let problems: Vec<String> = files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"))
        .flat_map(|file| with_rules(&name(file), &std::fs::read_to_string(file).unwrap(), &[&EVERYWHERE]))
        .collect();
    assert!(problems.is_empty(), "docs/STYLE.md:\n{}", problems.join("\n"));
}

#[test]
fn exceptions_of_the_interface_are_needed() {
    for (file, context, word) in EXCEPTIONS {
        let texts = texts(file, &super::super::text(file));
        let is_needed = texts.iter().any(|(_, text)| {
            text.contains(context) && broken(text, &[&EVERYWHERE, &INTERFACE]).iter().any(|(found, _)| found == word)
        });
        assert!(is_needed, "the exception for \"{word}\" in {file} is no longer needed");
    }
}

#[test]
fn planted_problems_of_the_interface_are_found() {
    for (name, right) in [
        (
            "a.rs",
            "button(\"gpf-link\", \"clear\", \"Clear search\"); f(\"It does not run.\", \"defunct\", \"gpf-fault p\")",
        ),
        ("a.js", "el('button', { class: 'x' }, 'Copy code'); // It can't run."),
        ("a.toml", "text = \"It cannot run.\"\nat = \"Somebody's heading\""),
        ("a.html", "<script>// somebody's\n</script><p title=\"A title\">You can fix it.</p><button>Reset</button>"),
        ("a.rs", "f(\"{fault}: {slip} of {mend}\")"),
        (
            "index.html",
            "<h2>What do you want to show?</h2><h3><span>3</span> Copy</h3><a href=\"#a\">Read the guide</a>",
        ),
        ("assets/data/directory/evidence.csv", "a,note,somebody's comment,,s1,high,"),
    ] {
        assert_eq!(problems(name, right), [""; 0], "{right}");
    }
    for (name, wrong) in [
        ("a.rs", "f(\"It can't run.\")"),
        ("a.rs", "f(\"Nobody\")"),
        ("a.rs", "f(\"{name} can't {x}: {y} ({z})\")"),
        ("a.rs", "[&count, \" faults\"].concat()"),
        ("a.rs", "[&name, \" isn't\"].concat()"),
        ("a.rs", "f(\"{row}: {column} has a fault\")"),
        ("a.js", "f(`${row}: ${column} has a fault`)"),
        ("a.rs", "f(\"Select two of them\")"),
        ("src/guide/a.toml", "title = \"The federations that nobody knows\""),
        ("assets/data/guide/a.toml", "title = \"How big are they?\""),
        ("a.html", "<h2 id=\"a\">Will my page allow it?</h2>"),
        ("a.html", "<p>Click <a href=\"b.html\">here</a></p>"),
        ("a.yml", "      label: Where nobody looks"),
        ("federations.csv", "a,A,yes,\"Somebody runs it\""),
        ("evidence.csv", "a,ended_why,It lost GP care out of hours.,,s1,high,"),
        ("a.rs", "button(\"gpf-link\", \"clear\", \"All of it\")"),
        ("a.js", "el('button', { class: 'x' }, 'Other ways')"),
        ("a.js", "f(`Mend ${it} first`)"),
        ("a.ts", "f('Tick one')"),
        ("a.php", "echo 'A bundled entry';"),
        ("a.toml", "items = [{ note = \"A collaboration model\" }]"),
        ("a.html", "<p>You may not run it.</p>"),
        ("a.html", "<img alt=\"What others wrote\">"),
        ("a.html", "<button type=\"button\">Copy</button><button>Other</button>"),
        ("a.json", "{\"a\": [{\"description\": \"An e-mail\"}]}"),
    ] {
        assert_eq!(problems(name, wrong).len(), 1, "{wrong}: {:?}", problems(name, wrong));
    }
}
