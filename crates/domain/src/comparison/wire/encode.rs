//! Encoding. Native only: the build uses it.

use super::super::{Catalogue, Subject};
use super::{BETWEEN_NAMES, tag};

/// Encodes the catalogue. [`decode`](super::decode()) returns the same catalogue.
///
/// # Panics
/// If a text in the catalogue contains a tab or a line break.
#[must_use]
pub fn encode(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for (mark, subjects) in [(tag::FORM, &catalogue.forms), (tag::MODEL, &catalogue.models)] {
        for subject in subjects {
            write_subject(&mut text, mark, subject, catalogue);
        }
    }
    for it in &catalogue.criteria {
        let kinds: Vec<&str> = it.kinds.iter().map(|kind| kind.id()).collect();
        let no = it.when_no.as_deref().unwrap_or_default();
        let fields = [tag::CRITERION, &it.id, &kinds.join(" "), &it.group, &it.label];
        line(&mut text, &[&fields[..], &[&it.question, &it.when_yes, no]].concat());
    }
    for it in &catalogue.sources {
        let or_none = |field: &'static str, value: &'_ Option<String>| {
            assert!(value.as_deref() != Some(""), "an empty {field}");
            value.clone().unwrap_or_default()
        };
        let publisher = or_none("publisher", &it.publisher);
        let date = or_none("date", &it.date);
        let url = or_none("url", &it.url);
        let checked = or_none("checked_on", &it.checked_on);
        line(&mut text, &[tag::SOURCE, &it.id, &it.title, &publisher, &date, &url, &checked]);
    }
    for it in &catalogue.findings {
        let (item, section, note) = (or_empty(&it.source_item), or_empty(&it.section), or_empty(&it.note));
        let (subjects, criteria) = (it.subjects.join(" "), it.criteria.join(" "));
        let added = if it.added { "+" } else { "" };
        let fields = [tag::FINDING, &it.id, &subjects, it.kind.id(), &criteria, &it.source];
        line(&mut text, &[&fields[..], &[item, section, added, &it.text, note]].concat());
    }
    for it in &catalogue.cases {
        let (note, federation) = (or_empty(&it.note), or_empty(&it.federation));
        let items = it.items.to_string();
        let fields = [tag::CASE, &it.id, &it.name, &it.place, &it.summary, note, federation];
        line(&mut text, &[&fields[..], &[&it.source, &items]].concat());
        for link in &it.links {
            line(&mut text, &[tag::LINK, &link.subject, link.basis.id(), or_empty(&link.note)]);
        }
        for figure in &it.figures {
            let (item, value) = (figure.item.to_string(), figure.value.to_string());
            let (qualifier, note) = (or_empty(&figure.qualifier), or_empty(&figure.note));
            line(&mut text, &[tag::FIGURE, &item, &figure.label, &value, &figure.unit, qualifier, note]);
        }
        for fact in &it.facts {
            line(&mut text, &[tag::FACT, &fact.item.to_string(), &fact.text, or_empty(&fact.note)]);
        }
    }
    text
}

fn write_subject(text: &mut String, mark: &str, subject: &Subject, catalogue: &Catalogue) {
    let names = subject.also_called.join(&BETWEEN_NAMES.to_string());
    let fields = [mark, &subject.id, &subject.name, or_empty(&subject.short_name), &names, &subject.summary];
    line(text, &[&fields[..], &[or_empty(&subject.note)]].concat());
    for cell in catalogue.cells.iter().filter(|cell| cell.subject == subject.id) {
        line(text, &[tag::CELL, &cell.criterion, cell.answer.id(), &cell.explanation]);
    }
}

fn or_empty(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// Appends a line. Empty fields at the end are left out.
fn line(text: &mut String, fields: &[&str]) {
    let start = text.len();
    for field in fields {
        assert!(!field.contains(['\t', '\n']), "a tab or a line end in {field:?}");
        text.push_str(field);
        text.push('\t');
    }
    text.truncate(start + text[start..].trim_end_matches('\t').len());
    text.push('\n');
}
