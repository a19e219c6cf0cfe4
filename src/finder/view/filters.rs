//! The selects: 3 filters, whose options show how many federations they would find, and the order. In a narrow layout
//! they are folded, and the fold shows which filters are set.

use gpf_domain::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_domain::format;
use gpf_domain::search::{Query, Sort};

use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, VNode, div, el, el_class};

/// The definition of a select. It has plain functions, so that one compiled view serves all 4.
pub(crate) struct SelectField {
    /// The select's id, by which the listener identifies it.
    pub(crate) id: &'static str,
    label: &'static str,
    options: fn(&State) -> Vec<SelectOption>,
    /// Sets the query from the value that the user selected.
    pub(crate) apply: fn(&mut Query, &str),
}

struct SelectOption {
    value: &'static str,
    label: &'static str,
    /// The number of federations it would find.
    count: Option<u32>,
    is_chosen: bool,
}

/// All selects, in order.
pub(crate) fn all() -> impl Iterator<Item = &'static SelectField> {
    FILTERS.iter().chain([&SORT])
}

/// The filters, in order.
static FILTERS: [SelectField; 3] = [
    SelectField {
        id: "gpf-region",
        label: strings::REGION,
        options: |state| {
            let facets = &state.settled.facets;
            let option = |it: RegionChoice| (it.id(), it.label(), facets.region(it));
            let any = (strings::ALL_REGIONS, facets.regions.any);
            filter_options(any, state.query.region, RegionChoice::ALL.iter().copied(), option)
        },
        apply: |query, value| query.region = RegionChoice::parse(value),
    },
    SelectField {
        id: "gpf-status",
        label: strings::STATUS,
        options: |state| {
            let facets = &state.settled.facets;
            let option = |it: Status| (it.id(), it.label(), facets.status(it));
            let any = (strings::ALL_STATUSES, facets.statuses.any);
            filter_options(any, state.query.status, Status::ALL.iter().copied(), option)
        },
        apply: |query, value| query.status = Status::parse(value),
    },
    SelectField {
        id: "gpf-legal-form",
        label: strings::LEGAL_FORM,
        options: |state| {
            let (chosen, facets) = (state.query.legal_form, &state.settled.facets);
            // A legal form that no federation of the list has is left out.
            let is_there = |it: &LegalFormChoice| state.data.has_legal_form[it.index()] || chosen == Some(*it);
            let option = |it: LegalFormChoice| (it.id(), it.label(), facets.legal_form(it));
            let any = (strings::ALL_LEGAL_FORMS, facets.legal_forms.any);
            filter_options(any, chosen, LegalFormChoice::ALL.iter().copied().filter(is_there), option)
        },
        apply: |query, value| query.legal_form = LegalFormChoice::parse(value),
    },
];

/// The order of the results.
static SORT: SelectField = SelectField {
    id: "gpf-sort",
    label: strings::SORT_BY,
    options: |state| {
        let choice = |sort: &Sort| SelectOption {
            value: sort.id(),
            label: match sort {
                // The suggested order depends on whether there is text to match.
                Sort::Suggested if state.settled.grouped_by_region => strings::BY_REGION,
                Sort::Suggested => strings::BEST_MATCH,
                sort => sort.label(),
            },
            count: None,
            is_chosen: state.settled.sort(state.query.sort) == *sort,
        };
        Sort::ALL.iter().filter(|sort| state.settled.offers(**sort)).map(choice).collect()
    },
    apply: |query, value| query.sort = Sort::parse(value).unwrap_or_default(),
};

/// The button that folds the selects in a narrow layout: the style sheet hides or shows the element after it.
pub(super) fn fold(state: &State) -> VElement {
    let mut set = String::new();
    let mut push = |label: &str| {
        set.push_str(if set.is_empty() { ": " } else { ", " });
        set.push_str(label);
    };
    // For a place, the nearest federations come first by default.
    let sort = (state.query.sort != Sort::default()).then_some(&SORT);
    for field in FILTERS.iter().chain(sort) {
        (field.options)(state).iter().filter(|it| it.is_chosen && !it.value.is_empty()).for_each(|it| push(it.label));
    }
    let label = el_class("span", "gpf-fold-label").text(strings::FILTER_AND_SORT);
    let set = el_class("span", "gpf-small").text(set);
    el_class("details", "gpf-fold gpf-filters-fold").child(el_class("summary", "gpf-summary").child(label).child(set))
}

/// The options of a filter: `any`, which sets no filter, and each value with the number of federations it would find.
fn filter_options<T: Copy + PartialEq>(
    any: (&'static str, u32),
    chosen: Option<T>,
    values: impl Iterator<Item = T>,
    option: impl Fn(T) -> (&'static str, &'static str, u32),
) -> Vec<SelectOption> {
    let mut options = vec![SelectOption::new(("", any.0, any.1), chosen.is_none())];
    options.extend(values.map(|it| SelectOption::new(option(it), chosen == Some(it))));
    options
}

impl SelectOption {
    fn new((value, label, count): (&'static str, &'static str, u32), is_chosen: bool) -> Self {
        Self { value, label, count: Some(count), is_chosen }
    }
}

/// All selects with their labels.
pub(super) fn selects(state: &State) -> Vec<VNode> {
    let mut fields: Vec<VNode> = FILTERS.iter().map(|it| select_field(it, state).into()).collect();
    // One federation has no order.
    let is_idle = state.settled.rows.len() < 2 && state.phase == RenderPhase::Ready;
    fields.push(select_field(&SORT, state).prop_bool("hidden", is_idle).into());
    fields
}

/// A select with its label.
fn select_field(field: &'static SelectField, state: &State) -> VElement {
    let is_reading = state.list_status.is_reading();
    let options = (field.options)(state).into_iter().map(|choice| {
        let option = el("option").attr("value", choice.value).selected(choice.is_chosen);
        // The selected option has no count, because the line over the results has it.
        match choice.count.filter(|_| !is_reading && !choice.is_chosen) {
            Some(count) => option.text([choice.label, " (", &format::format_number(count), ")"].concat()),
            None => option.text(choice.label),
        }
        .into()
    });
    // Without a list there is nothing to filter.
    let select = el_class("select", "gpf-input").prop_bool("disabled", is_reading);
    div("gpf-field")
        .child(el_class("label", "gpf-label").attr("for", field.id).text(field.label))
        .child(select.attr("id", field.id).children(options.collect()))
}
