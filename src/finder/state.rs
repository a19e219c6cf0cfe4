//! The state of one finder, as a plain struct. This module does not need a browser.

use std::borrow::Cow;
use std::sync::Arc;

use gpf_domain::directory::RegionChoice;
use gpf_domain::format;
use gpf_domain::map::MAX_NUMBERED;
use gpf_domain::search::{Facets, Filter, Query, SearchResults, SearchSession, Sort, announcement, summary};

use super::dataset::Dataset;
use super::list_status::ListStatus;
use super::options::{FinderSettings, MapLayout, PAGE_SIZE};
use super::strings;
use crate::ui::membership::set_membership;
use crate::ui::render_phase::RenderPhase;

/// The state of one finder.
pub struct State {
    /// Which phase is shown.
    pub phase: RenderPhase,
    /// The list.
    pub data: Arc<Dataset>,
    /// The number of lists that were shown before this one.
    pub list_generation: u32,
    /// The number of times that an option has changed.
    pub options_generation: u32,
    /// The status of an editor's own list.
    pub list_status: ListStatus,
    /// The editor's options.
    pub settings: FinderSettings,
    /// The number of this finder on the page, from 1.
    pub instance: u32,
    /// The query of the editor's options.
    pub default_query: Query,
    /// The query of the page's address when it was last read.
    pub last_url_query: Query,
    /// The id of the federation in that address.
    pub last_url_federation: Option<String>,
    /// Whether the page has a comparison.
    pub has_comparison: bool,
    /// The user's query.
    pub query: Query,
    /// The results.
    pub found: Arc<SearchResults>,
    /// The results that the counts of the filters and the map show. While the user types, they are older than `found`:
    /// they would be most of the work of each keystroke, and users do not read them while they type.
    pub settled: Arc<SearchResults>,
    /// The number of results that are shown.
    pub visible: u32,
    /// The rows whose details are open.
    pub open_rows: Vec<u32>,
    /// The regions that are open while all federations are grouped by region.
    pub open_regions: Vec<RegionChoice>,
    /// The rows whose sources are open.
    pub open_sources: Vec<u32>,
    /// The text that still has to be announced to screen readers.
    pub pending_announcement: Option<String>,
    /// The last announcement to screen readers: the texts of 2 live regions that alternate.
    pub live_regions: [String; 2],
    /// The result of the last action, such as copying, downloading or printing, in a few words.
    pub status_message: Cow<'static, str>,
    /// The row of the federation that the action was for. `None` if it was for all results.
    pub done_with: Option<u32>,
    /// The link to these results, if the user has to copy it by hand.
    pub manual_copy_link: Option<String>,
    /// The id of the federation in the page's address, until the user changes the query.
    pub linked_federation: Option<String>,
    /// Whether the order comes from "Show all", which lasts until the user types.
    is_all: bool,
    session: SearchSession,
}

/// The results of one region, or all results.
pub struct ResultGroup<'a> {
    /// The region. `None` if the results are not in the order of their regions.
    pub region: Option<RegionChoice>,
    /// The number of results in it.
    pub size: u32,
    /// The rows of the first ones.
    pub rows: &'a [u32],
}

impl State {
    /// A finder that shows the results of `query`, in all phases at once.
    #[must_use]
    pub fn new(data: Arc<Dataset>, settings: FinderSettings, query: Query) -> Self {
        let mut session = SearchSession::default();
        let found = Arc::new(data.search(&query, &mut session));
        let visible = settings.page_size;
        Self {
            phase: RenderPhase::Ready,
            data,
            list_generation: 0,
            options_generation: 0,
            list_status: ListStatus::BuiltIn,
            settings,
            instance: 1,
            default_query: Query::default(),
            last_url_query: Query::default(),
            last_url_federation: None,
            has_comparison: false,
            open_regions: query.region.into_iter().collect(),
            query,
            settled: Arc::clone(&found),
            found,
            visible,
            open_rows: Vec::new(),
            open_sources: Vec::new(),
            pending_announcement: None,
            live_regions: Default::default(),
            status_message: Cow::Borrowed(""),
            done_with: None,
            manual_copy_link: None,
            linked_federation: None,
            is_all: false,
            session,
        }
    }

    /// The accessible name of its search among the landmarks of a page, which can have other finders and a search of
    /// its own.
    #[must_use]
    pub fn landmark_label(&self) -> String {
        let heading = self.settings.heading.as_deref().unwrap_or(strings::HEADING);
        match self.instance {
            1 => heading.to_owned(),
            number => [heading, ", ", &format::format_number(number)].concat(),
        }
    }

