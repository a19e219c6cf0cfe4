//! Case studies: real organisations, with their figures.

use gpf_domain::comparison::{Case, CaseLink, Catalogue, Figure, LinkBasis};
use gpf_domain::format;

use super::findings::staleness_note;
use super::parts::disclosure;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::heading::heading;
use crate::ui::strings::SOURCE;
use crate::ui::vdom::{VElement, el, el_class};

/// The case studies of the compared forms or models. Those without a known form or model are in a list of their own.
pub(super) fn cases(state: &State) -> VElement {
    let (shown, apart) = partition_cases(state);
    let list = |title: &str, cases: Vec<&Case>| {
        let title = (!cases.is_empty()).then(|| heading(state.settings.child_heading_level(), "gpf-group", title, ""));
        el("div").child_opt(title).extend(cases.into_iter().map(|it| case(state, it)))
    };
    el_class("div", "gpf-cases").child(list(strings::CASES, shown)).child(list(strings::OTHER_CASES, apart))
}

/// The cases of the compared forms or models, and those without a form or model of this kind.
pub(crate) fn partition_cases(state: &State) -> (Vec<&Case>, Vec<&Case>) {
    let subjects = state.subjects();
    let all = &state.catalogue;
    let shown = all.cases.iter().filter(|it| subjects.iter().any(|subject| it.is_of(&subject.id))).collect();
    let of_kind = |it: &Case| all.subjects(state.selection.kind).iter().any(|subject| it.is_of(&subject.id));
    (shown, all.cases.iter().filter(|it| !of_kind(it)).collect())
}

fn case(state: &State, case: &Case) -> VElement {
    let line = el_class("summary", "gpf-summary")
        .child(el_class("span", "gpf-name").text_owned(&case.name))
        .child(el_class("span", "gpf-place").text_owned(&case.place));
    let inside = el_class("div", "gpf-inside").extend(case_details(&state.catalogue, case));
    disclosure(state, &case.id, "gpf-more-about gpf-case", line, inside)
}

/// All details of an organisation in the source.
pub(super) fn case_details(all: &Catalogue, case: &Case) -> [VElement; 5] {
    let links = case.links.iter().map(|it| link(all, it));
    let facts =
        case.facts.iter().map(|it| el("li").text([&it.text, " "].concat()).extend(staleness_note(it.note.as_deref())));
    let source = all.source(&case.source).map(|it| [SOURCE, &it.in_full(), "."].concat());
    [
        el("p").text_owned(&case.summary),
        el_class("p", "gpf-small").text_owned(case.note.as_deref().unwrap_or_default()),
        el_class("dl", "gpf-figures").extend(links).extend(case.figures.iter().map(figure)),
        el_class("ul", "gpf-list").extend(facts),
        el_class("p", "gpf-small").text(source.unwrap_or_default()),
    ]
}

fn link(all: &Catalogue, link: &CaseLink) -> VElement {
    let basis = if link.basis == LinkBasis::Inferred { strings::INFERRED } else { "" };
    let note = [basis, link.note.as_deref().unwrap_or_default()].concat();
    let name = all.subject(&link.subject).map_or("", |it| &it.name);
    fact_line(strings::EXAMPLE_OF, name, &note)
}

fn figure(figure: &Figure) -> VElement {
    let value = if figure.unit == "year" { figure.value.to_string() } else { format::format_number(figure.value) };
    let qualifier = figure.qualifier.as_deref().unwrap_or_default();
    let space = if qualifier.is_empty() { "" } else { " " };
    fact_line(&figure.label, &[qualifier, space, &value].concat(), figure.note.as_deref().unwrap_or_default())
}

fn fact_line(label: &str, value: &str, note: &str) -> VElement {
    let note = (!note.is_empty()).then(|| el_class("span", "gpf-small").text([" (", note.trim_end(), ")"].concat()));
    el_class("div", "gpf-fact").child(el("dt").text_owned(label)).child(el("dd").text_owned(value).extend(note))
}
