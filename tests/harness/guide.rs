//! The guide's texts and pictures, from `assets/data/guide`, as the build reads them.

use std::fs;
use std::sync::OnceLock;

use anyhow::Result;
use gpf_core::guide::{Files, Guide, Moment, Population};

use super::browser::Browser;
use super::expected::directory;
use super::finder::Finder;
use super::server::project_folder;

/// The guide.
pub(crate) fn guide() -> &'static Guide {
    static ALL: OnceLock<Guide> = OnceLock::new();
    ALL.get_or_init(|| {
        let text = |path: &str| {
            let file = project_folder().join(path);
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        };
        let files = Files {
            sections: &text(Files::SECTIONS),
            questions: &text(Files::QUESTIONS),
            reading: &text(Files::READING),
            timeline: &text(Files::TIMELINE),
            populations: &text(Files::POPULATIONS),
        };
        Guide::read(&files, directory().sources()).expect("the data is sound")
    })
}

/// What the timeline shows.
pub(crate) fn moments() -> &'static [Moment] {
    &guide().moments
}

/// What the picture of sizes shows.
pub(crate) fn populations() -> &'static [Population] {
    &guide().populations
}

impl Browser {
    /// The page's guide, once it shows something. It has the same ways in as a finder.
    ///
    /// # Errors
    /// When none appears in time.
    pub(crate) async fn guide(&self) -> Result<Finder> {
        self.finder_at("gp-federation-guide").await
    }
}
