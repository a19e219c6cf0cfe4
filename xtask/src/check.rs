//! What has to be so before any test is run: formatted, no warning of a linter's, clippy's or rustdoc's, no licence or
//! source that is not allowed.

use anyhow::Result;

use crate::command::{line, run};
use crate::progress::{self, Failures};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;
use crate::{dependencies, lint};

/// Every package as it is built: the widget for the browser and, for the fallback, natively with `ssr`.
const BUILDS: [(&str, &[&str]); 3] = [
    (
        "the native packages",
        &[
            "--package",
            "gpf-domain",
            "--package",
            "gpf-search-kernel",
            "--package",
            "xtask",
            "--package",
            "browser-tests",
        ],
    ),
    ("the widget, rendering to text", &["--package", "gp-federations", "--no-default-features", "--features", "ssr"]),
    (
        "what runs in a browser",
        &["--package", "gp-federations", "--package", "gpf-wasm-codec", "--target", WASM_TARGET],
    ),
];

/// Does all of this.
const ALONE: &str = "cargo xtask check";

/// Formatting, linters, dependencies, clippy, rustdoc.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let cargo = |arguments: &[&str]| {
        let mut command = toolbox.command("cargo");
        command.args(arguments).current_dir(project.root());
        command
    };
    // Each has its turn: who mends one thing wants to know of the others too.
    let mut failures = Failures::default();
    failures.keep(progress::run("formatting", "cargo fmt --all --check", || {
        run(&mut cargo(&["fmt", "--all", "--check"]))
    }))?;
    failures.keep(lint::check(project, toolbox))?;
    failures.keep(progress::run("licences and sources of all dependencies", ALONE, || {
        dependencies::check(project, toolbox)
    }))?;
    for (name, build) in BUILDS {
        let mut clippy = cargo(&["clippy", "--all-targets"]);
        clippy.args(build).args(["--", "--deny", "warnings"]);
        failures.keep(progress::run(format!("clippy: {name}"), &line(&clippy), || run(&mut clippy)))?;
    }
    for (name, build) in BUILDS {
        let mut rustdoc = cargo(&["doc", "--no-deps", "--document-private-items"]);
        // Nobody but its developers reads this documentation, so it may lead them to what is private.
        rustdoc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links");
        rustdoc.args(build);
        failures.keep(progress::run(format!("rustdoc: {name}"), ALONE, || run(&mut rustdoc)))?;
    }
    failures.into_result()
}
