//! Formatters and linters for all languages except Rust.

use anyhow::Result;

use crate::command::run;
use crate::progress::{self, Failures};
use crate::project::Project;
use crate::toolbox::Toolbox;

/// Fixes what Biome can fix automatically, and lists the other problems.
const FIX_JAVASCRIPT: &str = "npx biome check --write";

/// The step about JavaScript.
pub(crate) const JAVASCRIPT: &str = "format and lint of JavaScript";

/// Runs all of them. The npm packages must be installed.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let program = |name: &str| {
        let mut command = toolbox.command(project.path("node_modules/.bin").join(name));
        command.current_dir(project.root());
        command
    };
    let mut failures = Failures::default();
    failures.keep(progress::run(JAVASCRIPT, FIX_JAVASCRIPT, || {
        run(program("biome").args(["check", "--error-on-warnings"]))
    }))?;
    failures.into_result()
}
