//! `docs/accessibility-criteria.md`: every criterion has an existing test, every accessibility test is listed, and
//! every element and page has its criteria and its keys.

use std::collections::BTreeSet;

use super::{behaviours, codes, entries, root, rows, text};

const DOCUMENT: &str = "docs/accessibility-criteria.md";

/// Words in the name or the first line of a behaviour that show that it is about accessibility.
const SUBJECT: [&str; 16] = [
    "accessib",
    "axe ",
    "keyboard",
    "focus",
    "screen reader",
    "Screen reader",
    "roles_and_names",
    "high contrast",
    "forced_colours",
    "contrast",
    "colours_are_hard",
    "320 CSS pixels",
    "400%",
    "narrow_phone",
    "announced",
    "Tab ",
];

/// Tests of the test harness itself.
const NOT_ABOUT_USERS: [&str; 1] = ["recorder_captures_every_problem"];

/// The sections `## …` with their headings.
fn sections(document: &str) -> Vec<(&str, &str)> {
    document.split("\n## ").skip(1).filter_map(|section| section.split_once('\n')).collect()
}

#[test]
fn every_criterion_has_an_existing_test() {
    let there: BTreeSet<String> = behaviours().into_iter().map(|(name, _)| name).collect();
    let document = text(DOCUMENT);
    let mut criteria = 0;
    for row in rows(&document) {
        // Criterion, WCAG, test. Tables of keys have two columns.
        let [criterion, wcag, shown] = row[..] else { continue };
        criteria += 1;
        assert!(wcag.split(", ").all(is_wcag), "{DOCUMENT}: \"{wcag}\" is no criterion of WCAG 2.2 ({criterion})");
        let names = codes(shown);
        assert!(!names.is_empty(), "{DOCUMENT}: no test shows that \"{criterion}\"");
        for name in names {
            assert!(there.contains(name), "{DOCUMENT}: there is no behaviour {name} ({criterion})");
        }
    }
    assert!(criteria > 40, "{DOCUMENT} has only {criteria} criteria");
}

/// Whether it is a number such as 1.4.10.
fn is_wcag(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
    matches!(parts[..], [Some(1..=4), Some(1..=5), Some(1..=13)])
}

#[test]
fn every_accessibility_test_is_listed() {
    let document = text(DOCUMENT);
    let named = codes(&document);
    let forgotten: Vec<String> = behaviours()
        .into_iter()
        .filter(|(name, says)| SUBJECT.iter().any(|word| name.contains(word) || says.contains(word)))
        .map(|(name, _)| name)
        .filter(|name| !named.contains(&&**name) && !NOT_ABOUT_USERS.contains(&&**name))
        .collect();
    assert_eq!(forgotten, [""; 0], "{DOCUMENT} does not name these behaviours");
}

#[test]
fn every_element_and_page_has_criteria_and_keys() {
    let document = text(DOCUMENT);
    let sections = sections(&document);
    let elements: serde_json::Value = serde_json::from_str(&text("assets/loader/custom-elements.json")).unwrap();
    let declared = elements["modules"][0]["declarations"].as_array().unwrap();
    let mut subjects: Vec<String> =
        declared.iter().filter_map(|it| it["tagName"].as_str()).map(|tag| format!("`<{tag}>`")).collect();
    assert!(subjects.len() >= 3, "the elements are only {subjects:?}");
    let pages = entries(&root().join("assets/pages"));
    let pages = pages.iter().filter(|page| page.extension().is_some_and(|end| end == "html"));
    subjects.extend(pages.map(|page| match page.file_name().unwrap().to_str().unwrap() {
        // Its name in `dist/`.
        "standalone.html" => "`gp-federations.html`".to_owned(),
        name => format!("`{name}`"),
    }));
    subjects.push("`index.html`".to_owned());
    for subject in subjects {
        let section = sections.iter().find(|(heading, _)| heading.contains(&subject));
        let (_, section) = section.unwrap_or_else(|| panic!("{DOCUMENT} has no section of {subject}"));
        let columns = |count| rows(section).iter().filter(|row| row.len() == count).count();
        assert!(columns(3) >= 4, "{DOCUMENT} has too few criteria for {subject}");
        assert!(columns(2) >= 1, "{DOCUMENT} has no keys for {subject}");
    }
}
