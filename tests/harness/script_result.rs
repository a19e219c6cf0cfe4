//! What scripts of the tests return.

use anyhow::{Context, Result};
use browser_tests::excerpt::excerpt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::session::scriptret::ScriptRet;

use super::waiting::SHOWN;

/// What a script returned.
///
/// # Errors
/// When it is something else than asked for; shows the beginning of it.
pub(crate) fn converted<T: DeserializeOwned>(result: &ScriptRet) -> Result<T> {
    result.convert().with_context(|| came_back(result.json()))
}

pub(super) fn came_back(value: &Value) -> String {
    format!("what came back was {}", excerpt(&value.to_string(), SHOWN))
}
