//! The count, said to people who don't see it.

use std::time::Duration;

use gpf_core::search::summary;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::state::Finder;

/// How long the reader must have paused: a count after every key would talk over the keys.
const PAUSE: Duration = Duration::from_millis(1000);

/// Two live regions that take turns, since a screen reader doesn't repeat a region whose text stays the same.
/// Both are silent until something changes.
#[component]
pub(super) fn Announcements(
    /// The finder's state.
    finder: Finder,
) -> impl IntoView {
    let said = RwSignal::new((false, String::new()));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        let text = finder.found().with(|found| finder.query().with_untracked(|query| summary(found, query)));
        stop();
        if before.is_some() {
            let say = move || said.update(|(second, words)| (*second, *words) = (!*second, text));
            waiting.set_value(set_timeout_with_handle(say, PAUSE).ok());
        }
    });
    on_cleanup(stop);

    let region = move |is_second: bool| {
        move || said.with(|(second, text)| if *second == is_second { text.clone() } else { String::new() })
    };
    view! {
        <div class="gpf-visually-hidden" role="status">{region(false)}</div>
        <div class="gpf-visually-hidden" role="status">{region(true)}</div>
    }
}
