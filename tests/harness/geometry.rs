//! What every test ends with beside the empty console: nothing of ours collapsed, cut off, overlapping or unreadable.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::all_elements::TAGS;
use super::browser::Browser;
use super::geometry_rule::Rule;

const CHECK: &str = concat!(include_str!("geometry.js"), "return findProblems(...arguments);");

/// So many lines of a message are enough.
const MAX: usize = 15;

/// What a rule found.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    /// The element, after the element of ours that it is in.
    #[serde(rename = "where")]
    pub(crate) place: String,
    /// What is wrong, in numbers.
    pub(crate) what: String,
}

impl Browser {
    /// This test shows something that breaks a rule of the geometry check on purpose, for this reason.
    pub(crate) fn exempt_from_geometry(&mut self, rule: Rule, reason: &'static str) {
        assert!(reason.contains(' '), "the reason is a sentence");
        self.exempt.push(rule);
    }

    /// Measures all elements of ours on the page, in the page around it and in the frames inside, as far as they may be
    /// looked at.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn geometry(&self) -> Result<Vec<Finding>> {
        let result = self.driver().execute(CHECK, [json!(TAGS)]).await.context("the geometry check did not run")?;
        result.convert().with_context(|| format!("what the geometry check found was {}", result.json()))
    }

    /// Every test ends with this: nothing that a reader would see is wrong.
    ///
    /// # Errors
    /// When something is; names the elements, the rules and the numbers.
    pub(crate) async fn check_geometry(&self) -> Result<()> {
        let found = self.geometry().await?;
        let found: Vec<Finding> = found.into_iter().filter(|it| !self.exempt.contains(&it.rule)).collect();
        let mut text = String::new();
        for Finding { rule, place, what } in found.iter().take(MAX) {
            let _ = write!(text, "\n    {rule:?}: {place}: {what}");
        }
        if found.len() > MAX {
            let _ = write!(text, "\n    and {} more", found.len() - MAX);
        }
        ensure!(found.is_empty(), "what the page shows is not as it should be:{text}");
        Ok(())
    }
}
