//! All three elements on one page, and the state of each: running, fallback, or neither.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::browser::{Browser, eventually};
use super::folders::dist_folder;
use super::oracle::Expected;

/// The tags of the three elements.
pub(crate) const TAGS: [&str; 3] = ["gp-federation-finder", "gp-legal-form-comparison", "gp-federation-guide"];

/// The three elements in a page's body, each with content of the editor's.
pub(crate) const ELEMENTS: &str = "
    <gp-federation-finder loading=\"eager\"><a href=\"list.html\">The list</a></gp-federation-finder>
    <gp-legal-form-comparison loading=\"eager\"><a href=\"forms.html\">The forms</a></gp-legal-form-comparison>
    <gp-federation-guide loading=\"eager\"><a href=\"guide.html\">The guide</a></gp-federation-guide>";

/// Script tags of the recorder and of the widget.
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
/// Returns an error if the script is not built.
pub(crate) fn script() -> Result<String> {
    built("gp-federations.js")
}

/// The script with one element: `finder`, `comparison` or `guide`.
///
/// # Errors
/// Returns an error if the script is not built.
pub(crate) fn script_of(kind: &str) -> Result<String> {
    built(&format!("gp-federations-{kind}.js"))
}

fn built(file: &str) -> Result<String> {
    fs::read_to_string(dist_folder().join(file)).with_context(|| format!("no {file}: run `cargo xtask build` first"))
}

/// From now on, the pages of this test get the script with one element instead of the full one.
///
/// # Errors
/// Returns an error if the script is not built.
pub(crate) fn use_script_of(b: &Browser, kind: &str) -> Result<()> {
    b.serve("/gp-federations.js", script_of(kind)?, &["Content-Type: text/javascript; charset=utf-8"]);
    Ok(())
}

/// The state of each element: `runs`, `waits`, `grows`, `fallback: CODE`, or a problem. `arguments` are tag names and,
/// for a page in a frame, the frame.
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
        if (host.shadowRoot.firstElementChild.matches('[style],[data-prerendered]')) return 'grows';
        const { height } = view.getBoundingClientRect();
        if (height < 100) return `only ${height} high`;
        const { borderTopStyle } = page.defaultView.getComputedStyle(view);
        if (borderTopStyle !== 'solid') return 'without style';
        if (view.dataset.code) return `fallback: ${view.dataset.code}`;
        return host.shadowRoot.querySelector(HAS[host.localName]) ? 'runs' : 'empty';
    };
    return arguments[0].flatMap((tag) => [...page.querySelectorAll(tag)].map(look));";

/// The state of every element on the page, grouped in the order of [`TAGS`].
///
/// # Errors
/// Returns an error if the session is broken.
pub(crate) async fn observed_states(b: &Browser, frame: Option<&str>) -> Result<Vec<String>> {
    b.js(LOOK, &[TAGS.to_vec().into(), frame.into()]).await
}

/// Waits until each of the `count` elements of the page, or of the page in a frame, has this state: `runs`, `fallback:
/// CODE`.
///
/// # Errors
/// Returns an error if an element does not reach the state in time.
pub(crate) async fn all_show(b: &Browser, frame: Option<&str>, count: usize, what: &str) -> Result<()> {
    eventually(&format!("{count} times \"{what}\""), async || {
        let seen = observed_states(b, frame).await?;
        Ok(if seen.len() == count && seen.iter().all(|it| it == what) { Ok(()) } else { Err(format!("{seen:?}")) })
    })
    .await
}

/// Waits until the elements have these states, in order: `runs`, `waits`, `fallback: CODE`.
///
/// # Errors
/// Returns an error if they do not reach the states in time.
pub(crate) async fn each_shows(b: &Browser, expected: &[&str]) -> Result<()> {
    eventually(&format!("{expected:?}"), async || {
        let seen = observed_states(b, None).await?;
        Ok(if seen == expected { Ok(()) } else { Err(format!("{seen:?}")) })
    })
    .await
}

/// Checks that the three elements run, and that the finder returns results.
///
/// # Errors
/// Returns an error if one of them does not run.
pub(crate) async fn all_run(b: &Browser) -> Result<()> {
    all_show(b, None, 3, "runs").await?;
    let finder = b.finder().await?;
    finder.enter("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}

/// Checks that the three elements show their fallbacks, that each has sent one event, and that one console line gives
/// the reason for all of them.
///
/// # Errors
/// Returns an error if one of these is not true.
pub(crate) async fn all_fell_back(b: &Browser, code: &str) -> Result<()> {
    all_show(b, None, 3, &format!("fallback: {code}")).await?;
    // Only the errors of this page.
    let lines: Vec<String> = b.js("return window.__recorded", &[]).await?;
    let start = format!("console.warn: gp-federations ({code}): ");
    let ours: Vec<_> = lines.iter().filter(|line| line.contains("gp-federations")).collect();
    ensure!(ours.len() == 1 && ours[0].starts_with(&start), "not one line \"{start}…\": {lines:?}");
    let told: Vec<Value> = b.js("return window.heard.filter(({ type }) => type === 'gpf-error')", &[]).await?;
    ensure!(told.len() == 3 && told.iter().all(|it| it["detail"]["code"] == code), "the page heard {told:?}");
    Ok(())
}

/// Checks that the three elements show the editor's content. If scripts are blocked, the content is all there is.
///
/// # Errors
/// Returns an error if they do not.
pub(crate) async fn all_keep_their_content(b: &Browser) -> Result<()> {
    let body = "return arguments[0].map((tag) => document.querySelector(tag))
        .map((it) => !it.shadowRoot && it.querySelector('a').offsetHeight > 0 && it.textContent.trim())";
    let texts: Vec<Value> = b.js(body, &[TAGS.to_vec().into()]).await?;
    ensure!(texts == ["The list", "The forms", "The guide"], "the elements show {texts:?}");
    Ok(())
}
