//! The whole view of the finder, with one file for each part.

pub(super) mod filters;
pub(super) mod import_report;
mod list_notice;
mod map;
mod memo;
pub(super) mod print;
mod results;
mod row;

use gpf_domain::format;

pub(super) use memo::Memos;

use crate::finder::controls::{Action, SEARCH_ID};
use crate::finder::list_status::ListStatus;
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::heading::heading;
use crate::ui::link::link_field;
use crate::ui::print_sheet;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, VNode, action_button, button, div, el_class};
use memo::AsideInputs;

/// The phases in which it is rendered.
pub const PHASES: [RenderPhase; 4] =
    [RenderPhase::Controls, RenderPhase::FirstRows, RenderPhase::AllRows, RenderPhase::Complete];

/// The view, without the parts that are kept.
pub(super) fn render(state: &State, memos: &mut Memos) -> VNode {
    if state.phase == RenderPhase::Empty {
        return VNode::Text("".into());
    }
    let settings = &state.settings;
    let title = settings.heading.as_ref().map(|text| heading(settings.heading_level, "gpf-heading", text, ""));
    let body = div("gpf gpf-finder").child_opt(title).child(controls(state, memos));
    if state.phase == RenderPhase::Controls {
        return body.into();
    }
    let list = div("gpf-found").child_opt(list_notice::error_notice(state));
    let parts = match &state.list_status {
        ListStatus::Reading(progress) => {
            memos.rows.forget();
            [live_regions(list.child(list_notice::progress_bar(progress)), state), div("gpf-after")]
        }
        _ => [
            results::results(live_regions(list.child(toolbar(state)), state), state, memos),
            action_buttons(div("gpf-after"), state),
        ],
    };
    body.child(map::with_map(parts, state, memos)).into()
}

/// The search box and the filters.
fn controls(state: &State, memos: &mut Memos) -> VElement {
    let search = el_class("input", "gpf-input")
        .attr("id", SEARCH_ID)
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "gpf-search-hint")
        .value(state.query.text.clone());
    let search = div("gpf-field gpf-search")
        .attr("part", "search")
        .child(el_class("label", "gpf-label").attr("for", SEARCH_ID).text(strings::SEARCH))
        .child(el_class("p", "gpf-hint").attr("id", "gpf-search-hint").text(strings::SEARCH_HINT))
        .child(search);
    let controls = div("gpf-controls").attr("role", "search").attr("aria-label", state.landmark_label()).child(search);
    let filters = memos.filters.node(AsideInputs::of(state), || filters(state));
    let fold = match filters {
        VNode::Keep => VNode::Keep,
        _ => filters::fold(state).into(),
    };
    controls.child(fold).child(filters)
}

fn filters(state: &State) -> VNode {
    div("gpf-filters").attr("part", "filters").children(filters::selects(state)).into()
}

/// Adds the live regions for screen readers.
fn live_regions(body: VElement, state: &State) -> VElement {
    state
        .live_regions
        .iter()
        .fold(body, |body, text| body.child(div("gpf-visually-hidden").attr("role", "status").text_owned(text)))
}

/// The line over the results: the count, and the button that removes all filters.
fn toolbar(state: &State) -> VElement {
    div("gpf-bar")
        .child(el_class("p", "gpf-count").text(state.summary()))
        .child(button("gpf-link gpf-clear", Action::Clear, strings::CLEAR).prop_bool("hidden", !state.has_filters()))
}

/// Adds the actions on the results, and how recent the list is.
fn action_buttons(body: VElement, state: &State) -> VElement {
    let nothing = state.found.rows.is_empty();
    let (done, link) = state.outcome_for(None);
    let actions = div("gpf-picks gpf-actions")
        .child(
            action_button("gpf-link gpf-copy-link", Action::CopyLink, strings::COPY_LINK).prop_bool("hidden", nothing),
        )
        .child(
            action_button(
                "gpf-link gpf-download",
                Action::Download,
                [strings::DOWNLOAD, &format::federations(state.match_count()), strings::CSV].concat(),
            )
            .prop_bool("hidden", nothing),
        )
        .child(
            action_button("gpf-link gpf-print", Action::Print, print::button_label(state.match_count()))
                .prop_bool("hidden", nothing),
        )
        .child(el_class("span", "gpf-done").attr("role", "status").text(done))
        .child_opt(link_field(link, strings::LINK));
    body.child(actions)
        .child_opt(import_report::report_panel(state))
        .child(print_sheet::placeholder())
        .child(el_class("p", "gpf-footer gpf-small").text(list_notice::list_caption(&state.data)))
}
