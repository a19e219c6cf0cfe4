//! A page that keeps itself for offline use, as the guide says.

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

/// A version that comes after it, in tests.
pub(crate) const NEXT: &str = "9.8.7";

/// What the browser's console says of the harness's own script, which is not kept.
pub(crate) const RECORDER_IS_AWAY: &str = "/recorder.js";

/// Puts the guide's page into the folder of the product.
///
/// # Errors
/// When the guide has no such lines, or they name another version than the product's.
pub(crate) fn upload_page(server: &Nginx, version: &str) -> Result<()> {
    let lines = block("offline.md", "serviceWorker.register")?;
    ensure!(lines.contains(&format!("?v={VERSION}\"")), "docs/hosts/offline.md names another version than {VERSION}");
    let lines = lines.replace(VERSION, version);
    server.add_host("offline.html", &[("version", version), ("lines", &lines)])?;
    Ok(fs::rename(server.site().join("offline.html"), server.site().join("gpf/page.html"))?)
}

/// Uploads the next version of the service worker, which knows what the next script is.
///
/// # Errors
/// When the product is not as expected.
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

/// Uploads the rest of the next version.
///
/// # Errors
/// When the product is not as expected.
pub(crate) fn upload_next(server: &Nginx) -> Result<()> {
    let folder = server.site().join("gpf");
    let script = fs::read_to_string(folder.join("gp-federations.js"))?;
    upload(&folder.join("gp-federations.js"), &next(&script)?)?;
    let frame = fs::read_to_string(folder.join("embed.html"))?;
    upload(&folder.join("embed.html"), &frame.replace(VERSION, NEXT))?;
    upload_page(server, NEXT)
}

/// Writes a file as if a minute had gone by: the server tells two of one length by the second in which they were written.
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
/// When no script runs.
pub(crate) async fn versions(b: &Browser) -> Result<(String, String)> {
    b.finder().await?;
    b.js("return [document.querySelector('h1').dataset.version, gpFederations.version]", &[]).await
}

/// Waits until the service worker answers for the page from now on.
///
/// # Errors
/// When it does not in time.
pub(crate) async fn is_kept(b: &Browser) -> Result<()> {
    let state = "await navigator.serviceWorker.ready;
        while ((await navigator.serviceWorker.ready).active.state !== 'activated') await new Promise((go) => setTimeout(go, 20));
        return null";
    b.js_async::<Value>(state, &[]).await.map(drop)
}

/// Loads the page again, as its reader would.
///
/// # Errors
/// When no page comes.
pub(crate) async fn reload(b: &Browser) -> Result<()> {
    b.js::<Value>("window.isOld = true; setTimeout(() => location.reload()); return null", &[]).await?;
    let is_new = "return !window.isOld && document.readyState === 'complete' && !!document.querySelector('h1')";
    b.wait_for("the page again", is_new, &[]).await
}

/// What is kept in the browser: the number of caches, and the files in them.
///
/// # Errors
/// When the session is broken.
pub(crate) async fn kept(b: &Browser) -> Result<(u32, Vec<String>)> {
    let list = "const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
        return [names.length, all.flat().map((url) => url.split('/').pop()).sort()]";
    b.js_async(list, &[]).await
}
