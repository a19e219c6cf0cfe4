//! The finder as a whole.

use gpf_core::wording;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::around::Around;
use super::state::State;
use super::{after, hear, map, menu, own, print, report, results};
use crate::ui::heading::heading;
use crate::ui::node::{Element, Node, button, classed, div};
use crate::ui::stage::Stage;

/// What a page may want to hear of.
#[derive(Debug, Clone, Copy)]
pub enum Happened {
    /// What is found has changed, or is there for the first time.
    Found,
    /// An editor's own list has been read, used or not.
    Listed,
    /// Somebody has opened the details of the federation in this row.
    Opened(u32),
}

/// A finder in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct Finder {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Tells the page.
    pub listener: StoredValue<fn(&HtmlElement, &State, Happened), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl Finder {
    /// Changes the state, where the finder is still there. The views follow where that says so.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn tell(self, happened: Happened) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state, happened)));
    }
}

/// The finder: search and filters, what was found, and what can be done with it.
pub fn view(finder: Finder) -> impl IntoView {
    hear::listen(finder);
    after::follow(finder);
    let mut around: Option<Around> = None;
    move || {
        finder.state.with(|state| {
            let now = Around::of(state);
            let is_same = around.as_ref().is_some_and(|before| before.is_same(&now));
            around = Some(now);
            body(state, is_same)
        })
    }
}

/// In what parts it is shown.
pub const STAGES: [Stage; 4] = [Stage::Question, Stage::Answer, Stage::More, Stage::All];

/// The view; where `is_same` says so, without what is around the results.
fn body(state: &State, is_same: bool) -> Node {
    if state.stage == Stage::Nothing {
        return Node::Text("".into());
    }
    let look = &state.look;
    let title = heading(look.heading_level, "gpf-heading", &look.heading, "");
    let body =
        div("gpf gpf-finder").child_if((!look.heading.is_empty()).then_some(title)).child(controls(state, is_same));
    if state.stage == Stage::Question {
        return body.into();
    }
    let list = div("gpf-found").child_if(own::trouble(state));
    let parts = match &state.own.reading {
        Some(reading) => [live(list.child(own::reading(reading)), state), div("gpf-after")],
        None => [results::results(live(list.child(bar(state)), state), state), actions(div("gpf-after"), state)],
    };
    body.child(map::beside(parts, state, is_same)).into()
}

/// The search box and the filters.
fn controls(state: &State, is_same: bool) -> Element {
    let search = classed("input", "gpf-input")
        .set("id", hear::SEARCH)
        .set("type", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("aria-describedby", "gpf-search-hint")
        .set_text("value", state.query.text.clone());
    let search = div("gpf-field gpf-search")
        .set("part", "search")
        .child(
            classed("label", "gpf-label gpf-search-label")
                .set("for", hear::SEARCH)
                .text("Search by name, place or postcode"),
        )
        .child(classed("p", "gpf-hint").set("id", "gpf-search-hint").text("For example, Halton, Camden or WA7"))
        .child(search);
    let controls = div("gpf-controls").set("role", "search").set("aria-label", state.name()).child(search);
    if is_same {
        return controls.child(Node::Same).child(Node::Same);
    }
    controls.child(menu::fold(state)).child(filters(state))
}

fn filters(state: &State) -> Node {
    let filters = menu::MENUS.iter().map(|it| menu::menu(it, state).into());
    div("gpf-filters").set("part", "filters").children(filters.collect()).into()
}

/// Adds what is said to people who don't see the line over the results.
fn live(body: Element, state: &State) -> Element {
    state.said.iter().fold(body, |body, text| body.child(div("gpf-visually-hidden").set("role", "status").say(text)))
}

/// The line over the results: how many there are, and the way back to all of them.
fn bar(state: &State) -> Element {
    div("gpf-bar")
        .child(classed("p", "gpf-count").text(state.summary()))
        .child(button("gpf-link gpf-clear", "clear", "Clear search and filters").is("hidden", !state.can_clear()))
}

/// Adds what can be done with the results, and how fresh the list is.
fn actions(body: Element, state: &State) -> Element {
    let nothing = state.found.rows.is_empty();
    let is_here = state.done_with.is_none();
    let done = if is_here { state.done.clone() } else { "".into() };
    let deed = |class, deed, label: String| button(class, deed, label).set("part", "button");
    let actions = div("gpf-buttons gpf-actions")
        .child(deed("gpf-button gpf-copy-link", "copy", "Copy link to these results".to_owned()).is("hidden", nothing))
        .child(
            deed(
                "gpf-button gpf-download",
                "save",
                ["Download ", &wording::federations(state.matching()), " (CSV)"].concat(),
            )
            .is("hidden", nothing),
        )
        .child(deed("gpf-button gpf-print", "print", print::label(state.matching())).is("hidden", nothing))
        .child(classed("span", "gpf-done").set("role", "status").text(done))
        .child_if(link_field(state.link.as_ref().filter(|_| is_here), "Link to these results"));
    body.child(actions)
        .child_if(report::panel(state))
        .child(div("gpf-print-sheet"))
        .child(classed("p", "gpf-footer gpf-small").text(own::freshness(&state.data)))
}

/// The link for the reader to copy by hand, where the page may not write to the clipboard.
pub(super) fn link_field(link: Option<&String>, label: &'static str) -> Option<Element> {
    let link = link?.clone();
    let field = classed("input", "gpf-input gpf-link-field").set("type", "text").set("readonly", "");
    Some(field.set("aria-label", label).set_text("value", link))
}
