//! The finder as a whole.

use leptos::prelude::*;

use super::state::Finder;
use super::{actions::Actions, announce::Announcements, bar::Bar, controls::Controls, results::Results};
use crate::ui::heading::Heading;

/// What an editor's options say about the finder's looks.
#[derive(Clone, Copy)]
pub struct Look {
    /// The heading; empty for none.
    pub heading: RwSignal<String>,
    /// The level of the heading, 1 to 5; the groups get the next one.
    pub heading_level: RwSignal<u8>,
}

/// The finder: search and filters, what was found, and what can be done with it.
#[component]
pub fn FinderView(
    /// Its state.
    finder: Finder,
    /// Its looks.
    look: Look,
    /// The prefix of the view's parameters in the page's address.
    prefix: StoredValue<String>,
) -> impl IntoView {
    let heading = move || {
        let text = look.heading.get();
        (!text.is_empty()).then(|| view! { <Heading level=look.heading_level class="gpf-heading" text/> })
    };
    view! {
        <div class="gpf gpf-finder">
            {heading}
            <Controls finder/>
            <Bar finder/>
            <Announcements finder/>
            <Results finder level=Signal::derive(move || look.heading_level.get() + 1)/>
            <Actions finder prefix/>
        </div>
    }
}
