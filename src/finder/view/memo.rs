//! Memos for parts of the view that many changes of the state do not affect.
//!
//! While the user types, only the rows are built again. In a pause the filters and the map follow, and then the count
//! is announced. Neither changes the rows.

use std::borrow::Cow;

use gpf_domain::search::SearchResults;

use crate::finder::state::State;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{Identity, Memo};

/// The memos of one finder's view.
#[derive(Default)]
pub(crate) struct Memos {
    pub(super) filters: Memo<AsideInputs>,
    pub(super) map: Memo<AsideInputs>,
    pub(super) rows: Memo<RowInputs>,
}

/// The inputs of the filters and the map. The results were found with the current query, so they also represent the
/// query.
#[derive(PartialEq)]
pub(super) struct AsideInputs {
    settled: Identity<SearchResults>,
    list_generation: u32,
    options: u32,
    phase: RenderPhase,
    is_reading: bool,
}

impl AsideInputs {
    pub(super) fn of(state: &State) -> Self {
        Self {
            settled: Identity::of(&state.settled),
            list_generation: state.list_generation,
            options: state.options_generation,
            phase: state.phase,
            is_reading: state.list_status.is_reading(),
        }
    }
}

/// The inputs of the rows.
#[derive(PartialEq)]
pub(super) struct RowInputs {
    found: Identity<SearchResults>,
    list_generation: u32,
    options: u32,
    is_first: bool,
    has_comparison: bool,
    visible: u32,
    open_rows: Vec<u32>,
    open_sources: Vec<u32>,
    /// A bit for each region.
    open_regions: u32,
    done_with: Option<u32>,
    status_message: Cow<'static, str>,
    manual_copy_link: Option<String>,
}

impl RowInputs {
    pub(super) fn of(state: &State) -> Self {
        Self {
            found: Identity::of(&state.found),
            list_generation: state.list_generation,
            options: state.options_generation,
            is_first: state.phase == RenderPhase::FirstRows,
            has_comparison: state.has_comparison,
            visible: state.visible,
            open_rows: state.open_rows.clone(),
            open_sources: state.open_sources.clone(),
            open_regions: state.open_regions.iter().fold(0, |bits, region| bits | 1 << region.index()),
            done_with: state.done_with,
            status_message: state.status_message.clone(),
            manual_copy_link: state.manual_copy_link.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use gpf_domain::directory::{Region, RegionChoice, Status};
    use gpf_domain::search::{Query, Sort};
    use leptos::prelude::RenderHtml;

    use super::*;
    use crate::finder::list_status::{ListProgress, ListStatus};
    use crate::finder::state::{State, finder_of};
    use crate::finder::view::render;

    /// A finder and the memos of its view.
    struct MemoisedFinder {
        state: State,
        memos: Memos,
    }

    impl MemoisedFinder {
        fn new() -> Self {
            let query = Query { text: "health".to_owned(), ..Query::default() };
            let mut finder = Self { state: finder_of(query), memos: Memos::default() };
            assert_eq!(finder.made(), ["filters", "map", "rows"]);
            finder
        }

        /// The parts that the view builds again now. A part that is kept has no HTML.
        fn made(&mut self) -> Vec<&'static str> {
            let html = render(&self.state, &mut self.memos).to_html();
            let parts = [("filters", "\"gpf-filters\""), ("map", "\"gpf-map\""), ("rows", "\"gpf-results\"")];
            parts.iter().filter(|(_, class)| html.contains(class)).map(|(name, _)| *name).collect()
        }

        fn made_by(&mut self, change: impl FnOnce(&mut State)) -> Vec<&'static str> {
            change(&mut self.state);
            self.made()
        }
    }

    #[test]
    fn unchanged_state_renders_no_part_again() {
        assert_eq!(MemoisedFinder::new().made(), [""; 0]);
    }

    #[test]
    fn typing_renders_the_rows_and_a_pause_does_not() {
        let mut finder = MemoisedFinder::new();
        let typed = Query { text: "health a".to_owned(), ..Query::default() };
        assert_eq!(finder.made_by(|state| state.set_query_typing(typed)), ["rows"]);
        assert_eq!(finder.made_by(|state| assert!(state.settle())), ["filters", "map"]);
        assert_eq!(finder.made_by(State::announce), [""; 0]);
        assert_eq!(finder.made_by(|state| assert!(!state.settle())), [""; 0]);
    }

    #[test]
    fn new_query_renders_all_parts() {
        let mut finder = MemoisedFinder::new();
        let health = || Query { text: "health".to_owned(), ..Query::default() };
        let queries = [
            Query { region: Some(RegionChoice::Is(Region::London)), ..health() },
            Query { status: Some(Status::Ended), ..health() },
            Query { sort: Sort::NameReversed, ..health() },
            Query { text: "no such name".to_owned(), ..Query::default() },
        ];
        for query in queries {
            let made = finder.made_by(|state| state.set_query(query));
            assert!(made.contains(&"filters") && made.contains(&"rows"), "{:?}: {made:?}", finder.state.query);
        }
        assert_eq!(finder.made_by(State::clear), ["filters", "map", "rows"]);
    }

    #[test]
    fn changes_in_the_rows_render_them_again() {
        let mut finder = MemoisedFinder::new();
        let first = finder.state.found.rows[0];
        let changes: [fn(&mut State, u32); 9] = [
            |state, row| _ = state.set_open(row, true),
            |state, row| _ = state.set_sources_open(row, true),
            |state, _| state.has_comparison = true,
            |state, row| _ = state.set_open(row, false),
            |state, _| state.open_regions.push(RegionChoice::Is(Region::Midlands)),
            |state, row| (state.status_message, state.done_with) = ("Link copied".into(), Some(row)),
            |state, _| state.manual_copy_link = Some("https://example.org/".to_owned()),
            |state, _| state.phase = RenderPhase::FirstRows,
            |state, _| state.visible = 7,
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let made = finder.made_by(|state| change(state, first));
            assert!(made.contains(&"rows"), "change {at}: {made:?}");
        }
    }

    #[test]
    fn new_options_and_lists_render_their_parts() {
        let mut finder = MemoisedFinder::new();
        assert_eq!(finder.made_by(|state| state.options_generation += 1), ["filters", "map", "rows"]);
        let file = "own.csv".to_owned();
        let progress = ListProgress { file, per_mille: None };
        // While another list is read there are no rows and no map.
        assert_eq!(finder.made_by(|state| state.list_status = ListStatus::Reading(progress)), ["filters"]);
        // Even if it is the same list again.
        assert_eq!(finder.made_by(|state| state.list_status = ListStatus::BuiltIn), ["filters", "map", "rows"]);
        let data = Arc::clone(&finder.state.data);
        assert_eq!(finder.made_by(|state| state.use_list(data, ListStatus::BuiltIn)), ["filters", "map", "rows"]);
    }

    #[test]
    fn last_phases_render_no_rows() {
        let mut finder = MemoisedFinder::new();
        finder.made_by(|state| state.phase = RenderPhase::AllRows);
        assert_eq!(finder.made_by(|state| state.phase = RenderPhase::Complete), ["filters", "map"]);
        assert_eq!(finder.made_by(|state| state.phase = RenderPhase::Ready), ["filters", "map"]);
    }
}
