//! What a group of practices requires: a question each, answered "doesn't matter" until somebody says otherwise.

use gpf_core::comparison::{Criterion, Wanted};

use super::choices::set;
use super::state::State;
use super::view::{button, opens};
use crate::ui::node::{Node, el};

/// The details' place in the list of those that are open; no form has this id.
const ID: &str = "requirements";

/// A select for each question, under the headings that the table's rows stand under.
pub(super) fn requirements(state: &State) -> Node {
    let criteria: Vec<&Criterion> = state.catalogue.criteria(state.asked.kind).collect();
    let groups = criteria.chunk_by(|one, next| one.group == next.group).map(|group| {
        let questions = group.iter().map(|criterion| question(state, criterion));
        set(&group[0].group, el("div", "gpf-questions").all(questions))
    });
    let count = state.asked.side().wanted.len();
    let title = match count {
        0 => "Say what you require".to_owned(),
        count => ["What you require (", &count.to_string(), ")"].concat(),
    };
    let line = el("summary", "gpf-summary").hold(el("span", "gpf-name").say(title));
    let clear = button("gpf-link gpf-clear", "clear", "Clear all").flag("hidden", count == 0);
    opens(state, ID, "gpf-more-about gpf-requirements", line, el("div", "gpf-inside").all(groups).hold(clear))
}

fn question(state: &State, criterion: &Criterion) -> Node {
    let wanted = state.asked.side().wanted.iter().find(|it| it.criterion == criterion.id).map(|it| it.wanted);
    let option = |value: &str, label: &str, is_chosen| {
        el("option", "").with("value", value).flag("selected", is_chosen).say(label)
    };
    let answers =
        Wanted::ALL.into_iter().filter_map(|it| Some(option(it.id(), criterion.phrase(it)?, wanted == Some(it))));
    let id = ["gpf-want-", &criterion.id].concat();
    let select = el("select", "gpf-input")
        .with("id", &*id)
        .with("data-ask", "want")
        .with("data-id", &*criterion.id)
        .hold(option("", "Does not matter", wanted.is_none()))
        .all(answers);
    el("div", "gpf-field").hold(el("label", "gpf-question").with("for", id).say(&*criterion.label)).hold(select)
}
