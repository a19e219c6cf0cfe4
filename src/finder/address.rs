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

/// Looks what the page's address asks for, and where `is_travel`, has the finder follow.
fn look(finder: Finder, is_travel: bool) {
    finder.change_if(&mut |state| {
        let asked = finder.prefix.with_value(|prefix| read(prefix, &state.start));
        let asked = asked.unwrap_or_else(|| state.start.clone());
        // Where the same was asked for before, only another part of the page is shown: what the reader has just chosen may
        // not be in the address yet.
        let is_news = is_travel && state.look.url_sync && asked != state.at;
        state.at = asked.clone();
        if is_news {
            state.ask(asked);
        }
        is_news
    });
}

/// Has the finder follow the page's address when the reader goes back or forward within the page.
pub(super) fn follow(finder: Finder) {
    address::on_travel(Box::new(move |_| look(finder, true)));
}

/// The page's address with what the finder shows in it.
pub(super) fn of_view(finder: Finder) -> Option<String> {
    let parameters = finder.state.try_with_untracked(|state| link::parameters(&state.query))?;
    finder.prefix.with_value(|prefix| address::with(prefix, &parameters))
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
