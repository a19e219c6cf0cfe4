//! Text with what was searched for marked in it.

use gpf_core::search::Words;

use super::node::{Element, Node, el};

/// Adds the text to `element`, with every match in a `<mark>`.
///
/// Texts and marks take turns, if need be with an empty text: with the next key each of them then stands where one of its
/// kind stood before, and only texts change.
#[must_use]
pub fn marked(element: Element, words: &Words, text: &str) -> Element {
    let mut nodes: Vec<Node> = Vec::new();
    for piece in words.highlight(text) {
        let text = piece.text.to_owned();
        if piece.marked == nodes.len().is_multiple_of(2) {
            nodes.push(Node::Text("".into()));
        }
        nodes.push(if piece.marked { el("mark").text(text).into() } else { Node::Text(text.into()) });
    }
    element.children(nodes)
}
