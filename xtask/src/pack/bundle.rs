//! esbuild: loader, glue and payload in one classic script.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::edition::Edition;
use crate::command::output;
use crate::project::{Project, VERSION};
use crate::toolbox::Toolbox;

const ENTRY: &str = "assets/loader/main.js";

/// Its exports are put in place of the global names, in the loader and in the glue.
const BUILT_INS: &str = "--inject:assets/loader/built-ins.js";

/// Browsers that are too old for the wasm must still parse the script, to show the fallback.
const TARGET: &str = "--target=es2018";

/// The files named `tsconfig.json` are for the check of types. With `strict` in one of them esbuild would add "use strict".
const NO_TSCONFIG: &str = "--tsconfig-raw={}";

/// The script.
///
/// The script is all ASCII (esbuild escapes the rest), because a page might serve it in another encoding than UTF-8.
pub(crate) fn script(
    project: &Project,
    toolbox: &Toolbox,
    edition: Edition,
    glue: &Path,
    payload: &str,
) -> Result<String> {
    let parts = edition.parts(project);
    let payload_file = parts.join("payload.js");
    fs::write(&payload_file, payload)?;
    // `export *` does not include the default export: the function that would fetch the wasm from a URL beside the
    // module.
    writes_no_html(&fs::read_to_string(glue)?)?;
    let glue_file = parts.join("glue.js");
    fs::write(&glue_file, format!("export * from {};\n", serde_json::to_string(&glue.to_string_lossy())?))?;

    let esbuild = || -> Command {
        let mut command = toolbox.command(project.npm_program("esbuild"));
        command.args(["--bundle", "--minify", TARGET, NO_TSCONFIG, "--log-level=warning"]).current_dir(project.root());
        // Code that only other elements need is left out.
        for (name, element) in [("HAS_FINDER", Edition::Finder), ("HAS_COMPARISON", Edition::Comparison)] {
            command.arg(format!("--define:{name}={}", edition.has(element)));
        }
        // It is in the function that is left out.
        command.arg("--log-override:empty-import-meta=silent");
        command
    };
    // Only for `size`: the same code, with each part in a separate file.
    fs::write(parts.join("glue.min.js"), output(esbuild().arg("--format=esm").arg(&glue_file))?)?;
    fs::write(parts.join("loader.min.js"), output(esbuild().args(["--format=esm", "--external:gpf:*", ENTRY]))?)?;

    let script = output(
        esbuild()
            .args(["--format=iife", BUILT_INS, ENTRY])
            .arg(format!("--banner:js={}", banner(project)?))
            .arg(alias("gpf:payload", &payload_file))
            .arg(alias("gpf:glue", &glue_file)),
    )?;
    Ok(String::from_utf8(script)?)
}

/// The script of one of our own pages, which can import the exports of the loader's modules.
pub(crate) fn page_script(project: &Project, toolbox: &Toolbox, file: &str) -> Result<String> {
    page_script_with(project, toolbox, file, &[])
}

/// The same, with constants that only packing can compute.
pub(crate) fn page_script_with(
    project: &Project,
    toolbox: &Toolbox,
    file: &str,
    constants: &[(&str, String)],
) -> Result<String> {
    let mut esbuild = toolbox.command(project.npm_program("esbuild"));
    esbuild.args(["--bundle", "--minify", "--format=iife", TARGET, NO_TSCONFIG, "--log-level=warning", file]);
    for (name, value) in constants {
        esbuild.arg(format!("--define:{name}={}", serde_json::to_string(value)?));
    }
    Ok(String::from_utf8(output(esbuild.current_dir(project.root()))?)?)
}

/// Pages that enforce Trusted Types reject HTML as strings. Our views create nodes. Leptos' `view!` would write its
/// static parts as HTML, which this finds in the glue.
fn writes_no_html(glue: &str) -> Result<()> {
    ensure!(
        !glue.contains("innerHTML"),
        "the wasm writes HTML as text (innerHTML stands in wasm-bindgen's glue): build views from `ui::node`, not with \
         `view!`, or pages with Trusted Types lose the widget."
    );
    Ok(())
}

fn alias(name: &str, file: &Path) -> String {
    format!("--alias:{name}={}", file.display())
}

/// The licence notice of the NHS styles, and the version, for people who find the file on a server.
fn banner(project: &Project) -> Result<String> {
    let package: serde_json::Value =
        serde_json::from_slice(&fs::read(project.path("node_modules/nhsuk-frontend/package.json"))?)?;
    let nhsuk = package["version"].as_str().context("nhsuk-frontend has no version")?;
    Ok(format!(
        "/*! gp-federations {VERSION}, {} licence. Styles from nhsuk-frontend {nhsuk}, MIT licence, Crown copyright. */",
        env!("CARGO_PKG_LICENSE")
    ))
}

/// The minified style sheet.
pub(crate) fn minify_css(project: &Project, toolbox: &Toolbox, css: &str) -> Result<String> {
    let file = project.parts().join("styles.full.css");
    fs::write(&file, css)?;
    let minified = output(toolbox.command(project.npm_program("esbuild")).arg("--minify").arg(&file))?;
    Ok(String::from_utf8(minified)?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::pass_node_tests;

    #[test]
    fn loader_javascript_tests_pass() {
        pass_node_tests("assets/loader/tests/");
    }

    #[test]
    fn assigning_html_strings_fails_the_build() {
        assert!(writes_no_html("a.textContent = b;").is_ok());
        assert!(writes_no_html("a.innerHTML = getStringFromWasm0(arg1, arg2);").is_err());
    }
}
