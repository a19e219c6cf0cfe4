//! The finder's fallback if WebAssembly cannot run.

use anyhow::{Result, ensure};
use gpf_domain::facts::citations;
use serde_json::Value;

use super::browser::Browser;
use super::finder::Finder;
use super::oracle::{Expected, directory};

impl Browser {
    /// Expects one console line that gives the reason for a fallback.
    pub(crate) fn expect_fallback(&mut self, code: &str) {
        self.expect_console(format!("console.warn: gp-federations ({code})"));
        self.allow_fallback(code);
    }

    /// Allows any number of console lines that give the reason for a fallback, also in the engine's own log.
    pub(crate) fn allow_fallback(&mut self, code: &str) {
        self.allow_console(format!("gp-federations ({code})"));
        if code == "wasm-blocked" {
            // The engines' own messages about the blocked compilation.
            self.allow_console("securitypolicyviolation: script-src wasm-eval");
            self.allow_console("wasm-unsafe-eval");
        }
    }

    /// Breaks functions that the wasm uses, so that it stops when the view next changes. `repair()` in the page ends this.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn break_wasm(&self) -> Result<()> {
        let body = "const kept = ['createElement', 'createTextNode'].map((name) => [name, Document.prototype[name]]);
            for (const [name] of kept) Document.prototype[name] = () => { throw new Error('broken by the test'); };
            window.repair = () => { for (const [name, method] of kept) Document.prototype[name] = method; };
            return null";
        self.js::<Value>(body, &[]).await.map(drop)
    }
}

/// Checks that the plain list contains every federation, under a heading, after a sentence that gives the reason.
///
/// # Errors
/// Returns an error if one of these is missing.
pub(crate) async fn shows_the_plain_list(finder: &Finder) -> Result<()> {
    finder.wait_for("the plain list", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    ensure!(finder.count("#gpf-search").await? == 0, "a search box that can't search is still there");
    ensure!(finder.count(".gpf-fallback h3").await? > 0, "the list has no headings");
    ensure!(!finder.text(".gpf-fallback p").await?.is_empty(), "nothing says why");
    let mut listed = finder.texts(".gpf-fallback li > strong").await?;
    let mut names: Vec<String> = directory().federations().map(|federation| federation.name().to_owned()).collect();
    listed.sort();
    names.sort();
    ensure!(listed == names, "{} of {} federations are listed: {listed:?}", listed.len(), names.len());
    // The loader builds the texts of the sources.
    let items = finder.texts(".gpf-fallback li").await?;
    for federation in directory().federations() {
        let sources: Vec<String> = citations(federation).into_iter().map(|source| source.text).collect();
        let is_whole = |item: &&String| item.starts_with(federation.name()) && item.contains(&sources.join("; "));
        ensure!(items.iter().any(|item| is_whole(&item)), "the sources of {}: {sources:?}", federation.name());
    }
    let (height, shown): (f64, bool) = finder
        .js(
            "const { offsetHeight, innerText } = root.querySelector('.gpf-fallback');
             return [offsetHeight, innerText.trim() !== ''];",
            &[],
        )
        .await?;
    ensure!(height > 100.0 && shown, "the list can't be seen");
    Ok(())
}

/// Opens a finder whose wasm then stops, and checks that the plain list takes its place.
///
/// # Errors
/// Returns an error if it does not.
pub(crate) async fn stop_finder(b: &mut Browser) -> Result<()> {
    b.open("events.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    b.break_wasm().await?;
    finder.type_text("w").await?;
    shows_the_plain_list(&finder).await
}

/// Checks that the element sent one `gpf-error` event with this code. The fixture must load `events.js`.
///
/// # Errors
/// Returns an error if the events are different.
pub(crate) async fn reported(b: &Browser, code: &str) -> Result<()> {
    let errors: Vec<Value> = b.js("return window.heard.filter(({ type }) => type === 'gpf-error')", &[]).await?;
    ensure!(errors.len() == 1, "{} gpf-error events instead of 1", errors.len());
    let error = &errors[0];
    ensure!(error["detail"]["code"] == code, "gpf-error says {}", error["detail"]);
    ensure!(error["detail"]["message"].as_str().is_some_and(|text| !text.is_empty()), "gpf-error has no message");
    ensure!(error["bubbles"] == true && error["composed"] == true && error["target"] == "gp-federation-finder");
    Ok(())
}
