//! A comparison as parameters of the page's address, so that it can be shared, and the words of its options. The
//! parameters are read once at the start, and kept in sync if the editor sets `url-sync`.

use gpf_domain::comparison::{Catalogue, SubjectKind, UnknownId, split_list};
use leptos::prelude::*;

use super::context::ComparisonContext;
use super::state::{Selection, State};
use crate::ui::url_params::{self, Parameter};

const KIND: &str = "kind";
const FORMS: &str = "forms";
const CRITERIA: &str = "criteria";
const ONLY_DIFFERENCES: &str = "only-differences";
const REQUIREMENTS: &str = "requirements";

/// The names of the parameters of a comparison, without their prefix. They are also the names of its options.
pub const NAMES: [&str; 5] = [KIND, FORMS, CRITERIA, ONLY_DIFFERENCES, REQUIREMENTS];

/// The name of a kind in options, addresses and the API.
#[must_use]
pub const fn kind_id(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Form => "legal-forms",
        SubjectKind::Model => "models",
    }
}

/// The parameters of a comparison, where it differs from `start`, the selection without parameters. They can be empty: all
/// questions, or no requirements, if the editor's options say otherwise.
#[must_use]
pub fn to_params(start: &Selection, selection: &Selection) -> [Parameter; 5] {
    let (before, current) = (start.for_kind(selection.kind), selection.current());
    let requirements = || {
        let ids: Vec<String> = current.requirements.iter().map(gpf_domain::comparison::Requirement::id).collect();
        ids.join(",")
    };
    let only_differences = || if selection.only_differences { "yes" } else { "false" }.to_owned();
    [
        (KIND, (selection.kind != start.kind).then(|| kind_id(selection.kind).to_owned())),
        (FORMS, (!is_same_set(&current.chosen, &before.chosen)).then(|| current.chosen.join(","))),
        (CRITERIA, (current.criteria != before.criteria).then(|| current.criteria.join(","))),
        (ONLY_DIFFERENCES, (selection.only_differences != start.only_differences).then(only_differences)),
        (REQUIREMENTS, (current.requirements != before.requirements).then(requirements)),
    ]
}

/// Whether these are the same forms or models, which are shown in the catalogue's order. Each is there once.
fn is_same_set(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|id| other.contains(id))
}

/// The selection in an address, on top of `start`. `None` if the address has none.
///
/// Unknown values are ignored, because a link can be older than the data.
pub fn from_params(
    catalogue: &Catalogue,
    start: &Selection,
    parameter: &dyn Fn(&str) -> Option<String>,
) -> Option<Selection> {
    let mut selection = start.clone();
    let mut is_set = false;
    // The kind comes first, because it decides what the other names mean.
    for name in NAMES {
        if let Some(value) = parameter(name) {
            is_set = true;
            let kind = selection.kind;
            // An empty list is of this kind only: a link has nothing of the other one.
            _ = match name {
                CRITERIA | REQUIREMENTS if value.is_empty() => {
                    set_for_kind(catalogue, &mut selection, kind, name, None)
                }
                _ => set_option(catalogue, &mut selection, name, Some(&value)),
            };
        }
    }
    is_set.then_some(selection)
}

/// Sets one option. `None` and an empty value set its default.
///
/// A page can name models before its option selects them as the kind. So names of the other kind are kept.
///
/// # Errors
///
/// For the first unknown id. Then nothing has changed.
pub fn set_option(
    catalogue: &Catalogue,
    selection: &mut Selection,
    option: &str,
    value: Option<&str>,
) -> Result<(), UnknownId> {
    let text = value.map(str::trim).filter(|text| !text.is_empty());
    if option == KIND {
        selection.kind = parse_kind(text)?;
        return Ok(());
    }
    if option == ONLY_DIFFERENCES {
        selection.only_differences = value.is_some_and(|value| value != "false");
        return Ok(());
    }
    let other = if selection.kind == SubjectKind::Form { SubjectKind::Model } else { SubjectKind::Form };
    let of_kind = set_for_kind(catalogue, selection, selection.kind, option, text);
    match text {
        Some(text) if of_kind.is_ok() || is_all_keyword(text) => of_kind,
        Some(_) => set_for_kind(catalogue, selection, other, option, text).or(of_kind),
        None => of_kind.and_then(|()| set_for_kind(catalogue, selection, other, option, text)),
    }
}

/// The kind with this name. Default: legal forms.
///
/// # Errors
///
/// For any other name.
pub fn parse_kind(text: Option<&str>) -> Result<SubjectKind, UnknownId> {
    let Some(text) = text else { return Ok(SubjectKind::Form) };
    let found = SubjectKind::ALL.into_iter().find(|kind| kind_id(*kind).eq_ignore_ascii_case(text));
    found.ok_or_else(|| UnknownId {
        what: "kind",
        given: text.to_owned(),
        accepted: SubjectKind::ALL.map(|kind| kind_id(kind).to_owned()).into(),
    })
}

