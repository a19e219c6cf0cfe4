//! `cargo xtask docs`: the generated tables of documents. In `docs/EMBEDDING.md`, those of options come from the table of
//! options, that of criteria from the catalogue, those of events, properties and parts from
//! `assets/loader/custom-elements.json`.

use std::fs;

use anyhow::{Result, bail};
use gp_federations::embed::option_table::{self, ElementOption, ElementOptions, Values};
use gpf_domain::comparison::{Catalogue, Criterion, SubjectKind};
use serde_json::Value;

use crate::data;
use crate::data_columns;
use crate::generated_tables::update;
use crate::option_files;
use crate::project::Project;

const REFERENCE: &str = "docs/EMBEDDING.md";
const MANIFEST: &str = "assets/loader/custom-elements.json";
/// Options that more than one element has.
const SHARED: [&str; 4] = ["heading", "heading-level", "url-sync", "loading"];

/// What the tables are made of.
struct Tables {
    elements: [ElementOptions; 3],
    catalogue: Catalogue,
    manifest: Value,
}

/// Updates the lists of options, then the tables of all documents.
pub(crate) fn write(project: &Project) -> Result<()> {
    option_files::write(project)?;
    let tables = Tables::read(project)?;
    update(project, REFERENCE, &|name| tables.table(name))?;
    data_columns::write(project)
}

impl Tables {
    fn read(project: &Project) -> Result<Self> {
        let manifest = serde_json::from_str(&fs::read_to_string(project.path(MANIFEST))?)?;
        let catalogue = data::read(project)?.catalogue;
        Ok(Self { elements: option_table::elements(&catalogue), catalogue, manifest })
    }

    fn table(&self, name: &str) -> Result<String> {
        let (kind, view) = name.split_once(' ').unwrap_or((name, ""));
        let element = self.elements.iter().find(|it| it.view == view);
        let rows = match (kind, element) {
            ("options", Some(element)) => own_options(element),
            ("options", None) if view == "shared" => self.shared_options(),
            ("criteria", _) => self.catalogue.criteria.iter().map(criterion_row).collect(),
            ("events", _) => self.events(),
            ("properties", _) => self.properties(),
            ("parts", _) => self.parts(),
            _ => bail!("there is no table called \"{name}\""),
        };
        let headings: &[&str] = match kind {
            "options" => &["Option", "Values", "Default", "What it does"],
            "criteria" => &["Id", "Question", "Asked of", "Can be required"],
            "events" => &["Event", "Elements", "`detail`", "When"],
            "properties" => &["Property", "Default", "What it sets"],
            _ => &["Part", "Elements", "What it is"],
        };
        let line = |cells: &[&str]| ["| ", &cells.join(" | "), " |\n"].concat();
        let mut text = line(headings) + &["|", &"---|".repeat(headings.len()), "\n"].concat();
        for row in rows {
            text += &line(&row.iter().map(String::as_str).collect::<Vec<_>>());
        }
        Ok(text)
    }

    fn shared_options(&self) -> Vec<Vec<String>> {
        SHARED.map(|name| self.shared_option(name)).into()
    }

    /// The row of an option that several elements have, with one default for all of them, or one for each.
    fn shared_option(&self, name: &str) -> Vec<String> {
        let rows: Vec<(&str, Vec<String>)> = self
            .elements
            .iter()
            .filter_map(|element| {
                let option = element.options.iter().find(|it| it.name == name)?;
                Some((element.view, option_row(option)))
            })
            .collect();
        let mut row = rows.last().map(|(_, row)| row.clone()).unwrap_or_default();
        if rows.iter().any(|(_, other)| other[2] != row[2]) {
            let defaults: Vec<String> = rows.iter().map(|(view, row)| format!("{} ({view})", row[2])).collect();
            row[2] = defaults.join(", ");
        }
        for element in self.elements.iter().filter(|element| rows.iter().all(|(view, _)| *view != element.view)) {
            row[3] += &[". Not for the ", element.view].concat();
        }
        row
    }

    /// The entries of one kind from all elements, without duplicates, with their elements.
    fn by_name(&self, kind: &str) -> Vec<(&Value, String)> {
        let mut all: Vec<(&Value, Vec<&str>)> = Vec::new();
        for element in &self.elements {
            for entry in self.entries(element.tag, kind) {
                match all.iter_mut().find(|(known, _)| known["name"] == entry["name"]) {
                    Some((_, views)) => views.push(element.view),
                    None => all.push((entry, vec![element.view])),
                }
            }
        }
        let elements =
            |views: &[&str]| if views.len() == self.elements.len() { "all".to_owned() } else { views.join(", ") };
        all.into_iter().map(|(entry, views)| (entry, elements(&views))).collect()
    }

    /// The entries of one kind that the manifest has for the element with this tag.
    fn entries(&self, tag: &str, kind: &str) -> &[Value] {
        let declarations = self.manifest["modules"][0]["declarations"].as_array();
        let declaration = declarations.and_then(|all| all.iter().find(|it| it["tagName"] == tag));
        declaration.and_then(|it| it[kind].as_array()).map_or(&[], Vec::as_slice)
    }

