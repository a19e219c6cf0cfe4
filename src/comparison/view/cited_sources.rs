//! The numbered sources of the printed comparison.

use gpf_domain::comparison::{Catalogue, Cell, Finding};

use crate::ui::vdom::{VElement, el};

/// A finding, and its citation.
pub(super) struct NumberedCitation<'a> {
    pub(super) finding: &'a Finding,
    pub(super) text: String,
}

/// The citations of a sheet, each of them once. Their positions are their numbers.
pub(super) struct Sources<'a>(pub(super) Vec<NumberedCitation<'a>>);

impl<'a> Sources<'a> {
    /// The numbers of the sources of an answer.
    pub(super) fn numbers(&mut self, all: &'a Catalogue, cell: &'a Cell) -> VElement {
        let mut numbers = String::new();
        let mut last = 0;
        for finding in all.findings_of(cell) {
            let text = all.cite(finding);
            let known = self.0.iter().position(|it| it.text == text);
            let at = known.unwrap_or(self.0.len());
            if known.is_none() {
                self.0.push(NumberedCitation { finding, text });
            }
            // Findings of the same source are usually next to each other.
            if last != at + 1 {
                last = at + 1;
                numbers.push_str(if numbers.is_empty() { " " } else { ", " });
                numbers.push_str(&last.to_string());
            }
        }
        el("sup").text(numbers)
    }
}
