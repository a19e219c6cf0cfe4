//! One federation: a line that opens its details.

use gpf_core::directory::{Federation, Status};
use gpf_core::facts::{Fact, citations, facts, not_stated};
use gpf_core::near;
use gpf_core::search::Words;
use gpf_core::wording;

use super::results::Medium;
use super::state::State;
use crate::ui::marked::{has_match, marked};
use crate::ui::node::{Element, Node, button, classed, div, el};
use crate::ui::signal;

/// A federation's name and place and, while it is open, all that is known about it.
pub(super) fn federation(state: &State, row: u32, medium: Medium) -> Element {
    let federation = state.data.directory.federation(row);
    let words = &state.found.words;
    let place = place(federation, state.found.grouped);
    let ended = (federation.status() == Status::Ended).then(|| classed("span", "gpf-tag").text("Ended"));
    let (name, place) = (words.highlight(federation.name()), words.highlight(&place));
    // Where nothing else matches what was typed, nobody would see why the federation was found.
    let is_clear = words.is_empty() || has_match(&name) || has_match(&place);
    let alias = if is_clear { None } else { matching_alias(words, federation) };
    let miles = state.found.near().and_then(|near| near.nearby.tenths(row));
    let miles = miles.map(|tenths| classed("span", "gpf-place gpf-miles").text(near::distance(tenths)));
    let is_paper = medium == Medium::Paper;
    let summary = classed(if is_paper { "div" } else { "summary" }, "gpf-summary")
        .child(marked(classed("span", "gpf-name"), &name))
        .text(" ")
        .child_if(ended)
        .child(marked(classed("span", "gpf-place"), &place))
        .child_if(miles)
        .child_if(alias);
    let is_open = is_paper || state.open.contains(&row);
    let row = classed(if is_paper { "div" } else { "details" }, "gpf-federation");
    if is_paper {
        return details(row.child(summary), federation);
    }
    let row =
        row.set("part", "federation").set("data-id", federation.id().to_owned()).is("open", is_open).child(summary);
    if is_open { details(row, federation) } else { row }
}

/// What the federation covers, and its region unless that stands in a heading above.
fn place(federation: Federation<'_>, is_grouped: bool) -> String {
    let place = if federation.covers().is_empty() { federation.place() } else { federation.covers() };
    let region = federation.regions().first().filter(|_| !is_grouped).map_or("", |region| region.name());
    let between = if place.is_empty() || region.is_empty() { "" } else { ", " };
    [place, between, region].concat()
}

/// The first alias that matches.
fn matching_alias(words: &Words, federation: Federation<'_>) -> Option<Element> {
    for alias in federation.aliases() {
        let alias = words.highlight(alias);
        if has_match(&alias) {
            return Some(marked(classed("span", "gpf-place").text("Also listed as "), &alias));
        }
    }
    None
}

/// Adds the facts, the sources and the day they were checked to `row`.
fn details(row: Element, federation: Federation<'_>) -> Element {
    let facts = facts(federation).into_iter().map(|it| fact(it).into()).collect();
    let citations = citations(federation);
    let (mut source, mut end) = (classed("p", "gpf-source gpf-small"), "");
    for it in citations {
        source = source.text(if end.is_empty() { "Source: " } else { "; " }).child(linked(it.text, it.url));
        end = ". ";
    }
    source = source.text(end);
    // An editor's own list may say neither where a row is from nor when it was checked.
    let checked = wording::date(federation.checked_on());
    if !checked.is_empty() {
        source = source.text(["Checked on ", &checked, ". "].concat());
    }
    if !end.is_empty() {
        source = source.text(not_stated(federation));
    }
    row.child(classed("dl", "gpf-facts").children(facts)).child_if(compare(federation)).child(source)
}

/// The way to this federation's legal form, where a comparison stands on the page too.
fn compare(federation: Federation<'_>) -> Option<Element> {
    let form = federation.legal_form().filter(|_| signal::is_there(signal::COMPARISON))?.id();
    let go =
        button("gpf-button gpf-compare", "compare", "Compare legal forms").set("part", "button").set("data-id", form);
    Some(classed("p", "gpf-source").child(go))
}

fn fact(Fact { label, value, note, url }: Fact) -> Element {
    let value = el("dd").child(linked(value, url)).text(" ");
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
