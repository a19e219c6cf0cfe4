//! Checks before any test: formatting, linters, clippy, rustdoc, and the licences and sources of dependencies.

use anyhow::Result;

use crate::command::{line, run};
use crate::progress::{self, Failures};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;
use crate::{dependencies, lint, setup};

/// Every package as it is built: natively and for the browser.
const BUILDS: [(&str, &[&str]); 3] =
    [("the native packages", &NATIVE), ("the browser tests", &BROWSER_TESTS), ("what runs in a browser", &BROWSER)];

/// The packages of xtask, with the widget for the fallback. Packages that cargo compiles together have the same features,
/// so their dependencies are compiled once.
pub(crate) const NATIVE: [&str; 11] = [
    "--package",
    "gpf-domain",
    "--package",
    "gpf-search-kernel",
    "--package",
    "xtask",
    "--package",
    "gp-federations",
    "--no-default-features",
    "--features",
    "gp-federations/ssr",
];

/// Apart, because their WebDriver client keeps the order of all JSON. The tests of xtask would not test what xtask writes.
pub(crate) const BROWSER_TESTS: [&str; 2] = ["--package", "browser-tests"];

const BROWSER: [&str; 6] = ["--package", "gp-federations", "--package", "gpf-wasm-codec", "--target", WASM_TARGET];

/// The command that repeats the checks.
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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::command::output;

    /// Its random numbers are of one kind for `zip` and of another one for the tests of properties. Nothing else needs it.
    const EXCEPT: [&str; 1] = ["getrandom"];

    /// The features of each crate that cargo compiles: one set for each time that it does.
    fn features(packages: &[&str], kinds: &str) -> BTreeMap<String, BTreeSet<String>> {
        let project = Project::locate().unwrap();
        let mut tree = Toolbox::default().command("cargo");
        tree.args(["tree", "--locked", "--prefix", "none", "--edges", kinds, "--format", "{p}|{f}|"]).args(packages);
        let text = String::from_utf8(output(tree.current_dir(project.root())).unwrap()).unwrap();
        let mut crates = BTreeMap::<_, BTreeSet<_>>::new();
        for line in text.lines() {
            let mut parts = line.split('|').map(str::to_owned);
            crates.entry(parts.next().unwrap()).or_default().extend(parts.next());
        }
        crates
    }

    /// Decision 78: otherwise each check compiles crates again, and all that need them.
    #[test]
    fn dependencies_of_xtask_have_the_same_features_in_all_checks() {
        let alone = features(&["--package", "xtask"], "normal,build");
        let together = features(&NATIVE, "normal,build,dev");
        assert!(alone.len() > 200, "only {} crates were found", alone.len());
        for (name, sets) in &alone {
            let is_exception = EXCEPT.iter().any(|except| name.starts_with(except));
            assert!(is_exception || together.get(name) == Some(sets), "{name}: {sets:?}, and {:?}", together.get(name));
        }
    }

    /// Every package of the workspace is in a build, apart from the replacement of a crate in `vendor`.
    #[test]
    fn every_package_is_checked() {
        let project = Project::locate().unwrap();
        let mut cargo = Toolbox::default().command("cargo");
        cargo.args(["metadata", "--locked", "--no-deps", "--format-version=1"]).current_dir(project.root());
        let metadata = String::from_utf8(output(&mut cargo).unwrap()).unwrap();
        let packages = cargo_metadata::MetadataCommand::parse(metadata).unwrap().packages;
        let mut count = 0;
        for package in packages.iter().filter(|it| !it.manifest_path.starts_with(project.path("vendor"))) {
            assert!(BUILDS.iter().any(|(_, names)| names.contains(&package.name.as_str())), "{}", package.name);
            count += 1;
        }
        assert!(count > 5);
    }
}
