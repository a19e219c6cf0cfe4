//! Text with what was searched for marked in it.

use gpf_domain::search::Span;

use super::vdom::{VElement, VNode, el};

/// How much of a text is what was searched for, in bytes.
#[must_use]
pub fn match_len(pieces: &[Span<'_>]) -> usize {
    pieces.iter().filter(|piece| piece.is_match).map(|piece| piece.text.len()).sum()
}

/// Adds the text that is in these pieces to `element`, with every match in a `<mark>`.
///
/// Texts and marks take turns, if need be with an empty text: with the next key each of them then stands where one of its
/// kind stood before, and only texts change.
#[must_use]
pub fn highlighted(element: VElement, pieces: &[Span<'_>]) -> VElement {
    let mut nodes: Vec<VNode> = Vec::new();
    for piece in pieces {
        let text = piece.text.to_owned();
        if piece.is_match == nodes.len().is_multiple_of(2) {
            nodes.push(VNode::Text("".into()));
        }
        nodes.push(if piece.is_match { el("mark").text(text).into() } else { VNode::Text(text.into()) });
    }
    element.children(nodes)
}
