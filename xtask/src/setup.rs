//! Installs what is missing. What is there in the right version is used as it is, without a look at the network.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::step::Failures;
use crate::tools::Tool;
use crate::{apt, npm, tools};

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

/// What a build needs: the wasm target, wasm-bindgen, Trunk and the npm packages.
pub(crate) fn for_build(project: &Project) -> Result<Toolbox> {
    let mut toolbox = Toolbox::default();
    tools::ensure_wasm_target(&toolbox)?;
    tools::ensure(project, &mut toolbox, &Tool::wasm_bindgen(project)?)?;
    tools::ensure(project, &mut toolbox, &Tool::trunk())?;
    npm::ensure(project, &toolbox)?;
    Ok(toolbox)
}

/// What the tests need on top of that: browsers and their drivers.
pub(crate) fn for_test(project: &Project) -> Result<Toolbox> {
    // Browsers are downloaded while tools are compiled: one waits for the network, the other for the processor.
    std::thread::scope(|scope| {
        let browsers = scope.spawn(|| apt::ensure_browsers(&Toolbox::default()));
        let tools = for_build(project).and_then(|mut toolbox| {
            tools::ensure_geckodriver(project, &mut toolbox)?;
            Ok(toolbox)
        });
        let browsers = browsers.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let mut failures = Failures::default();
        let tools = failures.keep(tools)?;
        failures.keep(browsers)?;
        failures.into_result()?;
        tools.context("there are no tools")
    })
}
