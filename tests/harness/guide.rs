//! The guide's texts and pictures, from `assets/data/guide`, as the build reads them.

use std::sync::OnceLock;

use anyhow::Result;
use gpf_domain::guide::{Files, Guide, Population, TimelineEvent};

use super::browser::Browser;
use super::finder::Finder;
use super::folders::project_text;
use super::oracle::built;

/// The guide.
pub(crate) fn guide() -> &'static Guide {
    static ALL: OnceLock<Guide> = OnceLock::new();
    ALL.get_or_init(|| {
        let files = Files::each(project_text).expect("the files are there");
        Guide::read(&files, &built().0.documents).expect("the data is sound")
    })
}

/// The data of the timeline.
pub(crate) fn moments() -> &'static [TimelineEvent] {
    &guide().events
}

/// The data of the chart of sizes.
pub(crate) fn populations() -> &'static [Population] {
    &guide().populations
}

impl Browser {
    /// The page's guide, once it has content. It has the same methods as a finder.
    ///
    /// # Errors
    /// Returns an error if no guide appears in time.
    pub(crate) async fn guide(&self) -> Result<Finder> {
        self.finder_at("gp-federation-guide").await
    }
}