    fn events(&self) -> Vec<Vec<String>> {
        let rows = self.by_name("events").into_iter().map(|(event, elements)| {
            let kind = string(&event["type"]["text"]);
            let detail = kind.trim_start_matches("CustomEvent<").trim_end_matches('>').replace('|', "\\|");
            vec![code(string(&event["name"])), elements, code(&detail), cell(string(&event["description"]))]
        });
        rows.collect()
    }

    fn properties(&self) -> Vec<Vec<String>> {
        // All elements have the same ones.
        let rows = self.entries(self.elements[0].tag, "cssProperties").iter().map(|property| {
            let text = string(&property["description"]);
            let (text, default) = text.split_once(" Default: ").unwrap_or((text, ""));
            vec![code(string(&property["name"])), cell(default), cell(text)]
        });
        rows.collect()
    }

    fn parts(&self) -> Vec<Vec<String>> {
        let rows = self
            .by_name("cssParts")
            .into_iter()
            .map(|(part, elements)| vec![code(string(&part["name"])), elements, cell(string(&part["description"]))]);
        rows.collect()
    }
}

fn own_options(element: &ElementOptions) -> Vec<Vec<String>> {
    element.options.iter().filter(|it| !SHARED.contains(&it.name)).map(option_row).collect()
}

fn option_row(option: &ElementOption) -> Vec<String> {
    let default = quotes_to_code(&option_files::default_in_words(option));
    vec![code(option.name), values(&option.values), default, cell(&option.description)]
}

fn criterion_row(criterion: &Criterion) -> Vec<String> {
    let kinds = [(SubjectKind::Form, "legal forms"), (SubjectKind::Model, "models")];
    let asked = kinds.into_iter().filter(|(kind, _)| criterion.asks(*kind)).map(|(_, words)| words.to_owned());
    let required = if criterion.when_no.is_some() { "yes or no" } else { "yes" };
    vec![code(&criterion.id), criterion.question.clone(), list(asked), required.to_owned()]
}

/// The values that an option accepts, or their kind.
fn values(values: &Values) -> String {
    match values {
        Values::Text => "text".to_owned(),
        Values::Number => "number".to_owned(),
        Values::Switch => "boolean attribute".to_owned(),
        Values::Several(_) => "comma-separated ids".to_owned(),
        Values::Range(first, last) => list((*first..=*last).map(|it| code(&it.to_string()))),
        Values::OneOf(ids) => list(ids.iter().map(|id| code(id))),
    }
}

fn list(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(", ")
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn code(text: &str) -> String {
    ["`", text, "`"].concat()
}

/// A description as the last cell of a row, without its full stop.
fn cell(text: &str) -> String {
    quotes_to_code(text).trim_end_matches('.').to_owned()
}

/// Descriptions have values in quotes, because not all code editors show Markdown. A quoted sentence does not change.
fn quotes_to_code(text: &str) -> String {
    let parts = text.split('"').enumerate();
    parts
        .map(|(at, part)| match (at % 2, part.contains(' ') && !part.contains('=')) {
            (0, _) => part.to_owned(),
            (_, true) => ["\"", part, "\""].concat(),
            (_, false) => code(part),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated_tables::{START, with_tables};

    #[test]
    fn the_reference_has_the_tables_of_options_and_manifest() {
        let project = Project::locate().unwrap();
        let document = fs::read_to_string(project.path(REFERENCE)).unwrap();
        assert_eq!(document.matches(START).count(), 8, "{REFERENCE} has 8 generated tables");
        let tables = Tables::read(&project).unwrap();
        let updated = with_tables(&document, &|name| tables.table(name)).unwrap();
        assert!(document == updated, "run `cargo xtask docs`");
    }

    #[test]
    fn the_reference_explains_every_section_of_the_guide() {
        let project = Project::locate().unwrap();
        let document = fs::read_to_string(project.path(REFERENCE)).unwrap();
        let tables = Tables::read(&project).unwrap();
        let guide = tables.elements.iter().find(|it| it.view == "guide").unwrap();
        let section = guide.options.iter().find(|it| it.name == "section").unwrap();
        let (Values::OneOf(ids) | Values::Several(ids)) = &section.values else { panic!("sections are ids") };
        assert!(ids.len() > 10, "only {ids:?}");
        for id in ids {
            assert!(document.contains(&format!("\n| `{id}` | ")), "{REFERENCE} does not explain the section {id}");
        }
    }

    #[test]
    fn quoted_values_become_code_and_quoted_sentences_are_kept() {
        assert_eq!(quotes_to_code("\"lazy\" or \"Show more\""), "`lazy` or \"Show more\"");
        assert_eq!(values(&Values::OneOf(vec!["auto".to_owned(), "none".to_owned()])), "`auto`, `none`");
        assert_eq!(values(&Values::Range(2, 4)), "`2`, `3`, `4`");
        assert_eq!(values(&Values::Several(vec!["a".to_owned(), "b".to_owned()])), "comma-separated ids");
    }

    #[test]
    fn a_table_with_an_unknown_name_or_without_an_end_is_an_error() {
        let tables = Tables::read(&Project::locate().unwrap()).unwrap();
        let table = |name: &str| tables.table(name);
        for name in ["nothing", "options", "options nothing"] {
            assert!(with_tables(&format!("<!-- table: {name} -->\n<!-- end -->"), &table).is_err(), "{name}");
        }
        assert!(with_tables("<!-- table: events -->\n", &table).is_err());
    }
}