pub(crate) fn set_for_kind(
    catalogue: &Catalogue,
    selection: &mut Selection,
    kind: SubjectKind,
    option: &str,
    text: Option<&str>,
) -> Result<(), UnknownId> {
    let ids: Vec<&str> = split_list(text.unwrap_or_default()).collect();
    match option {
        FORMS => {
            let chosen = chosen(catalogue, kind, &ids)?;
            selection.for_kind_mut(kind).chosen = chosen;
        }
        CRITERIA => {
            let criteria = catalogue.choose_criteria(kind, &ids)?;
            selection.for_kind_mut(kind).criteria = criteria.into_iter().map(|it| it.id.clone()).collect();
        }
        REQUIREMENTS => selection.for_kind_mut(kind).requirements = catalogue.choose_requirements(kind, &ids)?,
        _ => {}
    }
    Ok(())
}

/// The ids to compare. Without any name this is the default selection, and "all" selects all.
fn chosen(catalogue: &Catalogue, kind: SubjectKind, ids: &[&str]) -> Result<Vec<String>, UnknownId> {
    if ids.is_empty() {
        return Ok(Selection::default_for(catalogue).for_kind(kind).chosen.clone());
    }
    let named = if ids.iter().any(|id| is_all_keyword(id)) {
        catalogue.subjects(kind).iter().collect()
    } else {
        catalogue.choose_subjects(kind, ids)?
    };
    Ok(named.into_iter().map(|subject| subject.id.clone()).collect())
}

fn is_all_keyword(id: &str) -> bool {
    id.eq_ignore_ascii_case("all")
}

/// The selection in the page's address, on top of `start`.
pub(crate) fn from_url(prefix: &str, catalogue: &Catalogue, start: &Selection) -> Option<Selection> {
    url_params::read_params(prefix, |parameter| from_params(catalogue, start, parameter))
}

/// Reads the page's address. If `is_travel`, the comparison shows what it asks for.
fn follow_url(comparison: ComparisonContext, is_travel: bool) {
    comparison.change_if(&mut |state| {
        let selection =
            comparison.prefix.with_value(|prefix| from_url(prefix, &state.catalogue, &state.default_selection));
        let selection = selection.unwrap_or_else(|| state.default_selection.clone());
        // As in the finder: if the selection is the same as before, the user has only moved to another part of the
        // page.
        let is_news = is_travel && state.settings.url_sync && selection != state.last_url_selection;
        state.last_url_selection = selection.clone();
        if is_news {
            state.set_selection(selection);
        }
        is_news
    });
}

/// Updates the comparison when the user goes back or forward within the page.
pub(super) fn install(comparison: ComparisonContext) {
    url_params::on_popstate(Box::new(move |_| follow_url(comparison, true)));
}

/// The page's address with the comparison.
pub(super) fn url_of_state(comparison: ComparisonContext) -> Option<String> {
    let read = |state: &State| to_params(&state.default_selection, &state.selection);
    let parameters = comparison.state.try_with_untracked(read)?;
    comparison.prefix.with_value(|prefix| url_params::with_params(prefix, &parameters))
}

/// Writes the comparison into the page's address, if the editor sets `url-sync`.
pub(super) fn sync_url(comparison: ComparisonContext) {
    let is_synced = comparison.state.try_with_untracked(|state| state.settings.url_sync);
    url_params::sync(is_synced, || url_of_state(comparison), || follow_url(comparison, false));
}

#[cfg(test)]
pub(super) mod tests {
    use crate::comparison::options::ComparisonSettings;
    use gpf_domain::directory::NamesByForm;
    use std::sync::{Arc, LazyLock};

    use gpf_domain::comparison::authoring::{Files, read as read_files};
    use gpf_domain::directory::Federation;

    use super::*;
    use crate::project::{directory, text};

