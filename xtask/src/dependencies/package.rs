//! A package, be it a crate or from npm.

/// What somebody published, in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Package {
    /// Its name in Package URLs, such as `pkg:cargo/leptos@0.8.23`, which say where it is from.
    pub(super) ecosystem: &'static str,
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression; empty if there is none.
    pub(super) licence: String,
    /// `None` for what is part of this project.
    pub(super) source: Option<Source>,
}

/// Where a package is from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Its ecosystem's registry, with what identifies it: the algorithm and the sum in hexadecimal digits.
    Registry { algorithm: &'static str, sum: String },
    /// Anything else, in words.
    Other(String),
}
