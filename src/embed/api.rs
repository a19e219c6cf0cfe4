//! The functions of `window.gpFederations`: plain objects in, plain objects out.

use std::collections::BTreeMap;

use gpf_core::directory::{FederationRecord, LegalFormChoice, Region, RegionChoice, Status};
use gpf_core::search::{Facets, Narrowing, Query, summary};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::options::{self, Parsed};
use super::start::data;

/// What `search` takes. Everything may be left out; the values are those of the finder's attributes.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct SearchQuery {
    text: Option<String>,
    region: Option<String>,
    status: Option<String>,
    legal_form: Option<String>,
    sort: Option<String>,
}

/// What `search` gives back.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SearchResult<'a> {
    total: u32,
    matching: u32,
    summary: String,
    area: Option<&'a str>,
    slips: Vec<SlipRecord<'a>>,
    facets: FacetsRecord,
    federations: Vec<FederationRecord<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SlipRecord<'a> {
    typed: &'a str,
    read_as: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FacetsRecord {
    regions: CountsRecord,
    statuses: CountsRecord,
    legal_forms: CountsRecord,
}

#[derive(Serialize)]
struct CountsRecord {
    any: u32,
    choices: BTreeMap<&'static str, u32>,
}

impl FacetsRecord {
    fn of(facets: &Facets) -> Self {
        let record = |any, choices: &mut dyn Iterator<Item = (&'static str, u32)>| CountsRecord { any, choices: choices.collect() };
        Self {
            regions: record(facets.regions.any, &mut RegionChoice::ALL.iter().map(|it| (it.id(), facets.region(*it)))),
            statuses: record(facets.statuses.any, &mut Status::ALL.iter().map(|it| (it.id(), facets.status(*it)))),
            legal_forms: record(
                facets.legal_forms.any,
                &mut LegalFormChoice::ALL.iter().map(|it| (it.id(), facets.legal_form(*it))),
            ),
        }
    }
}

/// A region and how many federations work in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionRecord {
    name: &'static str,
    ons_code: &'static str,
    federations: u32,
}

/// Searches as the finder does.
///
/// # Errors
///
/// Where the query isn't an object with known names and values; the message says which and what is accepted.
#[wasm_bindgen]
pub fn search(query: JsValue) -> Result<JsValue, JsError> {
    let query = if query.is_undefined() {
        SearchQuery::default()
    } else {
        serde_wasm_bindgen::from_value(query).map_err(|error| refuse("search", &error.to_string()))?
    };
    let query = Query {
        text: query.text.unwrap_or_default(),
        region: accept(options::region(query.region.as_deref()))?,
        status: accept(options::status(query.status.as_deref()))?,
        legal_form: accept(options::legal_form(query.legal_form.as_deref()))?,
        sort: accept(options::sort(query.sort.as_deref()))?,
    };
    let data = data();
    let found = data.index.search(&data.directory, &query, &mut Narrowing::default());
    to_plain(&SearchResult {
        total: found.total,
        matching: found.rows.len() as u32,
        summary: summary(&found, &query),
        area: found.area.as_deref(),
        slips: found.slips.iter().map(|it| SlipRecord { typed: &it.typed, read_as: &it.read_as }).collect(),
        facets: FacetsRecord::of(&found.facets),
        federations: found.rows.iter().map(|row| data.directory.federation(*row).record()).collect(),
    })
}

/// The 7 NHS regions in the order of the finder, with their ONS codes and numbers of federations.
///
/// # Errors
///
/// None that a page can cause.
#[wasm_bindgen]
pub fn regions() -> Result<JsValue, JsError> {
    let data = data();
    let found = data.index.search(&data.directory, &Query::default(), &mut Narrowing::default());
    let regions = Region::ALL.map(|region| RegionRecord {
        name: region.name(),
        ons_code: region.ons_code(),
        federations: found.facets.region(RegionChoice::Is(region)),
    });
    to_plain(&regions.as_slice())
}

/// The federation with this id, or `null`.
///
/// # Errors
///
/// Where the id isn't a text.
#[wasm_bindgen]
pub fn federation(id: JsValue) -> Result<JsValue, JsError> {
    let Some(id) = id.as_string() else { return Err(refuse("federation", "the id must be a text")) };
    match data().directory.find(&id) {
        Some(federation) => to_plain(&federation.record()),
        None => Ok(JsValue::NULL),
    }
}

fn accept<T>((value, warning): Parsed<T>) -> Result<T, JsError> {
    warning.map_or(Ok(value), |warning| Err(refuse("search", &warning.to_string())))
}

fn refuse(function: &str, why: &str) -> JsError {
    JsError::new(&["gpFederations.", function, ": ", why].concat())
}

fn to_plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
