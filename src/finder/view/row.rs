//! One federation: a summary line that opens its details.

use gpf_domain::directory::{Federation, Status};
use gpf_domain::facts::{
    FOLLOWED_BY, Fact, FactSource, MEMBER_PRACTICES, MEMBERS, SERVICES, WEBSITE, citations, exception, facts, location,
    month_last_seen, not_stated, practices,
};
use gpf_domain::feedback;
use gpf_domain::format;
use gpf_domain::search::{self, Terms};

use crate::finder::controls::{Action, DATA_SOURCES};
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::highlight::{highlighted, match_len};
use crate::ui::link::{external, link_field};
use crate::ui::vdom::{VElement, VNode, action_button, button, div, el, el_class};

/// The medium of a list of federations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// The details open and close.
    Screen,
    /// Everything is open, and the elements are quick to lay out, because there can be thousands of rows.
    Paper,
}

/// A federation's name and place and, while it is open, all its details.
pub(super) fn federation_row(state: &State, row: u32, medium: Medium) -> VElement {
    let federation = state.data.directory.federation(row);
    let terms = &state.found.terms;
    let exception = exception(federation, state.data.last_checked.as_deref());
    let known = known(federation, exception.is_none());
    let tag = exception.map(|text| el_class("span", "gpf-tag").text(text));
    let (name, place) = (terms.highlight(federation.name()), terms.highlight(location(federation)));
    // If name and place do not contain all that was typed, show the other name that was found.
    let typed = state.query.text.bytes().filter(|byte| *byte != b' ').count();
    let (in_name, in_place) = (match_len(&name), match_len(&place));
    let is_clear = terms.is_empty() || in_name + in_place >= typed;
    let alias = if is_clear { None } else { matching_alias(terms, federation, in_name.max(in_place)) };
    let miles = state.found.near().and_then(|near| near.nearby.tenths(row));
    let miles = miles.map(|tenths| el_class("span", "gpf-miles").text(search::distance(tenths)));
    let comma = if miles.is_some() && !place.is_empty() { ", " } else { "" };
    let is_paper = medium == Medium::Paper;
    let number = state.number_on_map(row).filter(|_| !is_paper).map(|number| {
        // A part of the row's name too, because the map refers to it.
        el_class("b", "gpf-on-map").text([&*format::format_number(number), ". "].concat())
    });
    let who = el_class("span", "gpf-who")
        .child_opt(number)
        .child(highlighted(el_class("span", "gpf-name"), &name))
        .text(" ")
        .child_opt(tag)
        .child(highlighted(el_class("span", "gpf-place").child_opt(miles).text(comma), &place))
        .child_opt(alias);
    let summary =
        el_class(if is_paper { "div" } else { "summary" }, "gpf-summary gpf-brief").child(who).child_opt(known);
    let is_open = is_paper || state.open_rows.contains(&row);
    let row = el_class(if is_paper { "div" } else { "details" }, "gpf-federation");
    if is_paper {
        return details(row.child(summary), state, federation, medium);
    }
    let row = row
        .attr("part", "federation")
        .attr(DATA_ID, federation.id().to_owned())
        .prop_bool("open", is_open)
        .child(summary);
    if is_open { details(row, state, federation, medium) } else { row }
}

/// When it was last known active, and how many practices it has.
fn known(federation: Federation<'_>, is_seen: bool) -> Option<VElement> {
    let seen = month_last_seen(federation);
    let (has_seen, practices) = (is_seen && !seen.is_empty(), practices(federation));
    let comma = if has_seen && !practices.is_empty() { ", " } else { "" };
    let seen = if has_seen { [strings::LAST_KNOWN_ACTIVE, &seen, comma].concat() } else { String::new() };
    if seen.is_empty() && practices.is_empty() {
        return None;
    }
    Some(el_class("span", "gpf-place gpf-known").child(el("span").text(seen)).child(el("span").text(practices)))
}

/// The other name, former name or member that has most of the typed text, if that is more than `shown` bytes.
fn matching_alias(terms: &Terms, federation: Federation<'_>, mut shown: usize) -> Option<VElement> {
    let mut best = None;
    for (label, names) in [
        (strings::ALSO_KNOWN_AS, federation.aliases()),
        (strings::FORMERLY, federation.former_names()),
        (strings::MEMBER, federation.member_practices()),
    ] {
        for name in names {
            let name = terms.highlight(name);
            if match_len(&name) > shown {
                shown = match_len(&name);
                best = Some((label, name));
            }
        }
    }
    let (label, name) = best?;
    Some(highlighted(el_class("span", "gpf-place").text(label), &name))
}

