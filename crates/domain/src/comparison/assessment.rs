//! Whether a form or model meets the requirements of a group.

use serde::Serialize;

use super::{Answer, Cell, Finding, Requirement, Subject};
use crate::named_enum;

named_enum! {
    /// Whether a form or a model meets the requirements.
    #[derive(Debug, Hash, Serialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum Verdict {
        /// It meets the requirements, perhaps under a condition.
        Fits => "fits", "Fits";
        /// It cannot meet the requirements: ruled out.
        Conflicts => "conflicts", "Does not fit";
        /// The sources do not state whether it meets the requirements. It is not ruled out.
        NotStated => "not-stated", "Not enough information";
    }
}

/// The assessment of one form or model against all requirements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Assessment<'a> {
    /// The form or model.
    pub subject: &'a Subject,
    /// `Conflicts` if any requirement has this verdict. Otherwise `NotStated` if any has that one. Otherwise `Fits`.
    pub verdict: Verdict,
    /// A reason for each requirement, in their order.
    pub reasons: Vec<Reason<'a>>,
}

/// The assessment of one form or model against one requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Reason<'a> {
    /// The requirement.
    pub requirement: Requirement,
    /// The verdict for this requirement alone.
    pub verdict: Verdict,
    /// Whether it fits only under the condition in the cell.
    pub conditional: bool,
    /// The answer that decides.
    pub cell: &'a Cell,
    /// The findings with evidence. Empty only if the sources do not state it.
    pub findings: Vec<&'a Finding>,
}

impl Assessment<'_> {
    /// Whether it fits only under a condition of one of its answers.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.verdict == Verdict::Fits && self.reasons.iter().any(|reason| reason.conditional)
    }

    /// The verdict as the label that people read.
    #[must_use]
    pub fn label(&self) -> &'static str {
        label(self.verdict, self.is_conditional())
    }

    /// The most important reasons: those that rule it out or, if it is not ruled out, those that the sources do not
    /// state or that have conditions.
    #[must_use]
    pub fn decisive(&self) -> Vec<&Reason<'_>> {
        let is_out = self.verdict == Verdict::Conflicts;
        let decides = |it: &&Reason<'_>| {
            if is_out { it.verdict == Verdict::Conflicts } else { it.conditional || it.verdict == Verdict::NotStated }
        };
        self.reasons.iter().filter(decides).collect()
    }

    /// The verdict with its numbers, for a tag: "Fits all 4", "Fits, 1 condition", "2 not stated", "Ruled out by 1".
    #[must_use]
    pub fn tag(&self) -> String {
        let having = |verdict| self.reasons.iter().filter(|it| it.verdict == verdict).count();
        let conditions = self.reasons.iter().filter(|it| it.conditional).count();
        match self.verdict {
            // Two requirements can exclude each other, whatever the form.
            Verdict::Conflicts if having(Verdict::Conflicts) == 0 => "Ruled out".to_owned(),
            Verdict::Conflicts => ["Ruled out by ", &having(Verdict::Conflicts).to_string()].concat(),
            Verdict::NotStated => [&having(Verdict::NotStated).to_string(), " not stated"].concat(),
            Verdict::Fits if conditions == 1 => "Fits, 1 condition".to_owned(),
            Verdict::Fits if conditions > 1 => ["Fits, ", &conditions.to_string(), " conditions"].concat(),
            Verdict::Fits if self.reasons.len() == 1 => Verdict::Fits.label().to_owned(),
            Verdict::Fits => ["Fits all ", &self.reasons.len().to_string()].concat(),
        }
    }

    /// The sort key: how far it is from an unconditional fit. Items with the same key stay in the catalogue's order,
    /// because nothing is ranked.
    pub(super) fn distance(&self) -> u8 {
        match self.verdict {
            Verdict::Fits => u8::from(self.is_conditional()),
            Verdict::NotStated => 2,
            Verdict::Conflicts => 3,
        }
    }
}

impl Reason<'_> {
    /// The verdict for this requirement as the label that people read.
    #[must_use]
    pub fn label(&self) -> &'static str {
        // "Not stated" makes sense for a single requirement, but not for all of them together.
        if self.verdict == Verdict::NotStated {
            return Answer::NotStated.label();
        }
        label(self.verdict, self.conditional)
    }
}

fn label(verdict: Verdict, is_conditional: bool) -> &'static str {
    if is_conditional && verdict == Verdict::Fits { "Fits with conditions" } else { verdict.label() }
}
