//! A heading whose level the editor chooses, so that the widget fits the outline of its page.

use super::node::{Element, classed};

/// `h1` to `h6`, whatever `level` says (a level beyond is 6), and how many things stand under it, such as
/// "9 federations"; `count` may be empty.
#[must_use]
pub fn heading(level: u8, class: &'static str, text: &str, count: &str) -> Element {
    let heading = classed(tag(level), class).set("part", "heading").text(text.to_owned());
    if count.is_empty() {
        return heading;
    }
    heading.text(" ").child(classed("span", "gpf-group-count").text(count.to_owned()))
}

/// The tag of a heading of this level; a level beyond is 6.
#[must_use]
pub fn tag(level: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
}
