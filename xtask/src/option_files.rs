//! Files that `cargo xtask docs` generates from the table of options in `src/embed/option_table.rs`: the lists of the
//! loader, the attributes and properties in `custom-elements.json`, and the properties in the types.

use std::fs;

use anyhow::{Context, Result};
use gp_federations::embed::option_table::{self, DefaultValue, ElementOption, ElementOptions, LOADING, Values};

use crate::data;
use crate::project::Project;

/// The text of a file with the options of these elements.
type Update = fn(&str, &[ElementOptions]) -> Result<String>;

const FILES: [(&str, Update); 3] = [
    ("assets/loader/options.js", loader_lists),
    ("assets/loader/custom-elements.json", manifest),
    ("assets/loader/gp-federations.d.ts", types),
];
/// Biome's maximum length of a line.
const LINE_WIDTH: usize = 120;

fn elements(project: &Project) -> Result<[ElementOptions; 3]> {
    Ok(option_table::elements(&data::read(project)?.catalogue))
}

/// Updates the files.
pub(crate) fn write(project: &Project) -> Result<()> {
    let elements = elements(project)?;
    for (file, update) in FILES {
        let path = project.path(file);
        let text = fs::read_to_string(&path)?;
        let updated = update(&text, &elements).with_context(|| file.to_owned())?;
        if updated != text {
            fs::write(&path, updated)?;
        }
    }
    Ok(())
}

/// The text with everything between `start` and the next `end` replaced.
fn replace_between(text: &str, start: &str, end: &str, new: &str) -> Result<String> {
    let (before, rest) = text.split_once(start).with_context(|| format!("lacks {start:?}"))?;
    let at = rest.find(end).with_context(|| format!("lacks {end:?} after {start:?}"))?;
    Ok([before, start, new, &rest[at..]].concat())
}

fn loader_lists(text: &str, elements: &[ElementOptions]) -> Result<String> {
    let entries: String = elements.iter().map(loader_entry).collect();
    let text = replace_between(text, "export const ELEMENTS = {\n", "};\n", &entries)?;
    let mut switches: Vec<&str> = Vec::new();
    for option in elements.iter().flat_map(|it| &it.options) {
        if matches!(option.values, Values::Switch) && !switches.contains(&option.name) {
            switches.push(option.name);
        }
    }
    replace_between(&text, "export const SWITCHES = ", ";\n", &js_list("export const SWITCHES = ", "", &switches, ";"))
}

fn loader_entry(element: &ElementOptions) -> String {
    let names: Vec<&str> = element.options.iter().map(|it| it.name).filter(|name| *name != LOADING).collect();
    let mut text = format!("  {}: {{\n    tag: '{}',\n    options: ", element.view, element.tag);
    text += &js_list("    options: ", "    ", &names, ",");
    text += ",\n";
    for (flag, is_set) in [("hasList", element.has_list), ("isPrerendered", element.is_prerendered)] {
        if is_set {
            text += &format!("    {flag}: true,\n");
        }
    }
    text + "  },\n"
}

/// A list of strings on one line if it fits between `before` and `after`, otherwise with one line for each.
fn js_list(before: &str, indent: &str, names: &[&str], after: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let line = format!("[{}]", quoted.join(", "));
    if before.len() + line.len() + after.len() <= LINE_WIDTH {
        return line;
    }
    let lines: String = quoted.iter().map(|name| format!("{indent}  {name},\n")).collect();
    format!("[\n{lines}{indent}]")
}

fn manifest(text: &str, elements: &[ElementOptions]) -> Result<String> {
    let mut text = text.to_owned();
    for element in elements {
        let start = format!("\"tagName\": \"{}\"", element.tag);
        let (before, rest) = text.split_once(&start).with_context(|| format!("lacks {start}"))?;
        let end = "\n          ]";
        let attributes: Vec<String> = element.options.iter().map(attribute).collect();
        let rest = replace_between(rest, "\"attributes\": [\n", end, &attributes.join(",\n"))?;
        let mut members: Vec<String> = element.options.iter().map(member).collect();
        if element.has_list {
            // Before `loading`.
            members.insert(members.len() - 1, list_member());
        }
        let rest = replace_between(&rest, "\"members\": [\n", end, &members.join(",\n"))?;
        text = [before, &start, &rest].concat();
    }
    Ok(text)
}

const LIST: &str =
    "Your own list: CSV text, a list of records, { federations, sources }, or a File. It is used instead of src.";
const LIST_TYPE: &str = "GpfData | null";

fn list_member() -> String {
    object(&[("kind", "field"), ("name", "data"), ("type", LIST_TYPE), ("description", LIST)])
}

fn attribute(option: &ElementOption) -> String {
    let (field, accepted, description) = (camel_case(option.name), type_of(&option.values), described(option));
    let default = default_of(option);
    let mut fields = vec![("name", option.name), ("fieldName", &*field), ("type", &*accepted)];
    fields.extend(default.as_deref().map(|default| ("default", default)));
    fields.push(("description", &*description));
    object(&fields)
}

fn member(option: &ElementOption) -> String {
    object(&[
        ("kind", "field"),
        ("name", &camel_case(option.name)),
        ("attribute", option.name),
        ("type", property_type(option)),
        ("description", &described(option)),
    ])
}

