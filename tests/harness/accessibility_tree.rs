//! What a screen reader is told of a control: its role and its name, as the engine computes them.

use anyhow::{Result, ensure};
use thirtyfour::WebElement;

use super::browser::Browser;
use super::finder::Finder;

/// What can be used by keyboard, as far as it is shown.
const CONTROLS: &str = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/// Native controls that ARIA has no role for: the engine tells screen readers of them in its own way.
const WITHOUT_ROLE: [&str; 2] = ["<summary", "<input type=\"color\""];

/// A role, and what engines call it that have another word for the native element.
const OTHER_WORDS: [(&str, &[&str]); 3] = [
    // WebKit's is a button that opens a menu.
    ("combobox", &["button"]),
    ("summary", &["DisclosureTriangle", "button", ""]),
    ("img", &["image"]),
];

impl Browser {
    /// The engine gives this element this role and this name, or one that begins so where `name` ends in "…".
    ///
    /// # Errors
    /// When it gives another.
    pub(crate) async fn has_role_and_name(&self, element: &WebElement, role: &str, name: &str) -> Result<()> {
        let (its_role, its_name) = self.spoken(element).await?;
        let others = OTHER_WORDS.iter().find(|(word, _)| *word == role).map_or(&[][..], |(_, others)| others);
        let is_name = name.strip_suffix('…').map_or(its_name == name, |start| its_name.starts_with(start));
        ensure!(
            (its_role == role || others.contains(&&*its_role)) && is_name,
            "\"{its_role}\" \"{its_name}\" is spoken instead of \"{role}\" \"{name}\""
        );
        Ok(())
    }

    /// Each of these controls has a role that says what it is, and a name.
    ///
    /// # Errors
    /// When one has not; shows it.
    pub(crate) async fn all_named(&self, controls: &[WebElement]) -> Result<()> {
        ensure!(!controls.is_empty(), "there are no controls");
        for control in controls {
            let (role, name) = self.spoken(control).await?;
            let has_role = !["", "generic", "none", "presentation"].contains(&&*role);
            let html = control.outer_html().await?;
            ensure!(
                !name.is_empty() && (has_role || WITHOUT_ROLE.iter().any(|start| html.starts_with(start))),
                "\"{role}\" \"{name}\" is spoken for {html}"
            );
        }
        Ok(())
    }

    async fn spoken(&self, element: &WebElement) -> Result<(String, String)> {
        let name = self.name(element).await?;
        Ok((self.role(element).await?, name.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// Every control of the page that is shown and spoken, but for those in shadow roots.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn controls_shown(&self) -> Result<Vec<WebElement>> {
        let body = "return [...document.querySelectorAll(arguments[0])]
            .filter((it) => it.checkVisibility() && !it.closest('[aria-hidden=true]'))";
        Ok(self.driver().execute(body, [CONTROLS.into()].as_slice()).await?.elements()?)
    }
}

impl Finder {
    /// Every control inside that is shown.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn controls_shown(&self) -> Result<Vec<WebElement>> {
        let body = "return [...root.querySelectorAll(args[0])].filter((it) => it.checkVisibility())";
        Ok(self.execute(body, &[CONTROLS.into()]).await?.elements()?)
    }

    /// The first element that each of these selectors finds is spoken as this role with this name.
    ///
    /// # Errors
    /// When one is spoken otherwise; names it.
    pub(crate) async fn has_roles_and_names(&self, b: &Browser, expected: &[(&str, &str, &str)]) -> Result<()> {
        for (css, role, name) in expected {
            b.has_role_and_name(&self.find(css).await?, role, name)
                .await
                .map_err(|error| error.context(css.to_string()))?;
        }
        Ok(())
    }
}
