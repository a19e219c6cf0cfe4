//! A page with one place for a finder, and the ways in which a script tag gets there.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::browser::Browser;
use super::folders::{project_folder, project_text};

/// The tag as the snippet builder writes it.
pub(crate) const TAG: &str =
    "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-region=\"London\"></script>";

/// The page, with this in its head, in its place and at its end.
///
/// # Errors
/// When there is no such page.
pub(crate) fn page(head: &str, place: &str, end: &str) -> Result<String> {
    let page = project_text("tests/pages/place.html")?;
    Ok(page.replace("{{head}}", head).replace("{{place}}", place).replace("{{end}}", end))
}

/// A string of JavaScript in a script of a page.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace("</", "<\\/")
}

/// Serves every jQuery that is in use.
///
/// # Errors
/// When they are not installed.
pub(crate) fn serve_jquery(b: &Browser) -> Result<[String; 4]> {
    let mut addresses = [1, 2, 3, 4].map(|major| format!("/jquery-{major}.js"));
    for (at, address) in addresses.iter_mut().enumerate() {
        let file = project_folder().join(format!("node_modules/jquery-{}/dist/jquery.min.js", at + 1));
        let text = std::fs::read_to_string(file).context("jQuery is not installed: run `cargo xtask setup`")?;
        b.serve(address, text, &[]);
    }
    Ok(addresses)
}

/// Waits until there is one finder, of London, in the place or in its shadow root, and nowhere else.
///
/// # Errors
/// When it is otherwise in the end.
pub(crate) async fn is_in_its_place(b: &Browser) -> Result<()> {
    let state = "const place = document.querySelector('#place');
        const inside = (place.shadowRoot || place).querySelectorAll('gp-federation-finder');
        const outside = [...document.querySelectorAll('gp-federation-finder')].filter((it) => !place.contains(it));
        const root = inside.length === 1 && inside[0].shadowRoot;
        return outside.length === 0 && root && inside[0].region === 'London' && !!root.querySelector('#gpf-search')
            && !root.firstElementChild.hasAttribute('style');";
    b.wait_for("one finder of London in its place", state, &[]).await
}

/// There is no finder, nor any other element of ours, once the page has had its time.
///
/// # Errors
/// When there is.
pub(crate) async fn nothing_is_shown(b: &Browser) -> Result<()> {
    let count: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(count == 0, "{count} finders where nobody asked for one");
    Ok(())
}
