//! What all of a guide shares: its state and the text that it stands in.

use leptos::prelude::*;

use super::guide_dom::GuideDom;
use super::state::State;

/// A guide in a page. Copies share all of it.
#[derive(Debug, Clone)]
pub struct GuideContext {
    /// What its readiness check knows.
    pub state: RwSignal<State>,
    /// Its text.
    pub dom: GuideDom,
}
