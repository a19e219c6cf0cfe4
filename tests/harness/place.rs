//! A page with a place for a finder, and the ways to insert a script tag there.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::browser::Browser;
use super::folders::{project_folder, project_text};

/// The tag as the builder generates it.
pub(crate) const TAG: &str =
    "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-region=\"London\"></script>";

/// The page with these additions in its head, in the place and at its end.
///
/// # Errors
/// Returns an error if there is no such page.
pub(crate) fn page(head: &str, place: &str, end: &str) -> Result<String> {
    let page = project_text("tests/pages/place.html")?;
    Ok(page.replace("{{head}}", head).replace("{{place}}", place).replace("{{end}}", end))
}

/// A JavaScript string literal for a script in a page.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace("</", "<\\/")
}

/// Serves every supported version of jQuery.
///
/// # Errors
/// Returns an error if they are not installed.
pub(crate) fn serve_jquery(b: &Browser) -> Result<[String; 4]> {
    let mut addresses = [1, 2, 3, 4].map(|major| format!("/jquery-{major}.js"));
    for (at, address) in addresses.iter_mut().enumerate() {
        serve_library(b, address, &format!("jquery-{}/dist/jquery.min.js", at + 1))?;
    }
    Ok(addresses)
}

/// Serves a file of an npm package.
///
/// # Errors
/// Returns an error if it is not installed.
pub(crate) fn serve_library(b: &Browser, address: &str, file: &str) -> Result<()> {
    let path = project_folder().join("node_modules").join(file);
    let text =
        std::fs::read_to_string(path).with_context(|| format!("{file} is not installed: run `cargo xtask setup`"))?;
    b.serve(address, text, &[]);
    Ok(())
}

/// Waits until there is exactly one finder, of London, in the place or in its shadow root.
///
/// # Errors
/// Returns an error if there is not in the end.
pub(crate) async fn is_in_its_place(b: &Browser) -> Result<()> {
    let state = "const place = document.querySelector('#place');
        const inside = (place.shadowRoot || place).querySelectorAll('gp-federation-finder');
        const outside = [...document.querySelectorAll('gp-federation-finder')].filter((it) => !place.contains(it));
        const root = inside.length === 1 && inside[0].shadowRoot;
        return outside.length === 0 && root && inside[0].region === 'London' && !!root.querySelector('#gpf-search')
            && !root.firstElementChild.matches('[style],[data-prerendered]');";
    b.wait_for("one finder of London in its place", state, &[]).await
}

/// Checks that there is no finder and no other element of ours after a while.
///
/// # Errors
/// Returns an error if there is one.
pub(crate) async fn nothing_is_shown(b: &Browser) -> Result<()> {
    let count: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(count == 0, "{count} finders where nobody asked for one");
    Ok(())
}
