//! Text with what was searched for marked in it.

use gpf_core::search::Words;
use leptos::either::Either;
use leptos::prelude::*;

/// The text, with every match in a `<mark>`.
pub fn marked(words: &Words, text: &str) -> impl IntoView + use<> {
    words
        .highlight(text)
        .into_iter()
        .map(|piece| {
            let text = piece.text.to_owned();
            if piece.marked { Either::Left(view! { <mark>{text}</mark> }) } else { Either::Right(text) }
        })
        .collect_view()
}
