//! Starts the measuring: `bench/` does it, in Node, with Chromium.

use anyhow::{Context, Result};

use crate::command::run;
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;
use crate::{build, npm, progress, setup};

/// Installs what is missing, builds `dist/` if it is not there, measures, and prints the tables.
pub(crate) fn bench(project: &Project, options: &[&str]) -> Result<()> {
    let folder = project.path("bench");
    npm::ensure_in(&folder, &Toolbox::default())?;
    let toolbox = if project.dist().join(SCRIPT).is_file() || options.contains(&"--help") {
        // What is measured is what is there: somebody who compares 2 builds wants neither of them rebuilt.
        Toolbox::default()
    } else {
        let toolbox = setup::for_build(project, Vec::new())?;
        build::release(project, &toolbox)?;
        toolbox
    };
    progress::begin("measure in Chromium (half an hour for everybody at every length; `--quick` takes 2 minutes)");
    let mut node = toolbox.command("node");
    node.arg(folder.join("bench.mjs")).args(options);
    node.arg("--dist").arg(project.dist()).arg("--out").arg(project.target().join("bench"));
    run(&mut node).context("something could not be measured, or --strict and a budget was missed: see above")
}

#[cfg(test)]
mod tests {
    use crate::command::pass_node_tests;

    #[test]
    fn the_measuring_modules_pass_their_own_tests() {
        pass_node_tests("bench/tests/");
    }
}
