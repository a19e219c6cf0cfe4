//! Paths of the project.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The name of the full script, in Trunk's staging folder (where it is the glue) and in `dist/`.
pub(crate) const SCRIPT: &str = "gp-federations.js";

/// The version in the script and in the API's `version`.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The workspace.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the workspace from the environment of `cargo run`, not from the path at compile time, because the folder
    /// might have moved since.
    pub(crate) fn locate() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").context("Run this as `cargo xtask`.")?;
        let root = Path::new(&manifest).parent().context("xtask has to stand in the workspace's folder.")?;
        Ok(Self { root: root.to_owned() })
    }

    /// A workspace in a folder.
    #[cfg(test)]
    pub(crate) const fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// The workspace's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the workspace.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The output for others to use.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Cargo's target folder: cargo and everything it starts use `CARGO_TARGET_DIR`.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// The intermediate files of the full script. `size` measures them.
    pub(crate) fn parts(&self) -> PathBuf {
        self.target().join("pack")
    }

    /// A program of npm's `node_modules`.
    pub(crate) fn npm_program(&self, name: &str) -> PathBuf {
        self.path("node_modules/.bin").join(name)
    }
}

/// Whether this is an unattended run, in which a missing part is a failure and is not skipped.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}
