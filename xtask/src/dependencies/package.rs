//! A package: a crate or an npm package.

/// A published package, in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Package {
    /// Its name in package URLs, such as `pkg:cargo/leptos@0.8.23`, which contain the source.
    pub(super) ecosystem: &'static str,
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression. Empty if there is none.
    pub(super) licence: String,
    /// `None` for a part of this project.
    pub(super) source: Option<Source>,
}

/// The source of a package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Its ecosystem's registry, with the checksum: the algorithm and the hexadecimal digits.
    Registry { algorithm: &'static str, sum: String },
    /// Anything else, in words.
    Other(String),
}
