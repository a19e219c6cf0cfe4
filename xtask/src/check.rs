//! What has to be so before any test is run: formatted, no warning of clippy's or rustdoc's, no licence or source that is
//! not allowed.

use anyhow::Result;

use crate::command::run;
use crate::dependencies;
use crate::project::Project;
use crate::setup::Toolbox;
use crate::step;
use crate::tools::WASM_TARGET;

/// Every package as it is built: the widget for the browser and, for the fallback, natively with `ssr`.
const BUILDS: [(&str, &[&str]); 3] = [
    (
        "the native packages",
        &[
            "--package",
            "gp-federations-core",
            "--package",
            "gp-federations-scan",
            "--package",
            "xtask",
            "--package",
            "browser-tests",
        ],
    ),
    ("the widget, rendering to text", &["--package", "gp-federations", "--no-default-features", "--features", "ssr"]),
    (
        "what runs in a browser",
        &["--package", "gp-federations", "--package", "gp-federations-join", "--target", WASM_TARGET],
    ),
];

/// Formatting, dependencies, clippy, rustdoc.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let cargo = |arguments: &[&str]| {
        let mut command = toolbox.command("cargo");
        command.args(arguments).current_dir(project.root());
        command
    };
    step::begin("formatting");
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    step::begin("licences and sources of all dependencies");
    dependencies::check(project, toolbox)?;
    for (name, build) in BUILDS {
        step::begin(format!("clippy: {name}"));
        run(cargo(&["clippy", "--all-targets"]).args(build).args(["--", "--deny", "warnings"]))?;
    }
    for (name, build) in BUILDS {
        step::begin(format!("rustdoc: {name}"));
        let mut rustdoc = cargo(&["doc", "--no-deps", "--document-private-items"]);
        // Nobody but its developers reads this documentation, so it may lead them to what is private.
        rustdoc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links");
        run(rustdoc.args(build))?;
    }
    Ok(())
}
