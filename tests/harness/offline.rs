//! A page with offline support, set up as in the guide.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};

use super::browser::Browser;
use super::documents::block;
use super::nginx::Nginx;

/// The version of the built product.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A later version, for tests.
pub(crate) const NEXT: &str = "9.8.7";

/// The message that the browser logs about the harness's own script, which is not cached.
pub(crate) const RECORDER_IS_AWAY: &str = "/recorder.js";

/// Writes the guide's page to the folder of the product.
///
/// # Errors
/// Returns an error if the guide does not contain the lines, or they name another version than the product's.
pub(crate) fn upload_page(server: &Nginx, version: &str) -> Result<()> {
    let lines = block("offline.md", "serviceWorker.register")?;
    ensure!(lines.contains(&format!("?v={VERSION}\"")), "docs/hosts/offline.md names another version than {VERSION}");
    let lines = lines.replace(VERSION, version);
    server.add_host("offline.html", &[("version", version), ("lines", &lines)])?;
    Ok(fs::rename(server.site().join("offline.html"), server.site().join("gpf/page.html"))?)
}

/// Uploads the next version of the service worker, which contains the hash of the next script.
///
/// # Errors
/// Returns an error if the product is not as expected.
pub(crate) fn upload_worker(server: &Nginx) -> Result<()> {
    let read = |name: &str| fs::read_to_string(server.site().join("gpf").join(name)).with_context(|| name.to_owned());
    let (script, worker) = (read("gp-federations.js")?, read("sw.js")?);
    let next = next(&script)?;
    ensure!(worker.contains(&sri(&script)), "sw.js does not know the script beside it");
    let worker = worker.replace(VERSION, NEXT).replace(&sri(&script), &sri(&next));
    let (_, digest) = worker.split_once("${FAMILY}").context("sw.js names no cache")?;
    let digest = digest[..16].to_owned();
    upload(&server.site().join("gpf/sw.js"), &worker.replace(&digest, "0123456789abcdef"))
}

/// Uploads the other files of the next version.
///
/// # Errors
/// Returns an error if the product is not as expected.
pub(crate) fn upload_next(server: &Nginx) -> Result<()> {
    let folder = server.site().join("gpf");
    let script = fs::read_to_string(folder.join("gp-federations.js"))?;
    upload(&folder.join("gp-federations.js"), &next(&script)?)?;
    let frame = fs::read_to_string(folder.join("embed.html"))?;
    upload(&folder.join("embed.html"), &frame.replace(VERSION, NEXT))?;
    upload_page(server, NEXT)
}

/// Writes a file with a modification time one minute later: the server distinguishes files of the same length only by
/// the second of their modification.
fn upload(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text)?;
    Ok(fs::File::options().append(true).open(file)?.set_modified(SystemTime::now() + Duration::from_secs(60))?)
}

fn next(script: &str) -> Result<String> {
    let next = script.replace(&format!("\"{VERSION}\""), &format!("\"{NEXT}\""));
    ensure!(next != script, "the script does not say its version");
    Ok(next)
}

fn sri(text: &str) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(text)))
}

/// The versions of the page and of the script that runs in it.
///
/// # Errors
/// Returns an error if no script runs.
pub(crate) async fn versions(b: &Browser) -> Result<(String, String)> {
    b.finder().await?;
    b.js("return [document.querySelector('h1').dataset.version, gpFederations.version]", &[]).await
}

/// Waits until the service worker controls the page.
///
/// # Errors
/// Returns an error if it does not in time.
pub(crate) async fn is_kept(b: &Browser) -> Result<()> {
    let state = "await navigator.serviceWorker.ready;
        while ((await navigator.serviceWorker.ready).active.state !== 'activated') await new Promise((go) => setTimeout(go, 20));
        return null";
    b.js_async::<Value>(state, &[]).await.map(drop)
}

/// Reloads the page as a user would.
///
/// # Errors
/// Returns an error if no page loads.
pub(crate) async fn reload(b: &Browser) -> Result<()> {
    b.js::<Value>("window.isOld = true; setTimeout(() => location.reload()); return null", &[]).await?;
    let is_new = "return !window.isOld && document.readyState === 'complete' && !!document.querySelector('h1')";
    b.wait_for("the page again", is_new, &[]).await
}

/// The contents of the browser's cache storage: the number of caches, and the files in them.
///
/// # Errors
/// Returns an error if the session is broken.
pub(crate) async fn kept(b: &Browser) -> Result<(u32, Vec<String>)> {
    let list = "const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
        return [names.length, all.flat().map((url) => url.split('/').pop()).sort()]";
    b.js_async(list, &[]).await
}
