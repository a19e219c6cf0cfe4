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
    }
}
