//! `compare` and `shortlist` of `window.gpFederations`.

use gpf_domain::comparison::{Catalogue, UnknownId};
use wasm_bindgen::prelude::*;

use super::catalogue_store::catalogue;
use super::js_object::{api_error, query_object, to_js_object};
use crate::comparison::state::Selection;
use crate::comparison::url_state;

/// Compares legal forms or models, as the comparison does. Options that are left out have their defaults: all forms and
/// all questions.
///
/// # Errors
///
/// If the query is not an object with known names and values. The message has the name or value and the accepted ones.
#[wasm_bindgen]
pub fn compare(query: &JsValue) -> Result<JsValue, JsError> {
    const NAMES: [&str; 4] = ["kind", "forms", "criteria", "onlyDifferences"];
    let all = catalogue();
    let mut selection = Selection::default_for(&all);
    let query = query_object("compare", query, &NAMES)?;
    let value = |name: &str| js_sys::Reflect::get(&query, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let kind = string_or_list("compare", "kind", &value("kind"))?;
    selection.kind = url_state::parse_kind(kind.as_deref()).map_err(|error| unknown_id_error("compare", &error))?;
    let forms = string_or_list("compare", "forms", &value("forms"))?.unwrap_or_else(|| "all".to_owned());
    set(&all, &mut selection, "compare", "forms", &forms)?;
    let criteria = string_or_list("compare", "criteria", &value("criteria"))?.unwrap_or_default();
    set(&all, &mut selection, "compare", "criteria", &criteria)?;
    selection.only_differences = value("onlyDifferences").is_truthy();
    let ids: Vec<&str> = selection.current().chosen.iter().map(|id| &**id).collect();
    let subjects = all.choose_subjects(selection.kind, &ids).map_err(|error| unknown_id_error("compare", &error))?;
    to_js_object(&selection.matrix(&all, &subjects))
}

/// Assesses each form or model against requirements: a list such as `["asset-lock=yes"]` or an object such as `{
/// "asset-lock": "yes" }`.
///
/// # Errors
///
/// If a requirement or the kind is not known. The message has the value and the accepted ones.
#[wasm_bindgen]
pub fn shortlist(requirements: &JsValue, kind: &JsValue) -> Result<JsValue, JsError> {
    let all = catalogue();
    let kind = string_or_list("shortlist", "kind", kind)?;
    let kind = url_state::parse_kind(kind.as_deref()).map_err(|error| unknown_id_error("shortlist", &error))?;
    let written = if requirements.is_object() && !js_sys::Array::is_array(requirements) {
        entries_to_list(requirements.unchecked_ref())
    } else {
        string_or_list("shortlist", "requirements", requirements)?.unwrap_or_default()
    };
    let texts: Vec<&str> = gpf_domain::comparison::split_list(&written).collect();
    let requirements = all.choose_requirements(kind, &texts).map_err(|error| unknown_id_error("shortlist", &error))?;
    to_js_object(&all.shortlist(kind, &requirements))
}

fn set(all: &Catalogue, selection: &mut Selection, function: &str, option: &str, value: &str) -> Result<(), JsError> {
    // For this kind only, because the other kind cannot be selected later.
    url_state::set_for_kind(all, selection, selection.kind, option, Some(value))
        .map_err(|error| unknown_id_error(function, &error))
}

fn unknown_id_error(function: &str, error: &UnknownId) -> JsError {
    api_error(function, &error.to_string())
}

/// A string, or a list of strings joined with commas. `None` if there is no value.
fn string_or_list(function: &str, name: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if let Some(text) = value.as_string() {
        return Ok(Some(text));
    }
    let is_list = js_sys::Array::is_array(value);
    let texts = is_list.then(|| js_sys::Array::from(value).iter().map(|it| it.as_string()).collect::<Option<Vec<_>>>());
    let texts = texts.flatten();
    let refused = || api_error(function, &[name, " must be a string or an array of strings"].concat());
    texts.map(|texts| Some(texts.join(","))).ok_or_else(refused)
}

/// `{ a: "yes", b: "no" }` as `a=yes,b=no`.
fn entries_to_list(object: &js_sys::Object) -> String {
    let mut text = String::new();
    for key in js_sys::Object::keys(object).iter() {
        let value = js_sys::Reflect::get(object, &key).ok().and_then(|value| value.as_string());
        for part in [&*key.as_string().unwrap_or_default(), "=", &*value.unwrap_or_default(), ","] {
            text.push_str(part);
        }
    }
    text
}
