//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The name of the one script, in Trunk's staging folder (there it is the glue) and in `dist/`.
pub(crate) const SCRIPT: &str = "gp-federations.js";

/// The version that the script, and the API's `version`, tell.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The workspace.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the workspace: from what `cargo run` says, not from where this program was compiled, as the
    /// folder may have moved since.
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

    /// What is made for others to use.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Cargo's target folder: cargo and everything it starts agree on `CARGO_TARGET_DIR`.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// What pack makes on its way to the one script. `size` measures it.
    pub(crate) fn parts(&self) -> PathBuf {
        self.target().join("pack")
    }

    /// A program of npm's `node_modules`.
    pub(crate) fn npm_program(&self, name: &str) -> PathBuf {
        self.path("node_modules/.bin").join(name)
    }
}

/// Whether this is an automatic run, where a missing part is a failure and not a skip.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}
