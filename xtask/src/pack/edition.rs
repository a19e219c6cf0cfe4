//! The elements of each script: `gp-federations.js` has all of them, and each element has its own smaller script.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::bindgen;
use crate::command::run;
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;

/// A script in `dist/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edition {
    /// Every element.
    Full,
    /// The finder, with the import of an editor's own list.
    Finder,
    /// The comparison.
    Comparison,
    /// The guide.
    Guide,
}

impl Edition {
    /// All editions, the full one first.
    pub(crate) const ALL: [Self; 4] = [Self::Full, Self::Finder, Self::Comparison, Self::Guide];

    /// The editions with one element.
    pub(crate) const PARTS: [Self; 3] = [Self::Finder, Self::Comparison, Self::Guide];

    /// The file in `dist/`.
    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Full => SCRIPT,
            Self::Finder => "gp-federations-finder.js",
            Self::Comparison => "gp-federations-comparison.js",
            Self::Guide => "gp-federations-guide.js",
        }
    }

    /// The name of its elements in the loader and in the features of the crate.
    pub(crate) const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Full => &["finder", "comparison", "guide"],
            Self::Finder => &["finder"],
            Self::Comparison => &["comparison"],
            Self::Guide => &["guide"],
        }
    }

    /// Whether it has this element.
    pub(crate) fn has(self, element: Self) -> bool {
        self == Self::Full || self == element
    }

    /// The folder of its parts. `cargo xtask size` reads those of the full edition.
    pub(crate) fn parts(self, project: &Project) -> PathBuf {
        match self {
            Self::Full => project.parts(),
            part => project.parts().join(part.kinds()[0]),
        }
    }

    /// Compiles the wasm, with the same arguments as Trunk for the full script. Returns the file.
    pub(crate) fn compile(self, project: &Project, toolbox: &Toolbox, is_release: bool) -> Result<PathBuf> {
        let mut cargo = toolbox.command("cargo");
        cargo.args(["build", "--lib", "--package", "gp-federations", "--target", WASM_TARGET]);
        cargo.args(is_release.then_some("--release"));
        match self {
            Self::Full => cargo.args(["--features", "csr"]),
            part => cargo.args(["--quiet", "--no-default-features", "--features", &["csr", part.kinds()[0]].join(",")]),
        };
        run(cargo.current_dir(project.root()))?;
        let profile = if is_release { "release" } else { "debug" };
        Ok(project.target().join(WASM_TARGET).join(profile).join("gp_federations.wasm"))
    }

    /// Builds the wasm and its glue for release, as Trunk does for the full script. Returns the paths of both files.
    pub(crate) fn build(self, project: &Project, toolbox: &Toolbox) -> Result<[PathBuf; 2]> {
        let folder = self.parts(project);
        fs::create_dir_all(&folder)?;
        bindgen::generate(&self.compile(project, toolbox, true)?, &folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_element_editions_cover_the_full_edition() {
        let parts: Vec<&str> = Edition::PARTS.iter().flat_map(|part| part.kinds()).copied().collect();
        assert_eq!(parts, Edition::Full.kinds());
        assert_eq!(Edition::ALL[1..], Edition::PARTS);
        for part in Edition::PARTS {
            assert!(Edition::Full.has(part) && part.has(part));
            assert_eq!(part.file(), format!("gp-federations-{}.js", part.kinds()[0]));
        }
        assert!(!Edition::Finder.has(Edition::Guide));
    }
}
