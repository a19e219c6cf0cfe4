//! A comparison in the page's address: read once at the start, followed where the editor's `url-sync` says so.

use gpf_core::comparison::Catalogue;
use leptos::prelude::*;

use super::link;
use super::state::Asked;
use super::view::Comparison;
use crate::ui::address;

/// What the page's address asks a comparison for, on top of `start`.
pub(crate) fn read(prefix: &str, catalogue: &Catalogue, start: &Asked) -> Option<Asked> {
    address::read(prefix, |parameter| link::read(catalogue, start, parameter))
}

/// Looks what the page's address asks for, and where `is_travel`, has the comparison follow.
fn look(comparison: Comparison, is_travel: bool) {
    comparison.change_if(&mut |state| {
        let asked = comparison.prefix.with_value(|prefix| read(prefix, &state.catalogue, &state.start));
        let asked = asked.unwrap_or_else(|| state.start.clone());
        // As in the finder: where the same was asked for before, only another part of the page is shown.
        let is_news = is_travel && state.look.url_sync && asked != state.at;
        state.at = asked.clone();
        if is_news {
            state.ask(asked);
        }
        is_news
    });
}

/// Has the comparison follow the page's address when the reader goes back or forward within the page.
pub(super) fn follow(comparison: Comparison) {
    address::on_travel(Box::new(move |_| look(comparison, true)));
}

/// The page's address with what is compared in it.
pub(super) fn of_view(comparison: Comparison) -> Option<String> {
    let read = |state: &super::state::State| link::parameters(&state.catalogue, &state.asked);
    let parameters = comparison.state.try_with_untracked(read)?;
    comparison.prefix.with_value(|prefix| address::with(prefix, &parameters))
}

/// Writes what is compared into the page's address, where the editor's `url-sync` says so.
pub(super) fn write(comparison: Comparison) {
    if comparison.state.try_with_untracked(|state| state.look.url_sync) == Some(true)
        && let Some(address) = of_view(comparison)
    {
        address::write(&address);
        look(comparison, false);
    }
}
