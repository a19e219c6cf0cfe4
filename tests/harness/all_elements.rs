//! All three elements on one page, and what becomes of each: running, fallen back, or neither.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::browser::{Browser, eventually};
use super::folders::dist_folder;
use super::oracle::Expected;

/// The three of them.
pub(crate) const TAGS: [&str; 3] = ["gp-federation-finder", "gp-legal-form-comparison", "gp-federation-guide"];

/// The three of them in a page's body, each with something to read until it starts.
pub(crate) const ELEMENTS: &str = "
    <gp-federation-finder loading=\"eager\"><a href=\"list.html\">The list</a></gp-federation-finder>
    <gp-legal-form-comparison loading=\"eager\"><a href=\"forms.html\">The forms</a></gp-legal-form-comparison>
    <gp-federation-guide loading=\"eager\"><a href=\"guide.html\">The guide</a></gp-federation-guide>";

/// Tags of the recorder, and of the widget's script.
pub(crate) const SCRIPTS: &str = "<script src=\"/__recorder.js\"></script><script src=\"/pages/events.js\"></script>
    <script src=\"/gp-federations.js\" defer></script>";

/// A page with this head and the three elements.
pub(crate) fn page(head: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title>{head}</head>
         <body><main><h1>A page</h1>{ELEMENTS}</main></body></html>"
    )
}

/// The script as it was built.
///
/// # Errors
/// When it was not.
pub(crate) fn script() -> Result<String> {
    built("gp-federations.js")
}

/// The script with one element: `finder`, `comparison` or `guide`.
///
/// # Errors
/// When it was not built.
pub(crate) fn script_of(kind: &str) -> Result<String> {
    built(&format!("gp-federations-{kind}.js"))
}

fn built(file: &str) -> Result<String> {
    fs::read_to_string(dist_folder().join(file)).with_context(|| format!("no {file}: run `cargo xtask build` first"))
}

/// From now on the pages of this test get the script with one element in the place of the full one.
///
/// # Errors
/// When it was not built.
pub(crate) fn use_script_of(b: &Browser, kind: &str) -> Result<()> {
    b.serve("/gp-federations.js", script_of(kind)?, &["Content-Type: text/javascript; charset=utf-8"]);
    Ok(())
}

/// What to see of each element: `runs`, `waits`, `grows`, `fallback: CODE`, or what is wrong. `arguments` are tags and, for a page in a
/// frame, the frame.
const LOOK: &str = "
    const page = arguments[1] ? document.querySelector(arguments[1]).contentDocument : document;
    const HAS = {
        'gp-federation-finder': '#gpf-search',
        'gp-legal-form-comparison': 'table, .gpf-answer-group',
        'gp-federation-guide': '.gpf-section',
    };
    const look = (host) => {
        const view = host.shadowRoot && host.shadowRoot.querySelector('.gpf');
        if (!view) return host.shadowRoot && host.shadowRoot.querySelector('slot') ? 'waits' : 'nothing';
        if (host.shadowRoot.firstElementChild.hasAttribute('style')) return 'grows';
        const { height } = view.getBoundingClientRect();
        if (height < 100) return `only ${height} high`;
        const { borderTopStyle } = page.defaultView.getComputedStyle(view);
        if (borderTopStyle !== 'solid') return 'without style';
        if (view.dataset.code) return `fallback: ${view.dataset.code}`;
        return host.shadowRoot.querySelector(HAS[host.localName]) ? 'runs' : 'empty';
    };
    return arguments[0].flatMap((tag) => [...page.querySelectorAll(tag)].map(look));";

/// What is to be seen of every element on the page, the kinds in the order of [`TAGS`].
///
/// # Errors
/// When the session is broken.
pub(crate) async fn observed_states(b: &Browser, frame: Option<&str>) -> Result<Vec<String>> {
    b.js(LOOK, &[TAGS.to_vec().into(), frame.into()]).await
}

/// Waits until each of the `count` elements of the page, or of the page in a frame, shows this: `runs`,
/// `fallback: CODE`.
///
/// # Errors
/// When one of them does not, in the end.
pub(crate) async fn all_show(b: &Browser, frame: Option<&str>, count: usize, what: &str) -> Result<()> {
    eventually(&format!("{count} times \"{what}\""), async || {
        let seen = observed_states(b, frame).await?;
        Ok(if seen.len() == count && seen.iter().all(|it| it == what) { Ok(()) } else { Err(format!("{seen:?}")) })
    })
    .await
}

/// Waits until the elements show these, one after the other: `runs`, `waits`, `fallback: CODE`.
///
/// # Errors
/// When they do not, in the end.
pub(crate) async fn each_shows(b: &Browser, expected: &[&str]) -> Result<()> {
    eventually(&format!("{expected:?}"), async || {
        let seen = observed_states(b, None).await?;
        Ok(if seen == expected { Ok(()) } else { Err(format!("{seen:?}")) })
    })
    .await
}

/// The three run, and the finder finds.
///
/// # Errors
/// When one does not.
pub(crate) async fn all_run(b: &Browser) -> Result<()> {
    all_show(b, None, 3, "runs").await?;
    let finder = b.finder().await?;
    finder.enter("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}

/// The three have fallen back, each has told the page once, and one line of the console says why for all of them.
///
/// # Errors
/// When it is otherwise.
pub(crate) async fn all_fell_back(b: &Browser, code: &str) -> Result<()> {
    all_show(b, None, 3, &format!("fallback: {code}")).await?;
    // Of this page alone.
    let lines: Vec<String> = b.js("return window.__recorded", &[]).await?;
    let start = format!("console.warn: gp-federations ({code}): ");
    let ours: Vec<_> = lines.iter().filter(|line| line.contains("gp-federations")).collect();
    ensure!(ours.len() == 1 && ours[0].starts_with(&start), "not one line \"{start}…\": {lines:?}");
    let told: Vec<Value> = b.js("return window.heard.filter(({ type }) => type === 'gpf-error')", &[]).await?;
    ensure!(told.len() == 3 && told.iter().all(|it| it["detail"]["code"] == code), "the page heard {told:?}");
    Ok(())
}

/// The three show what the page put inside them or, where no script runs, are that.
///
/// # Errors
/// When they do not.
pub(crate) async fn all_keep_their_content(b: &Browser) -> Result<()> {
    let body = "return arguments[0].map((tag) => document.querySelector(tag))
        .map((it) => !it.shadowRoot && it.querySelector('a').offsetHeight > 0 && it.textContent.trim())";
    let texts: Vec<Value> = b.js(body, &[TAGS.to_vec().into()]).await?;
    ensure!(texts == ["The list", "The forms", "The guide"], "the elements show {texts:?}");
    Ok(())
}
