//! What was found: the federations, grouped or ranked, and the way out where there are none.

use gpf_core::directory::RegionChoice;
use gpf_core::search::{Filter, WayOut, ways_out};
use gpf_core::wording;
use leptos::either::Either;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::row::Row;
use super::state::Finder;
use crate::ui::heading::Heading;

/// The list of results, or what to do where it is empty.
#[component]
pub(super) fn Results(
    /// The finder's state.
    finder: Finder,
    /// The level of the group headings.
    #[prop(into)]
    level: Signal<u8>,
) -> impl IntoView {
    view! {
        <Notice finder/>
        <div class="gpf-results" part="results">
            <For
                each=move || items(finder)
                key=|item| *item
                children=move |item| match item {
                    Item::Group(region) => {
                        let count = move || group_size(finder, region);
                        Either::Left(view! { <Heading level class="gpf-group" text=region.label() count=Signal::derive(count)/> })
                    }
                    Item::Row(row) => Either::Right(view! { <Row finder row/> }),
                }
            />
            <Nothing finder/>
        </div>
        <More finder/>
    }
}

/// One thing in the list of results.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Group(RegionChoice),
    Row(u32),
}

fn items(finder: Finder) -> Vec<Item> {
    let rows = finder.shown();
    if !finder.found().with(|found| found.grouped) {
        return rows.into_iter().map(Item::Row).collect();
    }
    let data = finder.data();
    let mut items = Vec::with_capacity(rows.len() + RegionChoice::ALL.len());
    let mut last = None;
    for row in rows {
        let group = RegionChoice::of(data.directory.federation(row).regions());
        if last != Some(group) {
            items.push(Item::Group(group));
            last = Some(group);
        }
        items.push(Item::Row(row));
    }
    items
}

fn group_size(finder: Finder, group: RegionChoice) -> String {
    let data = finder.data();
    let size = finder.found().with(|found| {
        let is_in_group = |row: &&u32| RegionChoice::of(data.directory.federation(**row).regions()) == group;
        found.rows.iter().filter(is_in_group).count() as u32
    });
    [&*wording::number(size), if size == 1 { " federation" } else { " federations" }].concat()
}

/// Says when what was found isn't quite what was typed.
#[component]
fn Notice(finder: Finder) -> impl IntoView {
    let text = move || {
        finder.found().with(|found| {
            if let Some(area) = &found.area {
                return Some(
                    ["Found by the postcode area ", area, ". This is approximate: a federation may cover only a part of it."]
                        .concat(),
                );
            }
            let slips: Vec<String> =
                found.slips.iter().map(|slip| ["“", &slip.typed, "” as “", &slip.read_as, "”"].concat()).collect();
            (!slips.is_empty()).then(|| ["Nothing matches exactly. We read ", &slips.join(" and "), "."].concat())
        })
    };
    move || text().map(|text| view! { <p class="gpf-notice">{text}</p> })
}

/// Where nothing was found: each single thing that, taken back, would show something.
#[component]
fn Nothing(finder: Finder) -> impl IntoView {
    let ways = move || {
        finder.found().with(|found| {
            found.rows.is_empty().then(|| finder.query().with(|query| ways_out(found, query)))
        })
    };
    move || {
        ways().map(|ways| {
            let advice = if ways.is_empty() {
                "Try another spelling, a shorter word, or the name of a town near by."
            } else {
                "Try another spelling, or take one thing back:"
            };
            view! {
                <div class="gpf-nothing">
                    <p>{advice}</p>
                    <div class="gpf-buttons">{ways.into_iter().map(|way| way_out(finder, &way)).collect_view()}</div>
                </div>
            }
        })
    }
}

fn way_out(finder: Finder, way: &WayOut) -> impl IntoView + use<> {
    let filter = way.filter;
    let what = match filter {
        Filter::Text => "Clear the search",
        Filter::Region => "Show all regions",
        Filter::Status => "Show any status",
        Filter::LegalForm => "Show any legal form",
    };
    let label = [what, " (", &wording::number(way.count), ")"].concat();
    let take_back = move |event: web_sys::MouseEvent| {
        finder.change(|query| match filter {
            Filter::Text => query.text.clear(),
            Filter::Region => query.region = None,
            Filter::Status => query.status = None,
            Filter::LegalForm => query.legal_form = None,
        });
        focus_beside(&event, "#gpf-search");
    };
    view! { <button class="gpf-button" type="button" part="button" on:click=take_back>{label}</button> }
}

/// "Show more" and how much is shown.
#[component]
fn More(finder: Finder) -> impl IntoView {
    let shown = move || {
        let all = finder.found().with(|found| found.rows.len() as u32);
        let shown = all - finder.left();
        [&*wording::number(shown), " of ", &wording::number(all), " shown"].concat()
    };
    let show_more = move |event: web_sys::MouseEvent| {
        // The first new federation gets the focus, so that reading goes on where it stopped.
        let first_new = untrack(|| finder.shown().len()) + 1;
        finder.show_more();
        focus_beside(&event, &["details:nth-of-type(", &first_new.to_string(), ") > summary"].concat());
    };
    view! {
        <div class="gpf-buttons gpf-more-line" prop:hidden=move || finder.left() == 0>
            <button class="gpf-button gpf-more" type="button" part="button" on:click=show_more>
                {move || ["Show ", &wording::number(finder.next_page()), " more"].concat()}
            </button>
            <span class="gpf-small">{shown}</span>
        </div>
    }
}

/// Focuses what `selector` finds in the same shadow root as the event's element, once the views have caught up.
pub(super) fn focus_beside(event: &web_sys::Event, selector: &str) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Some(widget) = element.closest(".gpf").ok().flatten() else { return };
    let selector = selector.to_owned();
    set_timeout(
        move || {
            let found = widget.query_selector(&selector).ok().flatten();
            if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
                _ = found.focus();
            }
        },
        std::time::Duration::ZERO,
    );
}
