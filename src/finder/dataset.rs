//! What a finder searches: the list with its index, and the postcode districts, which a page that nobody types a postcode
//! into never reads.

use std::sync::{Arc, OnceLock};

use gpf_domain::directory::{Directory, LegalFormChoice};
use gpf_domain::map::MapPoints;
use gpf_domain::near::{Districts, Locator, Points};
use gpf_domain::search::{Index, Query, SearchResults, SearchSession};

/// The list and its index. All widgets of a page share one.
pub struct Dataset {
    /// The federations and their sources.
    pub directory: Directory,
    /// What the search runs on.
    pub index: Index,
    /// Which choices of legal form any federation of the list has.
    pub has_legal_form: [bool; LegalFormChoice::ALL.len()],
    /// The latest day on which an entry was checked, as the list writes it.
    pub last_checked: String,
    /// The name of the editor's file; empty for the bundled list.
    pub file: String,
    /// Where the federations lie on the map.
    pub places: MapPoints,
    /// Where they are, for distances.
    pub points: Points,
    summarised: u32,
    everything: OnceLock<SearchResults>,
}

impl Dataset {
    /// Indexes a directory.
    #[must_use]
    pub fn new(directory: Directory) -> Arc<Self> {
        let index = Index::new(&directory);
        let mut data = Self::new_partial(directory, index, String::new());
        data.summarise_rows(u32::MAX);
        Arc::new(data)
    }

    /// A directory with its index, read from an editor's `file`, before anything has been [noted](Self::summarise_rows) of it.
    #[must_use]
    pub fn new_partial(directory: Directory, index: Index, file: String) -> Self {
        let has_legal_form = [false; LegalFormChoice::ALL.len()];
        let (last_checked, places, points) = (String::new(), MapPoints::default(), Points::default());
        let everything = OnceLock::new();
        Self { directory, index, has_legal_form, last_checked, file, places, points, summarised: 0, everything }
    }

    /// Notes what views need to know of the next `rows` federations. Says whether those were the last.
    pub fn summarise_rows(&mut self, rows: u32) -> bool {
        let end = self.summarised.saturating_add(rows).min(self.directory.len() as u32);
        for row in self.summarised..end {
            let federation = self.directory.federation(row);
            self.has_legal_form[LegalFormChoice::of(federation.legal_form()).index()] = true;
            if federation.checked_on() > &*self.last_checked {
                federation.checked_on().clone_into(&mut self.last_checked);
            }
            self.places.add(federation);
            self.points.add(federation);
        }
        self.summarised = end;
        end as usize == self.directory.len()
    }

    /// Finds what `query` asks for. `session` belongs to the search box.
    #[must_use]
    pub fn search(&self, query: &Query, session: &mut SearchSession) -> SearchResults {
        let locator = Locator { points: &self.points, districts };
        self.index.search_near(&self.directory, query, session, Some(locator))
    }

    /// All there is: what a search for nothing finds, for which nobody has to search twice.
    #[must_use]
    pub fn everything(&self) -> &SearchResults {
        self.everything.get_or_init(|| self.search(&Query::default(), &mut SearchSession::default()))
    }
}

static TEXT: OnceLock<fn() -> String> = OnceLock::new();

/// Says where the text of the districts is to be had. Without it there are none: then a postcode finds by its area.
pub(crate) fn set_districts_source(text: fn() -> String) {
    _ = TEXT.set(text);
}

/// The districts of England, read when they are first asked for. All widgets of a page share them.
fn districts() -> &'static Districts {
    static DISTRICTS: OnceLock<Districts> = OnceLock::new();
    DISTRICTS.get_or_init(|| TEXT.get().map(|text| Districts::read(&text())).unwrap_or_default())
}
