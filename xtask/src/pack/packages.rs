//! The npm packages: `dist/npm`, the widget for apps with a bundler, and `dist/npm-data`, the list alone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::edition::Edition;
use crate::progress;
use crate::project::{Project, SCRIPT, VERSION};

/// The folders in `dist/`.
const WIDGET: &str = "npm";
const DATA: &str = "npm-data";
const AUTHOR: &str = "The GP federations widget's authors";
const LICENCE: &str = "LICENSE";
/// A placeholder for the version.
const VERSION_MARK: &str = "{{version}}";

/// The files of `dist/` in the data package.
const FILES_OF_DATA: [&str; 5] =
    ["federations.csv", "federations.json", "federations.schema.json", "legal-forms.json", "sources.csv"];

/// Makes both packages from the content of the folder `built`.
pub(crate) fn write(project: &Project, built: &Path) -> Result<()> {
    progress::begin("pack: the npm packages");
    let folder = built.join(WIDGET);
    fs::create_dir_all(&folder)?;
    for part in Edition::PARTS {
        // The same module for the script of one element.
        let module = fs::read_to_string(project.path("assets/npm/index.js"))?.replace(SCRIPT, part.file());
        fs::write(folder.join(part.kinds()[0]).with_extension("js"), module)?;
        copy(&built.join(part.file()), &folder.join(part.file()))?;
    }
    for name in [SCRIPT, "gp-federations.d.ts", "custom-elements.json"] {
        copy(&built.join(name), &folder.join(name))?;
    }
    for name in ["index.js", "index.d.ts", "README.md"] {
        copy(&project.path("assets/npm").join(name), &folder.join(name))?;
    }
    copy(&project.path(LICENCE), &folder.join(LICENCE))?;
    fs::write(folder.join("package.json"), manifest(project, WIDGET)?)?;

    let folder = built.join(DATA);
    fs::create_dir_all(&folder)?;
    for name in FILES_OF_DATA {
        copy(&built.join(name), &folder.join(name))?;
    }
    copy(&project.path("assets/npm-data/README.md"), &folder.join("README.md"))?;
    copy(&project.path(LICENCE), &folder.join(LICENCE))?;
    let csv = |name: &str| fs::read_to_string(built.join(name)).with_context(|| format!("there is no {name}"));
    let fields = [fields(&csv("federations.csv")?), fields(&csv("sources.csv")?)];
    let descriptor = serde_json::to_string_pretty(&descriptor(fields))? + "\n";
    fs::write(folder.join("datapackage.json"), descriptor)?;
    Ok(fs::write(folder.join("package.json"), manifest(project, DATA)?)?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

/// The manifest of a package, with the version filled in. It is a separate file, because the order of `exports`
/// matters.
fn manifest(project: &Project, name: &str) -> Result<String> {
    let path = ["assets/", name, "/package.json"].concat();
    let text = fs::read_to_string(project.path(&path)).with_context(|| format!("cannot read {path}"))?;
    Ok(text.replace(VERSION_MARK, VERSION))
}

/// The columns of a CSV file, from its first line.
fn fields(csv: &str) -> Vec<String> {
    let header = csv.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    header.split(',').map(str::to_owned).collect()
}

/// <https://datapackage.org/standard/data-package/>
fn descriptor([federations, sources]: [Vec<String>; 2]) -> Value {
    // Lists in a cell are texts, so that every table reader shows them unchanged.
    let schema = |fields: &[String], key: &str| {
        let fields: Vec<Value> = fields.iter().map(|name| json!({ "name": name, "type": type_of(name) })).collect();
        json!({ "fields": fields, "primaryKey": [key], "missingValues": [""] })
    };
    let table = |name: &str, title: &str, fields: &[String]| {
        let path = [name, ".csv"].concat();
        json!({
            "name": name,
            "title": title,
            "path": path,
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema(fields, "id")
        })
    };
    let file = |name: &str, path: &str, title: &str| {
        json!({
            "name": name,
            "title": title,
            "path": path,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8"
        })
    };
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "gp-federations",
        "title": "GP federations in England",
        "description": "GP federations in England from public pages, each fact with its source and date. Not complete.",
        "version": VERSION,
        "keywords": ["nhs", "gp federations", "primary care", "england"],
        "contributors": [{ "title": AUTHOR, "roles": ["creator"] }],
        "licenses": [{ "name": "MIT", "title": "MIT License", "path": "LICENSE" }],
        "sources": [{ "title": "The pages in sources.csv", "path": "sources.csv" }],
        "resources": [
            table("federations", "Federations", &federations),
            table("sources", "Sources", &sources),
            file("federations-json", "federations.json", "Federations with their sources"),
            file("legal-forms", "legal-forms.json", "Legal forms, ways of working together, findings and case studies")
        ]
    })
}

fn type_of(field: &str) -> &'static str {
    match field {
        "longitude" | "latitude" => "number",
        "practices" | "patients" => "integer",
        _ => "string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exported_file_is_in_the_package() {
        let project = Project::locate().unwrap();
        let manifest: Value = serde_json::from_str(&manifest(&project, WIDGET).unwrap()).unwrap();
        assert_eq!(manifest["version"], VERSION);
        let files: Vec<&str> = manifest["files"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let exports = manifest["exports"].as_object().unwrap().values();
        let mut targets = 0;
        for target in
            exports.flat_map(|it| it.as_object().map_or(vec![it.clone()], |it| it.values().cloned().collect()))
        {
            let name = target.as_str().unwrap().trim_start_matches("./").to_owned();
            assert!(name == "package.json" || files.contains(&&*name), "{name} is not in the package");
            targets += 1;
        }
        assert!(targets >= 7, "only {targets}");
        // Files that bundlers must not drop, and files that code editors look for.
        assert_eq!(manifest["sideEffects"], true);
        assert!(files.contains(&manifest["customElements"].as_str().unwrap()));
    }

    #[test]
    fn the_descriptor_names_every_column_and_file_once() {
        let columns = |text: &str| fields(&[text, "\nx,y\n"].concat());
        let descriptor = descriptor([columns("\u{feff}id,name,patients"), columns("id,title")]);
        let resources = descriptor["resources"].as_array().unwrap();
        let mut names: Vec<&str> = resources.iter().map(|it| it["name"].as_str().unwrap()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), resources.len());
        assert_eq!(resources[0]["schema"]["fields"][2], json!({ "name": "patients", "type": "integer" }));
        assert_eq!(resources[0]["schema"]["fields"][0]["name"], "id");
        for resource in resources {
            assert!(FILES_OF_DATA.contains(&resource["path"].as_str().unwrap()), "{resource}");
        }
    }
}
