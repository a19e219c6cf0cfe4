//! A finder's view in the page's address: read once at the start, followed where the editor's `url-sync` says so.

use gpf_domain::search::Query;
use leptos::prelude::*;

use super::context::FinderContext;
use super::url_state;
use crate::ui::url_params;

/// What the page's address asks a finder for, on top of `start`.
pub(crate) fn from_url(prefix: &str, start: &Query) -> Option<Query> {
    url_params::read_params(prefix, |parameter| url_state::from_params(start, parameter))
}

/// The id of the federation that the page's address asks for.
pub(crate) fn federation(prefix: &str) -> Option<String> {
    url_params::read_params(prefix, |parameter| parameter(url_state::FEDERATION))
}

/// Looks what the page's address asks for, and where `is_travel`, has the finder follow.
fn follow_url(finder: FinderContext, is_travel: bool) {
    finder.change_if(&mut |state| {
        let asked = finder.prefix.with_value(|prefix| from_url(prefix, &state.default_query));
        let asked = asked.unwrap_or_else(|| state.default_query.clone());
        // Where the same was asked for before, only another part of the page is shown: what the reader has just chosen may
        // not be in the address yet.
        let follows = is_travel && state.settings.url_sync;
        let is_news = follows && asked != state.last_url_query;
        state.last_url_query = asked.clone();
        if is_news {
            state.set_query(asked);
        }
        let wanted = finder.prefix.with_value(|prefix| federation(prefix)).filter(|_| follows);
        is_news | (wanted.is_some() && state.want(wanted))
    });
}

/// Has the finder follow the page's address when the reader goes back or forward within the page.
pub(super) fn install(finder: FinderContext) {
    url_params::on_popstate(Box::new(move |_| follow_url(finder, true)));
}

/// The page's address with what the finder shows in it.
pub(super) fn url_of_state(finder: FinderContext) -> Option<String> {
    let parameters = finder.state.try_with_untracked(|state| match state.wanted_row() {
        Some(_) => url_state::parameters_of_one(state.wanted.as_deref().unwrap_or_default()),
        None => url_state::to_params(&state.query_of_link()),
    })?;
    with(finder, &parameters)
}

/// The page's address with one federation in it.
pub(super) fn of_federation(finder: FinderContext, id: &str) -> Option<String> {
    with(finder, &url_state::parameters_of_one(id))
}

fn with(finder: FinderContext, parameters: &[url_params::Parameter]) -> Option<String> {
    finder.prefix.with_value(|prefix| url_params::with_params(prefix, parameters))
}

/// Writes what the finder shows into the page's address, where the editor's `url-sync` says so.
pub(super) fn sync_url(finder: FinderContext) {
    if finder.state.try_with_untracked(|state| state.settings.url_sync) == Some(true)
        && let Some(address) = url_of_state(finder)
    {
        url_params::replace_url(&address);
        follow_url(finder, false);
    }
}
