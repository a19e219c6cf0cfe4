//! What follows a change of the state, once the views show it: the page is told, the count is said, the address
//! follows.

use std::time::Duration;

use gpf_core::search::Query;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::state::State;
use super::view::{Finder, Happened};
use super::{address, print};

/// How long the reader must have paused before the count is said: after every key it would talk over the keys.
const BEFORE_SAYING: Duration = Duration::from_millis(1000);
/// Browsers refuse a page that changes its address many times a second.
const BEFORE_WRITING: Duration = Duration::from_millis(300);

/// Does all that follows, from now on until the finder goes.
pub(super) fn follow(finder: Finder) {
    let (saying, writing) = (Timer::new(), Timer::new());
    print::fill_on_paper(finder);
    Effect::new(move |before: Option<Query>| {
        let query = finder.state.with(|state| state.query.clone());
        if before.as_ref() == Some(&query) {
            return query;
        }
        finder.tell(Happened::Found);
        if before.is_some() {
            saying.set(BEFORE_SAYING, Box::new(move || _ = finder.state.try_update(State::say)));
            writing.set(BEFORE_WRITING, Box::new(move || address::write(finder)));
        }
        query
    });
}

/// A timer that starts again whenever it is set, and that goes with the finder.
#[derive(Clone, Copy)]
struct Timer(StoredValue<Option<TimeoutHandle>>);

impl Timer {
    fn new() -> Self {
        let timer = Self(StoredValue::new(None));
        on_cleanup(move || timer.stop());
        timer
    }

    fn set(self, pause: Duration, act: Box<dyn FnOnce()>) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(act, pause).ok());
    }

    fn stop(self) {
        if let Some(Some(timer)) = self.0.try_update_value(Option::take) {
            timer.clear();
        }
    }
}
