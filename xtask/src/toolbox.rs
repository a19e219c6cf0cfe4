//! The tools of a command, with an environment as if the user had started them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The paths of the tools: folders that are added before the user's own `PATH`.
#[derive(Default)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A program to run, in an environment as if the user had started it.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let program = Path::new(program.as_ref());
        let mut command = Command::new(if cfg!(windows) { windows_name(program) } else { program.to_owned() });
        // Variables that `cargo run` sets for a program would make a nested cargo build things twice.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&*name);
            }
        }
        if !self.folders.is_empty() {
            let user = std::env::var_os("PATH").unwrap_or_default();
            let folders = self.folders.iter().cloned().chain(std::env::split_paths(&user));
            if let Ok(path) = std::env::join_paths(folders) {
                command.env("PATH", path);
            }
        }
        command
    }

    /// Adds a folder at the beginning.
    pub(crate) fn add(&mut self, folder: PathBuf) {
        if !self.folders.contains(&folder) {
            self.folders.insert(0, folder);
        }
    }
}

/// The names of npm and of the programs of npm packages on Windows, where only `.exe` can be left out.
fn windows_name(program: &Path) -> PathBuf {
    let is_npm = ["npm", "npx"].iter().any(|name| program == Path::new(name));
    let is_of_package = program.parent().is_some_and(|folder| folder.ends_with(".bin"));
    if is_npm || is_of_package { program.with_extension("cmd") } else { program.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npm_and_its_programs_have_another_name_on_windows() {
        let name = |program: &str| windows_name(Path::new(program)).to_string_lossy().into_owned();
        assert_eq!(name("npm"), "npm.cmd");
        assert_eq!(name("a/node_modules/.bin/esbuild"), "a/node_modules/.bin/esbuild.cmd");
        assert_eq!(name("node"), "node");
        assert_eq!(name("cargo"), "cargo");
    }
}
