//! Text with what was searched for marked in it.

use gpf_core::search::Piece;

use super::node::{Element, Node, el};

/// How much of a text is what was searched for, in bytes.
#[must_use]
pub fn matched(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.len()).sum()
}

/// Adds the text that is in these pieces to `element`, with every match in a `<mark>`.
///
/// Texts and marks take turns, if need be with an empty text: with the next key each of them then stands where one of its
/// kind stood before, and only texts change.
#[must_use]
pub fn marked(element: Element, pieces: &[Piece<'_>]) -> Element {
    let mut nodes: Vec<Node> = Vec::new();
    for piece in pieces {
        let text = piece.text.to_owned();
        if piece.marked == nodes.len().is_multiple_of(2) {
            nodes.push(Node::Text("".into()));
        }
        nodes.push(if piece.marked { el("mark").text(text).into() } else { Node::Text(text.into()) });
    }
    element.children(nodes)
}
