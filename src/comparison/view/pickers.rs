//! The selection of what to compare: legal forms or ways of working together, and which of them.

use gpf_domain::comparison::SubjectKind;

use crate::comparison::controls::{Action, DATA_FIELD, Field};
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::comparison::url_state::kind_id;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// A switch between the two kinds.
pub(super) fn kind_picker(state: &State) -> VElement {
    let kinds = SubjectKind::ALL.map(|it| {
        let tick = check_input("radio", Field::Kind, kind_id(it), it == state.selection.kind).attr("name", "gpf-kind");
        check(strings::kind_label(it), tick)
    });
    fieldset(strings::WHAT_TO_COMPARE, el_class("div", "gpf-checks").extend(kinds))
}

/// A tick box for each form or way of working, and buttons for common selections.
pub(super) fn subject_picker(state: &State) -> VElement {
    let kind = state.selection.kind;
    let all = state.catalogue.subjects(kind);
    let boxes =
        all.iter().map(|it| check(&it.name, check_input("checkbox", Field::Form, &it.id, state.is_compared(&it.id))));
    let legend = [strings::SELECT, strings::plural(kind), strings::TO_COMPARE].concat();
    let error = state.is_refused.then(|| {
        el_class("p", "gpf-error")
            .attr("id", ERROR)
            .attr("role", "alert")
            .child(el_class("span", "gpf-visually-hidden").text(strings::ERROR))
            .text([strings::KEEP, strings::plural(kind)].concat())
    });
    let companies = action_button("gpf-link gpf-companies", Action::CompareCompanies, strings::COMPANIES_ONLY);
    let picks = el_class("div", "gpf-picks")
        .child(action_button(
            "gpf-link gpf-all",
            Action::CompareAll,
            [strings::COMPARE_ALL, &all.len().to_string(), " ", strings::plural(kind)].concat(),
        ))
        .child(companies.prop_bool("hidden", kind == SubjectKind::Model))
        .child(action_button("gpf-link gpf-reset", Action::Reset, strings::RESET));
    let set = el_class("fieldset", "gpf-set gpf-forms")
        .child(el_class("legend", "gpf-label").text(legend))
        .child_opt(error)
        .child(el_class("div", "gpf-checks").extend(boxes))
        .child(picks);
    if state.is_refused { set.attr("aria-describedby", ERROR) } else { set }
}

/// The id of the error that is shown if a change is refused.
const ERROR: &str = "gpf-forms-error";

/// A group of controls under a legend.
pub(super) fn fieldset(legend: &str, controls: VElement) -> VElement {
    el_class("fieldset", "gpf-set").child(el_class("legend", "gpf-label").text_owned(legend)).child(controls)
}

/// A tick box or radio button. Its [`DATA_FIELD`] specifies what a change sets.
pub(super) fn check_input(kind: &'static str, field: Field, value: &str, is_ticked: bool) -> VElement {
    let tick =
        el_class("input", "gpf-tick").attr("type", kind).attr("value", value.to_owned()).attr(DATA_FIELD, field.id());
    tick.checked(is_ticked)
}

/// A tick box or radio button with its label.
pub(super) fn check(label: &str, tick: VElement) -> VElement {
    el_class("label", "gpf-check").child(tick).child(el("span").text_owned(label))
}
