//! Text that may lead somewhere.

use leptos::either::Either;
use leptos::prelude::*;

/// The text, as a link where there is an address to go to.
///
/// It opens in the same window, as links do; `noreferrer` because an intranet's address is nobody else's business.
pub fn linked(text: String, url: String) -> impl IntoView {
    if url.is_empty() { Either::Left(text) } else { Either::Right(view! { <a href=url rel="noreferrer">{text}</a> }) }
}
