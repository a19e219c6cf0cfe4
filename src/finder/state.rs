//! What one finder knows: what the reader asked for, what was found, how much of it is shown.

use std::sync::Arc;

use gpf_core::directory::Directory;
use gpf_core::search::{Found, Index, Narrowing, Query};
use leptos::prelude::*;

/// The list and its index. All widgets of a page share one.
pub struct Data {
    /// The federations and their sources.
    pub directory: Directory,
    /// What the search runs on.
    pub index: Index,
}

impl Data {
    /// Indexes a directory.
    #[must_use]
    pub fn new(directory: Directory) -> Arc<Self> {
        let index = Index::new(&directory);
        Arc::new(Self { directory, index })
    }
}

/// The state of one finder. Copies share it.
#[derive(Clone, Copy)]
pub struct Finder {
    data: StoredValue<Arc<Data>>,
    narrowing: StoredValue<Narrowing>,
    query: RwSignal<Query>,
    found: RwSignal<Arc<Found>>,
    limit: RwSignal<u32>,
    page_size: RwSignal<u32>,
    selected: RwSignal<Option<u32>>,
}

impl Finder {
    /// A finder that shows what `query` asks for, `page_size` federations at a time.
    #[must_use]
    pub fn new(data: Arc<Data>, query: Query, page_size: u32) -> Self {
        let mut narrowing = Narrowing::default();
        let found = data.index.search(&data.directory, &query, &mut narrowing);
        Self {
            data: StoredValue::new(data),
            narrowing: StoredValue::new(narrowing),
            query: RwSignal::new(query),
            found: RwSignal::new(Arc::new(found)),
            limit: RwSignal::new(page_size),
            page_size: RwSignal::new(page_size),
            selected: RwSignal::new(None),
        }
    }

    /// The list and its index.
    #[must_use]
    pub fn data(self) -> Arc<Data> {
        self.data.get_value()
    }

    /// What the reader asks for.
    #[must_use]
    pub fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// What was found.
    #[must_use]
    pub fn found(self) -> ReadSignal<Arc<Found>> {
        self.found.read_only()
    }

    /// Changes what is asked for and searches. Every change of the view comes through here.
    pub fn change(self, edit: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        edit(&mut query);
        if self.query.with_untracked(|before| *before == query) {
            return;
        }
        let found = self.data.with_value(|data| {
            self.narrowing.try_update_value(|narrowing| data.index.search(&data.directory, &query, narrowing))
        });
        self.limit.set(self.page_size.get_untracked());
        self.query.set(query);
        if let Some(found) = found {
            self.found.set(Arc::new(found));
        }
    }

    /// Takes every word and filter back; the order stays.
    pub fn clear(self) {
        self.change(|query| *query = Query { sort: query.sort, ..Query::default() });
    }

    /// Whether there is anything to take back.
    #[must_use]
    pub fn can_clear(self) -> bool {
        self.query.with(|query| *query != Query { sort: query.sort, ..Query::default() })
    }

    /// Shows one page more.
    pub fn show_more(self) {
        self.limit.update(|limit| *limit = limit.saturating_add(self.page_size.get_untracked()));
    }

    /// Shows `size` federations at a time from now on.
    pub fn set_page_size(self, size: u32) {
        self.page_size.set(size);
        self.limit.set(size);
    }

    /// How many of the federations found aren't shown yet.
    #[must_use]
    pub fn left(self) -> u32 {
        self.found.with(|found| found.rows.len() as u32).saturating_sub(self.limit.get())
    }

    /// How many federations the next page holds; 0 where all are shown.
    #[must_use]
    pub fn next_page(self) -> u32 {
        self.left().min(self.page_size.get())
    }

    /// The rows shown, in order.
    #[must_use]
    pub fn shown(self) -> Vec<u32> {
        let limit = self.limit.get() as usize;
        self.found.with(|found| found.rows.iter().copied().take(limit).collect())
    }

    /// The reader has opened a federation's details.
    pub fn select(self, row: u32) {
        self.selected.set(Some(row));
    }

    /// The row whose details were opened last.
    #[must_use]
    pub fn selected(self) -> ReadSignal<Option<u32>> {
        self.selected.read_only()
    }
}
