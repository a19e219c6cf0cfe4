//! The role and name that the engine exposes to screen readers for a control.

use anyhow::{Result, ensure};
use thirtyfour::WebElement;

use super::browser::Browser;
use super::finder::Finder;

/// Everything that can be used by keyboard, if it is shown.
const CONTROLS: &str = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/// Native controls without an ARIA role: each engine exposes them in its own way.
const WITHOUT_ROLE: [&str; 2] = ["<summary", "<input type=\"color\""];

/// A role, and the other names that engines use for the native element.
const OTHER_WORDS: [(&str, &[&str]); 3] = [
    // WebKit exposes it as a button that opens a menu.
    ("combobox", &["button"]),
    ("summary", &["DisclosureTriangle", "button", ""]),
    ("img", &["image"]),
];

impl Browser {
    /// Checks that the engine exposes this role and this name. A `name` that ends in "…" is a prefix.
    ///
    /// # Errors
    /// Returns an error if the role or the name is different.
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

    /// Checks that each of these controls has a name and an expected role.
    ///
    /// # Errors
    /// Returns an error, which shows the control, if one has not.
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

    /// Every control of the page that is shown and exposed to screen readers, except those in shadow roots.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn controls_shown(&self) -> Result<Vec<WebElement>> {
        let body = "return [...document.querySelectorAll(arguments[0])]
            .filter((it) => it.checkVisibility() && !it.closest('[aria-hidden=true]'))";
        Ok(self.driver().execute(body, [CONTROLS.into()].as_slice()).await?.elements()?)
    }
}

impl Finder {
    /// Every visible control inside the element.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn controls_shown(&self) -> Result<Vec<WebElement>> {
        let body = "return [...root.querySelectorAll(args[0])].filter((it) => it.checkVisibility())";
        Ok(self.execute(body, &[CONTROLS.into()]).await?.elements()?)
    }

    /// Checks that the first match of each selector is exposed with this role and this name.
    ///
    /// # Errors
    /// Returns an error, which names the element, if the role or the name is different.
    pub(crate) async fn has_roles_and_names(&self, b: &Browser, expected: &[(&str, &str, &str)]) -> Result<()> {
        for (css, role, name) in expected {
            b.has_role_and_name(&self.find(css).await?, role, name)
                .await
                .map_err(|error| error.context(css.to_string()))?;
        }
        Ok(())
    }
}
