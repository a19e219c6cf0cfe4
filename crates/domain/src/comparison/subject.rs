//! The subjects of the comparison: legal forms, which are compared with each other, and collaboration models, which are
//! too.

use serde::{Deserialize, Serialize};

use crate::named_enum;

named_enum! {
    /// The two kinds of subjects. Each is only compared with its own kind.
    #[derive(Debug, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum SubjectKind {
        /// A legal form: the legal organisation of a federation.
        Form => "form", "legal form";
        /// A collaboration model: the way in which its practices work together.
        Model => "model", "way of working together";
    }
}

/// A legal form or a collaboration model. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Subject {
    /// Unique, kebab-case. The id of a form is the `legalForm` of the federations that have it.
    pub id: String,
    /// Whether it is a form or a model.
    pub kind: SubjectKind,
    /// Its name, in the singular.
    pub name: String,
    /// The short name for narrow places. `None` if its name is short enough.
    pub short_name: Option<String>,
    /// Other names and abbreviations.
    pub also_called: Vec<String>,
    /// A description in 1 or 2 sentences.
    pub summary: String,
    /// A note about all of its answers.
    pub note: Option<String>,
}

impl Subject {
    /// The short name for narrow places.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}
