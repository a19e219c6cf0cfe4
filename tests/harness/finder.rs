//! The finder as a person uses it: its box, its filters, its rows.

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
    /// When it throws, or returns something else than asked for.
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

    /// The first element inside that matches.
    ///
    /// # Errors
    /// When none does.
    pub(crate) async fn find(&self, css: &str) -> Result<WebElement> {
        let result = self.execute("return root.querySelector(args[0])", &[css.into()]).await?;
        ensure!(!result.json().is_null(), "nothing in the finder matches {css}");
        Ok(result.element()?)
    }

    /// How many elements inside match.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn count(&self, css: &str) -> Result<usize> {
        self.js("return root.querySelectorAll(args[0]).length", &[css.into()]).await
    }

    /// The texts of all elements inside that match, with spaces as a reader sees them.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn texts(&self, css: &str) -> Result<Vec<String>> {
        self.js(
            "return [...root.querySelectorAll(args[0])]
                 .map(({ textContent }) => textContent.replace(/\\s+/g, ' ').trim());",
            &[css.into()],
        )
        .await
    }

    /// The text of the first element inside that matches.
    ///
    /// # Errors
    /// When none does.
    pub(crate) async fn text(&self, css: &str) -> Result<String> {
        let texts = self.texts(css).await?;
        texts.into_iter().next().with_context(|| format!("nothing in the finder matches {css}"))
    }

    /// The values of the search box, the three filters and the order.
    ///
    /// # Errors
    /// When one of them is not there.
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
    /// When the session is broken.
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

    /// Their ids.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn ids(&self) -> Result<Vec<String>> {
        Ok(self.rows().await?.into_iter().map(|row| row.id).collect())
    }

    // What a person does

    /// Types into the search box, key by key, after what is there.
    ///
    /// # Errors
    /// When the box cannot be typed in.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.find("#gpf-search").await?.send_keys(text).await?)
    }

    /// Empties the search box with the keyboard and types something else.
    ///
    /// # Errors
    /// When the box cannot be typed in.
    pub(crate) async fn search(&self, text: &str) -> Result<()> {
        let value: String = self.js("return root.querySelector('#gpf-search').value", &[]).await?;
        let back = Key::Backspace.value().to_string().repeat(value.chars().count());
        // The cursor may stand anywhere: End first.
        self.type_text(&format!("{}{back}{text}", Key::End.value())).await
    }

    /// Puts a text into the search box as a script would: WebKit's driver cannot type into a frame of another origin.
    ///
    /// # Errors
    /// When there is no box.
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
    /// When there is no such region.
    pub(crate) async fn open_region(&self, region: &str) -> Result<()> {
        let group = format!("[data-region=\"{region}\"]");
        self.click(&format!("{group} > summary")).await?;
        let is_open = "return !!root.querySelector(args[0])";
        self.wait_for(&format!("{region} to open"), is_open, &[format!("{group} > .gpf-federation").into()]).await
    }

    /// Clicks the first element inside that matches.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked.
    pub(crate) async fn click(&self, css: &str) -> Result<()> {
        click(&self.find(css).await?, css).await
    }

    /// Clicks "Clear search and filters" and waits until the search box has the focus.
    ///
    /// # Errors
    /// When there is nothing to clear, or the focus goes elsewhere.
    pub(crate) async fn clear(&self) -> Result<()> {
        self.click(".gpf-clear").await?;
        let body = "return !!root.activeElement && root.activeElement.id === 'gpf-search'";
        self.wait_for("the focus on the search box", body, &[]).await
    }

    /// Chooses an option of one of the four lists by its value.
    ///
    /// # Errors
    /// When there is no such option.
    pub(crate) async fn choose(&self, select: &str, value: &str) -> Result<()> {
        let unfold = "const fold = root.querySelector('.gpf-filters-fold');
            if (fold && fold.checkVisibility()) fold.open = true;
            return null";
        self.js::<Value>(unfold, &[]).await?;
        let option = format!("{select} option[value=\"{value}\"]");
        self.click(&option).await
    }

    // What a person sees

    /// Waits until exactly these federations are listed, in this order (of more than a page, the first page).
    ///
    /// # Errors
    /// When others are, in the end.
    pub(crate) async fn eventually_shows(&self, ids: &[String]) -> Result<()> {
        eventually(&format!("{} federations: {}", ids.len(), ids.join(", ")), async || {
            let shown = self.ids().await?;
            Ok(if shown == ids { Ok(()) } else { Err(format!("{}: {}", shown.len(), shown.join(", "))) })
        })
        .await
    }

    /// Waits until the first matching element's text contains this.
    ///
    /// # Errors
    /// When it does not, in the end.
    pub(crate) async fn eventually_contains(&self, css: &str, part: &str) -> Result<()> {
        eventually(&format!("{css} to say \"{part}\""), async || {
            let texts = self.texts(css).await?;
            Ok(if texts.iter().any(|text| text.contains(part)) { Ok(()) } else { Err(format!("{texts:?}")) })
        })
        .await
    }

    /// Nothing inside is wider than the page, nor is the page itself wider than its window.
    ///
    /// # Errors
    /// When something is; names it and the state.
    pub(crate) async fn fits_the_page(&self, state: &str) -> Result<()> {
        let wide: Vec<String> = self
            .js(
                "const page = document.scrollingElement, limit = page.clientWidth;
                 const wide = [...root.querySelectorAll('*')]
                     // What only screen readers get is one clipped pixel; a table may scroll in its box; what is
                     // in a picture is drawn, not laid out.
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
    /// When it does not in time.
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
