//! What the forms or models answer, grouped by answer: "Yes: Ltd by shares, CIC. No: GP partnership." It stands where
//! the columns of a [`table`](super::table) don't fit, and takes six forms as well as two.
//!
//! A list of definitions under a heading each, and no table that the style sheet stacks: one whose parts aren't shown as
//! a table loses its meaning in some browsers.

use gpf_core::comparison::{Answer, Matrix, MatrixRow, Shortlist};

use super::shortlist::rules_out;
use super::state::State;
use super::table::{answer, grounds, groups, nothing, shown, why};
use super::view::button;
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el};

/// In the order in which a group would look for them.
const ORDER: [Answer; 4] = [Answer::Yes, Answer::Depends, Answer::No, Answer::NotStated];

/// The questions, each with its answers.
pub(super) fn answers(state: &State, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> Element {
    let level = state.look.level_beneath();
    let groups = groups(shown(state, matrix)).into_iter().map(|rows| {
        let title = heading(level, "gpf-group", &rows[0].criterion.group, "");
        el("div").child(title).all(rows.iter().map(|it| question(state, matrix, it, shortlist)))
    });
    classed("div", "gpf-side-by-side gpf-answers")
        .set("part", "table")
        .child(compared(state, matrix))
        .all(groups)
        .child_if(nothing(matrix))
}

/// What is compared, in view all the way down; a click leads back to where it is chosen.
fn compared(state: &State, matrix: &Matrix<'_>) -> Element {
    let all = state.catalogue.subjects(state.asked.kind).len().to_string();
    let label = match matrix.subjects.len().to_string() {
        count if count == all => ["Comparing all ", &*all].concat(),
        count => ["Comparing ", &*count, " of ", &all, ": "].concat(),
    };
    let names: Vec<&str> = matrix.subjects.iter().map(|it| it.short()).collect();
    let names = if state.has_all() { String::new() } else { names.join(", ") };
    button("gpf-link gpf-comparing", "pick", "")
        .child(classed("span", "gpf-comparing-names").child(el("b").text(label)).text(names))
        .say(" ")
        .child(classed("span", "gpf-change").say("Change"))
}

fn question(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>, shortlist: &Shortlist<'_>) -> Element {
    let title = heading(state.look.level_beneath() + 1, "gpf-kind", &row.criterion.label, "");
    let of_answer = ORDER.iter().filter_map(|it| line(matrix, row, shortlist, *it));
    let is_shown = state.has_grounds(&row.criterion.id);
    classed("div", "gpf-asked-of-all")
        .child(classed("div", "gpf-asked-line").child(title).child(why(state, row, "Why and sources")))
        .child(classed("dl", "gpf-by-answer").all(of_answer))
        .child_if(is_shown.then(|| reasons(state, matrix, row)))
}

/// Who gives this answer; none if nobody does.
fn line(matrix: &Matrix<'_>, row: &MatrixRow<'_>, shortlist: &Shortlist<'_>, of: Answer) -> Option<Element> {
    let mut names = el("dd");
    let mut count = 0;
    let mut clashes = 0;
    for (subject, cell) in matrix.subjects.iter().zip(&row.cells) {
        if cell.answer == of {
            let is_out = rules_out(shortlist, subject, &row.criterion.id);
            let between = if count == 0 { "" } else { ", " };
            names = names.text([between, subject.short()].concat());
            if is_out {
                names = names.say(" ").child(classed("span", "gpf-tag gpf-conflicts").say("Rules it out"));
            }
            count += 1;
            clashes += usize::from(is_out);
        }
    }
    if count == matrix.subjects.len() && count > 1 && clashes == 0 {
        names = el("dd").text(["All ", &count.to_string()].concat());
    }
    // There is no room for more.
    let label = if of == Answer::NotStated { "Not stated" } else { of.label() };
    (count > 0).then(|| classed("div", "gpf-answer-group").child(answer("dt", of, label)).child(names))
}

/// The question in full, and each form's sentence with its sources.
fn reasons(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>) -> Element {
    let of_each = matrix.subjects.iter().zip(&row.cells).filter(|(_, cell)| cell.answer != Answer::NotStated);
    let of_each = of_each.map(|(subject, cell)| {
        el("div")
            .child(el("b").say(&subject.name))
            .child(el("p").text([cell.answer.label(), ". ", &cell.says].concat()))
            .child(grounds(state, cell))
    });
    classed("div", "gpf-reasons").child(classed("p", "gpf-small").say(&row.criterion.question)).all(of_each)
}
