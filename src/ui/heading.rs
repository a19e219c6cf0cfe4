//! A heading whose level the editor chooses, so that the widget fits the outline of its page.

use leptos::html;
use leptos::prelude::*;

/// `h1` to `h6`, whatever `level` says (a level beyond is 6), and how many things stand under it, such as
/// "9 federations"; `count` may be empty.
pub fn heading(level: u8, class: &'static str, text: &str, count: &str) -> impl IntoView + use<> {
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1];
    let count = (!count.is_empty()).then(|| view! { " "<span class="gpf-group-count">{count.to_owned()}</span> });
    html::custom(tag).attr("class", class).attr("part", "heading").child((text.to_owned(), count))
}
