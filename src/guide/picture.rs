//! What the guide's pictures are made of: a figure, an axis, and points that say what they stand for.
//!
//! Places along an axis are percentages, and everything else is in pixels: so a picture is as wide as its place, and
//! its words and points keep their size. Colours and the room for it all are the style sheet's.

use gpf_core::guide::scale::{Scale, attribute};

use crate::ui::node::{Element, Node, classed, div, el};

/// What a point looks like. Kinds are told by shape, and by colour only besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A filled circle.
    Circle,
    /// A filled square.
    Square,
    /// An outlined diamond.
    Diamond,
    /// An outlined circle.
    Ring,
    /// An outlined bar.
    Bar,
    /// An arrow to the right of a point.
    Arrow,
}

/// A picture with its title, its key, and the place for the words of the point that has the attention.
pub(super) fn figure(class: &'static str, caption: &'static str, about: &'static str, picture: Vec<Node>) -> Element {
    classed("figure", class)
        .child(el("figcaption").child(classed("p", "gpf-caption").text(caption)).child(el("p").text(about)))
        .children(picture)
        .child(classed("p", "gpf-told").set("hidden", ""))
}

/// What the shapes mean.
pub(super) fn key(entries: &[(Shape, &'static str)]) -> Element {
    let entry = |&(shape, meaning): &(Shape, &'static str)| {
        let sample = el("svg").set("width", "32").set("height", "28").set("aria-hidden", "true");
        // An arrow begins beside its point, which isn't here.
        let x = if shape == Shape::Arrow { "-4" } else { "14" };
        let sample = sample.child(el("svg").set("x", x).set("y", "14").child(shape.mark()));
        el("li").child(sample).child(el("span").text(meaning))
    };
    classed("ul", "gpf-key").all(entries.iter().map(entry))
}

/// A point, with the sentence that it stands for.
pub(super) fn point(class: String, sentence: String) -> Element {
    el("g").set("class", class).set("role", "img").child(el("title").text(sentence))
}

/// A place on an axis; what stands in it is drawn in pixels from there.
pub(super) fn place(percent: f64, y: &'static str) -> Element {
    el("svg").set("x", attribute(percent)).set("y", y)
}

/// A bar from one place on an axis to another.
pub(super) fn bar(class: &'static str, (from, to): (f64, f64), y: &'static str, height: &'static str) -> Element {
    classed("rect", class)
        .set("x", attribute(from))
        .set("y", y)
        .set("width", attribute(to - from))
        .set("height", height)
        .set("rx", "4")
}

/// The lines of an axis, from `top` to the foot of the picture.
pub(super) fn lines(scale: Scale, values: &[f64], top: &'static str) -> Element {
    let line = |&value: &f64| {
        let x = attribute(percent(scale, value));
        el("line").set("x1", x.clone()).set("x2", x).set("y1", top).set("y2", "100%")
    };
    classed("g", "gpf-lines").set("aria-hidden", "true").all(values.iter().map(line))
}

/// The words of an axis. Where there is little room, only those at every other step stay.
pub(super) fn labels(scale: Scale, values: &[(f64, String)], y: &'static str) -> Element {
    let label = |(at, (value, text)): (usize, &(f64, String))| {
        let class = if at % 2 == 0 { "gpf-at" } else { "gpf-at gpf-minor" };
        classed("text", class)
            .set("x", attribute(percent(scale, *value)))
            .set("y", y)
            .set("text-anchor", "middle")
            .say(text)
    };
    classed("g", "gpf-ticks").set("aria-hidden", "true").all(values.iter().enumerate().map(label))
}

/// Where a value of the data lies: reading the data made sure that it lies somewhere.
pub(super) fn percent(scale: Scale, value: f64) -> f64 {
    scale.percent(value).expect("the data was checked against the axis")
}

/// Two sentences in one line, and where they come from.
pub(super) fn sentence(parts: &[&str], source: &str) -> String {
    [&parts.concat(), ". Source: ", source, "."].concat()
}

/// A `<div>` of two columns where there is room for them.
pub(super) fn row(words: Vec<Node>, picture: Element) -> Element {
    div("gpf-row").child(div("gpf-words").children(words)).child(picture)
}

impl Shape {
    /// The shape around the point 0, 0.
    pub(super) fn mark(self) -> Element {
        match self {
            Self::Circle => classed("circle", "gpf-mark gpf-round").set("r", "11"),
            Self::Ring => classed("circle", "gpf-mark gpf-open").set("r", "10"),
            Self::Diamond => classed("path", "gpf-mark gpf-open").set("d", "M0-12L12 0L0 12L-12 0Z"),
            Self::Arrow => classed("path", "gpf-arrow").set("d", "M12 0H24M19-5L24 0L19 5"),
            Self::Square | Self::Bar => {
                let class = if self == Self::Square { "gpf-mark" } else { "gpf-mark gpf-open" };
                let (y, height, rx) = if self == Self::Square { ("-10", "20", "1") } else { ("-6", "12", "4") };
                let mark = classed("rect", class).set("x", "-10").set("y", y).set("width", "20");
                mark.set("height", height).set("rx", rx)
            }
        }
    }
}
