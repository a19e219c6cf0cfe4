//! Tools that cargo and rustup install.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{run, try_output};
use crate::progress;
use crate::project::{Project, is_ci};
use crate::toolbox::Toolbox;

/// A program that `cargo install` can install.
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    /// The version to install.
    version: String,
    /// The required version of an installed one, or the start of it up to a dot. `None` accepts all.
    accepted: Option<String>,
}

impl Tool {
    /// The wasm-bindgen command. Its version must be exactly the version of the crate.
    pub(crate) fn wasm_bindgen(project: &Project) -> Result<Self> {
        let manifest = std::fs::read_to_string(project.path("Cargo.toml"))?;
        let version = pinned(&manifest, "wasm-bindgen")
            .context("Cargo.toml has to pin wasm-bindgen in a line of its own: wasm-bindgen = \"=1.2.3\"")?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: version.to_owned(),
            accepted: Some(version.to_owned()),
        })
    }

    /// Trunk 0.21: 0.22 needs a newer Rust than the workspace.
    pub(crate) fn trunk() -> Self {
        Self { package: "trunk", program: "trunk", version: "0.21.14".to_owned(), accepted: Some("0.21.".to_owned()) }
    }

    fn geckodriver() -> Self {
        Self { package: "geckodriver", program: "geckodriver", version: "0.37.1".to_owned(), accepted: None }
    }

    /// Whether `printed`, as in "trunk 0.21.14", is a suitable version.
    fn accepts(&self, printed: &str) -> bool {
        let version = printed.split_whitespace().nth(1).unwrap_or_default();
        match &self.accepted {
            Some(start) if start.ends_with('.') => version.starts_with(start),
            Some(exact) => version == exact,
            None => true,
        }
    }
}

fn pinned<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
    manifest.lines().find_map(|line| line.strip_prefix(package)?.strip_prefix(" = \"=")?.strip_suffix('"'))
}

