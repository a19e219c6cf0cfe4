//! Federations as plain lists under headings, for browsers that cannot run wasm.

use gpf_domain::directory::{Directory, Federation, RegionChoice, Status};
use gpf_domain::facts::{Fact, WEBSITE, citations, facts};

use super::heading::heading;
use super::link::external;
use super::strings::SOURCE;
use super::vdom::{VElement, VNode, el, el_class};

/// All federations, each under the heading of its first region.
#[must_use]
pub fn fallback_list(directory: &Directory, level: u8) -> Vec<VNode> {
    let mut groups = Vec::new();
    for region in RegionChoice::ALL {
        let members: Vec<VNode> = directory
            .federations()
            .filter(|federation| RegionChoice::of(federation.regions()) == region)
            .map(|federation| item(federation).into())
            .collect();
        if !members.is_empty() {
            groups.push(heading(level, "gpf-group", region.label(), "").into());
            groups.push(el_class("ul", "gpf-plain").children(members).into());
        }
    }
    groups
}

fn item(federation: Federation<'_>) -> VElement {
    let status = federation.status();
    let tag = (status != Status::Active).then(|| el_class("span", "gpf-tag").text(status.label()));
    let mut all = el_class("span", "gpf-small");
    let website = federation.website();
    if !website.is_empty() {
        all = all.child(external(website.to_owned(), website.to_owned()));
        all = all.text(".");
    }
    // The heading is the region.
    let facts = facts(federation).into_iter().filter(|fact| fact.label != "NHS region" && fact.label != WEBSITE);
    let mut text: String = facts.map(fact).collect();
    text.push(' ');
    text.push_str(SOURCE);
    text.push_str(&citations(federation).into_iter().map(|it| it.text).collect::<Vec<_>>().join("; "));
    text.push('.');
    el("li").child(el("strong").text(federation.name().to_owned())).text(" ").child_opt(tag).child(all.text(text))
}

fn fact(Fact { label, value, note, .. }: Fact) -> String {
    let end = if value.ends_with('.') { "" } else { "." };
    let [open, note, end] = note.as_deref().map_or(["", "", end], |note| [" (", note, ")."]);
    [" ", &label, ": ", &value, open, note, end].concat()
}
