//! Flattening a JSON record: nested objects and lists become properties with a text each.

use std::borrow::Cow;

use super::column_aliases::KnownColumn;
use super::heading::{self, NameColumn, folded_heading};
use super::json::{JsonParser, Value};
use super::json_sources::add_source;
use super::record_builder::RecordBuilder;
use crate::directory::checks::degrees;
use crate::directory::column::Column;
use crate::strings::{self, has_word};

/// A property of a record, after nested values were flattened.
pub(super) type Flat<'v> = (Cow<'v, str>, Cow<'v, str>);

/// The properties of an object.
pub(super) type Properties<'v> = Vec<(Cow<'v, str>, Value<'v>)>;

/// The maximum length of the records that are read in advance.
const MAX_SAMPLE_LEN: usize = 256 << 10;

/// Flattens nested values, so that none of them is lost. Without `records`, sources are not kept.
pub(super) fn flatten<'v>(
    key: Cow<'v, str>,
    value: Value<'v>,
    records: Option<&mut RecordBuilder>,
    flat: &mut Vec<Flat<'v>>,
) {
    /// Objects that contain the record's own properties, in GeoJSON, Airtable, SharePoint, FHIR and WordPress.
    const SEE_THROUGH: &str = " properties fields attributes node record item resource acf ";
    // What a server adds to each record for programs.
    if key.starts_with("__") || key.bytes().any(|byte| byte == b'@') || strings::contains(&key, ".__") {
        return;
    }
    // Most values are texts, which do not depend on their property.
    let is_text = matches!(value, Value::Text(_) | Value::Nothing);
    let known = if is_text { None } else { heading::read(&key).map(|known| known.meaning) };
    let is_sources = known.is_some_and(|meaning| meaning.column() == Column::Source);
    match value {
        Value::List(list) if folded_heading(&key).ends_with("coordinates") && is_point(&list) => {
            for (name, value) in ["longitude", "latitude"].into_iter().zip(list) {
                flat.push((Cow::Borrowed(name), text_of(value, false)));
            }
        }
        // The outline of an area.
        Value::List(list) if key == "geometry.coordinates" && matches!(list.first(), Some(Value::List(_))) => {}
        Value::Object(properties) if !is_sources && !properties.is_empty() => {
            let see_through = has_word(SEE_THROUGH, &folded_heading(&key));
            // `"icb": {"name": …, "code": …}`: the name is the value.
            let own = known.and_then(|_| {
                ["name", "title", "label", "value", "lookupvalue", "displayname", "rendered", "id"].iter().find_map(
                    |own| {
                        properties.iter().position(|(key, value)| {
                            key.eq_ignore_ascii_case(own) && matches!(value, Value::Text(_)) || key == "results"
                        })
                    },
                )
            });
            let mut records = records;
            for (at, (name, value)) in properties.into_iter().enumerate() {
                let path = if own == Some(at) {
                    key.clone()
                } else if see_through {
                    name
                } else {
                    Cow::Owned([&*key, ".", &*name].concat())
                };
                // A part of the format of points.
                if key == "geometry" && path == "geometry.type" {
                    continue;
                }
                flatten(path, value, records.as_deref_mut(), flat);
            }
        }
        value => {
            if let Some(records) = records.filter(|_| is_sources) {
                match &value {
                    Value::List(list) => list.iter().for_each(|value| add_source(value, records)),
                    value => add_source(value, records),
                }
            }
            let mut text = Cow::Borrowed("");
            let mut key = key;
            match &value {
                Value::List(list) if known == Some(KnownColumn::NAME) && matches!(list[..], [Value::Object(_), ..]) => {
                    // The federations of a practice. If they have more than a name and a code, each is a record.
                    let is_record = |properties: &Properties<'_>| {
                        properties.len() > 2 && properties.iter().filter(|property| !is_id(property)).count() > 1
                    };
                    if list.iter().any(|it| matches!(it, Value::Object(properties) if is_record(properties))) {
                        key = Cow::Owned([&*key, ".items"].concat());
                    } else {
                        let names = &mut list.iter().filter_map(|it| it.property("name"));
                        strings::join(text.to_mut(), "; ", names);
                    }
                }
                _ => {}
            }
            if text.is_empty() {
                text = text_of(value, !is_sources);
            }
            if key != "type" || text != "Feature" {
                flat.push((key, text));
            }
        }
    }
}

