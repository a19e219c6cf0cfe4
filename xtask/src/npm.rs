//! What npm installs: esbuild, wasm-opt, the NHS styles and axe, all in the versions of package-lock.json.

use std::fs;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::step;

/// Installs the npm packages, unless those of this very package-lock.json are there.
pub(crate) fn ensure(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let lock = fs::read(project.path("package-lock.json"))?;
    let installed = project.path("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step::begin("install the npm packages");
    run(toolbox.command("npm").arg("ci").current_dir(project.root()))?;
    // esbuild's program comes in a package of its own that npm may leave out without an error.
    output(toolbox.command(project.npm_program("esbuild")).arg("--version"))
        .context("npm did not install all of esbuild: remove node_modules, then try again")?;
    fs::write(installed, lock)?;
    Ok(())
}
