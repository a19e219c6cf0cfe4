//! The layout check at the end of every test: no element of ours is collapsed, cut off, overlapping or unreadable.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::all_elements::TAGS;
use super::browser::Browser;
use super::geometry_rule::Rule;

const CHECK: &str = concat!(include_str!("geometry.js"), "return findProblems(...arguments);");

/// The maximum number of problems in a message.
const MAX: usize = 15;

/// A problem that a rule found.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GeometryFinding {
    pub(crate) rule: Rule,
    /// The element, after the element of ours that contains it.
    #[serde(rename = "where")]
    pub(crate) place: String,
    /// The measured values.
    pub(crate) what: String,
}

impl Browser {
    /// Exempts this test from a rule of the geometry check, for this reason.
    pub(crate) fn exempt_from_geometry(&mut self, rule: Rule, reason: &'static str) {
        assert!(reason.contains(' '), "the reason is a sentence");
        self.exempt.push(rule);
    }

    /// Measures all elements of ours on the page, in the page around it and in the frames inside, if the origin is
    /// accessible.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn geometry(&self) -> Result<Vec<GeometryFinding>> {
        let result = self.driver().execute(CHECK, [json!(TAGS)]).await.context("the geometry check did not run")?;
        result.convert().with_context(|| format!("what the geometry check found was {}", result.json()))
    }

    /// Checks at the end of every test that users see no layout problem.
    ///
    /// # Errors
    /// Returns an error if there is one, with the elements, the rules and the measured values.
    pub(crate) async fn check_geometry(&self) -> Result<()> {
        let found = self.geometry().await?;
        let found: Vec<GeometryFinding> = found.into_iter().filter(|it| !self.exempt.contains(&it.rule)).collect();
        let mut text = String::new();
        for GeometryFinding { rule, place, what } in found.iter().take(MAX) {
            let _ = write!(text, "\n    {rule:?}: {place}: {what}");
        }
        if found.len() > MAX {
            let _ = write!(text, "\n    and {} more", found.len() - MAX);
        }
        ensure!(found.is_empty(), "what the page shows is not as it should be:{text}");
        Ok(())
    }
}
