//! The functions of `window.gpFederations`. They take and return plain objects.

use gpf_domain::directory::{FederationRecord, LegalFormChoice, Region, RegionChoice, Status};
use gpf_domain::lat_lon::LatLon;
use gpf_domain::search::{Facets, Near, Query, SearchResults, SearchSession, SearchedPlace, notice, summary};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::js_object::{api_error, query_object, to_js_object};
use super::list_store::current_dataset;
use super::options::{self, WithWarning};

/// The result of `search`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SearchResult<'a> {
    total: u32,
    matching: u32,
    summary: String,
    area: Option<&'a str>,
    place: Option<PlaceRecord>,
    corrections: Vec<CorrectionRecord<'a>>,
    facets: FacetsRecord,
    federations: Vec<FederationRecord<'a>>,
}

/// The centre of the postcode district in the search text.
#[derive(Serialize)]
struct PlaceRecord {
    district: String,
    region: &'static str,
    latitude: f64,
    longitude: f64,
}

impl PlaceRecord {
    fn of(near: &Near) -> Self {
        let it = near.nearby.district;
        let LatLon { latitude, longitude } = it.centre();
        Self { district: it.code.name(), region: it.region.name(), latitude, longitude }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CorrectionRecord<'a> {
    typed: &'a str,
    corrected: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FacetsRecord {
    regions: CountsRecord,
    statuses: CountsRecord,
    legal_forms: CountsRecord,
}

/// The counts of one filter: with no value selected, and for each value.
#[derive(Serialize)]
struct CountsRecord {
    any: u32,
    #[serde(serialize_with = "as_object")]
    choices: Vec<(&'static str, u32)>,
}

fn as_object<S: serde::Serializer>(pairs: &[(&'static str, u32)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}

impl FacetsRecord {
    fn of(facets: &Facets) -> Self {
        Self {
            regions: CountsRecord {
                any: facets.regions.any,
                choices: RegionChoice::ALL.iter().map(|it| (it.id(), facets.region(*it))).collect(),
            },
            statuses: CountsRecord {
                any: facets.statuses.any,
                choices: Status::ALL.iter().map(|it| (it.id(), facets.status(*it))).collect(),
            },
            legal_forms: CountsRecord {
                any: facets.legal_forms.any,
                choices: LegalFormChoice::ALL.iter().map(|it| (it.id(), facets.legal_form(*it))).collect(),
            },
        }
    }
}

/// A region and the number of federations that work in it.
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
/// If the query is not an object with known names and values. The message has the name or value and the accepted ones.
#[wasm_bindgen]
pub fn search(query: &JsValue) -> Result<JsValue, JsError> {
    let (query, is_near) = read_query(query)?;
    let data = current_dataset();
    let found = data.search(&query, &mut SearchSession::default());
    if is_near {
        near_only(&found, &query)?;
    }
    let result = to_js_object(&SearchResult {
        total: found.total,
        matching: found.rows.len() as u32,
        summary: summary(&found, &query),
        area: found.postcode_area.as_deref(),
        place: found.near().map(PlaceRecord::of),
        corrections: found
            .corrections
            .iter()
            .map(|it| CorrectionRecord { typed: &it.typed, corrected: &it.corrected })
            .collect(),
        facets: FacetsRecord::of(&found.facets),
        federations: found.rows.iter().map(|row| data.directory.federation(*row).record()).collect(),
    })?;
    if let Some(near) = found.near() {
        set_miles(&result, &found.rows, near);
    }
    Ok(result)
}

/// Sets `miles` of every federation, rounded to a tenth, or `null` if it is not known. Not a field of the record: few
/// results have it, and the file `federations.json` has the same records.
fn set_miles(result: &JsValue, rows: &[u32], near: &Near) {
    let federations = js_sys::Reflect::get(result, &"federations".into()).unwrap_or(JsValue::NULL);
    for (at, &row) in (0..).zip(rows) {
        let miles = near.nearby.tenths(row).map_or(JsValue::NULL, |tenths| (f64::from(tenths) / 10.0).into());
        if let Ok(federation) = js_sys::Reflect::get_u32(&federations, at) {
            _ = js_sys::Reflect::set(&federation, &"miles".into(), &miles);
        }
    }
}

/// Returns an error if `near` is not a postcode district in England, or if the list does not state where its
/// federations are.
fn near_only(found: &SearchResults, query: &Query) -> Result<(), JsError> {
    if found.near().is_some_and(|near| near.is_whole && found.part.is_none()) {
        return Ok(());
    }
    let why = match &found.place {
        Some(SearchedPlace::NoSuchDistrict(_) | SearchedPlace::Elsewhere(..) | SearchedPlace::NotAPostcode) => {
            notice(found, query).unwrap_or_default()
        }
        None if found.postcode_area.is_some() => {
            "the list has no coordinates and no office postcodes. Use text instead of near".to_owned()
        }
        _ => "use a postcode or its first part, for example WA7 2ES or WA7".to_owned(),
    };
    Err(api_error("search", &["near=\"", &query.text, "\": ", &why].concat()))
}

/// Reads a query from a plain object, and whether it asks for federations near its text. All fields are optional. The
/// values are those of the finder's attributes.
fn read_query(object: &JsValue) -> Result<(Query, bool), JsError> {
    const NAMES: [&str; 6] = ["text", "near", "region", "status", "legalForm", "sort"];
    let object = query_object("search", object, &NAMES)?;
    let value = |name: &str| {
        let value = js_sys::Reflect::get(&object, &name.into()).unwrap_or(JsValue::UNDEFINED);
        match value.as_string() {
            None if !value.is_undefined() && !value.is_null() => {
                Err(api_error("search", &[name, " must be a string"].concat()))
            }
            text => Ok(text),
        }
    };
    let (text, near) = (value("text")?.filter(|text| !text.is_empty()), value("near")?);
    let is_near = near.is_some();
    if is_near && text.is_some() {
        return Err(api_error("search", "use text or near, not both"));
    }
    let query = Query {
        text: near.or(text).unwrap_or_default(),
        region: strict(options::region(value("region")?.as_deref()))?,
        status: strict(options::status(value("status")?.as_deref()))?,
        legal_form: strict(options::legal_form(value("legalForm")?.as_deref()))?,
        sort: strict(options::sort(value("sort")?.as_deref()))?,
    };
    Ok((query, is_near))
}

/// The 7 NHS regions in the order of the finder, with their ONS codes and numbers of federations.
///
/// # Errors
///
/// None that a page can cause.
#[wasm_bindgen]
pub fn regions() -> Result<JsValue, JsError> {
    let data = current_dataset();
    let facets = &data.everything().facets;
    let regions = Region::ALL.map(|region| RegionRecord {
        name: region.name(),
        ons_code: region.ons_code(),
        federations: facets.region(RegionChoice::Is(region)),
    });
    to_js_object(&regions.as_slice())
}

/// The federation with this id, or `null`.
///
/// # Errors
///
/// If the id is not a string.
#[wasm_bindgen]
pub fn federation(id: &JsValue) -> Result<JsValue, JsError> {
    let Some(id) = id.as_string() else { return Err(api_error("federation", "the id must be a string")) };
    match current_dataset().directory.find(&id) {
        Some(federation) => to_js_object(&federation.record()),
        None => Ok(JsValue::NULL),
    }
}

fn strict<T>((value, warning): WithWarning<T>) -> Result<T, JsError> {
    warning.map_or(Ok(value), |warning| Err(api_error("search", &warning.to_string())))
}