/// Adds to `row` the main actions, the facts, the sources, a link to it, and a link to report a problem.
fn details(row: VElement, state: &State, federation: Federation<'_>, medium: Medium) -> VElement {
    let is_screen = medium == Medium::Screen;
    let mut list = el_class("dl", "gpf-facts");
    let mut website = None;
    for it in facts(federation) {
        match it.url {
            Some(url) if it.label == WEBSITE && is_screen && federation.status() != Status::Ended => {
                let label = [strings::WEBSITE, domain(&url)].concat();
                website = Some(el_class("p", "gpf-website").child(link_or_text(label, Some(url))));
            }
            _ => list = list.child(fact(it, federation, medium)),
        }
    }
    let feedback = state.settings.feedback.as_deref().filter(|_| is_screen);
    let report = feedback.map(|feedback| {
        let address = feedback::report(feedback, federation.id(), federation.name());
        let link = external(address, strings::REPORT_PROBLEM.to_owned());
        el_class("p", "gpf-source gpf-feedback").child(link)
    });
    let sources = sources(state, federation, medium);
    row.child_opt(website)
        .child(list)
        .child_opt(compare_button(federation).filter(|_| is_screen && state.has_comparison))
        .child_opt(sources)
        .child_opt(is_screen.then(|| link(state, federation)))
        .child_opt(report)
}

/// A web address without the parts that people leave out.
pub(super) fn domain(url: &str) -> &str {
    let domain =
        url.as_bytes().windows(2).position(|it| it == b"//").map_or(url, |at| &url[at + 2..]).trim_end_matches('/');
    domain.strip_prefix("www.").unwrap_or(domain)
}

/// The button that copies a link to this federation.
fn link(state: &State, federation: Federation<'_>) -> VElement {
    let (done, link) = state.outcome_for(Some(federation.row()));
    el_class("p", "gpf-source gpf-copy-one")
        .child(
            button("gpf-link", Action::CopyFederationLink, strings::COPY_ONE).attr(DATA_ID, federation.id().to_owned()),
        )
        .text(" ")
        .child(el_class("span", "gpf-done").attr("role", "status").text(done))
        .child_opt(link_field(link, strings::LINK_ONE))
}

/// Each source with the facts that it supports, when they were checked and its limits. Closed until the user opens it.
fn sources(state: &State, federation: Federation<'_>, medium: Medium) -> Option<VElement> {
    let (citations, checked) = (citations(federation), format::format_date(federation.checked_on()));
    // A row of an editor's own list can be without sources and a date.
    if citations.is_empty() {
        let text = [strings::LAST_CHECKED, &checked, "."].concat();
        return (!checked.is_empty()).then(|| el_class("p", "gpf-source gpf-small").text(text));
    }
    let comma = if checked.is_empty() { "" } else { strings::CHECKED };
    let label = [strings::SOURCES, &format::format_number(citations.len() as u32), ")", comma, &checked].concat();
    let mut list = el("ul");
    for FactSource { text, url, facts } in citations {
        let item = el("li").child(link_or_text(text, url));
        list = list.child(match facts {
            Some(facts) => item.text([": ", &facts].concat()),
            None => item,
        });
    }
    let missing = el("p").text(not_stated(federation));
    Some(if medium == Medium::Paper {
        div("gpf-sources gpf-small").child(el("p").text(label)).child(list).child(missing)
    } else {
        el_class("details", "gpf-sources gpf-small")
            .attr(DATA_SOURCES, federation.id().to_owned())
            .prop_bool("open", state.open_sources.contains(&federation.row()))
            .child(el("summary").text(label))
            .child(list)
            .child(missing)
    })
}

/// The button that shows this federation's legal form in the page's comparison.
fn compare_button(federation: Federation<'_>) -> Option<VElement> {
    let form = federation.legal_form()?.id();
    let go = action_button("gpf-button gpf-compare", Action::Compare, strings::COMPARE).attr(DATA_ID, form);
    Some(el_class("p", "gpf-source").child(go))
}

/// A list of this number of bytes or more is folded.
const FOLDED_FROM: usize = 100;

fn fact(Fact { label, value, note, url }: Fact, federation: Federation<'_>, medium: Medium) -> VElement {
    let (is_screen, mut address) = (medium == Medium::Screen, String::new());
    let is_website = label == WEBSITE && url.as_ref() == Some(&value);
    let successor = federation.sibling(federation.successor()).filter(|_| is_screen && label == FOLLOWED_BY);
    let parts = value.as_bytes().windows(2).filter(|it| it == b"; ").count() + 1;
    let is_folded = is_screen && [SERVICES, MEMBER_PRACTICES, MEMBERS].contains(&&*label) && value.len() > FOLDED_FROM;
    let value: VNode = if let Some(successor) = successor {
        button("gpf-link", Action::ShowFederation, value).attr(DATA_ID, successor.id().to_owned()).into()
    } else if is_website {
        // Links do not work on paper.
        if !is_screen {
            address = [", ", &value].concat();
        }
        link_or_text(federation.name().to_owned(), url)
    } else {
        link_or_text(value, url)
    };
    let note = note.map(|note| el_class("span", "gpf-small gpf-note-of-fact").text(note));
    // A long list would push the rest out of sight.
    let value = if is_folded {
        let title = [strings::SHOW_ALL, &format::format_number(parts as u32)].concat();
        el_class("details", "gpf-folded-fact").child(el("summary").text(title)).child(el("div").child(value))
    } else {
        el("span").child(value).text(address)
    };
    div("gpf-fact").child(el("dt").text(label)).child(el("dd").child(value).text(" ").child_opt(note))
}

/// The text, as a link if there is an address.
fn link_or_text(text: String, url: Option<String>) -> VNode {
    match url {
        Some(url) => external(url, text).into(),
        None => VNode::Text(text.into()),
    }
}
