//! The timeline: events along a line, in periods that open, and above it a chart of the number of events in each year.

use gpf_domain::format;
use gpf_domain::guide::partial_date::PartialDate;
use gpf_domain::guide::scale::{Scale, attribute};
use gpf_domain::guide::{Guide, TimelineEvent, TimelineEventKind};

use super::chart::{MarkerShape, at_percent, key, labels, percent};
use super::glossary::TermLinks;
use super::heading::title;
use crate::guide::strings;
use crate::ui::strings::SOURCE;
use crate::ui::vdom::{VElement, div, el, el_class};

/// The years that have a label.
const TICKS: [u16; 8] = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025];

/// The distance between the marks of a year, in pixels.
const STEP: u16 = 12;

/// The events of one period.
struct PeriodEvents<'a> {
    title: String,
    years: String,
    events: Vec<&'a TimelineEvent>,
}

/// The periods. The one with the most events is open.
pub(super) fn timeline(guide: &Guide, links: &TermLinks<'_>) -> Vec<VElement> {
    let periods = periods(&guide.events);
    let most = periods.iter().map(|it| it.events.len()).max().unwrap_or_default();
    let mut busiest = periods.iter().filter(|it| it.events.len() == most);
    let said = busiest.next().map(|it| {
        let (most, all) = (most.to_string(), guide.events.len().to_string());
        [&*most, strings::OF_THE, &all, strings::EVENTS_FALL_IN, &it.years, "."].concat()
    });
    let key = key(&TimelineEventKind::ALL.map(|it| (shape(it), it.label())));
    let open = periods.iter().position(|it| it.events.len() == most);
    let mut nodes = vec![el("p").text(said.unwrap_or_default()), key, overview(&guide.events)];
    nodes.extend(periods.iter().enumerate().map(|(at, it)| period(guide, it, open == Some(at), links)));
    nodes
}

fn periods(events: &[TimelineEvent]) -> Vec<PeriodEvents<'_>> {
    let last = events.iter().map(|it| it.from.start() as u16).max().unwrap_or_default();
    let begins = strings::PERIODS.iter().map(|it| it.0);
    let ends = begins.clone().skip(1).map(|next| next - 1).chain([last]);
    let of = |((begin, what), end): (&(u16, &str), u16)| {
        let events = events.iter().filter(|it| (*begin..=end).contains(&(it.from.start() as u16))).collect();
        let years = [&*begin.to_string(), strings::TO, &end.to_string()].concat();
        PeriodEvents { title: [&*years, ": ", what].concat(), years, events }
    };
    strings::PERIODS.iter().zip(ends).map(of).collect()
}

const fn shape(kind: TimelineEventKind) -> MarkerShape {
    match kind {
        TimelineEventKind::Practices => MarkerShape::Circle,
        TimelineEventKind::Nhs => MarkerShape::Square,
        TimelineEventKind::Publication => MarkerShape::Diamond,
    }
}

/// A column of marks for each year. The sentence above it and the list below it have the same information.
fn overview(events: &[TimelineEvent]) -> VElement {
    let mut years: Vec<(u16, u16)> = Vec::new();
    let marks: Vec<VElement> = events
        .iter()
        .map(|event| {
            let year = event.from.start() as u16;
            let before = years.iter().filter(|it| it.0 == year).count() as u16;
            years.push((year, before));
            let at = percent(Scale::YEARS, f64::from(year) + 0.5);
            let mark = at_percent(at, "0").child(small(event.kind));
            el("svg").attr("y", attribute(-f64::from(STEP * before))).child(mark)
        })
        .collect();
    let most = years.iter().map(|it| it.1).max().unwrap_or_default();
    let ticks = TICKS.map(|year| (f64::from(year) + 0.5, year.to_string()));
    let height = (STEP * (most + 1) + 30).to_string();
    el_class("svg", "gpf-axis gpf-overview")
        .attr("width", "100%")
        .attr("height", height)
        .attr("aria-hidden", "true")
        .child(labels(Scale::YEARS, &ticks, "100%"))
        .child(el("svg").attr("y", "100%").child(el("svg").attr("y", "-30").extend(marks)))
}

