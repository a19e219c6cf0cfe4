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
