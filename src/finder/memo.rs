//! What stays as it is while somebody types: the filters and the map.

use std::sync::Arc;

use gpf_domain::search::{Query, SearchResults};

use super::state::{FinderSettings, State};
use crate::ui::render_phase::RenderPhase;

/// What the filters and the map are made of. Making them again takes longer than all the rest of a key's view.
pub(super) struct AsideInputs {
    settled: Arc<SearchResults>,
    query: Query,
    settings: FinderSettings,
    list_generation: u32,
    phase: RenderPhase,
    is_reading: bool,
}

impl AsideInputs {
    /// What they are made of now.
    pub(super) fn of(state: &State) -> Self {
        Self {
            settled: Arc::clone(&state.settled),
            query: Query { text: String::new(), ..state.query.clone() },
            settings: state.settings.clone(),
            list_generation: state.list_generation,
            phase: state.phase,
            is_reading: state.list_status.progress.is_some(),
        }
    }

    /// Whether they look the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.settled, &other.settled)
            && self.query == other.query
            && self.settings == other.settings
            && (self.list_generation, self.phase, self.is_reading)
                == (other.list_generation, other.phase, other.is_reading)
    }
}
