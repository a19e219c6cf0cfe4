//! What stays as it is while somebody types: the filters and the map.

use std::sync::Arc;

use gpf_core::search::{Found, Query};

use super::state::{Look, State};
use crate::ui::stage::Stage;

/// What the filters and the map are made of. Making them again takes longer than all the rest of a key's view.
pub(super) struct Around {
    counted: Arc<Found>,
    query: Query,
    look: Look,
    list: u32,
    stage: Stage,
    is_reading: bool,
}

impl Around {
    /// What they are made of now.
    pub(super) fn of(state: &State) -> Self {
        Self {
            counted: Arc::clone(&state.counted),
            query: Query { text: String::new(), ..state.query.clone() },
            look: state.look.clone(),
            list: state.list,
            stage: state.stage,
            is_reading: state.own.reading.is_some(),
        }
    }

    /// Whether they look the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.counted, &other.counted)
            && self.query == other.query
            && self.look == other.look
            && (self.list, self.stage, self.is_reading) == (other.list, other.stage, other.is_reading)
    }
}
