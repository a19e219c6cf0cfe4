//! The marker of the place that was searched for.

use super::points::push;

/// A cross in a circle as an SVG path, which is different from a dot in all colours.
#[must_use]
pub fn mark([x, y]: [i32; 2]) -> String {
    let mut path = String::new();
    let mut from = |x: i32, y: i32, then: &str| {
        path.push('M');
        push(&mut path, x);
        path.push(' ');
        push(&mut path, y);
        path.push_str(then);
    };
    from(x - 12, y, "a12 12 0 1 0 24 0a12 12 0 1 0-24 0");
    from(x - 20, y, "h40");
    from(x, y - 20, "v40");
    path
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn marker_is_centred_on_its_position() {
        assert_eq!(mark([0, 0]), "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0M-20 0h40M0 -20v40");
    }
}