    /// Changes the query.
    pub fn set_query(&mut self, query: Query) {
        self.set_query_typing(query);
        self.settle();
    }

    /// Changes the query while the user types: [`settle`](Self::settle) follows when they pause. Every search uses this
    /// function.
    pub fn set_query_typing(&mut self, mut query: Query) {
        if self.is_all && !query.text.is_empty() {
            query.sort = Sort::default();
        }
        if query == self.query {
            return;
        }
        self.is_all = false;
        self.linked_federation = None;
        self.search(query);
    }

    fn search(&mut self, query: Query) {
        self.found = Arc::new(self.data.search(&query, &mut self.session));
        if query.region != self.query.region {
            self.open_regions = query.region.into_iter().collect();
        }
        self.query = query;
        self.visible = self.settings.page_size;
        // The message was about the earlier results.
        self.set_status_message("".into());
        self.manual_copy_link = None;
    }

    /// Sets the result of the last action.
    pub fn set_status_message(&mut self, done: Cow<'static, str>) {
        (self.status_message, self.done_with) = (done, None);
    }

    /// The result of the last action for the federation in this row, or for all results, and the link to copy by hand.
    #[must_use]
    pub fn outcome_for(&self, row: Option<u32>) -> (Cow<'static, str>, Option<&str>) {
        if self.done_with == row {
            (self.status_message.clone(), self.manual_copy_link.as_deref())
        } else {
            (Cow::Borrowed(""), None)
        }
    }

    /// Sets the status of an editor's own list. An error is announced.
    pub fn set_list_status(&mut self, list_status: ListStatus) {
        self.pending_announcement = match &list_status {
            ListStatus::Rejected { error, .. } => Some([error, " "].concat()),
            _ => None,
        };
        self.list_status = list_status;
    }

    /// Shows another list, with its status. The user's query stays.
    pub fn use_list(&mut self, data: Arc<Dataset>, list_status: ListStatus) {
        self.data = data;
        self.set_list_status(list_status);
        self.list_generation += 1;
        self.open_rows.clear();
        self.open_sources.clear();
        self.open_regions = self.query.region.into_iter().collect();
        let query = if self.linked_federation.is_some() { self.default_query.clone() } else { self.query.clone() };
        self.session = SearchSession::default();
        self.search(query);
        self.show_linked();
        // The row numbers of the other list are different.
        self.settle();
    }

    /// Updates the counts and the map to the results. Returns whether they have changed.
    pub fn settle(&mut self) -> bool {
        let is_news = !Arc::ptr_eq(&self.settled, &self.found);
        self.settled = Arc::clone(&self.found);
        is_news
    }

    /// Removes the text and all filters. The order stays.
    pub fn clear(&mut self) {
        self.set_query(Query { sort: self.query.sort, ..Query::default() });
    }

    /// Filters by a region, or removes the filter if it is this region already.
    pub fn toggle_region(&mut self, region: RegionChoice) {
        let mut query = self.query.clone();
        query.region = (query.region != Some(region)).then_some(region);
        self.set_query(query);
    }

    /// Removes one filter.
    pub fn remove_filter(&mut self, filter: Filter) {
        self.set_query(self.query.without(filter));
    }

