//! The parts of the guide's charts: a figure, an axis, and points with labels.
//!
//! Positions along an axis are percentages, and everything else is in pixels. So a chart is as wide as its container,
//! and its text and points keep their size. Colours and spacing are in the style sheet.

use gpf_domain::guide::scale::{Scale, attribute};

use crate::ui::strings::SOURCE;
use crate::ui::vdom::{VElement, VNode, div, el, el_class};

/// The shape of a point. Kinds differ by shape, and additionally by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkerShape {
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
}

/// A chart with its title, its key, and the place for the label of the active point.
pub(super) fn figure(class: &'static str, caption: &'static str, about: &'static str, picture: Vec<VNode>) -> VElement {
    el_class("figure", class)
        .child(el("figcaption").child(el_class("p", "gpf-caption").text(caption)).child(el("p").text(about)))
        .children(picture)
        .child(el_class("p", "gpf-told").attr("hidden", ""))
}

/// The meanings of the shapes.
pub(super) fn key(entries: &[(MarkerShape, &'static str)]) -> VElement {
    let entry = |&(shape, meaning): &(MarkerShape, &'static str)| {
        let sample = el("svg").attr("width", "32").attr("height", "28").attr("aria-hidden", "true");
        let sample = sample.child(el("svg").attr("x", "14").attr("y", "14").child(shape.marker()));
        el("li").child(sample).child(el("span").text(meaning))
    };
    el_class("ul", "gpf-key").extend(entries.iter().map(entry))
}

/// A point with its label.
pub(super) fn point(class: String, sentence: String) -> VElement {
    el("g").attr("class", class).attr("role", "img").child(el("title").text(sentence))
}

/// A position on an axis. Its children are drawn in pixels from there.
pub(super) fn at_percent(percent: f64, y: &'static str) -> VElement {
    el("svg").attr("x", attribute(percent)).attr("y", y)
}

/// A bar from one position on an axis to another.
pub(super) fn bar(class: &'static str, (from, to): (f64, f64), y: &'static str, height: &'static str) -> VElement {
    el_class("rect", class)
        .attr("x", attribute(from))
        .attr("y", y)
        .attr("width", attribute(to - from))
        .attr("height", height)
        .attr("rx", "4")
}

/// The lines of an axis, from `top` to the bottom of the chart.
pub(super) fn grid_lines(scale: Scale, values: &[f64], top: &'static str) -> VElement {
    let line = |&value: &f64| {
        let x = attribute(percent(scale, value));
        el("line").attr("x1", x.clone()).attr("x2", x).attr("y1", top).attr("y2", "100%")
    };
    el_class("g", "gpf-lines").attr("aria-hidden", "true").extend(values.iter().map(line))
}

/// The labels of an axis. In a narrow layout only every other label is shown.
pub(super) fn labels(scale: Scale, values: &[(f64, String)], y: &'static str) -> VElement {
    let label = |(at, (value, text)): (usize, &(f64, String))| {
        let class = if at % 2 == 0 { "gpf-at" } else { "gpf-at gpf-minor" };
        el_class("text", class)
            .attr("x", attribute(percent(scale, *value)))
            .attr("y", y)
            .attr("text-anchor", "middle")
            .text_owned(text)
    };
    el_class("g", "gpf-ticks").attr("aria-hidden", "true").extend(values.iter().enumerate().map(label))
}

/// The position of a value, in percent. The parser has checked that the value is within the scale.
pub(super) fn percent(scale: Scale, value: f64) -> f64 {
    scale.percent(value).expect("the data was checked against the axis")
}

/// Two sentences in one line, and their source.
pub(super) fn sentence(parts: &[&str], source: &str) -> String {
    [&parts.concat(), ". ", SOURCE, source, "."].concat()
}

/// A `<div>` of 2 columns, if there is room for them.
pub(super) fn two_columns(words: Vec<VNode>, picture: VElement) -> VElement {
    div("gpf-row").child(div("gpf-words").children(words)).child(picture)
}

impl MarkerShape {
    /// The shape around the point 0, 0.
    pub(super) fn marker(self) -> VElement {
        match self {
            Self::Circle => el_class("circle", "gpf-mark gpf-round").attr("r", "11"),
            Self::Ring => el_class("circle", "gpf-mark gpf-open").attr("r", "10"),
            Self::Diamond => el_class("path", "gpf-mark gpf-open").attr("d", "M0-12L12 0L0 12L-12 0Z"),
            Self::Square | Self::Bar => {
                let class = if self == Self::Square { "gpf-mark" } else { "gpf-mark gpf-open" };
                let (y, height, rx) = if self == Self::Square { ("-10", "20", "1") } else { ("-6", "12", "4") };
                let mark = el_class("rect", class).attr("x", "-10").attr("y", y).attr("width", "20");
                mark.attr("height", height).attr("rx", rx)
            }
        }
    }
}
