//! Where the texts of the JavaScript are: one file for each part, so that a content designer need not read code.

use super::super::{entries, name, root, text};
use super::literals::{Language, Program};

/// Folders of JavaScript, each with the file of its texts. The service worker has its few texts for the console itself:
/// it is copied as it is and cannot import any.
const FOLDERS: [(&str, &str); 5] = [
    ("assets/loader", "assets/loader/words.js"),
    ("assets/pages", "assets/loader/words.js"),
    ("assets/npm", "assets/loader/words.js"),
    ("assets/builder", "assets/builder/words.js"),
    ("assets/builder/workbook", "assets/builder/words.js"),
];

/// Strings that look like texts, each with its file: names that programs use.
const NAMES: [(&str, &str); 11] = [
    // A type of what is dragged.
    ("assets/builder/list-drop.js", "Files"),
    // A font.
    ("assets/loader/styles.js", "medium serif"),
    // The key.
    ("assets/loader/first-view.js", "Enter"),
    // The class of an error.
    ("assets/builder/workbook/unreadable.js", "Unreadable"),
    ("assets/builder/workbook/xml.js", "Unreadable"),
    // Names in files of Office.
    ("assets/builder/workbook/number-format.js", "General"),
    ("assets/builder/workbook/workbook.js", "PowerPoint Document"),
    ("assets/builder/workbook/xlsx.js", "External"),
    ("assets/builder/workbook/xlsx.js", "General"),
    ("assets/builder/workbook/xlsx.js", "Target"),
    ("assets/builder/workbook/xlsx.js", "Type"),
];

/// Whether people read this string: it has a capitalised word, 2 plain words beside each other, or a word between
/// spaces. A word alone in lower case looks like an id, so it is not found.
fn is_read(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|it: char| ".,:;()\"…".contains(it))).collect();
    let is_value = |word: &str| word == "VALUE";
    let is_plain = |word: &str| word.len() > 1 && !is_value(word) && word.chars().all(char::is_alphabetic);
    let is_lower = |word: &str| is_plain(word) && word.chars().all(char::is_lowercase);
    let is_capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && is_lower(letters.as_str()) && is_plain(word)
    };
    let is_pair = words.windows(2).any(|pair| {
        (is_plain(pair[0]) && (is_lower(pair[1]) || is_value(pair[1]))) || (is_value(pair[0]) && is_lower(pair[1]))
    });
    let is_joint = text != text.trim() && matches!(words[..], [word] if is_lower(word));
    is_pair || is_joint || words.iter().any(|word| is_capitalised(word))
}

/// The texts of a file, each with its place.
fn texts(file: &str, program: &str) -> Vec<String> {
    let literals = Program::read(program, Language::JavaScript).literals.into_iter();
    let read = literals.filter(|it| is_read(&it.text) && !NAMES.contains(&(file, &*it.text)));
    read.map(|it| format!("{file}:{}: {:?}", it.line, it.text)).collect()
}

#[test]
fn javascript_texts_are_in_the_words_files() {
    let mut problems = Vec::new();
    let mut count = 0;
    for (folder, words) in FOLDERS {
        for file in entries(&root().join(folder)).iter().filter(|it| it.extension().is_some_and(|end| end == "js")) {
            let file = name(file);
            count += 1;
            if file != words {
                problems.extend(texts(&file, &text(&file)).into_iter().map(|it| format!("{it} belongs in {words}")));
            }
        }
    }
    assert!(count > 50, "only {count} files were found");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn words_files_contain_texts() {
    for (file, least) in [("assets/loader/words.js", 25), ("assets/builder/words.js", 200)] {
        let count = texts(file, &text(file)).len();
        assert!(count >= least, "{file} has only {count} texts");
    }
}

/// The settings of the builder, of the block and of the web part have these names.
#[test]
fn settings_show_the_titles_of_guide_sections() {
    let words = text("assets/builder/words.js");
    let guide: toml::Table = text("assets/data/guide/sections.toml").parse().unwrap();
    let sections = guide["sections"].as_array().unwrap();
    assert!(sections.len() > 10, "only {} sections", sections.len());
    for section in sections {
        let named = format!("\n    {}: '{}',\n", section["id"].as_str().unwrap(), section["title"].as_str().unwrap());
        assert!(words.contains(&named), "assets/builder/words.js has no{named}");
    }
}

#[test]
fn exceptions_for_names_are_needed() {
    for (file, named) in NAMES {
        let program = text(file);
        let literals = Program::read(&program, Language::JavaScript).literals;
        assert!(
            is_read(named) && literals.iter().any(|it| it.text == named),
            "{file} does not need {named:?} any more"
        );
    }
}

#[test]
fn planted_texts_are_found_and_code_is_not() {
    for planted in [
        "say('Copy')",
        "say('Copied. Now paste it')",
        "say(`Row ${number}`)",
        "say(`${file} cannot be used (${error}).`)",
        "say(`the list of ${name}`)",
        "parts.join(' and ')",
        "say(\"is damaged\")",
        "say('Error: ')",
        "el('p', { class: 'bld-note' }, 'no list yet')",
    ] {
        assert_eq!(texts("planted.js", planted).len(), 1, "{planted}");
    }
    for code in [
        "// A comment with words\nimport { el } from './dom.js';",
        "el('div', { class: 'nhsuk-button bld-copy-button', 'aria-hidden': 'true' }, WORDS.copy)",
        "el('div', { class: `bld-verdict bld-verdict--${result}` })",
        "document.addEventListener('DOMContentLoaded', act)",
        "headers.get('Content-Encoding') || 'replace'",
        "`<script src=\"${src}\" defer${attributes}></script>`",
        "`${folder}embed.html?${parameters}`",
        "new Failure('data-unusable', words(file))",
        "root.querySelector('.bld-header nav')",
    ] {
        assert_eq!(texts("planted.js", code), [""; 0], "{code}");
    }
}
