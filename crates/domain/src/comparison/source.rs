//! The documents that findings cite.

use serde::{Deserialize, Serialize};

/// A document that findings or case studies cite. `null` means "not known".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CitedSource {
    /// Unique, kebab-case.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its http or https address.
    pub url: Option<String>,
    /// The day it was last read: `YYYY-MM-DD`.
    pub checked_on: Option<String>,
}
