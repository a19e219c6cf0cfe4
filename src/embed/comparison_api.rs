//! `compare` and `shortlist` of `window.gpFederations`.

use gpf_core::comparison::{Catalogue, UnknownId};
use wasm_bindgen::prelude::*;

use super::api::{refuse, to_plain};
use super::start::catalogue;
use crate::comparison::link;
use crate::comparison::state::Asked;

/// Puts forms or models side by side, as the comparison does. What is left out is at its default: all of them, on all
/// questions.
///
/// # Errors
///
/// Where the query isn't an object with known names and values; the message says which and what is accepted.
#[wasm_bindgen]
pub fn compare(query: &JsValue) -> Result<JsValue, JsError> {
    const NAMES: [&str; 4] = ["kind", "forms", "criteria", "onlyDifferences"];
    let all = catalogue();
    let mut asked = Asked::at_first(&all);
    let query = object("compare", query, &NAMES)?;
    let value = |name: &str| js_sys::Reflect::get(&query, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let kind = list("compare", "kind", &value("kind"))?;
    asked.kind = link::kind(kind.as_deref()).map_err(|error| wrong("compare", &error))?;
    let forms = list("compare", "forms", &value("forms"))?.unwrap_or_else(|| "all".to_owned());
    set(&all, &mut asked, "compare", "forms", &forms)?;
    let criteria = list("compare", "criteria", &value("criteria"))?.unwrap_or_default();
    set(&all, &mut asked, "compare", "criteria", &criteria)?;
    let side = asked.side();
    let ids: Vec<&str> = side.chosen.iter().map(|id| &**id).collect();
    let subjects = all.choose_subjects(asked.kind, &ids).map_err(|error| wrong("compare", &error))?;
    let mut criteria: Vec<_> = all.criteria(asked.kind).collect();
    criteria.retain(|it| side.criteria.is_empty() || side.criteria.contains(&it.id));
    if value("onlyDifferences").is_truthy() {
        let matrix = all.matrix(&subjects, &criteria);
        criteria = matrix.rows.iter().filter(|row| row.differs).map(|row| row.criterion).collect();
    }
    to_plain(&all.matrix(&subjects, &criteria))
}

/// Says how each form or model stands to requirements: a list such as `["asset-lock=yes"]` or an object such as
/// `{ "asset-lock": "yes" }`.
///
/// # Errors
///
/// Where a requirement or the kind isn't known; the message says which and what is accepted.
#[wasm_bindgen]
pub fn shortlist(requirements: &JsValue, kind: &JsValue) -> Result<JsValue, JsError> {
    let all = catalogue();
    let kind = list("shortlist", "kind", kind)?;
    let kind = link::kind(kind.as_deref()).map_err(|error| wrong("shortlist", &error))?;
    let written = if requirements.is_object() && !js_sys::Array::is_array(requirements) {
        pairs(requirements.unchecked_ref())
    } else {
        list("shortlist", "requirements", requirements)?.unwrap_or_default()
    };
    let texts: Vec<&str> = gpf_core::comparison::split_list(&written).collect();
    let wanted = all.choose_requirements(kind, &texts).map_err(|error| wrong("shortlist", &error))?;
    to_plain(&all.shortlist(kind, &wanted))
}

fn set(all: &Catalogue, asked: &mut Asked, function: &str, option: &str, value: &str) -> Result<(), JsError> {
    // Of this kind only: there is no later in which the other could be asked for.
    link::set_of(all, asked, asked.kind, option, Some(value)).map_err(|error| wrong(function, &error))
}

fn wrong(function: &str, error: &UnknownId) -> JsError {
    refuse(function, &error.to_string())
}

fn object(function: &str, value: &JsValue, names: &[&str]) -> Result<js_sys::Object, JsError> {
    if value.is_undefined() {
        return Ok(js_sys::Object::new());
    }
    let accepted = names.join(", ");
    // Not `instanceof`: an object of another frame has another `Object`.
    if !value.is_object() {
        return Err(refuse(function, &["the query must be an object. Its properties can be: ", &accepted].concat()));
    }
    let object: &js_sys::Object = value.unchecked_ref();
    let unknown =
        js_sys::Object::keys(object).iter().filter_map(|key| key.as_string()).find(|key| !names.contains(&&**key));
    match unknown {
        Some(unknown) => {
            Err(refuse(function, &["\"", &unknown, "\" is not recognised. Use one of: ", &accepted].concat()))
        }
        None => Ok(object.clone()),
    }
}

/// A text, or a list of texts between commas; `None` where nothing is given.
fn list(function: &str, name: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if let Some(text) = value.as_string() {
        return Ok(Some(text));
    }
    let is_list = js_sys::Array::is_array(value);
    let texts = is_list.then(|| js_sys::Array::from(value).iter().map(|it| it.as_string()).collect::<Option<Vec<_>>>());
    let texts = texts.flatten();
    let refused = || refuse(function, &[name, " must be a string or an array of strings"].concat());
    texts.map(|texts| Some(texts.join(","))).ok_or_else(refused)
}

/// `{ a: "yes", b: "no" }` as `a=yes,b=no`.
fn pairs(object: &js_sys::Object) -> String {
    let mut text = String::new();
    for key in js_sys::Object::keys(object).iter() {
        let value = js_sys::Reflect::get(object, &key).ok().and_then(|value| value.as_string());
        for part in [&*key.as_string().unwrap_or_default(), "=", &*value.unwrap_or_default(), ","] {
            text.push_str(part);
        }
    }
    text
}
