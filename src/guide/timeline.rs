//! The timeline: a point for every moment, and the same moments as a list.

use gpf_core::guide::lanes::lanes;
use gpf_core::guide::scale::Scale;
use gpf_core::guide::when::When;
use gpf_core::guide::{Guide, Moment, MomentKind};

use super::picture::{REACH, Shape, bar, figure, key, labels, lines, percent, place, point, sentence};
use super::strings;
use crate::ui::node::{Element, classed, el};

/// The years that have a line.
const TICKS: [u16; 8] = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025];

/// How wide the axis is at the least, in pixels: in a page of 320, and from `desktop` on (see `_settings.scss`).
const WIDTHS: [f64; 2] = [240.0, 640.0];

/// The height of the line of years, in pixels; `_pictures.scss` lifts the lines off it.
const FOOT: &str = "24";

/// How many lanes `_pictures.scss` has room for.
#[cfg(test)]
const MOST_LANES: usize = 16;

/// The picture, and the list.
pub(super) fn timeline(guide: &Guide) -> Vec<Element> {
    let key = key(&[
        (shape(MomentKind::Practices), MomentKind::Practices.label()),
        (shape(MomentKind::Nhs), MomentKind::Nhs.label()),
        (shape(MomentKind::Publication), MomentKind::Publication.label()),
    ]);
    vec![
        figure(
            "gpf-picture gpf-timeline",
            strings::TIMELINE,
            strings::TIMELINE_ABOUT,
            vec![key.into(), picture(guide).into()],
        ),
        classed("ol", "gpf-moments").all(guide.moments.iter().map(|it| entry(guide, it))),
    ]
}

const fn shape(kind: MomentKind) -> Shape {
    match kind {
        MomentKind::Practices => Shape::Circle,
        MomentKind::Nhs => Shape::Square,
        MomentKind::Publication => Shape::Diamond,
    }
}

fn picture(guide: &Guide) -> Element {
    let [narrow, wide] = WIDTHS.map(|width| lanes_at(&guide.moments, width));
    let tall = |lanes: &[usize]| (lanes.iter().max().map_or(0, |top| top + 1)).to_string();
    let points = guide.moments.iter().enumerate().map(|(at, moment)| {
        let lanes = ["gpf-lane-", &narrow[at].to_string(), " gpf-wide-lane-", &wide[at].to_string()].concat();
        dot(guide, moment, at + 1, &lanes)
    });
    let ticks = TICKS.map(|year| (f64::from(year), year.to_string()));
    el("svg")
        .set("class", ["gpf-axis gpf-lanes-", &tall(&narrow), " gpf-wide-lanes-", &tall(&wide)].concat())
        .set("width", "100%")
        .set("height", "480")
        .child(lines(Scale::YEARS, &TICKS.map(f64::from), FOOT))
        .child(labels(Scale::YEARS, &ticks, "100%"))
        .child(el("svg").set("y", "100%").all(points))
}

/// A lane for each moment, so that no point hides another on an axis of this width or a greater one.
fn lanes_at(moments: &[Moment], width: f64) -> Vec<usize> {
    let reach = (REACH + 1.0) / width * 100.0;
    let stretches: Vec<(f64, f64)> = moments
        .iter()
        .map(|moment| {
            let (begin, end) = ends(moment);
            (begin - reach, end.max(begin + reach))
        })
        .collect();
    lanes(&stretches)
}

/// Where a moment begins and ends on the axis.
fn ends(moment: &Moment) -> (f64, f64) {
    let (begin, end) = moment.stretch();
    (percent(Scale::YEARS, begin), percent(Scale::YEARS, end))
}

fn dot(guide: &Guide, moment: &Moment, number: usize, lanes: &str) -> Element {
    let told = sentence(&[&moment.words(), ": ", &moment.title], &guide.cite_short(&moment.cite));
    let (begin, end) = ends(moment);
    let lasted = (end > begin).then(|| bar("gpf-lasted", (begin, end), "-4", "8"));
    let number = el("text").set("text-anchor", "middle").set("dy", "0.36em").text(number.to_string());
    let mark = place(begin, "0").child(shape(moment.kind).mark()).child(number);
    let class = ["gpf-point gpf-of-", moment.kind.id(), " ", lanes].concat();
    point(class, told).all(lasted).child(mark)
}

fn entry(guide: &Guide, moment: &Moment) -> Element {
    let date = classed("p", "gpf-date").child(time(moment.from));
    let date = match moment.to {
        Some(to) => date.text(" to ").child(time(to)),
        None => date,
    };
    let note = moment.note.as_ref().map(|note| el("em").text([" ", note.as_str()].concat()));
    let cited = classed("p", "gpf-small").text(["Source: ", &guide.cite_short(&moment.cite), "."].concat());
    let title = el("p").child(el("strong").say(&moment.title));
    let what = el("div").child(title).child(el("p").say(&moment.text).all(note)).child(cited);
    el("li").child(classed("div", "gpf-moment").child(date).child(what))
}

/// A date that machines can read too, as far as HTML has a way to write it.
fn time(when: When) -> Element {
    match when.iso() {
        Some(iso) => el("time").set("datetime", iso).text(when.words()),
        None => el("span").text(when.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{guide, html};
    use super::*;

    #[test]
    fn the_style_sheet_has_room_for_all_lanes() {
        for width in WIDTHS {
            let lanes = lanes_at(&guide().moments, width);
            assert!(lanes.iter().all(|&lane| lane < MOST_LANES), "{width}: {lanes:?}");
        }
        let style = include_str!("../../assets/styles/_pictures.scss");
        assert!(style.contains(&format!("$most-lanes: {MOST_LANES};")));
    }

    #[test]
    fn no_point_hides_another_at_any_width() {
        let moments = guide().moments;
        for (from, width) in [(0, 240.0), (0, 639.0), (1, 640.0), (1, 1200.0)] {
            let lanes = lanes_at(&moments, WIDTHS[from]);
            let reach = REACH / width * 100.0;
            for a in 0..moments.len() {
                for b in (0..a).filter(|&b| lanes[a] == lanes[b]) {
                    let ((a_begin, a_end), (b_begin, b_end)) = (ends(&moments[a]), ends(&moments[b]));
                    let is_apart =
                        a_end.max(a_begin + reach) <= b_begin - reach || b_end.max(b_begin + reach) <= a_begin - reach;
                    assert!(is_apart, "{} hides {} at {width}px", moments[a].title, moments[b].title);
                }
            }
        }
    }

    #[test]
    fn the_picture_and_the_list_say_the_same() {
        let guide = guide();
        let html = html(timeline(&guide));
        assert_eq!(html.matches("class=\"gpf-point ").count(), guide.moments.len());
        assert_eq!(html.matches("<div class=\"gpf-moment\">").count(), guide.moments.len());
        for moment in &guide.moments {
            let title = moment.title.replace('"', "&quot;");
            assert!(html.contains(&format!("<title>{}: {title}. Source: ", moment.words())), "{title}");
            assert!(html.contains(&format!("<strong>{title}</strong>")), "{title}");
        }
    }

    #[test]
    fn dates_are_as_exact_as_html_allows() {
        let html = html(timeline(&guide()));
        for date in [
            "<time datetime=\"2013-04-01\">1 April 2013</time>",
            "<time datetime=\"2016-03\">March 2016</time>",
            "<time datetime=\"2011\">2011</time> to <time datetime=\"2014\">2014</time>",
            "<span>Early 1990s</span>",
        ] {
            assert!(html.contains(date), "{date}");
        }
    }
}
