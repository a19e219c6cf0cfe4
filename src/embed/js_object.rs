//! Errors and results of `window.gpFederations`, as JavaScript values.

use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(any(feature = "finder", feature = "comparison"))]
pub(super) fn api_error(function: &str, why: &str) -> JsError {
    JsError::new(&["gpFederations.", function, ": ", why].concat())
}

pub(super) fn to_js_object(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// A query as an object with some of these properties; an empty one where there is none.
#[cfg(any(feature = "finder", feature = "comparison"))]
pub(super) fn query_object(function: &str, value: &JsValue, names: &[&str]) -> Result<js_sys::Object, JsError> {
    if value.is_undefined() {
        return Ok(js_sys::Object::new());
    }
    let accepted = names.join(", ");
    // Not `instanceof`: an object of another frame has another `Object`.
    if !value.is_object() {
        return Err(api_error(function, &["the query must be an object. Its properties can be: ", &accepted].concat()));
    }
    let object: &js_sys::Object = value.unchecked_ref();
    let unknown =
        js_sys::Object::keys(object).iter().filter_map(|key| key.as_string()).find(|key| !names.contains(&&**key));
    match unknown {
        Some(unknown) => {
            Err(api_error(function, &["\"", &unknown, "\" is not recognised. Use one of: ", &accepted].concat()))
        }
        None => Ok(object.clone()),
    }
}
