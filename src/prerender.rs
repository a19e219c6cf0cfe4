//! The views as HTML text: the fallbacks for browsers that cannot run wasm, and the guide, which is prerendered for all
//! browsers. Only `xtask` calls this module, when it packs the widget.
#![cfg(feature = "ssr")]

use std::sync::OnceLock;

use gpf_domain::comparison::Catalogue;
use gpf_domain::directory::Directory;
use gpf_domain::guide::Guide;
use gpf_domain::search::Query;
use leptos::prelude::RenderHtml;

use crate::comparison;
use crate::comparison::view::fallback::fallback;
use crate::finder;
use crate::finder::dataset::{Dataset, set_districts_source};
use crate::finder::options::FinderSettings;
use crate::finder::state::State;
use crate::guide::view::render;
use crate::ui::fallback_list::fallback_list;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, VNode, div, el_class, write_exact};

/// The fallback of the finder: a notice and every federation.
#[must_use]
pub fn finder(directory: &Directory) -> String {
    let head = fallback_head(finder::strings::FALLBACK_HEADING, finder::strings::FALLBACK_NOTICE);
    VNode::from(head.children(fallback_list(directory, 3))).to_html()
}

/// The first view of a finder without options, but for the drawing of the map. The loader shows it until the wasm runs,
/// and the finder then adopts its nodes. `districts` is the text of the postcode districts, as the wasm reads it.
#[must_use]
pub fn first_view(directory: Directory, districts: &str) -> String {
    static DISTRICTS: OnceLock<String> = OnceLock::new();
    _ = DISTRICTS.set(districts.to_owned());
    set_districts_source(|| DISTRICTS.get().cloned().unwrap_or_default());
    let mut state = State::new(Dataset::new(directory), FinderSettings::default(), Query::default());
    state.phase = RenderPhase::AllRows;
    write_exact(&finder::first_view(&state))
}

/// The fallback of the comparison: a notice, and everything in tables and lists.
#[must_use]
pub fn comparison(catalogue: &Catalogue) -> String {
    let head = fallback_head(comparison::strings::FALLBACK_HEADING, comparison::strings::FALLBACK_NOTICE);
    VNode::from(head.child(fallback(catalogue, 3))).to_html()
}

/// A fallback without its content.
fn fallback_head(heading: &'static str, notice: &'static str) -> VElement {
    div("gpf gpf-fallback")
        .child(el_class("h2", "gpf-heading").attr("part", "heading").text(heading))
        .child(el_class("p", "gpf-notice").text(notice))
}

/// The guide. The wasm makes it interactive, and all of it is readable without wasm.
#[must_use]
pub fn guide(guide: &Guide) -> String {
    VNode::from(render(guide)).to_html()
}
