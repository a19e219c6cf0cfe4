//! Checks that run in Node against `dist/` in Chromium. They print a `test result:` line, as cargo tests do.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::run;
use crate::npm;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// A JavaScript module with checks.
pub(crate) struct NodeCheck {
    /// The package that contains it.
    folder: &'static str,
    module: &'static str,
}

/// Accessibility and best practices of the pages: 100 of 100.
pub(crate) const LIGHTHOUSE: NodeCheck = NodeCheck { folder: "tests/lighthouse", module: "lighthouse.mjs" };

/// No element blocks its page while it starts, on a processor 4 times slower.
pub(crate) const LONG_TASKS: NodeCheck = NodeCheck { folder: "bench", module: "long-tasks.mjs" };

/// The npm packages: contents, types, the import on a server, the results of publint and arethetypeswrong, and apps
/// that are built with them and run in Chromium.
pub(crate) const NPM: NodeCheck = NodeCheck { folder: "tests/npm", module: "npm.mjs" };

impl NodeCheck {
    /// Checks `dist/`. Returns an error if a check fails.
    pub(crate) fn run(&self, project: &Project) -> Result<()> {
        run(&mut self.command(project, &Toolbox::default())?)
    }

    /// Installs the packages that the module needs, and returns the command that checks `dist/`.
    pub(crate) fn command(&self, project: &Project, toolbox: &Toolbox) -> Result<Command> {
        self.command_for(project, toolbox, &project.dist())
    }

    /// The same for what is in another folder.
    pub(crate) fn command_for(&self, project: &Project, toolbox: &Toolbox, dist: &Path) -> Result<Command> {
        let folder = project.path(self.folder);
        npm::ensure_in(&folder, toolbox)?;
        let mut node = toolbox.command("node");
        node.arg(folder.join(self.module)).arg("--dist").arg(dist);
        Ok(node)
    }
}