    /// Whether there is a filter or a text to remove.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        self.query != Query { sort: self.query.sort, ..Query::default() }
    }

    /// Shows another page of results.
    pub fn show_more(&mut self) {
        self.visible = self.visible.saturating_add(self.settings.page_size);
    }

    /// Sets the page size to `size` federations.
    pub fn set_page_size(&mut self, size: u32) {
        self.settings.page_size = size;
        self.visible = size;
    }

    /// The number of federations that match.
    #[must_use]
    pub fn match_count(&self) -> u32 {
        self.found.rows.len() as u32
    }

    /// The number of results that are not shown yet.
    #[must_use]
    pub fn hidden_count(&self) -> u32 {
        self.match_count().saturating_sub(self.visible)
    }

    /// The rows shown, in order.
    #[must_use]
    pub fn visible_rows(&self) -> &[u32] {
        &self.found.rows[..self.match_count().min(self.visible) as usize]
    }

    /// The first `count` results by region. If the order of the results is another one, this is one group.
    #[must_use]
    pub fn groups(&self, count: usize) -> Vec<ResultGroup<'_>> {
        let region_of = |row: u32| RegionChoice::of(self.data.directory.federation(row).regions());
        let (mut groups, mut rest, mut left) = (Vec::new(), &*self.found.rows, count);
        while let Some(&first) = rest.first().filter(|_| left > 0) {
            let region = self.found.grouped_by_region.then(|| region_of(first));
            // The rows of a region are next to each other.
            let size = region.map_or(rest.len(), |region| rest.partition_point(|row| region_of(*row) == region));
            let rows = &rest[..size.min(left)];
            groups.push(ResultGroup { region, size: size as u32, rows });
            (rest, left) = (&rest[size..], left - rows.len());
        }
        groups
    }

    /// Whether all federations are grouped by region, in details that open. This is so for a list of more than a page,
    /// as long as there is no query. The selected region is the one that is open.
    #[must_use]
    pub fn is_by_region(&self) -> bool {
        let Query { status, legal_form, .. } = self.query;
        let is_whole = self.found.grouped_by_region && status.is_none() && legal_form.is_none();
        is_whole && self.found.total > self.settings.page_size && has_regions(&self.found.facets)
    }

    /// The rows of a region.
    #[must_use]
    pub fn rows_of(&self, region: RegionChoice) -> Vec<u32> {
        if self.query.region == Some(region) && self.is_by_region() {
            return self.found.rows.clone();
        }
        let query = Query { region: Some(region), ..Query::default() };
        self.data.search(&query, &mut SearchSession::default()).rows
    }

    /// The number of federations of a region that are shown at first: all of them, unless the list is very long or the
    /// editor has set a number.
    #[must_use]
    pub fn max_rows_per_group(&self) -> usize {
        let most = if self.settings.page_size == PAGE_SIZE { self.visible.max(MAX_PER_GROUP) } else { self.visible };
        most as usize
    }

    /// Shows more federations of the open regions.
    pub fn show_more_of_groups(&mut self) {
        let next = if self.settings.page_size == PAGE_SIZE { MAX_PER_GROUP } else { self.settings.page_size };
        self.visible = (self.max_rows_per_group() as u32).saturating_add(next);
    }

    /// Notes that a region is open or closed. Returns whether that has changed.
    ///
    /// To open a region is not to select it: a user who then types searches all of England. But if a selected region is
    /// closed, or another one is opened beside it, it is not selected any more.
    pub fn set_region_open(&mut self, region: RegionChoice, is_open: bool) -> bool {
        let mut open = std::mem::take(&mut self.open_regions);
        let is_news = set_membership(&mut open, region, is_open);
        if is_news && self.query.region.is_some() {
            self.set_query(self.query.without(Filter::Region));
        }
        self.open_regions = open;
        is_news
    }

    /// Shows all federations in the order of their names.
    pub fn show_all(&mut self) {
        self.set_query(Query { sort: Sort::Name, ..Query::default() });
        self.is_all = true;
        self.visible = self.visible.max(MAX_AT_ONCE);
    }

    /// The query of a link to these results. If exactly one region is open, the link opens it.
    #[must_use]
    pub fn query_of_link(&self) -> Query {
        let mut query = self.query.clone();
        if let ([region], true) = (&*self.open_regions, self.is_by_region()) {
            query.region = Some(*region);
        }
        query
    }

    /// Shows the federation in the page's address. Returns whether it has changed.
    pub fn set_linked_federation(&mut self, id: Option<String>) -> bool {
        let is_news = id != self.linked_federation;
        if is_news {
            self.linked_federation = id;
            self.show_linked();
        }
        is_news
    }

    /// The row of the federation in the page's address, if this list has it.
    #[must_use]
    pub fn linked_row(&self) -> Option<u32> {
        Some(self.data.directory.find(self.linked_federation.as_deref()?)?.row())
    }

    /// Shows the federation in the page's address, if this list has it. The list might still be loading.
    pub fn show_linked(&mut self) {
        if let Some(row) = self.linked_row().filter(|_| !self.list_status.is_reading()) {
            let id = self.linked_federation.take();
            self.show_federation(row);
            self.linked_federation = id;
        }
    }

    /// Notes that a federation's details are open or closed. Returns whether that has changed.
    pub fn set_open(&mut self, row: u32, is_open: bool) -> bool {
        set_membership(&mut self.open_rows, row, is_open)
    }

    /// The same for its sources.
    pub fn set_sources_open(&mut self, row: u32, is_open: bool) -> bool {
        set_membership(&mut self.open_sources, row, is_open)
    }

    /// The number of a federation on the map and in the list, if the results are numbered and its location is known.
    #[must_use]
    pub fn number_on_map(&self, row: u32) -> Option<u32> {
        let rows = &self.found.rows;
        if self.settings.map == MapLayout::None || !self.has_filters() || rows.len() > MAX_NUMBERED {
            return None;
        }
        // Whether a place is known does not depend on where the search is.
        self.data.locator().place(row, None)?;
        Some(rows.iter().position(|it| *it == row)? as u32 + 1)
    }

    /// Opens the details of a federation and, if it is among the results, shows it. Returns its position in the results.
    pub fn open_in_list(&mut self, row: u32) -> Option<usize> {
        self.set_open(row, true);
        let at = self.found.rows.iter().position(|it| *it == row)?;
        self.visible = self.visible.max(at as u32 + 1);
        Some(at)
    }

    /// Searches for a federation by its name, and opens its details. Returns its position in the results, because others
    /// with the same name can come first.
    pub fn show_federation(&mut self, row: u32) -> Option<usize> {
        let text = self.data.directory.federation(row).name().to_owned();
        self.set_query(Query { text, ..Query::default() });
        self.open_in_list(row)
    }

    /// The count in one sentence, or the progress of the list. Before the count: that the list does not have the
    /// federation in the page's address.
    #[must_use]
    pub fn summary(&self) -> String {
        if let ListStatus::Reading(progress) = &self.list_status {
            return progress.label();
        }
        let count = summary(&self.found, &self.query);
        match (&self.linked_federation, self.linked_row()) {
            (Some(_), None) => [strings::LINKED_IS_MISSING, &count].concat(),
            _ => count,
        }
    }

    /// Announces the count to screen readers.
    ///
    /// It uses the region that is empty now, because a screen reader does not repeat a region whose text stays the
    /// same.
    pub fn announce(&mut self) {
        let mut text = self.pending_announcement.take().unwrap_or_default();
        text.push_str(&self.summary());
        // Notes about a postcode: whether it exists, and how distances are measured.
        if let Some(notice) = announcement(&self.found, &self.query).filter(|_| !self.list_status.is_reading()) {
            text.push_str(". ");
            text.push_str(&notice);
        }
        let was_second = self.live_regions[0].is_empty();
        self.live_regions = if was_second { [text, String::new()] } else { [String::new(), text] };
    }
}

