//! `<gp-federation-guide>`: what a federation is, why practices form one, whether a practice is ready, how big they are
//! and what happened when.
//!
//! The guide is mostly text, so it is rendered when the widget is built: [`view`](mod@view) renders the guide's data,
//! with the charts, and the loader inserts the HTML. In the browser the wasm adds the interaction: [`guide_dom`] is
//! that content in the page, `events` listens to the user, and [`state`] is the state of the readiness check.

mod actions;
mod chart_keyboard;
pub mod context;
pub(crate) mod controls;
mod events;
pub mod guide_dom;
pub mod state;
pub mod strings;
pub mod view;

use std::any::Any;

use context::GuideContext;
use guide_dom::set_hidden;

/// Hydrates the guide, which is interactive until the returned value is dropped.
#[must_use]
pub fn mount(guide: &GuideContext) -> Box<dyn Any> {
    let listeners = events::attach_listeners(guide);
    for live in guide.dom.all(".gpf-live") {
        set_hidden(&live, false);
    }
    for root in guide.dom.all(".gpf-fallback") {
        _ = root.class_list().remove_1("gpf-fallback");
    }
    chart_keyboard::prepare(&guide.dom);
    for place in guide.dom.all(".gpf-result") {
        guide.state.show(&place);
    }
    Box::new(listeners)
}
