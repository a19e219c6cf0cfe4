//! One federation: a line that opens its details.

use gpf_core::directory::{Federation, Status};
use gpf_core::facts::{Citation, Fact, NOW_PART_OF, WEBSITE, citations, facts, not_stated};
use gpf_core::feedback;
use gpf_core::near;
use gpf_core::search::Words;
use gpf_core::wording;

use super::results::Medium;
use super::state::State;
use crate::ui::marked::{marked, matched};
use crate::ui::node::{Element, Node, button, classed, div, el};
use crate::ui::signal;

/// A federation's name and place and, while it is open, all that is known about it.
pub(super) fn federation(state: &State, row: u32, medium: Medium) -> Element {
    let federation = state.data.directory.federation(row);
    let words = &state.found.words;
    let place = place(federation, state.found.grouped);
    let status = federation.status();
    let tag = (status != Status::Active).then(|| classed("span", "gpf-tag").text(status.label()));
    let (name, place) = (words.highlight(federation.name()), words.highlight(&place));
    // Where name and place don't show all that was typed, nobody would see why the federation was found.
    let typed = state.query.text.bytes().filter(|byte| *byte != b' ').count();
    let (in_name, in_place) = (matched(&name), matched(&place));
    let is_clear = words.is_empty() || in_name + in_place >= typed;
    let alias = if is_clear { None } else { matching_alias(words, federation, in_name.max(in_place)) };
    let miles = state.found.near().and_then(|near| near.nearby.tenths(row));
    let miles = miles.map(|tenths| classed("span", "gpf-place gpf-miles").text(near::distance(tenths)));
    let is_paper = medium == Medium::Paper;
    let summary = classed(if is_paper { "div" } else { "summary" }, "gpf-summary")
        .child(marked(classed("span", "gpf-name"), &name))
        .text(" ")
        .child_if(tag)
        .child(marked(classed("span", "gpf-place"), &place))
        .child_if(miles)
        .child_if(alias);
    let is_open = is_paper || state.open.contains(&row);
    let row = classed(if is_paper { "div" } else { "details" }, "gpf-federation");
    if is_paper {
        return details(row.child(summary), state, federation, medium);
    }
    let row =
        row.set("part", "federation").set("data-id", federation.id().to_owned()).is("open", is_open).child(summary);
    if is_open { details(row, state, federation, medium) } else { row }
}

/// What the federation covers, and its region unless that stands in a heading above.
fn place(federation: Federation<'_>, is_grouped: bool) -> String {
    let place = if federation.covers().is_empty() { federation.place() } else { federation.covers() };
    let region = federation.regions().first().filter(|_| !is_grouped).map_or("", |region| region.name());
    let between = if place.is_empty() || region.is_empty() { "" } else { ", " };
    [place, between, region].concat()
}

/// The other name, former name or member that shows most of what was typed, if that is more than `shown` letters.
fn matching_alias(words: &Words, federation: Federation<'_>, mut shown: usize) -> Option<Element> {
    let mut best = None;
    for (label, names) in [
        ("Also known as ", federation.aliases()),
        ("Formerly ", federation.former_names()),
        ("Member: ", federation.member_practices()),
    ] {
        for name in names {
            let name = words.highlight(name);
            if matched(&name) > shown {
                shown = matched(&name);
                best = Some((label, name));
            }
        }
    }
    let (label, name) = best?;
    Some(marked(classed("span", "gpf-place").text(label), &name))
}

/// Adds the facts, the sources, the day they were checked and the way to report a problem to `row`.
fn details(row: Element, state: &State, federation: Federation<'_>, medium: Medium) -> Element {
    let facts = facts(federation).into_iter().map(|it| fact(it, federation, medium).into()).collect();
    let citations = citations(federation);
    let mut end = classed("p", "gpf-source gpf-small");
    // An editor's own list may say neither where a row is from nor when it was checked.
    let checked = wording::date(federation.checked_on());
    if !checked.is_empty() {
        end = end.text(["Last checked ", &checked, ". "].concat());
    }
    if !citations.is_empty() {
        end = end.text(not_stated(federation));
    }
    let feedback = &state.look.feedback;
    let report = (medium == Medium::Screen && !feedback.is_empty()).then(|| {
        let address = feedback::report(feedback, federation.id(), federation.name());
        let link = el("a").set("href", address).set("rel", "noreferrer").text("Report a problem with this entry");
        classed("p", "gpf-source gpf-feedback").child(link)
    });
    row.child(classed("dl", "gpf-facts").children(facts))
        .child_if(compare(federation))
        .child_if(sources(citations, state, federation, medium))
        .child(end)
        .child_if(report)
}

/// Each source with the facts that rest on it, out of the way until somebody asks.
fn sources(citations: Vec<Citation>, state: &State, federation: Federation<'_>, medium: Medium) -> Option<Element> {
    if citations.is_empty() {
        return None;
    }
    let label = ["Sources (", &wording::number(citations.len() as u32), ")"].concat();
    let mut list = el("ul");
    for Citation { text, url, facts } in citations {
        let item = el("li").child(linked(text, url));
        list = list.child(if facts.is_empty() { item } else { item.text([": ", &facts].concat()) });
    }
    Some(if medium == Medium::Paper {
        div("gpf-sources gpf-small").child(el("p").text(label)).child(list)
    } else {
        classed("details", "gpf-sources gpf-small")
            .set("data-sources", federation.id().to_owned())
            .is("open", state.open_sources.contains(&federation.row()))
            .child(el("summary").text(label))
            .child(list)
    })
}

/// The way to this federation's legal form, where a comparison stands on the page too.
fn compare(federation: Federation<'_>) -> Option<Element> {
    let form = federation.legal_form().filter(|_| signal::is_there(signal::COMPARISON))?.id();
    let go = button("gpf-button gpf-compare", "compare", "Compare this legal form with others")
        .set("part", "button")
        .set("data-id", form);
    Some(classed("p", "gpf-source").child(go))
}

fn fact(Fact { label, value, note, url }: Fact, federation: Federation<'_>, medium: Medium) -> Element {
    let (is_screen, mut address) = (medium == Medium::Screen, String::new());
    let is_website = label == WEBSITE && url == value;
    let successor = federation.sibling(federation.successor()).filter(|_| is_screen && label == NOW_PART_OF);
    let value: Node = if let Some(successor) = successor {
        button("gpf-link", "show", value).set("data-id", successor.id().to_owned()).into()
    } else if is_website {
        // On paper nobody can follow a link.
        if !is_screen {
            address = [", ", &url].concat();
        }
        linked(federation.name().to_owned(), url)
    } else {
        linked(value, url)
    };
    let value = el("dd").child(value).text(address).text(" ");
    let note = (!note.is_empty()).then(|| classed("span", "gpf-small").text(["(", &note, ")"].concat()));
    div("gpf-fact").child(el("dt").text(label)).child(value.child_if(note))
}

/// The text, as a link where there is an address to go to.
///
/// It opens in the same window, as links do; `noreferrer` because an intranet's address is nobody else's business.
fn linked(text: String, url: String) -> Node {
    if url.is_empty() {
        Node::Text(text.into())
    } else {
        el("a").set("href", url).set("rel", "noreferrer").text(text).into()
    }
}
