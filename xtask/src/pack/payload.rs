//! `gpf:payload`, the module through which the loader gets at all that is not code of its own.

use std::fmt::Write;

use anyhow::Result;
use serde_json::Value;

use super::edition::Edition;
use super::fallback::Fallback;
use crate::project::VERSION;

/// What goes into a script besides loader and glue.
pub(crate) struct Payload<'a> {
    /// The federations, packed: outside the wasm, so that the fallback can refer to their cells.
    pub(crate) federations: &'a str,
    /// The sources, packed.
    pub(crate) sources: &'a str,
    /// The legal forms as the text that the wasm reads.
    pub(crate) legal_forms: &'a str,
    /// The names of the federations by legal form, as the text that the wasm reads.
    pub(crate) names: &'a str,
    /// The postcode districts as the text that the wasm reads.
    pub(crate) districts: &'a str,
    /// What is shown where the wasm cannot run.
    pub(crate) fallback: &'a Fallback,
}

/// The module's text for one of the scripts. `wasm` is base64 of gzip of the rows of its wasm, `css` the style sheet
/// of its shadow roots. What its elements do not need is empty.
///
/// The order matters: gzip looks back 32 kB. A fallback repeats what stands in its data, and the guide speaks of the same
/// as the legal forms.
pub(crate) fn module(edition: Edition, wasm: &str, css: &str, payload: &Payload<'_>) -> Result<String> {
    let mut module = String::new();
    let mut export = |name: &str, value: &Value| writeln!(module, "export const {name} = {value};");
    let [finder, comparison, guide] = Edition::PARTS.map(|element| edition.has(element));
    let text = |is_needed: bool, text: &str| Value::from(if is_needed { text } else { "" });
    export("version", &VERSION.into())?;
    export("kinds", &edition.kinds().into())?;
    export("wasm", &wasm.into())?;
    export("css", &css.into())?;
    export("districts", &text(finder, payload.districts))?;
    export("legalForms", &text(comparison, payload.legal_forms))?;
    export("guide", &text(guide, &payload.fallback.guide))?;
    export("sources", &text(finder, payload.sources))?;
    export("names", &text(comparison, payload.names))?;
    export("federations", &text(finder, payload.federations))?;
    export("finderFallback", &text(finder, &payload.fallback.finder))?;
    export("comparisonFallback", &text(comparison, &payload.fallback.comparison))?;
    Ok(module)
}
