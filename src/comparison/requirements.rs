//! What a group of practices requires: a box to tick for each sentence, and what that leaves, always in view.

use gpf_core::comparison::{Criterion, Shortlist, Verdict, Wanted};

use super::choices::{check, set, tick};
use super::state::State;
use super::view::{button, is_open, opens};
use crate::ui::node::{Element, classed};

/// The details' place in the list of those that are open; no form has this id.
pub(super) const ID: &str = "requirements";

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
    let inside = if is_open(state, ID) { questions(state, inside) } else { inside };
    opens(state, ID, "gpf-more-about gpf-requirements", line, inside)
}

/// Adds the sentences, under the headings that the table's rows stand under, and what they leave.
fn questions(state: &State, inside: Element) -> Element {
    let criteria: Vec<&Criterion> = state.catalogue.criteria(state.asked.kind).collect();
    let groups = criteria.chunk_by(|one, next| one.group == next.group).map(|group| {
        let questions = group.iter().map(|criterion| question(state, criterion));
        set(&group[0].group, classed("div", "gpf-wants").all(questions))
    });
    inside.child(classed("div", "gpf-questions").all(groups)).child(outcome(&state.shortlist()))
}

/// A box to tick, or where a group may require the opposite too, a choice between the two and neither.
fn question(state: &State, criterion: &Criterion) -> Element {
    let wanted = state.asked.side().wanted.iter().find(|it| it.criterion == criterion.id).map(|it| it.wanted);
    let Some(when_no) = &criterion.when_no else {
        return check(&criterion.when_yes, want("checkbox", criterion, Some(Wanted::Yes), wanted));
    };
    let name = ["gpf-want-", &criterion.id].concat();
    let answers = [(Some(Wanted::Yes), &*criterion.when_yes), (Some(Wanted::No), when_no), (None, "No preference")];
    let answers =
        answers.map(|(answer, label)| check(label, want("radio", criterion, answer, wanted).set("name", name.clone())));
    set(&criterion.label, classed("div", "gpf-wants").all(answers))
}

fn want(kind: &'static str, criterion: &Criterion, answer: Option<Wanted>, wanted: Option<Wanted>) -> Element {
    let value = answer.map_or("", Wanted::id);
    tick(kind, "want", value, wanted == answer).set("data-id", criterion.id.clone())
}

/// What is left, in a line that stays in view while there is something to tick.
fn outcome(list: &Shortlist<'_>) -> Element {
    let is_none = list.requirements.is_empty();
    let deeds = classed("div", "gpf-picks")
        .child(button("gpf-link gpf-see", "see", "Show reasons"))
        .child(button("gpf-link gpf-clear", "clear", "Clear requirements"))
        .is("hidden", is_none);
    let said = classed("p", "gpf-remain").set("role", "status").text(remain(list));
    classed("div", "gpf-outcome").child(said).child(deeds)
}

/// "3 of 6 remain: Ltd by shares, Ltd by guarantee (fits, 1 condition), LLP (1 not stated)".
fn remain(list: &Shortlist<'_>) -> String {
    let all = list.standings.len().to_string();
    if list.requirements.is_empty() {
        return ["Select what your group cannot do without. All ", &all, " remain."].concat();
    }
    let mut names = Vec::new();
    for it in list.by_fit() {
        if it.verdict != Verdict::Conflicts {
            let is_plain = it.verdict == Verdict::Fits && !it.is_conditional();
            let note = if is_plain { String::new() } else { [" (", &it.tag(), ")"].concat() };
            names.push([it.subject.short(), &note].concat());
        }
    }
    match names.len() {
        0 => ["None of ", &all, " remains."].concat(),
        count => {
            [&*count.to_string(), " of ", &all, if count == 1 { " remains: " } else { " remain: " }, &names.join(", ")]
                .concat()
        }
    }
}
