//! The data that all parts of a guide share: its state and its prerendered content.

use super::guide_dom::GuideDom;
use super::state::State;
use crate::ui::vdom::Live;

/// A guide in a page. Copies share all of it.
#[derive(Debug, Clone)]
pub struct GuideContext {
    /// The state of its readiness check.
    pub state: Live<State>,
    /// Its content in the page.
    pub dom: GuideDom,
}
