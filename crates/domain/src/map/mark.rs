//! The mark of a place that is searched for.

use super::points::push;
use super::project;

/// A cross in a circle as an SVG path, so that nobody takes it for a dot, whatever the colours.
#[must_use]
pub fn mark(longitude: f64, latitude: f64) -> String {
    let [x, y] = project(longitude, latitude).map(|it| (it + 0.5).floor() as i16);
    let mut path = String::new();
    let mut from = |x: i16, y: i16, then: &str| {
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
    fn it_lies_around_its_place() {
        assert_eq!(mark(-5.8, 55.9), "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0M-20 0h40M0 -20v40");
    }
}
