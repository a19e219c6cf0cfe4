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
    }
}
