//! `gpf:payload`, the module through which the loader gets at all that is not code of its own.

use std::fmt::Write;

use anyhow::Result;

use super::fallback::Fallback;
use crate::project::VERSION;

/// What goes into the one script besides loader and glue.
pub(crate) struct Payload<'a> {
    /// The wasm as base64 of gzip of its rows.
    pub(crate) wasm: &'a str,
    /// The style sheet of every shadow root.
    pub(crate) css: &'a str,
    /// The federations, packed: outside the wasm, so that the fallback can refer to their cells.
    pub(crate) federations: &'a str,
    /// The sources, packed.
    pub(crate) sources: &'a str,
    /// The legal forms as the text that the wasm reads.
    pub(crate) legal_forms: &'a str,
    /// The postcode districts as the text that the wasm reads.
    pub(crate) districts: &'a str,
    /// What is shown where the wasm can't run.
    pub(crate) fallback: &'a Fallback,
}

/// The module's text.
///
/// The order matters: gzip looks back 32 kB. A fallback repeats what stands in its data, and the guide speaks of the same
/// as the legal forms.
pub(crate) fn module(payload: &Payload<'_>) -> Result<String> {
    let mut module = String::new();
    let mut export = |name: &str, value: &serde_json::Value| writeln!(module, "export const {name} = {value};");
    export("version", &VERSION.into())?;
    export("wasm", &payload.wasm.into())?;
    export("css", &payload.css.into())?;
    let Fallback { finder, comparison, guide } = payload.fallback;
    export("districts", &payload.districts.into())?;
    export("legalForms", &payload.legal_forms.into())?;
    export("guide", &guide.as_str().into())?;
    export("sources", &payload.sources.into())?;
    export("federations", &payload.federations.into())?;
    export("finderFallback", &finder.as_str().into())?;
    export("comparisonFallback", &comparison.as_str().into())?;
    Ok(module)
}
