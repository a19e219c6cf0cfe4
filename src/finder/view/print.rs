//! The printed results: every match, not only those on the screen. Up to 3 have all their details, and more are a
//! table.

use gpf_domain::facts::{exception, location, month_last_seen};
use gpf_domain::format::{federations, format_number};
use gpf_domain::search::distance;
use leptos::prelude::*;

use super::results::rows;
use super::row::{Medium, domain};
use crate::finder::context::FinderContext;
use crate::finder::state::State;
use crate::finder::strings;
use crate::finder::url_state;
use crate::ui::print_sheet;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, el, el_class};

/// Puts every match on paper, until the finder is removed.
pub(crate) fn install(finder: FinderContext) {
    print_sheet::install(finder.parent, move || {
        let address = url_state::url_of_state(finder, true).unwrap_or_default();
        finder.state.with_untracked(|state| print_sheet_view(state, &address))
    });
}

/// The maximum number of federations that are printed. With all of a long list the browser would be blocked for
/// minutes.
const MAX_PRINTED: u32 = 2000;

/// The label of the print button.
pub(super) fn button_label(matching: u32) -> String {
    let first = if matching > MAX_PRINTED { strings::PRINT_FIRST } else { "" };
    [strings::PRINT, first, &federations(matching.min(MAX_PRINTED))].concat()
}

/// A notice about which part is printed and how to get the rest. `None` if everything is printed.
pub(crate) fn partial_notice(state: &State) -> Option<String> {
    let all = state.match_count();
    let first = format_number(MAX_PRINTED);
    let parts = [strings::PRINTING_FIRST, &first, OF, &federations(all), strings::REST_IS_IN_CSV];
    (all > MAX_PRINTED).then(|| parts.concat())
}

/// The maximum number of federations that are printed with all their details.
const MAX_WITH_DETAILS: u32 = 3;

fn print_sheet_view(state: &State, address: &str) -> VElement {
    let count = state.match_count().min(MAX_PRINTED) as usize;
    let part = partial_notice(state).map(|text| el_class("p", "gpf-notice").text(text));
    let sheet = el("div").child_opt(part);
    let sheet = if state.match_count() <= MAX_WITH_DETAILS {
        rows(sheet, state, count, Medium::Paper)
    } else {
        tables(sheet, state, count)
    };
    sheet.child(el_class("p", "gpf-small").text([strings::LINK, ": ", address].concat()))
}

/// Adds a table of the first `count` results to `sheet`, or one for each region.
fn tables(mut sheet: VElement, state: &State, count: usize) -> VElement {
    for group in state.groups(count) {
        let mut body = el("tbody");
        for &row in group.rows {
            body = body.child(line(state, row));
        }
        let near = state.found.near().is_some();
        let mut head = el("tr");
        for heading in strings::PRINTED_COLUMNS {
            if near || heading != strings::DISTANCE {
                head = head.child(el("th").attr("scope", "col").text(heading));
            }
        }
        let caption = group.region.map(|region| el_class("caption", "gpf-caption").text(region.label()));
        let table = el_class("table", "gpf-paper").child_opt(caption);
        sheet = sheet.child(table.child(el("thead").child(head)).child(body));
    }
    sheet
}

/// One federation as a row of the table.
fn line(state: &State, row: u32) -> VElement {
    let federation = state.data.directory.federation(row);
    let mut name = el("th").attr("scope", "row").text(federation.name().to_owned());
    if let Some(exception) = exception(federation, state.data.last_checked.as_deref()) {
        name = name.text([" (", &*exception, ")"].concat());
    }
    let cell = |text: String| el("td").text(text);
    let mut line = el("tr").child(name).child(cell(location(federation).to_owned()));
    if let Some(near) = state.found.near() {
        let miles = near.nearby.tenths(row).map(distance).unwrap_or_default();
        line = line.child(el_class("td", "gpf-miles").text(miles));
    }
    line.child(cell(federation.practices().map(format_number).unwrap_or_default()))
        .child(cell(month_last_seen(federation)))
        .child(cell(domain(federation.website()).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::button_label;

    #[test]
    fn print_button_shows_the_number_of_federations() {
        assert_eq!(button_label(75), "Print 75 federations");
        assert_eq!(button_label(2000), "Print 2,000 federations");
        assert_eq!(button_label(2001), "Print first 2,000 federations");
    }
}
