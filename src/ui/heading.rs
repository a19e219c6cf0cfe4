//! A heading whose level the editor chooses, so that the widget fits the outline of its page.

use leptos::html;
use leptos::prelude::*;

/// `h1` to `h6`, whatever `level` says.
#[component]
pub fn Heading(
    /// 1 to 6; a level beyond is 6.
    #[prop(into)]
    level: Signal<u8>,
    /// Its class.
    class: &'static str,
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// How many things stand under it, such as "9 federations"; may be empty.
    #[prop(optional, into)]
    count: Signal<String>,
) -> impl IntoView {
    move || {
        let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.get().clamp(1, 6)) - 1];
        let count = move || {
            let count = count.get();
            (!count.is_empty()).then(|| view! { " "<span class="gpf-group-count">{count}</span> })
        };
        html::custom(tag).attr("class", class).attr("part", "heading").child((move || text.get(), count))
    }
}
