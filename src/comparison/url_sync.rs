//! A comparison in the page's address: read once at the start, followed where the editor's `url-sync` says so.

use gpf_domain::comparison::Catalogue;
use leptos::prelude::*;

use super::context::ComparisonContext;
use super::state::Selection;
use super::url_state;
use crate::ui::url_params;

/// What the page's address asks a comparison for, on top of `start`.
pub(crate) fn from_url(prefix: &str, catalogue: &Catalogue, start: &Selection) -> Option<Selection> {
    url_params::read_params(prefix, |parameter| url_state::from_params(catalogue, start, parameter))
}

/// Looks what the page's address asks for, and where `is_travel`, has the comparison follow.
fn follow_url(comparison: ComparisonContext, is_travel: bool) {
    comparison.change_if(&mut |state| {
        let asked = comparison.prefix.with_value(|prefix| from_url(prefix, &state.catalogue, &state.default_selection));
        let asked = asked.unwrap_or_else(|| state.default_selection.clone());
        // As in the finder: where the same was asked for before, only another part of the page is shown.
        let is_news = is_travel && state.settings.url_sync && asked != state.last_url_selection;
        state.last_url_selection = asked.clone();
        if is_news {
            state.set_selection(asked);
        }
        is_news
    });
}

/// Has the comparison follow the page's address when the reader goes back or forward within the page.
pub(super) fn install(comparison: ComparisonContext) {
    url_params::on_popstate(Box::new(move |_| follow_url(comparison, true)));
}

/// The page's address with what is compared in it.
pub(super) fn url_of_state(comparison: ComparisonContext) -> Option<String> {
    let read = |state: &super::state::State| url_state::to_params(&state.catalogue, &state.selection);
    let parameters = comparison.state.try_with_untracked(read)?;
    comparison.prefix.with_value(|prefix| url_params::with_params(prefix, &parameters))
}

/// Writes what is compared into the page's address, where the editor's `url-sync` says so.
pub(super) fn sync_url(comparison: ComparisonContext) {
    if comparison.state.try_with_untracked(|state| state.settings.url_sync) == Some(true)
        && let Some(address) = url_of_state(comparison)
    {
        url_params::replace_url(&address);
        follow_url(comparison, false);
    }
}
