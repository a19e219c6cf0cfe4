//! Parts that several views of the comparison use.

use crate::comparison::state::State;
use crate::ui::action_id::DATA_ID;
use crate::ui::vdom::{VElement, el_class};

/// Details with a summary line. Which details are open is stored by id.
pub(super) fn disclosure(state: &State, id: &str, class: &'static str, line: VElement, inside: VElement) -> VElement {
    el_class("details", class)
        .attr(DATA_ID, id.to_owned())
        .child(line)
        .child(inside)
        .prop_bool("open", is_open(state, id))
}

/// Whether the details with this id are open.
pub(super) fn is_open(state: &State, id: &str) -> bool {
    state.open_ids.iter().any(|it| it == id)
}
