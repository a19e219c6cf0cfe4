//! The data that a finder searches: the list with its index, and the postcode districts, which are only read if a
//! user types a postcode, or if the map shows a federation with a postcode and no coordinates.

use std::sync::{Arc, OnceLock};

use gpf_domain::directory::{Directory, LegalFormChoice};
use gpf_domain::near::{Districts, Locator, Points};
use gpf_domain::search::{Index, Query, SearchResults, SearchSession};

/// The list and its index. All widgets of a page share one.
pub struct Dataset {
    /// The federations and their sources.
    pub directory: Directory,
    /// The search index.
    pub index: Index,
    /// Which values of the legal form filter any federation of the list has.
    pub has_legal_form: [bool; LegalFormChoice::ALL.len()],
    /// The latest day on which an entry was checked, in the format of the list, if the list states any.
    pub last_checked: Option<String>,
    /// The name of the editor's file. The built-in list has none.
    pub file: Option<String>,
    /// The locations of the federations, for distances and the map.
    points: Points,
    summarised: u32,
    everything: OnceLock<SearchResults>,
}

impl Dataset {
    /// Indexes a directory.
    #[must_use]
    pub fn new(directory: Directory) -> Arc<Self> {
        let index = Index::new(&directory);
        let mut data = Self::new_partial(directory, index, None);
        data.summarise_rows(u32::MAX);
        Arc::new(data)
    }

    /// A directory with its index, from an editor's `file`, before [`summarise_rows`](Self::summarise_rows).
    #[must_use]
    pub fn new_partial(directory: Directory, index: Index, file: Option<String>) -> Self {
        let has_legal_form = [false; LegalFormChoice::ALL.len()];
        let (last_checked, points) = (None, Points::default());
        let everything = OnceLock::new();
        Self { directory, index, has_legal_form, last_checked, file, points, summarised: 0, everything }
    }

    /// Adds the next `rows` federations to the summary that views need. Returns whether those were the last.
    pub fn summarise_rows(&mut self, rows: u32) -> bool {
        let end = self.summarised.saturating_add(rows).min(self.directory.len() as u32);
        for row in self.summarised..end {
            let federation = self.directory.federation(row);
            self.has_legal_form[LegalFormChoice::of(federation.legal_form()).index()] = true;
            if federation.checked_on() > self.last_checked.as_deref().unwrap_or_default() {
                self.last_checked = Some(federation.checked_on().to_owned());
            }
            self.points.add(federation);
        }
        self.summarised = end;
        end as usize == self.directory.len()
    }

    /// Finds the federations that match `query`. `session` belongs to the search box.
    #[must_use]
    pub fn search(&self, query: &Query, session: &mut SearchSession) -> SearchResults {
        self.index.search_near(&self.directory, query, session, Some(self.locator()))
    }

    /// The locations of the federations.
    #[must_use]
    pub fn locator(&self) -> Locator<'_> {
        Locator { points: &self.points, districts }
    }

    /// All federations: the result of an empty search, which is computed once.
    #[must_use]
    pub fn everything(&self) -> &SearchResults {
        self.everything.get_or_init(|| self.search(&Query::default(), &mut SearchSession::default()))
    }
}

static TEXT: OnceLock<fn() -> String> = OnceLock::new();

/// Sets the function that returns the text of the districts. Without it there are no districts, so a search for a
/// postcode uses its area.
pub(crate) fn set_districts_source(text: fn() -> String) {
    _ = TEXT.set(text);
}

/// The districts of England, which are parsed when they are first needed. All widgets of a page share them.
fn districts() -> &'static Districts {
    static DISTRICTS: OnceLock<Districts> = OnceLock::new();
    DISTRICTS.get_or_init(|| TEXT.get().map(|text| Districts::read(&text())).unwrap_or_default())
}
