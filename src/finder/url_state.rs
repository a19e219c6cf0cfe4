//! A view of the finder as parameters of the page's address, so that it can be shared. The parameters are read once at
//! the start, and kept in sync if the editor sets `url-sync`.

use gpf_domain::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_domain::search::{Query, Sort};
use leptos::prelude::*;

use super::context::FinderContext;
use crate::ui::url_params::{self, Parameter};

const SEARCH: &str = "search";
const REGION: &str = "region";
const STATUS: &str = "status";
const LEGAL_FORM: &str = "legal-form";
const SORT: &str = "sort";

/// The name, without its prefix, of the parameter that opens one federation by its id. It is used without other
/// parameters.
pub const FEDERATION: &str = "federation";

/// The names of the parameters of a view, without their prefix.
pub const NAMES: [&str; 5] = [SEARCH, REGION, STATUS, LEGAL_FORM, SORT];

/// The parameters of one federation.
#[must_use]
pub fn parameters_of_one(id: &str) -> [Parameter; 6] {
    let [search, region, status, legal_form, sort] = NAMES.map(|name| (name, None));
    [search, region, status, legal_form, sort, (FEDERATION, Some(id.to_owned()))]
}

/// The parameters of a view, where it differs from `start`, the view without parameters. They can be empty: no text, or
/// all regions, if the editor's options say otherwise.
#[must_use]
pub fn to_params(start: &Query, query: &Query) -> [Parameter; 6] {
    let unless = |is_same: bool, value: &str| (!is_same).then(|| value.to_owned());
    let text = query.text.trim();
    [
        (SEARCH, unless(text == start.text.trim(), text)),
        (REGION, unless(query.region == start.region, query.region.map_or("", RegionChoice::id))),
        (STATUS, unless(query.status == start.status, query.status.map_or("", Status::id))),
        (LEGAL_FORM, unless(query.legal_form == start.legal_form, query.legal_form.map_or("", LegalFormChoice::id))),
        (SORT, unless(query.sort == start.sort, query.sort.id())),
        (FEDERATION, None),
    ]
}

/// The query in an address, on top of `start`. `None` if the address has none.
///
/// Unknown values are ignored, because a link can be older than the data.
pub fn from_params(start: &Query, parameter: &dyn Fn(&str) -> Option<String>) -> Option<Query> {
    let values = NAMES.map(parameter);
    if values.iter().all(Option::is_none) {
        return None;
    }
    let [text, region, status, legal_form, sort] = values;
    let mut query = start.clone();
    set_if_some(&mut query.text, text);
    set_if_some(&mut query.region, region.and_then(|value| choice(&value, RegionChoice::parse)));
    set_if_some(&mut query.status, status.and_then(|value| choice(&value, Status::parse)));
    set_if_some(&mut query.legal_form, legal_form.and_then(|value| choice(&value, LegalFormChoice::parse)));
    set_if_some(&mut query.sort, sort.and_then(|value| Sort::parse(&value)));
    Some(query)
}

/// The option of a filter: `Some(None)` for all. `None` if the value is unknown.
fn choice<T>(value: &str, parse: fn(&str) -> Option<T>) -> Option<Option<T>> {
    if value.is_empty() { Some(None) } else { parse(value).map(Some) }
}

fn set_if_some<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}

/// The query in the page's address, on top of `start`.
pub(crate) fn from_url(prefix: &str, start: &Query) -> Option<Query> {
    url_params::read_params(prefix, |parameter| from_params(start, parameter))
}

/// The id of the federation in the page's address.
pub(crate) fn federation_id(prefix: &str) -> Option<String> {
    url_params::read_params(prefix, |parameter| parameter(FEDERATION))
}

