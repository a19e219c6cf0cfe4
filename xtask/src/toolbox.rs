//! The tools of a command, with an environment as if the user had started them.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

/// Where the tools are: the folders that go before the user's own `PATH`.
#[derive(Default)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A program to run, in an environment as if the user had started it.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        // What `cargo run` tells a program of its own package would make cargo, called again, build things twice.
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

    /// Puts a folder first.
    pub(crate) fn add(&mut self, folder: PathBuf) {
        if !self.folders.contains(&folder) {
            self.folders.insert(0, folder);
        }
    }
}
