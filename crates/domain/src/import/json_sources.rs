//! The sources in a JSON file.

use std::borrow::Cow;

use super::json::Value;
use super::normalise::{self, sanitise};
use super::record_builder::RecordBuilder;
use crate::directory::Source;
use crate::directory::checks::{Exactness, is_date, is_web_address};
use crate::slug::{MAX_GENERATED_ID, slug};
use crate::strings::filled;

/// The maximum number of sources in a list, because each federation's sources are looked up among them.
const MAX_SOURCES: usize = 500;

/// Adds a source that is not known yet. If only a part of it is valid, that part is kept.
pub(super) fn add_source(value: &Value<'_>, records: &mut RecordBuilder) {
    let text = |name| value.property(name).map_or(Cow::Borrowed(""), |text| sanitise(text.trim()));
    let date_of = |name| normalise::date(&text(name)).filter(|date| is_date(date, Exactness::Any)).map(Cow::into_owned);
    let (id, title) = (text("id"), text("title"));
    let is_known = || records.sources.iter().any(|source| source.id == id);
    if id.is_empty()
        || title.is_empty()
        || slug(&id, MAX_GENERATED_ID) != id
        || records.sources.len() >= MAX_SOURCES
        || is_known()
    {
        return;
    }
    let source = Source {
        id: id.into_owned(),
        title: title.into_owned(),
        publisher: filled(&text("publisher")).map(str::to_owned),
        date: date_of("date"),
        url: Some(text("url")).filter(|url| is_web_address(url)).map(Cow::into_owned),
        checked_on: date_of("checkedOn"),
    };
    records.sources.push(source);
}
