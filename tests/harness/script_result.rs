//! Return values of the tests' scripts.

use anyhow::{Context, Result};
use browser_tests::excerpt::excerpt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::session::scriptret::ScriptRet;

use super::waiting::SHOWN;

/// Converts the return value of a script.
///
/// # Errors
/// Returns an error, which shows the beginning of the value, if the value has another type.
pub(crate) fn converted<T: DeserializeOwned>(result: &ScriptRet) -> Result<T> {
    result.convert().with_context(|| came_back(result.json()))
}

pub(super) fn came_back(value: &Value) -> String {
    format!("what came back was {}", excerpt(&value.to_string(), SHOWN))
}
