//! What the widget and its tools are made of that others wrote: which licences, from where, and the list for a release.
//! Nothing here needs the network: all of it is in `Cargo.lock`, in `package-lock.json` and in what cargo has fetched.

mod crates;
mod npm;
mod policy;
pub(crate) mod sbom;
mod spdx;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::toolbox::Toolbox;
use policy::Policy;

/// What somebody published, in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    /// Its name in Package URLs, such as `pkg:cargo/leptos@0.8.23`, which say where it is from.
    ecosystem: &'static str,
    name: String,
    version: String,
    /// An SPDX expression; empty if there is none.
    licence: String,
    /// `None` for what is part of this project.
    source: Option<Source>,
}

/// Where a package is from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// Its ecosystem's registry, with what identifies it: the algorithm and the sum in hexadecimal digits.
    Registry { algorithm: &'static str, sum: String },
    /// Anything else, in words.
    Other(String),
}

/// Fails unless every crate and every npm package has a licence that `deny.toml` allows and is from where it allows.
pub(crate) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let policy = Policy::read(project)?;
    let mut packages = crates::all(project, toolbox)?;
    packages.extend(npm::all(project)?);
    let problems: Vec<String> = packages.iter().filter_map(|package| policy.problem(package)).collect();
    if !problems.is_empty() {
        bail!("{}\ndeny.toml says what is allowed.", problems.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_used_here_is_allowed() {
        let project = Project::locate().unwrap();
        check(&project, &Toolbox::default()).unwrap();
        // Both lock files were read.
        assert!(crates::all(&project, &Toolbox::default()).unwrap().iter().any(|it| it.name == "leptos"));
        assert!(npm::all(&project).unwrap().iter().any(|it| it.name == "esbuild"));
    }
}
