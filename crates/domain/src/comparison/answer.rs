//! The answer of a form or a model to a question.

use serde::{Deserialize, Serialize};

use crate::named_enum;

named_enum! {
    /// The answer of a form or a model to a question.
    #[derive(Debug, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum Answer {
        /// Yes.
        Yes => "yes", "Yes";
        /// No.
        No => "no", "No";
        /// Yes under a condition, which is in the cell.
        Depends => "depends", "It depends";
        /// The sources do not state it.
        NotStated => "not-stated", "Not stated in the sources";
    }
}
