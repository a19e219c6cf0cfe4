//! `gpf:payload`, the module through which the loader imports data, styles and wasm.

use std::fmt::Write;

use anyhow::Result;
use serde_json::Value;

use super::edition::Edition;
use super::fallback::Fallback;
use crate::project::VERSION;

/// The parts of a script besides loader and glue.
pub(crate) struct Payload<'a> {
    /// The federations, packed: outside the wasm, so that the fallback can refer to their cells.
    pub(crate) federations: &'a str,
    /// The sources, packed.
    pub(crate) sources: &'a str,
    /// The legal forms in the text format that the wasm reads.
    pub(crate) legal_forms: &'a str,
    /// The names of the federations by legal form, in the text format that the wasm reads.
    pub(crate) names: &'a str,
    /// The postcode districts in the text format that the wasm reads.
    pub(crate) districts: &'a str,
    /// The fallbacks.
    pub(crate) fallback: &'a Fallback,
}

/// The module's text for one of the scripts. `wasm` is base64 of gzip of the rows of its wasm, `css` the style sheet of
/// its shadow roots. Parts that its elements do not need are empty.
///
/// The order matters, because gzip looks back 32 kB. A fallback repeats the texts of its data, the first view has the
/// classes of the style sheet, and the guide contains similar texts to the legal forms.
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
    export("firstView", &text(finder, &payload.fallback.first_view))?;
    export("legalForms", &text(comparison, payload.legal_forms))?;
    export("guide", &text(guide, &payload.fallback.guide))?;
    export("sources", &text(finder, payload.sources))?;
    export("names", &text(comparison, payload.names))?;
    export("federations", &text(finder, payload.federations))?;
    export("finderFallback", &text(finder, &payload.fallback.finder))?;
    export("comparisonFallback", &text(comparison, &payload.fallback.comparison))?;
    Ok(module)
}
