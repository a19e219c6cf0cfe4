//! Text with what was searched for marked in it.

use gpf_core::search::Words;

use super::node::{Element, Node, el};

/// Adds the text to `element`, with every match in a `<mark>`.
#[must_use]
pub fn marked(element: Element, words: &Words, text: &str) -> Element {
    let pieces = words.highlight(text).into_iter().map(|piece| {
        let text = piece.text.to_owned();
        if piece.marked { el("mark").text(text).into() } else { Node::Text(text.into()) }
    });
    element.children(pieces.collect())
}
