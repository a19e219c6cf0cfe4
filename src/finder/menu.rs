//! The selects: three filters, whose options tell how many federations they would show, and the order. Where it is narrow
//! they are folded, and the fold says what is set.

use gpf_core::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_core::search::{Query, Sort};
use gpf_core::wording;

use super::state::State;
use crate::ui::node::{Element, classed, div, el};
use crate::ui::stage::Stage;

/// What a select is about. Plain functions, so that one compiled view serves all four.
pub(super) struct Menu {
    /// The select's id, by which its changes are heard.
    pub(super) id: &'static str,
    label: &'static str,
    options: fn(&State) -> Vec<Choice>,
    /// Reads a value that the reader chose into the query.
    pub(super) choose: fn(&mut Query, &str),
}

struct Choice {
    value: &'static str,
    label: &'static str,
    /// How many federations it would show.
    count: Option<u32>,
    is_chosen: bool,
}

/// All of them, in the order they stand in.
pub(super) static MENUS: [Menu; 4] = [
    Menu {
        id: "gpf-region",
        label: "NHS region",
        options: |state| {
            let (chosen, facets) = (state.query.region, &state.counted.facets);
            let all = RegionChoice::ALL
                .iter()
                .map(|it| Choice::new(it.id(), it.label(), facets.region(*it), chosen == Some(*it)));
            Choice::any("All regions", facets.regions.any, chosen.is_none()).chain(all).collect()
        },
        choose: |query, value| query.region = RegionChoice::parse(value),
    },
    Menu {
        id: "gpf-status",
        label: "Status",
        options: |state| {
            let (chosen, facets) = (state.query.status, &state.counted.facets);
            let all =
                Status::ALL.iter().map(|it| Choice::new(it.id(), it.label(), facets.status(*it), chosen == Some(*it)));
            Choice::any("All statuses", facets.statuses.any, chosen.is_none()).chain(all).collect()
        },
        choose: |query, value| query.status = Status::parse(value),
    },
    Menu {
        id: "gpf-legal-form",
        label: "Legal form",
        options: |state| {
            let (chosen, facets) = (state.query.legal_form, &state.counted.facets);
            // A form that no federation of the list has would only be in the way.
            let all =
                LegalFormChoice::ALL.iter().filter(|it| state.data.has_legal_form[it.index()] || chosen == Some(**it));
            let all = all.map(|it| Choice::new(it.id(), it.label(), facets.legal_form(*it), chosen == Some(*it)));
            Choice::any("All legal forms", facets.legal_forms.any, chosen.is_none()).chain(all).collect()
        },
        choose: |query, value| query.legal_form = LegalFormChoice::parse(value),
    },
    Menu {
        id: "gpf-sort",
        label: "Sort by",
        options: |state| {
            let choice = |sort: &Sort| Choice {
                value: sort.id(),
                label: match sort {
                    // What is suggested depends on whether there is anything to match.
                    Sort::Suggested if state.counted.grouped => "Region",
                    Sort::Suggested => "Best match",
                    sort => sort.label(),
                },
                count: None,
                is_chosen: state.counted.sort(state.query.sort) == *sort,
            };
            Sort::ALL.iter().filter(|sort| state.counted.offers(**sort)).map(choice).collect()
        },
        choose: |query, value| query.sort = Sort::parse(value).unwrap_or_default(),
    },
];

/// What folds the selects away where it is narrow: the element after it, which the style sheet hides or shows.
pub(super) fn fold(state: &State) -> Element {
    let mut set = String::new();
    let mut push = |label: &str| {
        set.push_str(if set.is_empty() { ": " } else { ", " });
        set.push_str(label);
    };
    // Near a place the nearest come first without being asked for.
    let menus = if state.query.sort == Sort::default() { &MENUS[..3] } else { &MENUS };
    for menu in menus {
        (menu.options)(state).iter().filter(|it| it.is_chosen && !it.value.is_empty()).for_each(|it| push(it.label));
    }
    let label = classed("span", "gpf-fold-label").text("Filter and sort");
    let set = classed("span", "gpf-small").text(set);
    classed("details", "gpf-fold gpf-filters-fold").child(classed("summary", "gpf-summary").child(label).child(set))
}

impl Choice {
    fn new(value: &'static str, label: &'static str, count: u32, is_chosen: bool) -> Self {
        Self { value, label, count: Some(count), is_chosen }
    }

    fn any(label: &'static str, count: u32, is_chosen: bool) -> std::iter::Once<Self> {
        std::iter::once(Self::new("", label, count, is_chosen))
    }
}

/// A select with its label.
pub(super) fn menu(menu: &'static Menu, state: &State) -> Element {
    let options = (menu.options)(state).into_iter().map(|choice| {
        let option = el("option").set("value", choice.value).is("selected", choice.is_chosen);
        match choice.count.filter(|_| state.own.reading.is_none()) {
            Some(count) => option.text([choice.label, " (", &wording::number(count), ")"].concat()),
            None => option.text(choice.label),
        }
        .into()
    });
    // One federation has no order.
    let is_idle = menu.id == "gpf-sort" && state.counted.rows.len() < 2;
    div("gpf-field")
        .is("hidden", is_idle && state.stage == Stage::Done)
        .child(classed("label", "gpf-label").set("for", menu.id).text(menu.label))
        .child(classed("select", "gpf-input").set("id", menu.id).children(options.collect()))
}
