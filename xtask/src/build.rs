//! From nothing to `dist/`.

use anyhow::Result;

use crate::command::run;
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::{progress, setup, size};

/// Builds `dist/` and shows what its bytes are.
pub(crate) fn build(project: &Project) -> Result<()> {
    let toolbox = setup::for_build(project)?;
    release(project, &toolbox)?;
    size::size(project, &toolbox).map(drop)
}

/// Builds `dist/`, as `trunk build --release` does.
pub(crate) fn release(project: &Project, toolbox: &Toolbox) -> Result<()> {
    progress::run("build dist/ (Trunk: the wasm, then `cargo xtask pack`)", "cargo xtask build", || {
        run(trunk(project, toolbox).args(["build", "--release"]))
    })
}

/// Trunk, without its look at the network for a newer Trunk.
pub(crate) fn trunk(project: &Project, toolbox: &Toolbox) -> std::process::Command {
    let mut command = toolbox.command("trunk");
    command.arg("--skip-version-check").current_dir(project.root());
    // Trunk wants `true` or `false` here, and some machines say `NO_COLOR=1`.
    command.env_remove("NO_COLOR");
    command
}
