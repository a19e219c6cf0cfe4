//! The answers of the forms or models, grouped by answer: "Yes: Ltd by shares, CIC. No: GP partnership." This view
//! replaces the [`table`](super::table) if its columns do not fit. It works for 6 forms as well as for 2.
//!
//! It is a definition list under each heading, and not a table that the style sheet stacks: in some browsers, a table
//! whose parts are not displayed as a table loses its semantics.

use gpf_domain::comparison::{Answer, Matrix, MatrixRow, Shortlist};

use super::shortlist::rules_out;
use super::table::{answer, empty_state, evidence, evidence_button, groups, visible_rows};
use crate::comparison::controls::Action;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::heading::heading;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// In the order in which a user would look for them.
const ORDER: [Answer; 4] = [Answer::Yes, Answer::Depends, Answer::No, Answer::NotStated];

/// The questions, each with its answers.
pub(super) fn answers(state: &State, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> VElement {
    let level = state.settings.child_heading_level();
    let groups = groups(visible_rows(state, matrix)).into_iter().map(|rows| {
        let title = heading(level, "gpf-group", &rows[0].criterion.group, "");
        el("div").child(title).extend(rows.iter().map(|it| question(state, matrix, it, shortlist)))
    });
    el_class("div", "gpf-side-by-side gpf-answers")
        .attr("part", "table")
        .child(compared(state, matrix))
        .extend(groups)
        .child_opt(empty_state(matrix))
}

/// The line with the compared forms or models, which stays in view. A click on it moves to the selection.
fn compared(state: &State, matrix: &Matrix<'_>) -> VElement {
    let all = state.catalogue.subjects(state.selection.kind).len().to_string();
    let label = match matrix.subjects.len().to_string() {
        count if count == all => [strings::COMPARING_ALL, &*all].concat(),
        count => [strings::COMPARING, &*count, OF, &all, ": "].concat(),
    };
    let names: Vec<&str> = matrix.subjects.iter().map(|it| it.short()).collect();
    let names = if state.compares_all() { String::new() } else { names.join(", ") };
    action_button("gpf-link gpf-comparing", Action::ChangeForms, "")
        .child(el_class("span", "gpf-comparing-names").child(el("b").text(label)).text(names))
        .text(" ")
        .child(el_class("span", "gpf-change").text(strings::CHANGE))
}

fn question(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>, shortlist: &Shortlist<'_>) -> VElement {
    let title = heading(state.settings.child_heading_level() + 1, "gpf-kind", &row.criterion.label, "");
    let of_answer = ORDER.iter().filter_map(|it| answer_line(matrix, row, shortlist, *it));
    let is_shown = state.has_evidence(&row.criterion.id);
    el_class("div", "gpf-asked-of-all")
        .child(el_class("div", "gpf-asked-line").child(title).child(evidence_button(state, row, strings::WHY)))
        .child(el_class("dl", "gpf-by-answer").extend(of_answer))
        .child_opt(is_shown.then(|| reasons(state, matrix, row)))
}

/// The forms or models with this answer. `None` if there are none.
fn answer_line(matrix: &Matrix<'_>, row: &MatrixRow<'_>, shortlist: &Shortlist<'_>, of: Answer) -> Option<VElement> {
    let mut names = el("dd");
    let mut count = 0;
    let mut clashes = 0;
    for (subject, cell) in matrix.subjects.iter().zip(&row.cells) {
        if cell.answer == of {
            let is_out = rules_out(shortlist, subject, &row.criterion.id);
            let between = if count == 0 { "" } else { ", " };
            names = names.text([between, subject.short()].concat());
            if is_out {
                names = names.text(" ").child(el_class("span", "gpf-tag gpf-conflicts").text(strings::RULES_OUT));
            }
            count += 1;
            clashes += usize::from(is_out);
        }
    }
    if count == matrix.subjects.len() && count > 1 && clashes == 0 {
        names = el("dd").text([strings::ALL, &count.to_string()].concat());
    }
    // There is no room for a longer label.
    let label = if of == Answer::NotStated { strings::NOT_STATED } else { of.label() };
    (count > 0).then(|| el_class("div", "gpf-answer-group").child(answer("dt", of, label)).child(names))
}

/// The question in full, and each form's sentence with its sources.
fn reasons(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>) -> VElement {
    let of_each = matrix.subjects.iter().zip(&row.cells).filter(|(_, cell)| cell.answer != Answer::NotStated);
    let of_each = of_each.map(|(subject, cell)| {
        el("div")
            .child(el("b").text_owned(&subject.name))
            .child(el("p").text([cell.answer.label(), ". ", &cell.explanation].concat()))
            .child(evidence(state, cell))
    });
    el_class("div", "gpf-reasons").child(el_class("p", "gpf-small").text_owned(&row.criterion.question)).extend(of_each)
}
