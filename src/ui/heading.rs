//! Headings whose level the editor chooses, so that the widget fits the outline of its page.

use super::vdom::{VElement, el_class};

/// The level of an element's heading, if the editor has not set one.
pub const DEFAULT_LEVEL: u8 = 2;

/// A heading from `h1` to `h6` (a `level` over 6 is 6), followed by a count such as "9 federations". `count` can be
/// empty.
#[must_use]
pub fn heading(level: u8, class: &'static str, text: &str, count: &str) -> VElement {
    let heading = el_class(tag(level), class).attr("part", "heading").text(text.to_owned());
    if count.is_empty() {
        return heading;
    }
    heading.text(" ").child(el_class("span", "gpf-group-count").text(count.to_owned()))
}

/// The level of the content under a heading of this level: the next level or, if the editor wants no heading, this one,
/// so that the page's outline skips no level.
#[must_use]
pub fn child_level(level: u8, has_heading: bool) -> u8 {
    level + u8::from(has_heading)
}

/// The tag of a heading of this level. A level over 6 is 6.
#[must_use]
pub fn tag(level: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_levels_are_not_skipped_without_a_heading() {
        assert_eq!(tag(child_level(2, true)), "h3");
        assert_eq!(tag(child_level(2, false)), "h2");
        assert_eq!(tag(child_level(5, true) + 1), "h6");
    }
}
