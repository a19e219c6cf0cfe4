//! The data that the comparisons of a page share: the legal forms, and the names of federations that have each.

use std::cell::OnceCell;
use std::sync::Arc;

use gpf_domain::comparison::{Catalogue, wire};
use gpf_domain::directory::NamesByForm;

use super::store::payload_text;
use crate::ui::widget_events;

/// The catalogue, which is parsed when the first comparison needs it.
pub(super) fn catalogue() -> Arc<Catalogue> {
    thread_local! {
        static CATALOGUE: OnceCell<Arc<Catalogue>> = const { OnceCell::new() };
    }
    let read = || Arc::new(wire::decode(&payload_text(|texts| &texts.legal_forms)));
    CATALOGUE.with(|catalogue| Arc::clone(catalogue.get_or_init(read)))
}

/// The names of the federations that a comparison shows: those of the finder that it links to or, without one, those of
/// the page's list.
pub(super) fn names_by_form() -> NamesByForm {
    let names = widget_events::ask(widget_events::NAMES);
    NamesByForm::decode(&names.unwrap_or_else(|| payload_text(|texts| &texts.names)))
}
