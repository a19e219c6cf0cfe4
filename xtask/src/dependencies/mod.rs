//! The dependencies of the widget and its tools: their licences, their sources, and the list for a release. Nothing
//! here needs the network, because all data is in `Cargo.lock`, in `package-lock.json` and in cargo's cache.

mod crates;
mod npm;
mod package;
mod policy;
pub(crate) mod sbom;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::toolbox::Toolbox;
use policy::Policy;

/// Fails unless every crate and every npm package has a licence and a source that `deny.toml` allows.
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
    fn all_dependencies_are_allowed() {
        let project = Project::locate().unwrap();
        check(&project, &Toolbox::default()).unwrap();
        // Both lock files were read.
        assert!(crates::all(&project, &Toolbox::default()).unwrap().iter().any(|it| it.name == "leptos"));
        assert!(npm::all(&project).unwrap().iter().any(|it| it.name == "esbuild"));
    }
}