/// The shape of a kind, at about half of its size in the list.
fn small(kind: TimelineEventKind) -> VElement {
    match kind {
        TimelineEventKind::Practices => el_class("circle", "gpf-mark gpf-round").attr("r", "5"),
        TimelineEventKind::Nhs => {
            el_class("rect", "gpf-mark").attr("x", "-5").attr("y", "-5").attr("width", "10").attr("height", "10")
        }
        TimelineEventKind::Publication => el_class("path", "gpf-mark gpf-open").attr("d", "M0-5L5 0L0 5L-5 0Z"),
    }
}

fn period(guide: &Guide, period: &PeriodEvents<'_>, is_open: bool, links: &TermLinks<'_>) -> VElement {
    let count = format::count(period.events.len() as u32, strings::EVENT, strings::EVENTS);
    let line = el_class("summary", "gpf-summary")
        .child(title(2, "gpf-kind gpf-name", &period.title))
        .text(" ")
        .child(el_class("span", "gpf-small").text(count));
    let list = el_class("ol", "gpf-rail").extend(period.events.iter().map(|it| list_entry(guide, it, links)));
    el_class("details", "gpf-period gpf-more-about").prop_bool("open", is_open).child(line).child(list)
}

fn list_entry(guide: &Guide, event: &TimelineEvent, links: &TermLinks<'_>) -> VElement {
    let date = el_class("p", "gpf-date").child(time(event.from));
    let date = match event.to {
        Some(to) => date.text(strings::TO).child(time(to)),
        None => date,
    };
    // The meaning of the shape, for screen readers.
    let kind = el_class("span", "gpf-visually-hidden").text([". ", event.kind.label(), "."].concat());
    let mark = el_class("svg", "gpf-on-rail").attr("width", "28").attr("height", "28").attr("aria-hidden", "true");
    let mark = mark.child(el("svg").attr("x", "14").attr("y", "14").child(shape(event.kind).marker()));
    let text = el("p").children(links.linked_text(&event.text));
    let note = event.note.as_ref().map(|note| el("em").text(" ").children(links.linked_text(note)));
    let cited = el_class("p", "gpf-small").text([SOURCE, &guide.cite_short(&event.cite), "."].concat());
    let title = el("p").child(el("strong").text_owned(&event.title));
    let what = div("gpf-what").child(title).child(text.extend(note)).child(cited);
    let class = if event.to.is_some() { "gpf-moment gpf-lasting" } else { "gpf-moment" };
    el_class("li", class).child(mark).child(date.child(kind)).child(what)
}

/// A date in `<time>`, if HTML has a format for it.
fn time(when: PartialDate) -> VElement {
    match when.iso() {
        Some(iso) => el("time").attr("datetime", iso).text(when.words()),
        None => el("span").text(when.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::view::fixture::{guide, html};

    #[test]
    fn every_event_is_in_one_period_and_in_the_overview() {
        let guide = guide();
        let titles: Vec<&str> =
            periods(&guide.events).iter().flat_map(|it| it.events.iter().map(|it| &*it.title)).collect();
        let all: Vec<&str> = guide.events.iter().map(|it| &*it.title).collect();
        assert_eq!(titles, all);
        let html = html(timeline(&guide, &TermLinks::new(&guide)));
        for event in &guide.events {
            let title = event.title.replace('"', "&quot;");
            assert_eq!(html.matches(&format!("<strong>{title}</strong>")).count(), 1, "{title}");
        }
        let samples = TimelineEventKind::ALL.len();
        assert_eq!(html.matches("gpf-mark").count(), 2 * guide.events.len() + samples);
    }

    #[test]
    fn each_period_shows_its_years_and_one_is_open() {
        let guide = guide();
        let periods = periods(&guide.events);
        for period in &periods {
            assert!(!period.events.is_empty(), "{}", period.title);
        }
        assert!(periods.windows(2).all(|pair| pair[0].years < pair[1].years));
        let html = html(timeline(&guide, &TermLinks::new(&guide)));
        assert_eq!(html.matches("<details").count(), strings::PERIODS.len());
        assert_eq!(html.matches("<details class=\"gpf-period gpf-more-about\" open>").count(), 1);
        let most = periods.iter().max_by_key(|it| it.events.len()).map_or("", |it| &it.years);
        assert!(html.contains(&format!("events fall in {most}.")));
    }

    #[test]
    fn dates_use_time_elements_where_html_allows() {
        let guide = guide();
        let html = html(timeline(&guide, &TermLinks::new(&guide)));
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
