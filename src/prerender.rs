//! The views as HTML text: the fallbacks for browsers that cannot run wasm, and the guide, which is prerendered for all
//! browsers. Only `xtask` calls this module, when it packs the widget.
#![cfg(feature = "ssr")]

use gpf_domain::comparison::Catalogue;
use gpf_domain::directory::Directory;
use gpf_domain::guide::Guide;
use leptos::prelude::RenderHtml;

use crate::comparison;
use crate::comparison::view::fallback::fallback;
use crate::finder;
use crate::guide::view::render;
use crate::ui::fallback_list::fallback_list;
use crate::ui::vdom::{VNode, div, el_class};

/// The fallback of the finder: a notice and every federation.
#[must_use]
pub fn finder(directory: &Directory) -> String {
    let fallback = div("gpf gpf-fallback")
        .child(el_class("h2", "gpf-heading").attr("part", "heading").text(finder::strings::FALLBACK_HEADING))
        .child(el_class("p", "gpf-notice").text(finder::strings::FALLBACK_NOTICE))
        .children(fallback_list(directory, 3));
    VNode::from(fallback).to_html()
}

/// The fallback of the comparison: a notice, and everything in tables and lists.
#[must_use]
pub fn comparison(catalogue: &Catalogue) -> String {
    let fallback = div("gpf gpf-fallback")
        .child(el_class("h2", "gpf-heading").attr("part", "heading").text(comparison::strings::FALLBACK_HEADING))
        .child(el_class("p", "gpf-notice").text(comparison::strings::FALLBACK_NOTICE))
        .child(fallback(catalogue, 3));
    VNode::from(fallback).to_html()
}

/// The guide. The wasm makes it interactive, and all of it is readable without wasm.
#[must_use]
pub fn guide(guide: &Guide) -> String {
    VNode::from(render(guide)).to_html()
}
