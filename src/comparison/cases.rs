//! Case studies: real bodies, with their figures.

use gpf_core::comparison::{Case, CaseLink, Catalogue, Figure, LinkBasis};
use gpf_core::wording;

use super::findings::aged;
use super::state::State;
use super::view::opens;
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el};

/// The case studies of what is compared; those whose form or model no source names stand in a list of their own.
pub(super) fn cases(state: &State) -> Element {
    let (shown, apart) = split(state);
    let list = |title: &str, cases: Vec<&Case>| {
        let title = (!cases.is_empty()).then(|| heading(state.look.level_beneath(), "gpf-group", title, ""));
        el("div").child_if(title).all(cases.into_iter().map(|it| case(state, it)))
    };
    classed("div", "gpf-cases")
        .child(list("Case studies", shown))
        .child(list("Other case studies (type not stated)", apart))
}

/// The cases of what is compared, and those of nothing of this kind.
pub(super) fn split(state: &State) -> (Vec<&Case>, Vec<&Case>) {
    let subjects = state.subjects();
    let all = &state.catalogue;
    let shown = all.cases.iter().filter(|it| subjects.iter().any(|subject| it.is_of(&subject.id))).collect();
    let of_kind = |it: &Case| all.subjects(state.asked.kind).iter().any(|subject| it.is_of(&subject.id));
    (shown, all.cases.iter().filter(|it| !of_kind(it)).collect())
}

fn case(state: &State, case: &Case) -> Element {
    let line = classed("summary", "gpf-summary")
        .child(classed("span", "gpf-name").say(&case.name))
        .child(classed("span", "gpf-place").say(&case.place));
    let inside = classed("div", "gpf-inside").all(about(&state.catalogue, case));
    opens(state, &case.id, "gpf-more-about gpf-case", line, inside)
}

/// All that the source says of a body.
pub(super) fn about(all: &Catalogue, case: &Case) -> [Element; 5] {
    let links = case.links.iter().map(|it| link(all, it));
    let facts = case.facts.iter().map(|it| el("li").text([&it.text, " "].concat()).all(aged(it.note.as_deref())));
    let source = all.source(&case.source).map(|it| ["Source: ", &it.in_full(), "."].concat());
    [
        el("p").say(&case.summary),
        classed("p", "gpf-small").say(case.note.as_deref().unwrap_or_default()),
        classed("dl", "gpf-figures").all(links).all(case.figures.iter().map(figure)),
        classed("ul", "gpf-list").all(facts),
        classed("p", "gpf-small").text(source.unwrap_or_default()),
    ]
}

fn link(all: &Catalogue, link: &CaseLink) -> Element {
    let basis = if link.basis == LinkBasis::Inferred { "We inferred this: the source does not state it. " } else { "" };
    let note = [basis, link.note.as_deref().unwrap_or_default()].concat();
    let name = all.subject(&link.subject).map_or("", |it| &it.name);
    line("Example of", name, &note)
}

fn figure(figure: &Figure) -> Element {
    let value = if figure.unit == "year" { figure.value.to_string() } else { wording::number(figure.value) };
    let qualifier = figure.qualifier.as_deref().unwrap_or_default();
    let space = if qualifier.is_empty() { "" } else { " " };
    line(&figure.label, &[qualifier, space, &value].concat(), figure.note.as_deref().unwrap_or_default())
}

fn line(label: &str, value: &str, note: &str) -> Element {
    let note = (!note.is_empty()).then(|| classed("span", "gpf-small").text([" (", note.trim_end(), ")"].concat()));
    classed("div", "gpf-fact").child(el("dt").say(label)).child(el("dd").say(value).all(note))
}