    /// The project's own catalogue, as browsers load it.
    pub(crate) fn catalogue() -> Arc<Catalogue> {
        static ALL: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
            let directory = directory();
            let ids: Vec<&str> = directory.federations().map(Federation::id).collect();
            let files = Files::each(text).expect("the files are there");
            Arc::new(read_files(&files, directory.sources(), &ids).expect("the data is sound"))
        });
        Arc::clone(&ALL)
    }

    fn read_back(selection: &Selection) -> Option<Selection> {
        read_back_from(&Selection::default_for(&catalogue()), selection)
    }

    /// The selection after a link to it is opened on a page whose options are `start`.
    fn read_back_from(start: &Selection, selection: &Selection) -> Option<Selection> {
        let parameters = to_params(start, selection);
        from_params(&catalogue(), start, &|name| parameters.iter().find(|(it, _)| *it == name)?.1.clone())
    }

    #[test]
    fn comparison_round_trips_through_url_parameters() {
        let all = catalogue();
        let mut selection = Selection::default_for(&all);
        for (option, value) in [
            ("forms", "charity, GP partnership"),
            ("criteria", "asset-lock; gms"),
            ("only-differences", ""),
            ("requirements", "asset-lock, profit-sharing=no"),
        ] {
            set_option(&all, &mut selection, option, Some(value)).unwrap();
        }
        assert_eq!(selection.current().requirements.len(), 2);
        assert_eq!(read_back(&selection), Some(selection));
        let mut models = Selection::default_for(&all);
        set_option(&all, &mut models, "kind", Some("Models")).unwrap();
        set_option(&all, &mut models, "forms", Some("merger,gp-co-operative")).unwrap();
        assert_eq!(read_back(&models), Some(models));
    }

    #[test]
    fn comparison_round_trips_for_any_options_of_the_page() {
        let all = catalogue();
        let with = |options: &[(&str, &str)]| {
            let mut selection = Selection::default_for(&all);
            for (option, value) in options {
                set_option(&all, &mut selection, option, Some(value)).unwrap();
            }
            selection
        };
        let selections = [
            with(&[]),
            with(&[("kind", "models")]),
            with(&[("only-differences", "")]),
            with(&[("forms", "all"), ("criteria", "gms")]),
            with(&[("requirements", "asset-lock"), ("only-differences", "")]),
            with(&[("kind", "models"), ("forms", "merger,joint-premises"), ("only-differences", "")]),
        ];
        for start in &selections {
            for selection in &selections {
                let read = read_back_from(start, selection).unwrap_or_else(|| start.clone());
                // A link has nothing of the kind that is not shown.
                assert_eq!(read.current(), selection.current(), "{start:?}");
                assert_eq!((read.kind, read.only_differences), (selection.kind, selection.only_differences));
            }
        }
    }

    #[test]
    fn default_comparison_has_no_url_parameters() {
        assert_eq!(read_back(&Selection::default_for(&catalogue())), None);
    }

    #[test]
    fn selection_that_is_restored_has_no_url_parameters() {
        let settings = || ComparisonSettings { heading: None, heading_level: 2, url_sync: true };
        for forms in ["charity, gp-partnership, community-interest-company", "all", ""] {
            let all = catalogue();
            let mut start = Selection::default_for(&all);
            set_option(&all, &mut start, "forms", Some(forms)).unwrap();
            let mut state = State::new(catalogue(), NamesByForm::default(), settings(), start.clone());
            let first = state.selection.current().chosen[0].clone();
            assert!(state.set_compared(&first, false));
            assert!(to_params(&start, &state.selection).iter().any(|(_, value)| value.is_some()), "{forms}");
            assert!(state.set_compared(&first, true));
            assert!(to_params(&start, &state.selection).iter().all(|(_, value)| value.is_none()), "{forms}");
        }
    }

    #[test]
    fn unknown_id_changes_nothing_and_lists_the_accepted_ones() {
        let all = catalogue();
        let start = Selection::default_for(&all);
        for (option, value, accepted) in [
            ("forms", "charity, plc", "community-interest-company"),
            ("criteria", "colour", "asset-lock"),
            ("requirements", "charity-status=no", "asset-lock=yes"),
            ("kind", "people", "legal-forms"),
        ] {
            let mut selection = start.clone();
            let error = set_option(&all, &mut selection, option, Some(value)).unwrap_err().to_string();
            assert!(error.contains(accepted), "{error}");
            assert_eq!(selection, start);
        }
    }

    #[test]
    fn selection_of_the_other_kind_is_kept_until_the_kind_changes() {
        let all = catalogue();
        let mut selection = Selection::default_for(&all);
        set_option(&all, &mut selection, "forms", Some("merger, joint-premises")).unwrap();
        assert_eq!(selection.current(), Selection::default_for(&all).current());
        set_option(&all, &mut selection, "kind", Some("models")).unwrap();
        assert_eq!(selection.current().chosen, ["merger", "joint-premises"]);
    }

    #[test]
    fn all_selects_every_form_and_removal_restores_the_default() {
        let all = catalogue();
        let mut selection = Selection::default_for(&all);
        set_option(&all, &mut selection, "forms", Some("all")).unwrap();
        assert_eq!(selection.current().chosen.len(), 6);
        set_option(&all, &mut selection, "forms", None).unwrap();
        assert_eq!(selection, Selection::default_for(&all));
    }
}
