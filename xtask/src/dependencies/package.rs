//! A package: a crate or an npm package.

/// A published package, in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Package {
    /// Its name in package URLs, such as `pkg:cargo/leptos@0.8.23`, which contain the source.
    pub(super) ecosystem: &'static str,
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression in its standard spelling. `None` if the package does not state its licence.
    pub(super) licence: Option<String>,
    /// `None` for a part of this project.
    pub(super) source: Option<Source>,
}

/// Returns an SPDX expression in its standard spelling: older crates write `MIT/Apache-2.0`. Other texts are unchanged.
/// `None` if it is empty.
pub(super) fn standard_spelling(licence: &str) -> Option<String> {
    let spelling = || spdx::Expression::canonicalize(licence).ok().flatten().unwrap_or_else(|| licence.to_owned());
    (!licence.is_empty()).then(spelling)
}

/// The source of a package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Its ecosystem's registry, with the checksum: the algorithm and the hexadecimal digits.
    Registry { algorithm: &'static str, sum: String },
    /// Anything else, in words.
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_is_converted_to_spdx_spelling() {
        for (licence, expected) in [
            ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0"),
            ("see LICENSE", "see LICENSE"),
        ] {
            assert_eq!(standard_spelling(licence).as_deref(), Some(expected));
        }
        assert_eq!(standard_spelling(""), None);
    }
}
