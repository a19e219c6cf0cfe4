//! The views as text: what is shown where wasm cannot run, and the guide, which is rendered for everybody. Only
//! `xtask` calls this, when it packs the widget.
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

/// What the finder's element shows where wasm cannot run: one plain sentence and every federation.
#[must_use]
pub fn finder(directory: &Directory) -> String {
    let fallback = div("gpf gpf-fallback")
        .child(el_class("h2", "gpf-heading").attr("part", "heading").text(finder::strings::FALLBACK_HEADING))
        .child(el_class("p", "gpf-notice").text(finder::strings::FALLBACK_NOTICE))
        .children(fallback_list(directory, 3));
    VNode::from(fallback).to_html()
}

/// What the comparison's element shows where wasm cannot run: one plain sentence, and everything in tables and lists.
#[must_use]
pub fn comparison(catalogue: &Catalogue) -> String {
    let fallback = div("gpf gpf-fallback")
        .child(el_class("h2", "gpf-heading").attr("part", "heading").text(comparison::strings::FALLBACK_HEADING))
        .child(el_class("p", "gpf-notice").text(comparison::strings::FALLBACK_NOTICE))
        .child(fallback(catalogue, 3));
    VNode::from(fallback).to_html()
}

/// The guide: the wasm brings it to life, and it is all there where wasm cannot run.
#[must_use]
pub fn guide(guide: &Guide) -> String {
    VNode::from(render(guide)).to_html()
}