/// The properties of a record. If the only one is an object with a name, as in `{"federation": {"name": …}}`, that object
/// is the record.
pub(super) fn unwrapped<'v>(mut properties: Properties<'v>) -> Properties<'v> {
    match &mut properties[..] {
        [(_, Value::Object(inner))] if inner.iter().any(|(key, _)| NameColumn::of(key).is_some()) => {
            std::mem::take(inner)
        }
        _ => properties,
    }
}

/// Calls `each` for the first `most` records of the list that begins here, with their flattened properties.
pub(super) fn for_first_records(mut parser: JsonParser<'_>, most: usize, each: &mut dyn FnMut(&[Flat<'_>])) {
    let start = parser.at;
    for _ in 0..most {
        // The records of an object have keys.
        if parser.peek() == Some(b'"') && parser.key().is_err() {
            return;
        }
        let Ok(Value::Object(properties)) = parser.value() else {
            return;
        };
        let mut flat = Vec::new();
        for (key, value) in unwrapped(properties) {
            flatten(key, value, None, &mut flat);
        }
        each(&flat);
        parser.take(b',');
        if parser.at - start > MAX_SAMPLE_LEN {
            return;
        }
    }
}

/// Calls `each` for the properties of these records.
pub(super) fn for_first_properties(parser: JsonParser<'_>, most: usize, each: &mut dyn FnMut(&str, &str)) {
    for_first_records(parser, most, &mut |flat| flat.iter().for_each(|(key, text)| each(key, text)));
}

/// Whether the list is a longitude and a latitude, with an optional height.
fn is_point(list: &[Value<'_>]) -> bool {
    let is_number = |value: &Value<'_>| matches!(value, Value::Text(text) if degrees(text).is_some());
    matches!(list.len(), 2 | 3) && list.iter().take(2).all(is_number)
}

/// The value as the text of a cell. The items of a list are separated by semicolons. The text of an object is its id or
/// title or, if `whole`, all of it.
fn text_of(value: Value<'_>, whole: bool) -> Cow<'_, str> {
    let mut joined = String::new();
    let mut add = |text: &str, between: &str| {
        if !text.is_empty() {
            joined.push_str(if joined.is_empty() { "" } else { between });
            joined.push_str(text);
        }
    };
    match value {
        Value::Nothing => return Cow::Borrowed(""),
        Value::Text(text) => return text,
        Value::List(list) => {
            for value in list {
                add(&text_of(value, whole), "; ");
            }
        }
        Value::Object(_) if !whole => {
            let id = value.property("id").or_else(|| value.property("title"));
            add(id.or_else(|| value.property("name")).unwrap_or_default(), "");
        }
        Value::Object(properties) => {
            let has_more = properties.iter().any(|property| !is_id(property) && !matches!(property.1, Value::Nothing));
            for property in properties {
                if !(has_more && is_id(&property)) {
                    add(&text_of(property.1, true), ", ");
                }
            }
        }
    }
    Cow::Owned(joined)
}

/// Whether a property has the number of an item in its database, which is not part of the item's text. An id with letters
/// can be the code of a practice, unless it is longer than codes are.
fn is_id((key, value): &(Cow<'_, str>, Value<'_>)) -> bool {
    let Value::Text(text) = value else { return false };
    let is_code = text.len() < 20 && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is = |id: &&str| key.eq_ignore_ascii_case(id);
    ["lookupid", "wssid", "termguid"].iter().any(is) || !is_code && ["id", "key"].iter().any(is)
}

/// The labels and texts of a list of `{"label": …, "value": …}` or of an object.
pub(super) fn pairs(value: Value<'_>) -> Vec<(String, String)> {
    match value {
        Value::List(list) => {
            let pair = |value: Value<'_>| {
                let label = value.property("label").map(str::to_owned);
                let text = value.property("value").map(str::to_owned);
                match (label, text) {
                    (Some(label), Some(text)) => (label, text),
                    _ => ("details".to_owned(), text_of(value, true).into_owned()),
                }
            };
            list.into_iter().map(pair).collect()
        }
        Value::Object(properties) => {
            properties.into_iter().map(|(key, value)| (key.into_owned(), text_of(value, true).into_owned())).collect()
        }
        Value::Text(text) => vec![("details".to_owned(), text.into_owned())],
        Value::Nothing => Vec::new(),
    }
}
