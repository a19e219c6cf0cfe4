//! The expected results, computed from `assets/data` with the same search code that runs in the browser.
//!
//! Native tests check that code. These tests check that the page shows its results.

use std::sync::OnceLock;

use anyhow::{Result, ensure};
use gpf_domain::directory::{Directory, Federation, Region, RegionChoice, authoring};
use gpf_domain::format::format_number;
use gpf_domain::lat_lon::LatLon;
use gpf_domain::near::authoring::districts;
use gpf_domain::near::{Locator, Points};
use gpf_domain::search::{Index, Query, SearchResults, SearchSession, summary};

use super::finder::Finder;
use super::folders::project_text;

/// The number of federations that a finder shows at first.
pub(crate) const PAGE: usize = 20;

/// The results of a query.
pub(crate) struct Expected {
    pub(crate) query: Query,
    pub(crate) found: SearchResults,
}

impl Expected {
    /// The expected results of this query.
    pub(crate) fn of(query: Query) -> Self {
        static INDEX: OnceLock<Index> = OnceLock::new();
        let index = INDEX.get_or_init(|| Index::new(directory()));
        let found = index.search_near(directory(), &query, &mut SearchSession::default(), Some(locator()));
        Self { query, found }
    }

    /// The expected results of this text.
    pub(crate) fn text(text: &str) -> Self {
        Self::of(Query { text: text.to_owned(), ..Query::default() })
    }

    /// The expected results in this region.
    pub(crate) fn region(region: Region) -> Self {
        Self::of(Query { region: Some(RegionChoice::Is(region)), ..Query::default() })
    }

    /// The expected results without a query.
    pub(crate) fn everything() -> Self {
        Self::of(Query::default())
    }

    /// The number of matches.
    pub(crate) fn len(&self) -> usize {
        self.found.rows.len()
    }

    /// All matches, in order.
    pub(crate) fn federations(&self) -> impl Iterator<Item = Federation<'static>> {
        self.found.rows.iter().map(|row| directory().federation(*row))
    }

    /// Whether the matches are grouped under their regions, each of which opens.
    pub(crate) fn is_by_region(&self) -> bool {
        let Query { status, legal_form, .. } = self.query;
        self.found.grouped_by_region && status.is_none() && legal_form.is_none() && self.found.total as usize > PAGE
    }

    /// The ids shown at first. If a region is selected, all of its federations.
    pub(crate) fn first_page(&self) -> Vec<String> {
        let most = match (self.is_by_region(), self.query.region) {
            (false, _) => PAGE,
            (true, None) => 0,
            (true, Some(_)) => self.len(),
        };
        self.ids().into_iter().take(most).collect()
    }

    /// The ids of all matches.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.federations().map(|federation| federation.id().to_owned()).collect()
    }

    /// The line above the results.
    pub(crate) fn summary(&self) -> String {
        summary(&self.found, &self.query)
    }

    /// Waits until the finder shows these results: the first page of rows, the count, and the counts of the filters,
    /// which are updated when typing stops.
    ///
    /// # Errors
    /// Returns an error if the finder shows other results in the end.
    pub(crate) async fn is_shown_by(&self, finder: &Finder) -> Result<()> {
        finder.eventually_shows(&self.first_page()).await?;
        let count = finder.text(".gpf-count").await?;
        ensure!(count == self.summary(), "the count says \"{count}\", not \"{}\"", self.summary());
        // The selected option has no count.
        let facets = &self.found.facets;
        let any = self.query.region.is_some().then(|| format!("All regions ({})", format_number(facets.regions.any)));
        let others = RegionChoice::ALL.into_iter().filter(|it| self.query.region != Some(*it));
        let others = others.map(|it| format!("{} ({})", it.label(), format_number(facets.region(it))));
        let expected: Vec<String> = any.into_iter().chain(others).collect();
        let follows = "return [...root.querySelector('#gpf-region').options].filter((it) => !it.selected)
            .map((it) => it.textContent).join() === args[0].join()";
        finder.wait_for(&format!("the filters to follow: {expected:?}"), follows, &[expected.into()]).await
    }
}

/// Checks that the finder works: it shows all federations, and then those that match what is typed.
///
/// # Errors
/// Returns an error if it shows others in the end.
pub(crate) async fn works(finder: &Finder) -> Result<()> {
    Expected::everything().is_shown_by(finder).await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(finder).await
}

/// The locations of the federations.
fn locator() -> Locator<'static> {
    static POINTS: OnceLock<Points> = OnceLock::new();
    let points = POINTS.get_or_init(|| {
        let mut points = Points::default();
        directory().federations().for_each(|it| points.add(it));
        points
    });
    Locator { points, districts }
}

/// The place where a federation is on the map, with several postcodes that of any.
pub(crate) fn place(federation: Federation<'_>) -> Option<LatLon> {
    locator().place(federation.row(), None)
}

/// The federations of `assets/data`.
pub(crate) fn directory() -> &'static Directory {
    &built().1
}

/// The directory, and the data that is built from the evidence.
pub(crate) fn built() -> &'static (authoring::Built, Directory) {
    static BUILT: OnceLock<(authoring::Built, Directory)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let read = |name: &str| project_text(name).expect("the files are there");
        let Ok(files) = authoring::Files::each(|path| Ok::<_, std::convert::Infallible>(read(path)));
        let built = authoring::build(&files).expect("the data has no problems");
        let directory = Directory::from_csv("federations.csv", &built.federations, &built.sources).directory;
        (built, directory)
    })
}