/// The target of everything that runs in the browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Whether Rust has the standard library for wasm.
fn has_wasm_target(toolbox: &Toolbox) -> bool {
    let library = try_output(toolbox.command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    library.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn wasm_target_step() -> String {
    format!("install Rust's {WASM_TARGET} target")
}

/// The step of `ensure_wasm_target`, if it has anything to install.
pub(crate) fn missing_wasm_target(toolbox: &Toolbox) -> Option<String> {
    (!has_wasm_target(toolbox)).then(wasm_target_step)
}

/// The standard library for wasm.
pub(crate) fn ensure_wasm_target(toolbox: &Toolbox) -> Result<()> {
    if has_wasm_target(toolbox) {
        return Ok(());
    }
    progress::run(wasm_target_step(), SETUP, || {
        run(toolbox.command("rustup").args(["target", "add", WASM_TARGET]))
            .with_context(|| format!("install Rust's {WASM_TARGET} target, then try again"))
    })
}

/// Installs what is missing, and nothing else.
const SETUP: &str = "cargo xtask setup";

/// The location of a tool.
enum Place {
    /// In this folder, in a suitable version.
    Folder(PathBuf),
    /// Missing, or only in another version.
    Missing { is_there_in_another_version: bool },
}

fn find(tool: &Tool) -> Result<Place> {
    let places = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let others = [cargo_folder()?.join("bin"), own_folder(tool)?.join("bin")];
    let mut is_there_in_another_version = false;
    for folder in places.iter().chain(&others) {
        let program = folder.join(tool.program);
        let Some(printed) = try_output(Command::new(&program).arg("--version")) else {
            continue;
        };
        if tool.accepts(&printed) {
            return Ok(Place::Folder(folder.clone()));
        }
        is_there_in_another_version = true;
    }
    Ok(Place::Missing { is_there_in_another_version })
}

fn step(tool: &Tool) -> String {
    format!("install {} {}", tool.package, tool.version)
}

/// Finds a tool or installs it.
pub(crate) fn ensure(project: &Project, toolbox: &mut Toolbox, tool: &Tool) -> Result<()> {
    let is_there_in_another_version = match find(tool)? {
        Place::Folder(folder) => {
            toolbox.add(folder);
            return Ok(());
        }
        Place::Missing { is_there_in_another_version } => is_there_in_another_version,
    };
    progress::run(step(tool), SETUP, || {
        if is_there_in_another_version {
            // The user has another version for other work, which must not be replaced.
            let own = own_folder(tool)?;
            install(project, toolbox, tool, Some(&own))?;
            toolbox.add(own.join("bin"));
        } else {
            install(project, toolbox, tool, None)?;
            toolbox.add(cargo_folder()?.join("bin"));
        }
        Ok(())
    })
}

/// The step of `ensure_geckodriver`, if it has anything to install.
pub(crate) fn missing_geckodriver() -> Option<String> {
    let tool = Tool::geckodriver();
    matches!(find(&tool), Ok(Place::Missing { .. })).then(|| step(&tool))
}

/// Firefox's driver. Without it the tests still run in the other engines.
pub(crate) fn ensure_geckodriver(project: &Project, toolbox: &mut Toolbox) -> Result<()> {
    match ensure(project, toolbox, &Tool::geckodriver()) {
        Err(error) if !is_ci() => {
            progress::note(&format!("SKIPPED: no tests in Firefox: {error:#}"));
            Ok(())
        }
        result => result,
    }
}

/// Installs with the tool's own lock file or, if those versions are not available, with the newest ones.
fn install(project: &Project, toolbox: &Toolbox, tool: &Tool, root: Option<&Path>) -> Result<()> {
    let cargo_install = |is_locked: bool| {
        let mut command = toolbox.command("cargo");
        command.args(["install", tool.package, "--version", &tool.version]).args(is_locked.then_some("--locked"));
        if let Some(root) = root {
            command.arg("--root").arg(root);
        }
        // Tools that run for seconds need no optimisation that takes minutes. They share their dependencies.
        command
            .env("CARGO_TARGET_DIR", project.target().join("tools"))
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
        run(&mut command)
    };
    cargo_install(true).or_else(|_| {
        progress::note("once more, without the versions that its authors locked");
        cargo_install(false)
    })
}

/// Cargo's home folder. Programs are installed in its `bin`.
pub(crate) fn cargo_folder() -> Result<PathBuf> {
    match std::env::var_os("CARGO_HOME") {
        Some(folder) => Ok(folder.into()),
        None => Ok(home()?.join(".cargo")),
    }
}

/// The user's home folder.
pub(crate) fn home() -> Result<PathBuf> {
    std::env::home_dir().context("HOME is not set: set it to your own folder.")
}

fn own_folder(tool: &Tool) -> Result<PathBuf> {
    let caches = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) => folder.into(),
        None => home()?.join(".cache"),
    };
    Ok(caches.join("gp-federations").join(format!("{}-{}", tool.package, tool.version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_version_is_read_from_the_manifest() {
        let manifest = "web-sys = \"0.3\"\nwasm-bindgen-futures = \"0.4\"\nwasm-bindgen = \"=0.2.130\"\n";
        assert_eq!(pinned(manifest, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(pinned("wasm-bindgen = \"0.2\"", "wasm-bindgen"), None);
    }

    #[test]
    fn only_compatible_versions_are_accepted() {
        let trunk = Tool::trunk();
        assert!(trunk.accepts("trunk 0.21.7"));
        assert!(!trunk.accepts("trunk 0.22.1"));
        assert!(!trunk.accepts("trunk 0.2.1"));
        assert!(Tool::geckodriver().accepts("geckodriver 0.36.0 (of a day)"));
        let exact = Tool { accepted: Some("0.2.13".to_owned()), ..Tool::trunk() };
        assert!(!exact.accepts("wasm-bindgen 0.2.130"));
    }
}
