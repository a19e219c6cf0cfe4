//! What npm installs: esbuild, wasm-opt, Sass, Biome, the NHS styles, axe and pixelmatch, all in the versions of
//! package-lock.json.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// Their programs come in a second package for each kind of machine, which npm can leave out without an error.
const IN_TWO_PACKAGES: [&str; 2] = ["biome", "esbuild"];

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
        for name in IN_TWO_PACKAGES {
            let program = folder.join("node_modules/.bin").join(name);
            if program.exists() {
                output(toolbox.command(program).arg("--version")).with_context(|| {
                    format!("npm did not install all of {name}: remove node_modules, then try again")
                })?;
            }
        }
        Ok(fs::write(installed, lock)?)
    })
}
