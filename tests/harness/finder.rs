//! The finder as a user sees it: its search box, filters and rows.

use anyhow::{Context, Result, ensure};
use browser_tests::excerpt::excerpt;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, WebElement};

use super::browser::eventually;
use super::click::click;
use super::script_result::converted;
use super::waiting::COMMAND_LIMIT;
use super::waiting::{SHOWN, within};

/// One `<gp-federation-finder>` of the page.
pub(crate) struct Finder {
    host: WebElement,
}

/// A federation in the list, as shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Finder {
    pub(crate) fn new(host: WebElement) -> Self {
        Self { host }
    }

    /// Runs a function body with `host` (the element), `root` (its shadow root) and `args`.
    ///
    /// # Errors
    /// Returns an error if the function throws, or its result has another type.
    pub(crate) async fn js<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        converted(&self.execute(body, arguments).await?)
    }

    pub(super) async fn execute(
        &self,
        body: &str,
        arguments: &[Value],
    ) -> Result<thirtyfour::session::scriptret::ScriptRet> {
        let script = format!("const [host, ...args] = arguments, root = host.shadowRoot; {body}");
        let mut all = vec![self.host.to_json()?];
        all.extend_from_slice(arguments);
        let result = within(COMMAND_LIMIT, self.host.handle().execute(script, all)).await;
        result.and_then(|it| Ok(it?)).with_context(|| format!("in the finder: {}", excerpt(body, SHOWN)))
    }

    /// The first matching element inside.
    ///
    /// # Errors
    /// Returns an error if no element matches.
    pub(crate) async fn find(&self, css: &str) -> Result<WebElement> {
        let result = self.execute("return root.querySelector(args[0])", &[css.into()]).await?;
        ensure!(!result.json().is_null(), "nothing in the finder matches {css}");
        Ok(result.element()?)
    }

    /// The number of matching elements inside.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn count(&self, css: &str) -> Result<usize> {
        self.js("return root.querySelectorAll(args[0]).length", &[css.into()]).await
    }

    /// The texts of all matching elements inside, with normalised spaces.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn texts(&self, css: &str) -> Result<Vec<String>> {
        self.js(
            "return [...root.querySelectorAll(args[0])]
                 .map(({ textContent }) => textContent.replace(/\\s+/g, ' ').trim());",
            &[css.into()],
        )
        .await
    }

    /// The text of the first matching element inside.
    ///
    /// # Errors
    /// Returns an error if no element matches.
    pub(crate) async fn text(&self, css: &str) -> Result<String> {
        let texts = self.texts(css).await?;
        texts.into_iter().next().with_context(|| format!("nothing in the finder matches {css}"))
    }

    /// The values of the search box, the three filters and the sort order.
    ///
    /// # Errors
    /// Returns an error if one of them is missing.
    pub(crate) async fn controls(&self) -> Result<Vec<String>> {
        self.js(
            "return ['search', 'region', 'status', 'legal-form', 'sort']
                 .map((id) => root.querySelector(`#gpf-${id}`).value);",
            &[],
        )
        .await
    }

    /// The rows shown, in order.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn rows(&self) -> Result<Vec<Row>> {
        self.js(
            "return [...root.querySelectorAll('.gpf-federation')].map((row) => ({
                 id: row.dataset.id,
                 name: row.querySelector('.gpf-name').textContent.trim(),
             }))",
            &[],
        )
        .await
    }

    /// The ids of the rows.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn ids(&self) -> Result<Vec<String>> {
        Ok(self.rows().await?.into_iter().map(|row| row.id).collect())
    }

    // Actions of a user

    /// Types into the search box, key by key, after the existing text.
    ///
    /// # Errors
    /// Returns an error if the box does not accept text.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.find("#gpf-search").await?.send_keys(text).await?)
    }

    /// Replaces the text of the search box by keyboard.
    ///
    /// # Errors
    /// Returns an error if the box does not accept text.
    pub(crate) async fn search(&self, text: &str) -> Result<()> {
        let value: String = self.js("return root.querySelector('#gpf-search').value", &[]).await?;
        let back = Key::Backspace.value().to_string().repeat(value.chars().count());
        // The cursor can be anywhere, so press End first.
        self.type_text(&format!("{}{back}{text}", Key::End.value())).await
    }

    /// Opens the first federation, and waits for its details.
    ///
    /// # Errors
    /// Returns an error if there is no federation, or its details do not appear.
    pub(crate) async fn open_first(&self) -> Result<()> {
        self.click(".gpf-federation > summary").await?;
        self.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await
    }

    /// Sets the text of the search box by script: WebKit's driver cannot type into a frame of another origin.
    ///
    /// # Errors
    /// Returns an error if there is no search box.
    pub(crate) async fn enter(&self, text: &str) -> Result<()> {
        let body = "const box = root.querySelector('#gpf-search');
            box.value = args[0];
            box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            return null";
        self.js::<Value>(body, &[text.into()]).await.map(drop)
    }

    /// Opens a region of the first view and waits for its federations.
    ///
    /// # Errors
    /// Returns an error if there is no such region.
    pub(crate) async fn open_region(&self, region: &str) -> Result<()> {
        let group = format!("[data-region=\"{region}\"]");
        self.click(&format!("{group} > summary")).await?;
        let is_open = "return !!root.querySelector(args[0])";
        self.wait_for(&format!("{region} to open"), is_open, &[format!("{group} > .gpf-federation").into()]).await
    }

    /// Clicks the first matching element inside.
    ///
    /// # Errors
    /// Returns an error if no element matches, or it cannot be clicked.
    pub(crate) async fn click(&self, css: &str) -> Result<()> {
        click(&self.find(css).await?, css).await
    }

    /// Clicks "Clear search and filters" and waits until the search box has the focus.
    ///
    /// # Errors
    /// Returns an error if there is nothing to clear, or another element gets the focus.
    pub(crate) async fn clear(&self) -> Result<()> {
        self.click(".gpf-clear").await?;
        let body = "return !!root.activeElement && root.activeElement.id === 'gpf-search'";
        self.wait_for("the focus on the search box", body, &[]).await
    }

    /// Selects an option of one of the four lists by its value.
    ///
    /// # Errors
    /// Returns an error if there is no such option.
    pub(crate) async fn choose(&self, select: &str, value: &str) -> Result<()> {
        let unfold = "const fold = root.querySelector('.gpf-filters-fold');
            if (fold && fold.checkVisibility()) fold.open = true;
            // As a user's click does. WebKit compares the next option with the one at this moment, and sends no event for the same.
            root.querySelector(args[0]).focus();
            return null";
        self.js::<Value>(unfold, &[select.into()]).await?;
        let option = format!("{select} option[value=\"{value}\"]");
        self.click(&option).await
    }

    // Checks of what a user sees

    /// Waits until exactly these federations are listed, in this order. If there are more than fit on a page, these are
    /// the first page.
    ///
    /// # Errors
    /// Returns an error if the list is different in the end.
    pub(crate) async fn eventually_shows(&self, ids: &[String]) -> Result<()> {
        eventually(&format!("{} federations: {}", ids.len(), ids.join(", ")), async || {
            let shown = self.ids().await?;
            Ok(if shown == ids { Ok(()) } else { Err(format!("{}: {}", shown.len(), shown.join(", "))) })
        })
        .await
    }

    /// Waits until the text of the first matching element contains this text.
    ///
    /// # Errors
    /// Returns an error if it does not in time.
    pub(crate) async fn eventually_contains(&self, css: &str, part: &str) -> Result<()> {
        eventually(&format!("{css} to say \"{part}\""), async || {
            let texts = self.texts(css).await?;
            Ok(if texts.iter().any(|text| text.contains(part)) { Ok(()) } else { Err(format!("{texts:?}")) })
        })
        .await
    }

    /// Checks that nothing inside is wider than the page, and that the page is not wider than its window.
    ///
    /// # Errors
    /// Returns an error, with the element and the state, if something is wider.
    pub(crate) async fn fits_the_page(&self, state: &str) -> Result<()> {
        let wide: Vec<String> = self
            .js(
                "const page = document.scrollingElement, limit = page.clientWidth;
                 const wide = [...root.querySelectorAll('*')]
                     // Exceptions: text for screen readers alone, clipped to one pixel; a table that scrolls in its
                     // box; text in a picture, which is drawn and not laid out.
                     .filter((it) => !it.ownerSVGElement && !it.closest('.gpf-visually-hidden, thead, .gpf-scroll > *'))
                     .map((it) => [it, it.getBoundingClientRect().right])
                     .filter(([, right]) => right > limit + 0.5)
                     .map(([it, right]) => `${it.outerHTML.slice(0, 100)} ${right}`);
                 if (page.scrollWidth > limit) wide.push('the page ' + page.scrollWidth);
                 return wide;",
                &[],
            )
            .await?;
        ensure!(wide.is_empty(), "wider than the page, {state}: {wide:#?}");
        Ok(())
    }

    /// Waits until a function body returns true (with `host`, `root` and `args`).
    ///
    /// # Errors
    /// Returns an error if it does not in time.
    pub(crate) async fn wait_for(&self, what: &str, body: &str, arguments: &[Value]) -> Result<()> {
        eventually(what, async || {
            Ok(match self.js::<Value>(body, arguments).await? {
                Value::Bool(true) => Ok(()),
                other => Err(other),
            })
        })
        .await
    }
}
