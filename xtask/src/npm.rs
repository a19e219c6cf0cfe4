//! The npm packages: esbuild, wasm-opt, Sass, Biome, TypeScript, the NHS styles, axe and pixelmatch, all in the versions of
//! package-lock.json.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// Their programs are in a second package for each platform, which npm can leave out without an error.
const IN_TWO_PACKAGES: [&str; 3] = ["biome", "esbuild", "tsc"];

/// The name of the step.
const STEP: &str = "install the npm packages";

/// The step of `ensure`, if it has anything to install.
pub(crate) fn missing(project: &Project) -> Option<String> {
    (!is_installed(project.root()).unwrap_or(false)).then(|| STEP.to_owned())
}

/// Installs the npm packages of the workspace, unless they are installed.
pub(crate) fn ensure(project: &Project, toolbox: &Toolbox) -> Result<()> {
    ensure_in(project.root(), toolbox)
}

/// Installs the npm packages of a folder, unless the same package-lock.json is installed.
pub(crate) fn ensure_in(folder: &Path, toolbox: &Toolbox) -> Result<()> {
    if is_installed(folder)? {
        return Ok(());
    }
    progress::run(STEP, "cargo xtask setup", || {
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
        fs::copy(lock(folder), installed_lock(folder))?;
        Ok(())
    })
}

fn lock(folder: &Path) -> PathBuf {
    folder.join("package-lock.json")
}

/// The lock file of the installed packages.
fn installed_lock(folder: &Path) -> PathBuf {
    folder.join("node_modules/.installed-lock.json")
}

fn is_installed(folder: &Path) -> Result<bool> {
    let lock = fs::read(lock(folder))?;
    Ok(fs::read(installed_lock(folder)).is_ok_and(|installed| installed == lock))
}
