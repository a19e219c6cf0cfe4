//! A view of the finder as parameters of a page's address, so that it can be shared.

use gpf_domain::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_domain::search::{Query, Sort};

use crate::ui::url_params::Parameter;

const SEARCH: &str = "search";
const REGION: &str = "region";
const STATUS: &str = "status";
const LEGAL_FORM: &str = "legal-form";
const SORT: &str = "sort";

/// The name, without its prefix, of what opens one federation: its id. It stands alone.
pub const FEDERATION: &str = "federation";

/// The names that a view can have in an address, without their prefix.
pub const NAMES: [&str; 5] = [SEARCH, REGION, STATUS, LEGAL_FORM, SORT];

/// The parameters of one federation.
#[must_use]
pub fn parameters_of_one(id: &str) -> [Parameter; 6] {
    let [search, region, status, legal_form, sort] = NAMES.map(|name| (name, None));
    [search, region, status, legal_form, sort, (FEDERATION, Some(id.to_owned()))]
}

/// The parameters of a view; `None` for what is at its default.
#[must_use]
pub fn to_params(query: &Query) -> [Parameter; 6] {
    let text = query.text.trim();
    [
        (SEARCH, (!text.is_empty()).then(|| text.to_owned())),
        (REGION, query.region.map(|region| region.id().to_owned())),
        (STATUS, query.status.map(|status| status.id().to_owned())),
        (LEGAL_FORM, query.legal_form.map(|form| form.id().to_owned())),
        (SORT, (query.sort != Sort::default()).then(|| query.sort.id().to_owned())),
        (FEDERATION, None),
    ]
}

/// The view that an address asks for, on top of `start`; `None` where it asks for nothing.
///
/// A value that is not known is passed over: a link may be older than the data.
pub fn from_params(start: &Query, parameter: &dyn Fn(&str) -> Option<String>) -> Option<Query> {
    let values = NAMES.map(parameter);
    if values.iter().all(Option::is_none) {
        return None;
    }
    let [text, region, status, legal_form, sort] = values;
    let mut query = start.clone();
    set_if_some(&mut query.text, text);
    set_if_some(&mut query.region, region.and_then(|value| RegionChoice::parse(&value)).map(Some));
    set_if_some(&mut query.status, status.and_then(|value| Status::parse(&value)).map(Some));
    set_if_some(&mut query.legal_form, legal_form.and_then(|value| LegalFormChoice::parse(&value)).map(Some));
    set_if_some(&mut query.sort, sort.and_then(|value| Sort::parse(&value)));
    Some(query)
}

fn set_if_some<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::directory::Region;

    fn round_trip(query: &Query) -> Option<Query> {
        let parameters = to_params(query);
        from_params(&Query::default(), &|name| parameters.iter().find(|(it, _)| *it == name)?.1.clone())
    }

    #[test]
    fn a_view_comes_back_from_its_parameters() {
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
    fn the_view_at_the_start_needs_no_parameters() {
        assert_eq!(round_trip(&Query::default()), None);
    }

    #[test]
    fn a_value_that_is_not_known_is_passed_over() {
        let read = from_params(&Query::default(), &|name| (name == REGION).then(|| "Cheshire".to_owned()));
        assert_eq!(read, Some(Query::default()));
    }
}