/// Reads the page's address. If `is_travel`, the finder shows what it asks for.
fn follow_url(finder: FinderContext, is_travel: bool) {
    finder.change_if(&mut |state| {
        let (query, federation) =
            finder.prefix.with_value(|prefix| (from_url(prefix, &state.default_query), federation_id(prefix)));
        let query = query.unwrap_or_else(|| state.default_query.clone());
        // If both are the same as before, the user has only moved to another part of the page. Then the finder does not
        // follow, because the latest selection might not be in the address yet.
        let is_other = query != state.last_url_query || federation != state.last_url_federation;
        let is_news = is_other && is_travel && state.settings.url_sync;
        state.last_url_query = query.clone();
        state.last_url_federation = federation.clone();
        if is_news {
            state.set_query(query);
            state.set_linked_federation(federation);
        }
        is_news
    });
}

/// Updates the finder when the user goes back or forward within the page.
pub(super) fn install(finder: FinderContext) {
    url_params::on_popstate(Box::new(move |_| follow_url(finder, true)));
}

/// The page's address with the finder's view. In a link, a region that is open is a part of the view. In the page's own
/// address it is not, because opening and closing a region does not write it.
pub(super) fn url_of_state(finder: FinderContext, is_link: bool) -> Option<String> {
    let parameters = finder.state.try_with_untracked(|state| match state.linked_row() {
        Some(_) => parameters_of_one(state.linked_federation.as_deref().unwrap_or_default()),
        None if is_link => to_params(&state.default_query, &state.query_of_link()),
        None => to_params(&state.default_query, &state.query),
    })?;
    url_with(finder, &parameters)
}

/// The page's address with one federation.
pub(super) fn url_of_federation(finder: FinderContext, id: &str) -> Option<String> {
    url_with(finder, &parameters_of_one(id))
}

fn url_with(finder: FinderContext, parameters: &[Parameter]) -> Option<String> {
    finder.prefix.with_value(|prefix| url_params::with_params(prefix, parameters))
}

/// Writes the finder's view into the page's address, if the editor sets `url-sync`.
pub(super) fn sync_url(finder: FinderContext) {
    let is_synced = finder.state.try_with_untracked(|state| state.settings.url_sync);
    url_params::sync(is_synced, || url_of_state(finder, false), || follow_url(finder, false));
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::directory::Region;

    fn round_trip(query: &Query) -> Option<Query> {
        round_trip_from(&Query::default(), query)
    }

    /// The query after a link to it is opened on a page whose options are `start`.
    fn round_trip_from(start: &Query, query: &Query) -> Option<Query> {
        let parameters = to_params(start, query);
        from_params(start, &|name| parameters.iter().find(|(it, _)| *it == name)?.1.clone())
    }

    #[test]
    fn view_round_trips_through_url_parameters() {
        let query = Query {
            text: "halton & wa7".to_owned(),
            region: Some(RegionChoice::Is(Region::NorthWest)),
            status: Some(Status::Ended),
            legal_form: Some(LegalFormChoice::NotStated),
            sort: Sort::Patients,
        };
        assert_eq!(round_trip(&query), Some(query));
    }

    #[test]
    fn view_round_trips_for_any_options_of_the_page() {
        let london = Some(RegionChoice::Is(Region::London));
        let queries = [
            Query::default(),
            Query { region: london, ..Query::default() },
            Query { text: "halton".to_owned(), sort: Sort::Name, ..Query::default() },
            Query { status: Some(Status::Active), legal_form: Some(LegalFormChoice::NotStated), ..Query::default() },
            Query { text: "wa7".to_owned(), region: london, status: Some(Status::Ended), ..Query::default() },
        ];
        for start in &queries {
            for query in &queries {
                let expected = (query != start).then_some(query);
                assert_eq!(round_trip_from(start, query).as_ref(), expected, "{start:?}");
            }
        }
    }

    #[test]
    fn default_view_has_no_url_parameters() {
        assert_eq!(round_trip(&Query::default()), None);
    }

    #[test]
    fn unknown_url_values_are_ignored() {
        let read = from_params(&Query::default(), &|name| (name == REGION).then(|| "Cheshire".to_owned()));
        assert_eq!(read, Some(Query::default()));
    }
}
