//! Formatters and linters for all languages except Rust.

use anyhow::Result;

use crate::command::run;
use crate::pack::types;
use crate::progress::{self, Failures};
use crate::project::Project;
use crate::system_packages::has_php_lint;
use crate::toolbox::Toolbox;

/// Fixes what Biome can fix automatically, and lists the other problems.
const FIX_JAVASCRIPT: &str = "npx biome check --write";

/// Folders whose `tsconfig.json` says which JavaScript TypeScript checks: the loader and pages, the builder, and the service
/// worker, which has other functions. The rules are the same for all of them.
const TYPED: [&str; 3] = ["assets", "assets/builder", "assets/offline"];

/// The style sheets, and what fixes as much of them as stylelint can fix by itself.
const STYLES: &str = "assets/**/*.scss";
const FIX_STYLES: &str = "npx stylelint --fix \"assets/**/*.scss\"";

/// What formats as much of the plugin as PHP_CodeSniffer can.
const FIX_PHP: &str = "phpcbf";

/// The steps in their order.
pub(crate) const STEPS: [&str; 4] =
    ["format and lint of JavaScript", "types of JavaScript", "lint of style sheets", "format and lint of PHP"];

/// Runs all of them. The npm packages must be installed.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let program = |name: &str| {
        let mut command = toolbox.command(project.path("node_modules/.bin").join(name));
        command.current_dir(project.root());
        command
    };
    let [javascript, types, styles, php] = STEPS;
    let mut failures = Failures::default();
    failures.keep(progress::run(javascript, FIX_JAVASCRIPT, || {
        run(program("biome").args(["check", "--error-on-warnings"]))
    }))?;
    failures.keep(progress::run(types, "npx tsc --project assets", || {
        types::write_for_check(project)?;
        TYPED.iter().try_for_each(|folder| run(program("tsc").args(["--project", folder])))
    }))?;
    failures.keep(progress::run(
        styles,
        FIX_STYLES,
        || run(program("stylelint").args(["--max-warnings=0", STYLES])),
    ))?;
    failures.keep(progress::run(php, FIX_PHP, || {
        if !has_php_lint() {
            // On a person's machine: setup has said how to install it.
            progress::note("SKIPPED: phpcs is not installed");
            return Ok(());
        }
        run(toolbox.command("phpcs").arg("-q").current_dir(project.root()))
    }))?;
    failures.into_result()
}
