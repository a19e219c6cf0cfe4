//! What was found: the federations, grouped or ranked, and the way out where there are none.

use gpf_core::directory::RegionChoice;
use gpf_core::search::{Filter, Found, ways_out};
use gpf_core::wording;
use leptos::prelude::*;

use super::federation::federation;
use super::state::State;
use crate::ui::heading::heading;

/// The list of results, or what to do where it is empty.
pub(super) fn results(state: &State) -> impl IntoView + use<> {
    let notice = notice(&state.found).map(|text| view! { <p class="gpf-notice">{text}</p> });
    view! {
        {notice}
        <div class="gpf-results" part="results">
            {rows(state, state.shown(), &|row| state.open.contains(&row))}
            {nothing(state)}
        </div>
        {more(state)}
    }
}

/// Federations, each group of them under a heading where they are grouped.
pub(super) fn rows(state: &State, rows: &[u32], is_open: &dyn Fn(u32) -> bool) -> impl IntoView + use<> {
    let group_of = |row: u32| RegionChoice::of(state.data.directory.federation(row).regions());
    let mut last = None;
    rows.iter()
        .map(|&row| {
            let group = state.found.grouped.then(|| group_of(row));
            let title = (group != last).then_some(group).flatten().map(|group| {
                let size = state.found.rows.iter().filter(|row| group_of(**row) == group).count() as u32;
                let count = [&*wording::number(size), if size == 1 { " federation" } else { " federations" }].concat();
                heading(state.look.heading_level + 1, "gpf-group", group.label(), &count)
            });
            last = group;
            (title, federation(state, row, is_open(row)))
        })
        .collect_view()
}

/// Says when what was found isn't quite what was typed.
fn notice(found: &Found) -> Option<String> {
    if let Some(area) = &found.area {
        let end = ". This is approximate: a federation may cover only a part of it.";
        return Some(["Found by the postcode area ", area, end].concat());
    }
    if found.slips.is_empty() {
        return None;
    }
    let mut text = "Nothing matches exactly. We read ".to_owned();
    for (at, slip) in found.slips.iter().enumerate() {
        for part in [if at > 0 { " and “" } else { "“" }, &slip.typed, "” as “", &slip.read_as, "”"] {
            text.push_str(part);
        }
    }
    text.push('.');
    Some(text)
}

/// Where nothing was found: each single thing that, taken back, would show something.
fn nothing(state: &State) -> Option<impl IntoView + use<>> {
    if !state.found.rows.is_empty() {
        return None;
    }
    let ways = ways_out(&state.found, &state.query);
    let advice = if ways.is_empty() {
        "Try another spelling, a shorter word, or the name of a town near by."
    } else {
        "Try another spelling, or take one thing back:"
    };
    let ways = ways
        .into_iter()
        .map(|way| {
            let (deed, label) = match way.filter {
                Filter::Text => ("drop-text", "Clear the search ("),
                Filter::Region => ("drop-region", "Show all regions ("),
                Filter::Status => ("drop-status", "Show any status ("),
                Filter::LegalForm => ("drop-legal-form", "Show any legal form ("),
            };
            let label = [label, &wording::number(way.count), ")"].concat();
            view! { <button class="gpf-button" type="button" part="button" data-do=deed>{label}</button> }
        })
        .collect_view();
    Some(view! {
        <div class="gpf-nothing">
            <p>{advice}</p>
            <div class="gpf-buttons">{ways}</div>
        </div>
    })
}

/// "Show more", and how much is shown.
fn more(state: &State) -> impl IntoView + use<> {
    let (left, all) = (state.left(), state.matching());
    let next = wording::number(left.min(state.look.page_size));
    let shown = [&*wording::number(all - left), " of ", &wording::number(all), " shown"].concat();
    view! {
        <div class="gpf-buttons" prop:hidden=left == 0>
            <button class="gpf-button gpf-more" type="button" part="button" data-do="more">
                {["Show ", &next, " more"].concat()}
            </button>
            <span class="gpf-small">{shown}</span>
        </div>
    }
}