/// The number of federations of an open region that are shown at first.
const MAX_PER_GROUP: u32 = 100;

/// The number of federations that "Show all" shows at first.
const MAX_AT_ONCE: u32 = 500;

/// Whether the federations are in more than one region, or some have a region and some have none.
fn has_regions(facets: &Facets) -> bool {
    RegionChoice::ALL.iter().filter(|it| facets.region(**it) > 0).count() > 1
}

/// For tests: a finder of the built-in list, with the default options and this query.
#[cfg(test)]
pub(super) fn finder_of(query: Query) -> State {
    let data = Dataset::new(gpf_domain::directory::authoring::project().1);
    let settings = FinderSettings { heading: None, ..FinderSettings::default() };
    State::new(data, settings, query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::directory::Region;

    fn built_in() -> State {
        finder_of(Query::default())
    }

    fn text(text: &str) -> Query {
        Query { text: text.to_owned(), ..Query::default() }
    }

    #[test]
    fn first_page_is_shown_and_then_more() {
        let mut state = built_in();
        assert_eq!(state.visible_rows().len(), 20);
        let all = state.data.directory.len();
        assert_eq!(state.hidden_count() as usize, all - 20);
        state.show_more();
        assert_eq!(state.visible_rows().len(), 40);
        state.set_page_size(1000);
        assert_eq!((state.visible_rows().len(), state.hidden_count()), (all, 0));
    }

    #[test]
    fn link_to_a_missing_federation_is_reported_until_the_search_changes() {
        let mut finder = built_in();
        let count = finder.summary();
        assert!(finder.set_linked_federation(Some("no-such-federation".to_owned())));
        assert_eq!(finder.summary(), format!("The federation in this link is not in this list. {count}"));
        finder.set_query(text("York"));
        assert!(!finder.summary().contains("link"));
        let id = finder.data.directory.federation(3).id().to_owned();
        assert!(finder.set_linked_federation(Some(id)));
        assert!(!finder.summary().contains("link"));
    }

    #[test]
    fn the_first_results_are_in_groups_of_their_regions() {
        let mut state = built_in();
        let groups = state.groups(30);
        assert_eq!(groups.iter().flat_map(|it| it.rows).copied().collect::<Vec<_>>(), state.found.rows[..30]);
        assert!(
            groups
                .windows(2)
                .all(|pair| pair[0].region.map(RegionChoice::index) < pair[1].region.map(RegionChoice::index))
        );
        assert!(groups.iter().all(|it| it.size as usize >= it.rows.len()));
        let all = state.groups(usize::MAX);
        assert_eq!(all.iter().map(|it| it.size).sum::<u32>(), state.match_count());
        assert!(state.groups(0).is_empty());
        state.set_query(text("health"));
        let groups = state.groups(5);
        assert_eq!((groups.len(), groups[0].region), (1, None));
        assert_eq!((groups[0].size, groups[0].rows), (state.match_count(), &state.found.rows[..5]));
    }

    /// Otherwise the list has the number 1, and so has a region with 1 federation on the map of England.
    #[test]
    fn only_a_federation_on_the_map_has_a_number() {
        let mut state = built_in();
        for (query, numbers) in [("gp health connect", vec![Some(1)]), ("panacea", vec![None])] {
            state.set_query(text(query));
            let rows = state.found.rows.clone();
            assert_eq!(rows.iter().map(|row| state.number_on_map(*row)).collect::<Vec<_>>(), numbers, "{query}");
        }
    }

    #[test]
    fn search_landmarks_of_a_page_have_unique_names() {
        let mut state = built_in();
        assert_eq!(state.landmark_label(), "Find a GP federation");
        state.instance = 2;
        assert_eq!(state.landmark_label(), "Find a GP federation, 2");
        state.settings.heading = Some("In London".to_owned());
        assert_eq!(state.landmark_label(), "In London, 2");
    }

    #[test]
    fn new_query_resets_the_page_and_the_status_message() {
        let mut state = built_in();
        state.show_more();
        state.status_message = "Link copied".into();
        state.set_query(text("health"));
        assert_eq!((state.visible, &*state.status_message), (20, ""));
    }

    #[test]
    fn counts_follow_when_a_user_pauses() {
        let mut state = built_in();
        let all = state.data.directory.len();
        state.set_query_typing(text("halton"));
        assert_eq!((state.match_count(), state.settled.rows.len()), (1, all));
        assert!(state.settle());
        assert_eq!(state.settled.rows.len(), 1);
        assert!(!state.settle());
        state.set_query(text(""));
        assert_eq!(state.settled.rows.len(), all);
    }

    #[test]
    fn clearing_filters_keeps_the_sort_order() {
        let mut state = built_in();
        assert!(!state.has_filters());
        let sort = gpf_domain::search::Sort::Name;
        state.set_query(Query { region: Some(RegionChoice::Is(Region::London)), sort, ..text("gp") });
        assert!(state.has_filters());
        state.remove_filter(Filter::Region);
        assert_eq!(state.query, Query { sort, ..text("gp") });
        state.clear();
        assert_eq!(state.query, Query { sort, ..Query::default() });
        assert_eq!(state.match_count() as usize, state.data.directory.len());
    }

    #[test]
    fn region_can_be_selected_and_cleared() {
        let mut state = built_in();
        let [london, midlands] = [Region::London, Region::Midlands].map(RegionChoice::Is);
        state.toggle_region(london);
        state.toggle_region(midlands);
        assert_eq!(state.query.region, Some(midlands));
        state.toggle_region(midlands);
        assert_eq!(state.query.region, None);
    }

    #[test]
    fn successor_is_searched_for_and_opened() {
        let mut state = built_in();
        state.set_query(Query { region: Some(RegionChoice::Unknown), ..text("nothing like it") });
        let leeds = state.data.directory.federations().find(|it| it.name() == "Leeds GP Confederation").unwrap().row();
        let at = state.show_federation(leeds).unwrap();
        assert_eq!(state.query, text("Leeds GP Confederation"));
        assert_eq!(state.visible_rows()[at], leeds);
        assert_eq!(state.open_rows, [leeds]);
        // The second time changes nothing.
        assert_eq!((state.show_federation(leeds), state.open_rows), (Some(at), vec![leeds]));
    }

    #[test]
    fn opening_a_row_is_reported_once() {
        let mut state = built_in();
        assert!(state.set_open(3, true));
        assert!(!state.set_open(3, true));
        assert!(state.set_open(3, false));
        assert!(!state.set_open(3, false));
    }

    #[test]
    fn live_regions_alternate() {
        let mut state = built_in();
        assert_eq!(state.live_regions, [String::new(), String::new()]);
        state.announce();
        assert!(!state.live_regions[0].is_empty() && state.live_regions[1].is_empty());
        state.announce();
        assert!(state.live_regions[0].is_empty() && !state.live_regions[1].is_empty());
    }
}
