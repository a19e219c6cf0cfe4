//! Text in which the search terms are marked.

use gpf_domain::search::Span;

use super::vdom::{VElement, VNode, el};

/// The number of bytes that match the search.
#[must_use]
pub fn match_len(pieces: &[Span<'_>]) -> usize {
    pieces.iter().filter(|piece| piece.is_match).map(|piece| piece.text.len()).sum()
}

/// Adds the text of these spans to `element`, with every match in a `<mark>`.
///
/// Texts and marks alternate, with empty texts if necessary. So at the next keystroke each node is compared with one of
/// the same kind, and only texts change.
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
