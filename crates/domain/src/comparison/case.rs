//! Case studies of real organisations.

use serde::{Deserialize, Serialize};

use crate::named_enum;

named_enum! {
    /// The evidence that an organisation is an example of a form or a model.
    #[derive(Debug, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum LinkBasis {
        /// The source states it.
        Stated => "stated";
        /// We inferred it from the source. The link's note explains how.
        Inferred => "inferred";
    }
}

/// A real organisation that is an example of forms and models. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Case {
    /// Unique, kebab-case.
    pub id: String,
    /// The organisation's name.
    pub name: String,
    /// The place where it works.
    pub place: String,
    /// A description in one sentence.
    pub summary: String,
    /// A note about the whole case study.
    pub note: Option<String>,
    /// The forms and models that it is an example of; empty if the source names none.
    pub links: Vec<CaseLink>,
    /// Its id in the directory of federations, if it is listed there.
    pub federation: Option<String>,
    /// The id of its source.
    pub source: String,
    /// The date of the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The number of points about it in the source.
    pub items: u32,
    /// The numbers in the source.
    pub figures: Vec<Figure>,
    /// The other statements in the source.
    pub facts: Vec<CaseFact>,
}

impl Case {
    /// Whether it is an example of this form or model.
    #[must_use]
    pub fn is_of(&self, subject: &str) -> bool {
        self.links.iter().any(|link| link.subject == subject)
    }
}

/// The link from a case to a form or a model. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaseLink {
    /// The id of the form or model.
    pub subject: String,
    /// The evidence for the link.
    pub basis: LinkBasis,
    /// The part of its work that the link is about, or how it was inferred.
    pub note: Option<String>,
}

/// A number in a case study. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Figure {
    /// The number of the point in the source, counted from 1.
    pub item: u32,
    /// A label for the number.
    pub label: String,
    /// The number, in units of `unit`. If the unit is `year`, it is a calendar year, which has no thousands separator.
    pub value: u32,
    /// The unit, in the plural.
    pub unit: String,
    /// A word before the number, such as "over".
    pub qualifier: Option<String>,
    /// A note about the number.
    pub note: Option<String>,
}

/// A statement in a case study. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaseFact {
    /// The number of the point in the source, counted from 1.
    pub item: u32,
    /// The statement.
    pub text: String,
    /// A note on what has changed since.
    pub note: Option<String>,
}
