//! Starts Lighthouse: `tests/lighthouse/` has the pages scored, in Node, with Chromium.

use std::process::Command;

use anyhow::Result;

use crate::command::run;
use crate::npm;
use crate::project::Project;
use crate::setup::Toolbox;

/// Scores the pages that are in `dist/`. Fails where one is not perfect.
pub(crate) fn lighthouse(project: &Project) -> Result<()> {
    run(&mut command(project, &Toolbox::default())?)
}

/// Installs Lighthouse unless it is there; gives the command that scores the pages in `dist/`.
pub(crate) fn command(project: &Project, toolbox: &Toolbox) -> Result<Command> {
    let folder = project.path("tests/lighthouse");
    npm::ensure_in(&folder, toolbox)?;
    let mut node = toolbox.command("node");
    node.arg(folder.join("lighthouse.mjs")).arg("--dist").arg(project.dist());
    Ok(node)
}
