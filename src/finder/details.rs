//! All that is known about one federation, and where it comes from.

use gpf_core::facts::{Citation, Fact, citations, facts, not_stated};
use gpf_core::wording;
use leptos::either::Either;
use leptos::prelude::*;

use super::state::Finder;

/// The facts, the sources and the day they were checked.
#[component]
pub(super) fn Details(
    /// The finder's state.
    finder: Finder,
    /// The federation's row in the directory.
    row: u32,
) -> impl IntoView {
    let data = finder.data();
    let federation = data.directory.federation(row);
    let facts = facts(federation).into_iter().map(fact).collect_view();
    let citations = citations(federation);
    let label = if citations.len() == 1 { "Source: " } else { "Sources: " };
    let sources = citations
        .into_iter()
        .enumerate()
        .map(|(at, citation)| ((at > 0).then_some("; "), cited(citation)))
        .collect_view();
    let checked = [". Checked on ", &wording::date(federation.checked_on()), ". "].concat();
    view! {
        <dl class="gpf-facts">{facts}</dl>
        <p class="gpf-source gpf-small">{label}{sources}{checked}{not_stated(federation)}</p>
    }
}

fn fact(Fact { label, value, note, is_link }: Fact) -> impl IntoView {
    let value = if is_link { Either::Left(link(value.clone(), value)) } else { Either::Right(value) };
    let note = (!note.is_empty()).then(|| view! { " "<span class="gpf-small">"("{note}")"</span> });
    view! { <div class="gpf-fact"><dt>{label}</dt><dd>{value}{note}</dd></div> }
}

fn cited(Citation { text, url }: Citation) -> impl IntoView {
    if url.is_empty() { Either::Left(text) } else { Either::Right(link(url, text)) }
}

/// A link out of the widget. It opens in the same window, as links do; `noreferrer` because an intranet's address
/// is nobody else's business.
fn link(url: String, text: String) -> impl IntoView {
    view! { <a href=url rel="noreferrer">{text}</a> }
}
