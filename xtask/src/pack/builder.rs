//! The snippet builder's script and style sheet, and the guides that it leads to.

use std::fs;
use std::path::Path;

use anyhow::Result;
use gpf_domain::import::template_csv;

use super::{bundle, guides, styles, wordpress};
use crate::hashes::sri;
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

const ENTRY: &str = "assets/builder/builder.js";

/// Writes them. The builder knows the hash of `script`, since a page from a disk could not read the file beside it.
pub(crate) fn write(project: &Project, toolbox: &Toolbox, folder: &Path, script: &str) -> Result<()> {
    progress::begin("pack: snippet builder");
    // So that it can be had from a page that was opened from a folder, too.
    let plugin = fs::metadata(folder.join(wordpress::ZIP))?.len();
    let constants = [
        ("GPF_INTEGRITY", sri(script.as_bytes())),
        ("GPF_TEMPLATE", template_csv().to_owned()),
        ("GPF_PLUGIN_SIZE", format!("{:.1} MB", plugin as f64 / 1e6)),
    ];
    fs::write(folder.join("builder.js"), bundle::page_script_with(project, toolbox, ENTRY, &constants)?)?;
    let css = styles::compile_builder(project, toolbox)?;
    fs::write(folder.join("builder.css"), bundle::minify_css(project, toolbox, &css)?)?;
    guides::write(project, folder)
}

#[cfg(test)]
mod tests {
    use crate::command::pass_node_tests;

    #[test]
    fn the_builders_modules_pass_their_own_tests() {
        pass_node_tests("assets/builder/tests/");
    }
}
