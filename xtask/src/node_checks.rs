//! What Node judges `dist/` by in Chromium alone: tests of their own, whose output ends as that of cargo's tests does.

use std::process::Command;

use anyhow::Result;

use crate::command::run;
use crate::npm;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// A module of JavaScript that judges.
pub(crate) struct NodeCheck {
    /// The package that it is in.
    folder: &'static str,
    module: &'static str,
}

/// Accessibility and best practices of the pages: 100 of 100.
pub(crate) const LIGHTHOUSE: NodeCheck = NodeCheck { folder: "tests/lighthouse", module: "lighthouse.mjs" };

/// No element keeps its page waiting while it starts, on a processor 4 times slower.
pub(crate) const LONG_TASKS: NodeCheck = NodeCheck { folder: "bench", module: "long-tasks.mjs" };

/// The npm packages: what is in them, types, the import on a server, what publint and arethetypeswrong find, and apps that
/// are built with them and run in Chromium.
pub(crate) const NPM: NodeCheck = NodeCheck { folder: "tests/npm", module: "npm.mjs" };

impl NodeCheck {
    /// Judges what is in `dist/`. Fails where something falls short.
    pub(crate) fn run(&self, project: &Project) -> Result<()> {
        run(&mut self.command(project, &Toolbox::default())?)
    }

    /// Installs what the package needs unless it is there; gives the command that judges what is in `dist/`.
    pub(crate) fn command(&self, project: &Project, toolbox: &Toolbox) -> Result<Command> {
        let folder = project.path(self.folder);
        npm::ensure_in(&folder, toolbox)?;
        let mut node = toolbox.command("node");
        node.arg(folder.join(self.module)).arg("--dist").arg(project.dist());
        Ok(node)
    }
}
