//! `cargo xtask docs`: the generated tables of documents. Those of `docs/EMBEDDING.md` come from
//! `assets/loader/custom-elements.json`.

use std::fs;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::data_columns;
use crate::generated_tables::update;
use crate::option_files;
use crate::project::Project;

const REFERENCE: &str = "docs/EMBEDDING.md";
const MANIFEST: &str = "assets/loader/custom-elements.json";
/// Options that more than one element has.
const SHARED: [&str; 4] = ["heading", "heading-level", "url-sync", "loading"];
/// The elements in the order of the manifest, by their `data-view` names.
const VIEWS: [&str; 3] = ["finder", "comparison", "guide"];

/// Updates the lists of options, then the tables of all documents.
pub(crate) fn write(project: &Project) -> Result<()> {
    option_files::write(project)?;
    let manifest = manifest(project)?;
    update(project, REFERENCE, &|name| table(name, &manifest))?;
    data_columns::write(project)
}

fn manifest(project: &Project) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(project.path(MANIFEST))?)?)
}

fn table(name: &str, manifest: &Value) -> Result<String> {
    let rows = match name {
        "options shared" => shared_options(manifest),
        "options finder" => own_options(manifest, 0),
        "options comparison" => own_options(manifest, 1),
        "options guide" => own_options(manifest, 2),
        "events" => events(manifest),
        "properties" => properties(manifest),
        "parts" => parts(manifest),
        _ => bail!("there is no table called \"{name}\""),
    };
    let headings: &[&str] = match name.split(' ').next() {
        Some("options") => &["Option", "Values", "Default", "What it does"],
        Some("events") => &["Event", "Elements", "`detail`", "When"],
        Some("properties") => &["Property", "Default", "What it sets"],
        _ => &["Part", "Elements", "What it is"],
    };
    let line = |cells: &[&str]| ["| ", &cells.join(" | "), " |\n"].concat();
    let mut text = line(headings) + &["|", &"---|".repeat(headings.len()), "\n"].concat();
    for row in rows {
        text += &line(&row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    Ok(text)
}

fn declaration(manifest: &Value, at: usize) -> &Value {
    &manifest["modules"][0]["declarations"][at]
}

fn entries(declaration: &Value, kind: &str) -> Vec<Value> {
    declaration[kind].as_array().cloned().unwrap_or_default()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A description without its default, and the default that was in the description.
fn description(entry: &Value) -> (String, String) {
    let text = string(&entry["description"]);
    let (text, default) = text.split_once(" Default: ").unwrap_or((text, ""));
    (quotes_to_code(text), quotes_to_code(default.trim_end_matches('.')))
}

/// Descriptions have values in quotes, because not all code editors show Markdown. A quoted sentence does not change.
fn quotes_to_code(text: &str) -> String {
    let parts = text.split('"').enumerate();
    parts
        .map(|(at, part)| match (at % 2, part.contains(' ') && !part.contains('=')) {
            (0, _) => part.to_owned(),
            (_, true) => ["\"", part, "\""].concat(),
            (_, false) => ["`", part, "`"].concat(),
        })
        .collect()
}

/// The values of an option: those of its type, or the kind of value.
fn values(kind: &str) -> String {
    if kind.starts_with('(') {
        return "comma-separated ids".to_owned();
    }
    if kind == "boolean" {
        return "boolean attribute".to_owned();
    }
    if kind == "number" || kind == "string" {
        return kind.replace("string", "text");
    }
    let values: Vec<String> = kind.split(" | ").map(|value| ["`", value.trim_matches('\''), "`"].concat()).collect();
    values.join(", ")
}

fn option_row(option: &Value) -> Vec<String> {
    let (text, default) = description(option);
    let name = ["`", string(&option["name"]), "`"].concat();
    vec![name, values(string(&option["type"]["text"])), default, text.trim_end_matches('.').to_owned()]
}

fn own_options(manifest: &Value, at: usize) -> Vec<Vec<String>> {
    let options = entries(declaration(manifest, at), "attributes");
    options.iter().filter(|it| !SHARED.contains(&string(&it["name"]))).map(option_row).collect()
}

fn shared_options(manifest: &Value) -> Vec<Vec<String>> {
    let rows = SHARED.iter().map(|name| {
        let mut row = Vec::new();
        let mut defaults: Vec<String> = Vec::new();
        for (at, view) in VIEWS.iter().enumerate() {
            let options = entries(declaration(manifest, at), "attributes");
            let Some(option) = options.iter().find(|it| string(&it["name"]) == *name) else { continue };
            row = option_row(option);
            defaults.push([&row[2], " (", view, ")"].concat());
        }
        // One default for all elements, or one for each.
        let same = defaults.iter().all(|it| it.split(" (").next() == Some(&row[2]));
        if !same {
            row[2] = defaults.join(", ");
        }
        if defaults.len() < VIEWS.len() {
            row[3] += &[". Not for the ", VIEWS[defaults.len()]].concat();
        }
        row
    });
    rows.collect()
}

/// The entries of one kind from all elements, without duplicates, with their elements.
fn by_name(manifest: &Value, kind: &str) -> Vec<(Value, String)> {
    let mut all: Vec<(Value, Vec<&str>)> = Vec::new();
    for (at, view) in VIEWS.iter().enumerate() {
        for entry in entries(declaration(manifest, at), kind) {
            match all.iter_mut().find(|(known, _)| known["name"] == entry["name"]) {
                Some((_, views)) => views.push(view),
                None => all.push((entry, vec![view])),
            }
        }
    }
    let elements = |views: &[&str]| if views.len() == VIEWS.len() { "all".to_owned() } else { views.join(", ") };
    all.into_iter().map(|(entry, views)| (entry, elements(&views))).collect()
}

fn events(manifest: &Value) -> Vec<Vec<String>> {
    let rows = by_name(manifest, "events").into_iter().map(|(event, elements)| {
        let kind = string(&event["type"]["text"]);
        let detail = kind.trim_start_matches("CustomEvent<").trim_end_matches('>');
        let detail = ["`", &detail.replace('|', "\\|"), "`"].concat();
        let (text, _) = description(&event);
        vec![["`", string(&event["name"]), "`"].concat(), elements, detail, text.trim_end_matches('.').to_owned()]
    });
    rows.collect()
}

fn properties(manifest: &Value) -> Vec<Vec<String>> {
    let rows = entries(declaration(manifest, 0), "cssProperties").into_iter().map(|property| {
        let (text, default) = description(&property);
        vec![["`", string(&property["name"]), "`"].concat(), default, text.trim_end_matches('.').to_owned()]
    });
    rows.collect()
}

fn parts(manifest: &Value) -> Vec<Vec<String>> {
    let rows = by_name(manifest, "cssParts").into_iter().map(|(part, elements)| {
        let (text, _) = description(&part);
        vec![["`", string(&part["name"]), "`"].concat(), elements, text.trim_end_matches('.').to_owned()]
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated_tables::{START, with_tables};

    #[test]
    fn the_reference_has_the_tables_of_the_manifest() {
        let project = Project::locate().unwrap();
        let document = fs::read_to_string(project.path(REFERENCE)).unwrap();
        assert_eq!(document.matches(START).count(), 7, "{REFERENCE} has 7 tables from {MANIFEST}");
        let manifest = manifest(&project).unwrap();
        let updated = with_tables(&document, &|name| table(name, &manifest)).unwrap();
        assert!(document == updated, "run `cargo xtask docs`");
    }

    #[test]
    fn the_reference_explains_every_section_of_the_guide() {
        let project = Project::locate().unwrap();
        let document = fs::read_to_string(project.path(REFERENCE)).unwrap();
        let manifest = manifest(&project).unwrap();
        let options = entries(declaration(&manifest, 2), "attributes");
        let section = options.iter().find(|it| it["name"] == "section").unwrap();
        let ids: Vec<&str> = string(&section["type"]["text"]).split('\'').skip(1).step_by(2).collect();
        assert!(ids.len() > 10, "only {ids:?}");
        for id in ids {
            assert!(document.contains(&format!("\n| `{id}` | ")), "{REFERENCE} does not explain the section {id}");
        }
    }

    #[test]
    fn values_are_code_and_quoted_sentences_stay() {
        assert_eq!(quotes_to_code("\"lazy\" or \"Show more\""), "`lazy` or \"Show more\"");
        assert_eq!(values("'auto' | 'none'"), "`auto`, `none`");
        assert_eq!(values("('a' | 'b')[]"), "comma-separated ids");
    }

    #[test]
    fn a_table_with_an_unknown_name_or_without_an_end_is_an_error() {
        let manifest = manifest(&Project::locate().unwrap()).unwrap();
        let table = |name: &str| table(name, &manifest);
        assert!(with_tables("<!-- table: nothing -->\n<!-- end -->", &table).is_err());
        assert!(with_tables("<!-- table: events -->\n", &table).is_err());
    }
}
