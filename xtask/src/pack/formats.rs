//! The data in open formats, for others to use.

use anyhow::Result;
use gpf_core::directory::{Directory, FederationRecord};

/// `federations.json`: every federation as the API hands it out.
pub(crate) fn json(directory: &Directory) -> Result<String> {
    let rows = 0..u32::try_from(directory.len())?;
    let records: Vec<FederationRecord<'_>> = rows.map(|row| directory.federation(row).record()).collect();
    pretty(&records)
}

/// `federations.schema.json`: what holds for `federations.json`, as JSON Schema (2020-12).
pub(crate) fn schema() -> Result<String> {
    let mut schema = schemars::schema_for!(Vec<FederationRecord<'static>>);
    schema.insert("title".to_owned(), "GP federations in England".into());
    pretty(&schema)
}

/// A record, a list of them or a schema, as JSON that people can read.
pub(crate) fn pretty(value: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
