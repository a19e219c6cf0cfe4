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
        let mut command = Command::new(name_on(cfg!(windows), program));
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

/// The name of a program on this system. On Windows, where only `.exe` can be left out, npm and the programs of npm packages
/// are scripts with another extension.
fn name_on(is_windows: bool, program: &Path) -> PathBuf {
    let is_npm = ["npm", "npx"].iter().any(|name| program == Path::new(name));
    let is_of_package = program.parent().is_some_and(|folder| folder.ends_with("node_modules/.bin"));
    if is_windows && (is_npm || is_of_package) { program.with_extension("cmd") } else { program.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npm_and_its_programs_have_another_name_on_windows() {
        let name = |is_windows, program: &str| name_on(is_windows, Path::new(program)).to_string_lossy().into_owned();
        for (program, on_windows) in [
            ("npm", "npm.cmd"),
            ("npx", "npx.cmd"),
            ("a/node_modules/.bin/esbuild", "a/node_modules/.bin/esbuild.cmd"),
            ("a/node_modules/.bin/wasm-opt", "a/node_modules/.bin/wasm-opt.cmd"),
            ("node", "node"),
            ("cargo", "cargo"),
            ("a/bin/trunk", "a/bin/trunk"),
        ] {
            assert_eq!(name(true, program), on_windows);
            assert_eq!(name(false, program), program);
        }
    }

    /// Cargo and npm get the folders of the toolbox first, and nothing of this package's own build.
    #[test]
    fn a_command_has_the_folders_of_the_toolbox_first() {
        let mut toolbox = Toolbox::default();
        toolbox.add("one".into());
        toolbox.add("two".into());
        toolbox.add("one".into());
        let command = toolbox.command("cargo");
        let path = command.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path).unwrap();
        let folders: Vec<PathBuf> = std::env::split_paths(path).take(2).collect();
        assert_eq!(folders, [Path::new("two"), Path::new("one")]);
        let removed = |name: &str| command.get_envs().any(|(other, value)| other == name && value.is_none());
        assert!(removed("CARGO_MANIFEST_DIR") && removed("CARGO_PKG_NAME"));
    }
}
