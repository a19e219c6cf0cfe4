//! A finder's view in the page's address: read once at the start, followed where the editor's `url-sync` says so.

use gpf_core::search::Query;
use leptos::prelude::*;

use super::link;
use super::view::Finder;
use crate::ui::address;

/// What the page's address asks a finder for, on top of `start`.
pub(crate) fn read(prefix: &str, start: &Query) -> Option<Query> {
    address::read(prefix, |parameter| link::read(start, parameter))
}

/// The id of the federation that the page's address asks for.
pub(crate) fn federation(prefix: &str) -> Option<String> {
    address::read(prefix, |parameter| parameter(link::FEDERATION))
}

/// Looks what the page's address asks for, and where `is_travel`, has the finder follow.
fn look(finder: Finder, is_travel: bool) {
    finder.change_if(&mut |state| {
        let asked = finder.prefix.with_value(|prefix| read(prefix, &state.start));
        let asked = asked.unwrap_or_else(|| state.start.clone());
        // Where the same was asked for before, only another part of the page is shown: what the reader has just chosen may
        // not be in the address yet.
        let follows = is_travel && state.look.url_sync;
        let is_news = follows && asked != state.at;
        state.at = asked.clone();
        if is_news {
            state.ask(asked);
        }
        let wanted = finder.prefix.with_value(|prefix| federation(prefix)).filter(|_| follows);
        is_news | (wanted.is_some() && state.want(wanted))
    });
}

/// Has the finder follow the page's address when the reader goes back or forward within the page.
pub(super) fn follow(finder: Finder) {
    address::on_travel(Box::new(move |_| look(finder, true)));
}

/// The page's address with what the finder shows in it.
pub(super) fn of_view(finder: Finder) -> Option<String> {
    let parameters = finder.state.try_with_untracked(|state| match state.wanted_row() {
        Some(_) => link::parameters_of_one(state.wanted.as_deref().unwrap_or_default()),
        None => link::parameters(&state.query_of_link()),
    })?;
    with(finder, &parameters)
}

/// The page's address with one federation in it.
pub(super) fn of_federation(finder: Finder, id: &str) -> Option<String> {
    with(finder, &link::parameters_of_one(id))
}

fn with(finder: Finder, parameters: &[address::Parameter]) -> Option<String> {
    finder.prefix.with_value(|prefix| address::with(prefix, parameters))
}

/// Writes what the finder shows into the page's address, where the editor's `url-sync` says so.
pub(super) fn write(finder: Finder) {
    if finder.state.try_with_untracked(|state| state.look.url_sync) == Some(true)
        && let Some(address) = of_view(finder)
    {
        address::write(&address);
        look(finder, false);
    }
}