/// An object of the manifest, with the indentation of attributes and members. A type is an object with a text.
fn object(fields: &[(&str, &str)]) -> String {
    let lines: Vec<String> = fields
        .iter()
        .map(|(name, value)| {
            let value = serde_json::Value::from(*value).to_string();
            match *name {
                "type" => format!("              \"type\": {{\n                \"text\": {value}\n              }}"),
                _ => format!("              \"{name}\": {value}"),
            }
        })
        .collect();
    format!("            {{\n{}\n            }}", lines.join(",\n"))
}

fn types(text: &str, elements: &[ElementOptions]) -> Result<String> {
    let mut text = text.to_owned();
    for element in elements {
        let mut lines: Vec<String> = element
            .options
            .iter()
            .map(|option| property(&camel_case(option.name), property_type(option), &described(option)))
            .collect();
        if element.has_list {
            lines.insert(lines.len() - 1, property("data", LIST_TYPE, &[LIST, " No attribute."].concat()));
        }
        let start = format!("export interface {} extends HTMLElement {{\n", element.class);
        text = replace_between(&text, &start, "}\n", &lines.concat())?;
    }
    Ok(text)
}

fn property(name: &str, kind: &str, description: &str) -> String {
    let line = format!("  /** {description} */");
    let comment = if line.len() <= LINE_WIDTH { line + "\n" } else { long_comment(description) };
    format!("{comment}  {name}: {kind};\n")
}

/// A comment of several lines, wrapped between words.
fn long_comment(description: &str) -> String {
    let mut text = String::from("  /**\n");
    let mut line = String::from("   *");
    for word in description.split(' ') {
        if line.len() + 1 + word.len() > LINE_WIDTH {
            text += &line;
            text.push('\n');
            line = String::from("   *");
        }
        line.push(' ');
        line += word;
    }
    text + &line + "\n   */\n"
}

fn property_type(option: &ElementOption) -> &'static str {
    match option.values {
        Values::Switch => "boolean",
        // Read in the same way as `loading` of an image: unknown values become empty.
        Values::OneOf(_) if option.name == LOADING => "'lazy' | 'eager' | ''",
        _ => "string",
    }
}

fn camel_case(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + &part[..1].to_uppercase() + &part[1..])
}

fn type_of(values: &Values) -> String {
    let union = |ids: &[String]| ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(" | ");
    match values {
        Values::Text => "string".to_owned(),
        Values::Number => "number".to_owned(),
        Values::Switch => "boolean".to_owned(),
        Values::Range(first, last) => (*first..=*last).map(|it| it.to_string()).collect::<Vec<_>>().join(" | "),
        Values::OneOf(ids) => union(ids),
        Values::Several(ids) => format!("({})[]", union(ids)),
    }
}

/// The default in TypeScript. `None` if it is not a value.
fn default_of(option: &ElementOption) -> Option<String> {
    match &option.default {
        DefaultValue::Value(value) if is_number(&option.values) => Some(value.clone()),
        DefaultValue::Value(value) => Some(format!("'{value}'")),
        DefaultValue::Off => Some("false".to_owned()),
        DefaultValue::Described(_) => None,
    }
}

fn described(option: &ElementOption) -> String {
    format!("{} Default: {}.", option.description, default_in_words(option))
}

/// The default as descriptions have it: a value that is not a number in quotes.
pub(crate) fn default_in_words(option: &ElementOption) -> String {
    match &option.default {
        DefaultValue::Value(value) if is_number(&option.values) => value.clone(),
        DefaultValue::Value(value) => format!("\"{value}\""),
        DefaultValue::Off => "off".to_owned(),
        DefaultValue::Described(words) => (*words).to_owned(),
    }
}

fn is_number(values: &Values) -> bool {
    matches!(values, Values::Number | Values::Range(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn option_files_match_the_table() {
        let project = Project::locate().unwrap();
        let elements = elements(&project).unwrap();
        for (file, update) in FILES {
            let text = fs::read_to_string(project.path(file)).unwrap();
            assert!(update(&text, &elements).unwrap() == text, "{file}: run `cargo xtask docs`");
        }
    }

    #[test]
    fn manual_changes_of_option_files_are_undone() {
        let project = Project::locate().unwrap();
        let elements = elements(&project).unwrap();
        for (file, update) in FILES {
            let text = fs::read_to_string(project.path(file)).unwrap();
            let changed = text.replace("url-sync", "sync").replace("urlSync", "sync");
            assert!(changed != text && update(&changed, &elements).unwrap() == text, "{file}");
        }
    }

    #[test]
    fn long_list_has_one_line_per_name() {
        assert_eq!(js_list("x: ", "  ", &["a", "b"], ","), "['a', 'b']");
        let long = "n".repeat(LINE_WIDTH);
        assert_eq!(js_list("x: ", "  ", &[&long], ","), format!("[\n    '{long}',\n  ]"));
    }

    #[test]
    fn long_description_becomes_a_multi_line_comment() {
        assert_eq!(property("src", "string", "The URL."), "  /** The URL. */\n  src: string;\n");
        let text = property("src", "string", &"word ".repeat(60));
        assert!(text.lines().all(|line| line.len() <= LINE_WIDTH), "{text}");
        assert_eq!(text.matches("word").count(), 60);
    }

    #[test]
    fn attribute_names_become_camel_case_properties() {
        assert_eq!(camel_case("show-import-report"), "showImportReport");
        assert_eq!(camel_case("src"), "src");
    }
}
