//! The whole view of the comparison, with one file for each part.

mod answers;
pub(super) mod cases;
mod cited_sources;
#[cfg(feature = "ssr")]
pub mod fallback;
mod findings;
mod parts;
mod pickers;
pub(super) mod print;
mod requirements;
mod shortlist;
mod table;

use gpf_domain::comparison::NOT_LEGAL_ADVICE;

use crate::comparison::controls::{Action, Field};
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::heading::heading;
use crate::ui::link::link_field;
use crate::ui::print_sheet;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, VNode, action_button, div, el_class};

/// The phases in which it is rendered.
pub const PHASES: [RenderPhase; 8] = [
    RenderPhase::Controls,
    RenderPhase::FirstRows,
    RenderPhase::MoreRows,
    RenderPhase::ManyRows,
    RenderPhase::MostRows,
    RenderPhase::AllRows,
    RenderPhase::Findings,
    RenderPhase::Complete,
];

pub(super) fn render(state: &State) -> VNode {
    if state.phase == RenderPhase::Empty {
        return VNode::Text("".into());
    }
    let settings = &state.settings;
    let title = settings.heading.as_ref().map(|text| heading(settings.heading_level, "gpf-heading", text, ""));
    let shortlist = state.shortlist();
    let body = div("gpf gpf-comparison")
        .child_opt(title)
        .child(el_class("p", "gpf-hint").text(strings::NOT_ADVICE))
        .child(pickers::kind_picker(state))
        .child(pickers::subject_picker(state))
        .child(requirements::requirements(state, &shortlist));
    if state.phase == RenderPhase::Controls {
        return body.into();
    }
    let matrix = state.matrix();
    let body =
        body.child_opt(shortlist::shortlist(state, &shortlist)).child(toolbar(state)).child(if state.has_room() {
            table::table(state, &matrix, &shortlist, None)
        } else {
            answers::answers(state, &matrix, &shortlist)
        });
    if state.phase < RenderPhase::AllRows {
        return body.into();
    }
    let body = body.child(print_sheet::placeholder()).child(action_buttons(state));
    if state.phase == RenderPhase::AllRows {
        return body.into();
    }
    let body = body.child(findings::findings(state, &shortlist));
    if state.phase == RenderPhase::Findings {
        return body.into();
    }
    body.child(cases::cases(state))
        .child(el_class("p", "gpf-footer gpf-small gpf-not-advice").text(NOT_LEGAL_ADVICE))
        .into()
}

/// The line over the table: what it shows, and whether that is all.
fn toolbar(state: &State) -> VElement {
    let is_ticked = state.selection.only_differences;
    let tick = pickers::check_input("checkbox", Field::Differences, "", is_ticked).attr("id", "gpf-only-differences");
    el_class("div", "gpf-bar")
        .child(el_class("p", "gpf-count").attr("role", "status").text(state.summary()))
        .child(pickers::check(strings::ONLY_DIFFERENCES, tick))
}

/// The actions on the comparison.
fn action_buttons(state: &State) -> VElement {
    let buttons = [
        ("gpf-link gpf-copy-link", Action::CopyLink, strings::COPY_LINK),
        ("gpf-link gpf-copy-table", Action::CopyTable, strings::COPY_TABLE),
        ("gpf-link gpf-download", Action::Download, strings::DOWNLOAD),
        ("gpf-link gpf-print", Action::Print, strings::PRINT),
    ];
    el_class("div", "gpf-picks gpf-actions")
        .extend(buttons.map(|(class, action, label)| action_button(class, action, label)))
        .child(el_class("span", "gpf-done").attr("role", "status").text(state.status_message))
        .child_opt(link_field(state.manual_copy_link.as_deref(), strings::LINK))
}
