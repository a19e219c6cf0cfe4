//! What a group of practices requires: a question each, answered "No preference" until somebody says otherwise.

use gpf_core::comparison::{Criterion, Wanted};

use super::choices::set;
use super::state::State;
use super::view::{button, is_open, opens};
use crate::ui::node::{Element, classed, el};

/// The details' place in the list of those that are open; no form has this id.
const ID: &str = "requirements";

/// A line that opens the questions.
///
/// They are made once somebody opens it: most readers never do, and browsers that offer to fill in fields look at all
/// that are in a page, closed or not, and keep it waiting meanwhile.
pub(super) fn requirements(state: &State) -> Element {
    let count = state.asked.side().wanted.len();
    let title = match count {
        0 => "Set your requirements".to_owned(),
        count => ["Your requirements (", &count.to_string(), ")"].concat(),
    };
    let line = classed("summary", "gpf-summary").child(classed("span", "gpf-name").text(title));
    let inside = classed("div", "gpf-inside");
    let inside = if is_open(state, ID) { questions(state, inside, count) } else { inside };
    opens(state, ID, "gpf-more-about gpf-requirements", line, inside)
}

/// Adds a select for each question, under the headings that the table's rows stand under.
fn questions(state: &State, inside: Element, count: usize) -> Element {
    let criteria: Vec<&Criterion> = state.catalogue.criteria(state.asked.kind).collect();
    let groups = criteria.chunk_by(|one, next| one.group == next.group).map(|group| {
        let questions = group.iter().map(|criterion| question(state, criterion));
        set(&group[0].group, classed("div", "gpf-questions").all(questions))
    });
    let clear = button("gpf-link gpf-clear", "clear", "Clear requirements").is("hidden", count == 0);
    inside.all(groups).child(clear)
}

fn question(state: &State, criterion: &Criterion) -> Element {
    let wanted = state.asked.side().wanted.iter().find(|it| it.criterion == criterion.id).map(|it| it.wanted);
    let option = |value: &str, label: &str, is_chosen| {
        el("option").set("value", value.to_owned()).is("selected", is_chosen).say(label)
    };
    let answers =
        Wanted::ALL.into_iter().filter_map(|it| Some(option(it.id(), criterion.phrase(it)?, wanted == Some(it))));
    let id = ["gpf-want-", &criterion.id].concat();
    let select = classed("select", "gpf-input")
        .set("id", id.clone())
        .set("data-ask", "want")
        .set("data-id", criterion.id.clone())
        .child(option("", "No preference", wanted.is_none()))
        .all(answers);
    classed("div", "gpf-field")
        .child(classed("label", "gpf-question").set("for", id).say(&criterion.label))
        .child(select)
}
