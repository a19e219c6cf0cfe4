//! What follows a change of the state, once the views show it: the page is told, the count is said, the address
//! follows.

use std::time::Duration;

use gpf_core::directory::LegalFormChoice;
use gpf_core::search::Query;
use leptos::prelude::*;

use super::state::State;
use super::view::{Finder, Happened};
use super::{address, print, shown};
use crate::ui::focus::focus;
use crate::ui::signal;
use crate::ui::stage::Stage;
use crate::ui::timer::Timer;

/// How long the reader must have paused before the count is said: after every key it would talk over the keys.
const BEFORE_SAYING: Duration = Duration::from_millis(1000);
/// How long the reader must have paused before the counts of the filters and the map follow.
const BEFORE_COUNTING: Duration = Duration::from_millis(150);
/// Browsers refuse a page that changes its address many times a second.
const BEFORE_WRITING: Duration = Duration::from_millis(300);

/// Does all that follows, from now on until the finder goes.
pub(super) fn follow(finder: Finder) {
    let (counting, saying, writing) = (Timer::new(), Timer::new(), Timer::new());
    print::fill_on_paper(finder);
    hear_comparison(finder);
    address::follow(finder);
    shown::note(finder);
    Effect::new(move |before: Option<Option<Seen>>| {
        let before = before.flatten();
        let seen = finder.state.with(|state| (state.stage == Stage::Done).then(|| Seen::of(state)))?;
        if before.as_ref() == Some(&seen) {
            return Some(seen);
        }
        let has_other_list = before.as_ref().is_none_or(|it| it.list != seen.list);
        if has_other_list {
            shown::tell();
            show_wanted(finder);
        }
        if !seen.is_reading {
            if seen.has_report && has_other_list {
                finder.tell(Happened::Listed);
            }
            finder.tell(Happened::Found);
        }
        if before.is_some() {
            let count = move || finder.change_if(&mut State::count);
            counting.set(BEFORE_COUNTING, Box::new(count));
        }
        // A list may be refused before there is anything to change.
        let has_news = finder.state.with_untracked(|state| !state.own.unsaid.is_empty());
        if before.is_some() || seen.is_reading || has_news {
            saying.set(BEFORE_SAYING, Box::new(move || _ = finder.state.try_update(State::say)));
        }
        if before.is_some_and(|it| it.query != seen.query) {
            writing.set(BEFORE_WRITING, Box::new(move || address::write(finder)));
        }
        Some(seen)
    });
}

/// What a page and a reader who doesn't see it are told of.
#[derive(PartialEq, Eq)]
struct Seen {
    query: Query,
    list: u32,
    is_reading: bool,
    has_report: bool,
}

impl Seen {
    fn of(state: &State) -> Self {
        let own = &state.own;
        Self {
            query: state.query.clone(),
            list: state.list,
            is_reading: own.reading.is_some(),
            has_report: own.report.is_some(),
        }
    }
}

/// Leads the reader to the federation that the page's address asks for.
fn show_wanted(finder: Finder) {
    if finder.state.with_untracked(|state| state.wanted_row().is_none() || state.own.reading.is_some()) {
        return;
    }
    let widget = finder.parent.with_value(|parent| parent.query_selector(".gpf").ok().flatten());
    if let Some(widget) = widget {
        focus(&widget, ".gpf-results > [open] > summary".to_owned());
    }
}

/// Shows the federations that have the legal form which the comparison asks for.
fn hear_comparison(finder: Finder) {
    let host = finder.host.get_value();
    signal::on(signal::SHOW_FEDERATIONS, "legalForm", host.clone(), move |form| {
        let legal_form = LegalFormChoice::parse(&form);
        _ = finder
            .state
            .try_update(|state| state.ask(Query { legal_form, sort: state.query.sort, ..Query::default() }));
        host.scroll_into_view();
        let first = finder.parent.with_value(|parent| parent.query_selector(".gpf-results").ok().flatten());
        if let Some(first) = first {
            focus(&first, ".gpf-federation > summary".to_owned());
        }
    });
}
