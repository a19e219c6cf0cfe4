//! What npm installs: esbuild, wasm-opt, Sass, the NHS styles, axe and pixelmatch, all in the versions of package-lock.json.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// Installs the npm packages of the workspace, unless they are there.
pub(crate) fn ensure(project: &Project, toolbox: &Toolbox) -> Result<()> {
    ensure_in(project.root(), toolbox)
}

/// Installs the npm packages of a folder, unless those of its very package-lock.json are there.
pub(crate) fn ensure_in(folder: &Path, toolbox: &Toolbox) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    progress::run("install the npm packages", "cargo xtask setup", || {
        run(toolbox.command("npm").arg("ci").current_dir(folder))
            .with_context(|| format!("in {}", folder.display()))?;
        let esbuild = folder.join("node_modules/.bin/esbuild");
        if esbuild.exists() {
            // Its program comes in a package of its own that npm may leave out without an error.
            output(toolbox.command(esbuild).arg("--version"))
                .context("npm did not install all of esbuild: remove node_modules, then try again")?;
        }
        Ok(fs::write(installed, lock)?)
    })
}
