//! Checks before any test: formatting, linters, clippy, rustdoc, and the licences and sources of dependencies.

use anyhow::Result;

use crate::command::{line, run};
use crate::progress::{self, Failures};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;
use crate::{dependencies, lint, setup};

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

/// Runs all checks.
const ALONE: &str = "cargo xtask check";

/// The first step.
const FORMATTING: &str = "formatting";

/// The step about dependencies.
const DEPENDENCIES: &str = "licences and sources of all dependencies";

/// The steps in order.
pub(crate) fn steps() -> Vec<String> {
    let of_each = |step: fn(&str) -> String| BUILDS.map(|(name, _)| step(name)).into_iter();
    let first = [&[FORMATTING][..], &lint::STEPS, &[DEPENDENCIES]].concat().into_iter().map(str::to_owned);
    first.chain(of_each(clippy_step)).chain(of_each(rustdoc_step)).collect()
}

fn clippy_step(build: &str) -> String {
    format!("clippy: {build}")
}

fn rustdoc_step(build: &str) -> String {
    format!("rustdoc: {build}")
}

/// Installs what is missing, then checks.
pub(crate) fn check_alone(project: &Project) -> Result<()> {
    check(project, &setup::for_check(project, steps())?)
}

/// Formatting, linters, dependencies, clippy, rustdoc.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let cargo = |arguments: &[&str]| {
        let mut command = toolbox.command("cargo");
        command.args(arguments).current_dir(project.root());
        command
    };
    // All checks run, even if one fails, so that one run shows all problems.
    let mut failures = Failures::default();
    failures
        .keep(progress::run(FORMATTING, "cargo fmt --all --check", || run(&mut cargo(&["fmt", "--all", "--check"]))))?;
    failures.keep(lint::check(project, toolbox))?;
    failures.keep(progress::run(DEPENDENCIES, ALONE, || dependencies::check(project, toolbox)))?;
    for (name, build) in BUILDS {
        let mut clippy = cargo(&["clippy", "--all-targets"]);
        clippy.args(build).args(["--", "--deny", "warnings"]);
        failures.keep(progress::run(clippy_step(name), &line(&clippy), || run(&mut clippy)))?;
    }
    for (name, build) in BUILDS {
        let mut rustdoc = cargo(&["doc", "--no-deps", "--document-private-items"]);
        // Only developers read this documentation, so it can link to private items.
        rustdoc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links");
        rustdoc.args(build);
        failures.keep(progress::run(rustdoc_step(name), ALONE, || run(&mut rustdoc)))?;
    }
    failures.into_result()
}
