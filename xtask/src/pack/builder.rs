//! The builder's scripts and style sheet, and the guides that it links to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use gpf_domain::import::template_csv;

use super::edition::Edition;
use super::{bundle, docs_pages, styles, wordpress};
use crate::hashes::sri;
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

const ENTRY: &str = "assets/builder/builder.js";

/// The reader of workbooks: a separate script, which is loaded only if a user selects a workbook.
const WORKBOOK_ENTRY: &str = "assets/builder/workbook/workbook.js";
const WORKBOOK_SCRIPT: &str = "builder-workbook.js";
/// The npm packages in that script.
const WORKBOOK_PACKAGES: [&str; 3] = ["fflate", "numfmt", "saxen"];

/// Writes the files. The builder contains the hashes of the scripts, because a page opened from a disk could not read
/// the files beside it.
pub(crate) fn write(project: &Project, toolbox: &Toolbox, folder: &Path, scripts: &[(Edition, String)]) -> Result<()> {
    progress::begin("pack: builder");
    // So that it is available to a page opened from a folder, too.
    let plugin = fs::metadata(folder.join(wordpress::ZIP))?.len();
    let hashes: serde_json::Map<_, _> =
        scripts.iter().map(|(edition, text)| (edition.file().to_owned(), sri(text.as_bytes()).into())).collect();
    let constants = [
        ("GPF_INTEGRITY", serde_json::Value::Object(hashes).to_string()),
        ("GPF_TEMPLATE", template_csv().to_owned()),
        ("GPF_PLUGIN_SIZE", format!("{:.1} MB", plugin as f64 / 1e6)),
    ];
    fs::write(folder.join("builder.js"), bundle::page_script_with(project, toolbox, ENTRY, &constants)?)?;
    let workbook = bundle::page_script(project, toolbox, WORKBOOK_ENTRY)?;
    fs::write(folder.join(WORKBOOK_SCRIPT), notices(project)? + &workbook)?;
    let css = styles::compile_builder(project, toolbox)?;
    fs::write(folder.join("builder.css"), bundle::minify_css(project, toolbox, &css)?)?;
    docs_pages::write(project, folder)
}

/// The licences of the packages in the script for workbooks, which every copy must contain.
fn notices(project: &Project) -> Result<String> {
    let mut text = "/*! This file contains the packages below.\n".to_owned();
    for package in WORKBOOK_PACKAGES {
        let path = format!("node_modules/{package}/LICENSE");
        let licence = fs::read_to_string(project.path(&path)).with_context(|| path)?;
        text = [&text, "\n", package, "\n\n", licence.trim(), "\n"].concat();
    }
    Ok(text + "*/\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::pass_node_tests;

    #[test]
    fn builder_javascript_tests_pass() {
        pass_node_tests("assets/builder/tests/");
    }

    #[test]
    fn the_script_for_workbooks_has_the_licence_of_each_package() {
        let notices = notices(&Project::locate().unwrap()).unwrap();
        assert_eq!(notices.matches("Permission is hereby granted").count(), WORKBOOK_PACKAGES.len());
        assert!(notices.starts_with("/*!") && notices.matches("*/").count() == 1);
    }
}
