//! The licences and sources that `deny.toml` allows. cargo-deny reads the same file.

use std::fs;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use spdx::{Expression, LicenseReq, Licensee};

use super::package::{Package, Source};
use crate::project::Project;

/// Unchanged programs that run during development and are no part of anything published. Their licences are not allowed
/// for published code. axe-core checks the pages of the tests, and pixelmatch compares their screenshots. The others belong
/// to stylelint.
const DEV_TOOL_EXCEPTIONS: [(&str, &str); 12] = [
    ("axe-core", "MPL-2.0"),
    ("pixelmatch", "ISC"),
    ("argparse", "Python-2.0"),
    ("fastq", "ISC"),
    ("flatted", "ISC"),
    ("glob-parent", "ISC"),
    ("ini", "ISC"),
    ("isexe", "ISC"),
    ("picocolors", "ISC"),
    ("signal-exit", "ISC"),
    ("which", "ISC"),
    ("write-file-atomic", "ISC"),
];

/// The licences that are allowed for everything.
pub(super) struct Policy {
    allowed: Vec<Licensee>,
}

impl Policy {
    /// Reads `deny.toml`.
    pub(super) fn read(project: &Project) -> Result<Self> {
        Self::parse(&fs::read_to_string(project.path("deny.toml"))?).context("deny.toml")
    }

    fn parse(text: &str) -> Result<Self> {
        let file: Value = toml::from_str(text)?;
        let allowed = file["licenses"]["allow"].as_array().context("there is no list \"allow\" under [licenses]")?;
        let allowed = allowed.iter().filter_map(Value::as_str).map(licensee).collect::<Result<_>>()?;
        Ok(Self { allowed })
    }

    /// Returns the problem of a package, if there is one.
    pub(super) fn problem(&self, package: &Package) -> Option<String> {
        let Package { name, version, licence, .. } = package;
        let Some(licence) = licence else { return Some(format!("{name} {version} does not state its licence")) };
        let only_run = DEV_TOOL_EXCEPTIONS
            .iter()
            .filter(|(tool, _)| tool == name)
            .filter_map(|(_, licence)| licensee(licence).ok());
        let allowed: Vec<Licensee> = only_run.chain(self.allowed.iter().cloned()).collect();
        let is_allowed = |needed: &LicenseReq| allowed.iter().any(|it| it.satisfies(needed));
        match Expression::parse(licence).map(|expression| expression.evaluate(is_allowed)) {
            Ok(true) => match &package.source {
                Some(Source::Other(place)) => {
                    Some(format!("{name} {version} is not from a registry, but from {place}"))
                }
                _ => None,
            },
            Ok(false) => Some(format!("{name} {version} has the licence {licence}, which is not allowed")),
            Err(error) => Some(format!("{name} {version}: \"{licence}\" is not an SPDX expression ({})", error.reason)),
        }
    }
}

/// Parses an allowed licence.
fn licensee(licence: &str) -> Result<Licensee> {
    Licensee::parse(licence).map_err(|error| anyhow!("\"{licence}\" is not an SPDX licence ({})", error.reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: &str, source: Option<Source>) -> Package {
        Package {
            ecosystem: "cargo",
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: Some(licence.to_owned()).filter(|it| !it.is_empty()),
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
        assert_eq!(problem("a", "", registry.clone()), "a 1.0.0 does not state its licence");
        let git = Some(Source::Other("git+https://example.org/a".to_owned()));
        assert!(problem("a", "MIT", git).contains("from git+https://example.org/a"));
        assert_eq!(problem("axe-core", "MPL-2.0", registry.clone()), "");
        assert!(problem("other", "MPL-2.0", registry).contains("not allowed"));
        assert!(Policy::parse("[licenses]").is_err());
        let typo = Policy::parse("[licenses]\nallow = [\"MTI\"]").err().unwrap().to_string();
        assert!(typo.contains("\"MTI\" is not an SPDX licence"), "{typo}");
    }

    /// Whether these licences are enough for an expression.
    fn are_enough(allowed: &[&str], licence: &str) -> bool {
        let policy = Policy { allowed: allowed.iter().map(|it| licensee(it).unwrap()).collect() };
        policy.problem(&package("a", licence, None)).is_none()
    }

    #[test]
    fn or_needs_one_allowed_licence_and_and_needs_all() {
        assert!(are_enough(&["MIT"], "MIT OR GPL-3.0-only"));
        assert!(!are_enough(&["MIT"], "MIT AND Unicode-3.0"));
        assert!(!are_enough(&["MIT"], "(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(are_enough(&["MIT", "Unicode-3.0"], "(MIT OR Apache-2.0) AND Unicode-3.0"));
        // AND has a higher precedence than OR.
        assert!(are_enough(&["MIT"], "MIT OR Apache-2.0 AND Unicode-3.0"));
    }

    #[test]
    fn an_exception_is_part_of_the_licence() {
        assert!(!are_enough(&["Apache-2.0"], "Apache-2.0 WITH LLVM-exception"));
        assert!(are_enough(&["Apache-2.0 WITH LLVM-exception"], "Apache-2.0 WITH LLVM-exception"));
    }

    #[test]
    fn invalid_spdx_expression_is_quoted() {
        let policy = Policy::parse("[licenses]\nallow = [\"MIT\"]").unwrap();
        for wrong in ["MIT OR", "(MIT", "MIT Apache-2.0", "AND", "MIT)", "MTI"] {
            let problem = policy.problem(&package("a", wrong, None)).unwrap();
            assert!(problem.starts_with(&format!("a 1.0.0: \"{wrong}\" is not an SPDX expression (")), "{problem}");
        }
    }
}
