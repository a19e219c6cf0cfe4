//! axe-core, run in the page through the driver, so that no policy of the page blocks it.

use std::fmt::Write as _;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::excerpt::excerpt;
use serde::Deserialize;

use super::browser::Browser;
use super::folders::project_folder;

/// Rules of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. `region` is off: it requires that all content
/// of a *page* is in landmarks, which is the responsibility of the host page.
const RUN: &str = r#"
const { violations } = await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { region: { enabled: false } },
  resultTypes: ["violations"],
});
return violations.map(({ id, help, nodes }) => ({
  id,
  help,
  targets: nodes.map(({ target, html }) => `${target.flat().join(" ")}  ${html.slice(0, 160)}`),
}));
"#;

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    targets: Vec<String>,
}

impl Browser {
    /// Runs axe on the whole page, including shadow roots.
    ///
    /// # Errors
    /// Returns an error if axe finds a violation, with the state, the rule and the elements.
    pub(crate) async fn check_accessibility(&self, state: &str) -> Result<()> {
        let body = format!("if (!window.axe) {{ {} }}\n{RUN}", source()?);
        // The outer errors only repeat that this happened in the page, and the first lines of the script.
        let violations: Vec<Violation> = self
            .js_async(&body, &[])
            .await
            .map_err(|error| anyhow!("axe did not run, {state}: {}", excerpt(&error.root_cause().to_string(), 1000)))?;
        let mut text = String::new();
        for violation in &violations {
            let _ = write!(text, "\n    {}: {}", violation.id, violation.help);
            for target in &violation.targets {
                let _ = write!(text, "\n      {target}");
            }
        }
        ensure!(violations.is_empty(), "axe, {state}:{text}");
        Ok(())
    }
}

fn source() -> Result<&'static str> {
    static SOURCE: OnceLock<String> = OnceLock::new();
    if let Some(source) = SOURCE.get() {
        return Ok(source);
    }
    let file = project_folder().join("node_modules/axe-core/axe.min.js");
    let text = std::fs::read_to_string(file).context("axe-core is not installed: run `cargo xtask setup`")?;
    Ok(SOURCE.get_or_init(|| text))
}
