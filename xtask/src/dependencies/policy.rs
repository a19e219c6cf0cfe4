//! The licences and sources that `deny.toml` allows. cargo-deny reads the same file.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::package::{Package, Source};
use super::spdx;
use crate::project::Project;

/// Unchanged programs that run during development and are no part of anything published. Their licences are not allowed
/// for published code. axe-core checks the pages of the tests, and pixelmatch compares their screenshots.
const DEV_TOOL_EXCEPTIONS: [(&str, &str); 2] = [("axe-core", "MPL-2.0"), ("pixelmatch", "ISC")];

/// The licences that are allowed for everything.
pub(super) struct Policy {
    allowed: Vec<String>,
}

impl Policy {
    /// Reads `deny.toml`.
    pub(super) fn read(project: &Project) -> Result<Self> {
        Self::parse(&fs::read_to_string(project.path("deny.toml"))?).context("deny.toml")
    }

    fn parse(text: &str) -> Result<Self> {
        let file: Value = toml::from_str(text)?;
        let allowed = file["licenses"]["allow"].as_array().context("there is no list \"allow\" under [licenses]")?;
        Ok(Self { allowed: allowed.iter().filter_map(Value::as_str).map(str::to_owned).collect() })
    }

    /// Returns the problem of a package, if there is one.
    pub(super) fn problem(&self, package: &Package) -> Option<String> {
        let Package { name, version, licence, .. } = package;
        let is_allowed = |licence: &str| {
            self.allowed.iter().any(|allowed| allowed == licence) || DEV_TOOL_EXCEPTIONS.contains(&(&**name, licence))
        };
        match spdx::is_satisfied(licence, &is_allowed) {
            Ok(true) => match &package.source {
                Some(Source::Other(place)) => {
                    Some(format!("{name} {version} is not from a registry, but from {place}"))
                }
                _ => None,
            },
            Ok(false) => Some(format!("{name} {version} has the licence {licence}, which is not allowed")),
            Err(error) => Some(format!("{name} {version}: {error:#}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: &str, source: Option<Source>) -> Package {
        Package {
            ecosystem: "cargo",
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            source,
        }
    }

    #[test]
    fn licence_and_source_must_both_be_allowed() {
        let policy = Policy::parse("[licenses]\nallow = [\"MIT\"]").unwrap();
        let problem = |name, licence, source| policy.problem(&package(name, licence, source)).unwrap_or_default();
        let registry = Some(Source::Registry { algorithm: "SHA-256", sum: "ab".to_owned() });
        assert_eq!(problem("a", "MIT", registry.clone()), "");
        assert_eq!(problem("own", "MIT", None), "");
        assert!(problem("a", "GPL-3.0-only", registry.clone()).contains("a 1.0.0 has the licence GPL-3.0-only"));
        assert!(problem("a", "", registry.clone()).contains("not an SPDX expression"));
        let git = Some(Source::Other("git+https://example.org/a".to_owned()));
        assert!(problem("a", "MIT", git).contains("from git+https://example.org/a"));
        assert_eq!(problem("axe-core", "MPL-2.0", registry.clone()), "");
        assert!(problem("other", "MPL-2.0", registry).contains("not allowed"));
        assert!(Policy::parse("[licenses]").is_err());
    }
}
