//! While a new version is uploaded, waits and takes over, a page and its script are of one version, online and offline.

use std::fs;

use anyhow::{Result, bail, ensure};

use crate::harness::Browser;
use crate::harness::nginx::Nginx;
use crate::harness::offline::{
    NEXT, RECORDER_IS_AWAY, VERSION, is_kept, kept, reload, upload_next, upload_page, upload_worker, versions,
};

/// Has the browser look for a new version, and waits until it has all of it or gives it up.
const UPDATE: &str = "const registration = await navigator.serviceWorker.ready;
    let error = 'no error';
    try { await registration.update(); } catch (it) { error = String(it); }
    for (let i = 0; i < 100 && (registration.installing || i < 5); i++) await new Promise((go) => setTimeout(go, 100));
    return registration.waiting ? 'waits' : error";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(RECORDER_IS_AWAY);
    b.allow_console("favicon.ico");
    // What the browsers say of the half upload.
    b.allow_console("integrity");
    let mut server = Nginx::start(&[])?;
    upload_page(&server, VERSION)?;
    fs::write(server.site().join("elsewhere.html"), "<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>")?;
    let page = server.at("offline", "gpf/page.html");
    b.go_to(&page).await?;
    is_kept(b).await?;
    is(b, VERSION).await?;

    upload_worker(&server)?;
    let half: String = b.js_async(UPDATE, &[]).await?;
    ensure!(half != "waits", "half an upload was taken for a version");
    ensure!(kept(b).await?.0 == 1, "half an upload was kept");
    reload(b).await?;
    is(b, VERSION).await?;

    upload_next(&server)?;
    reload(b).await?;
    is(b, NEXT).await?;
    let whole: String = b.js_async(UPDATE, &[]).await?;
    ensure!(whole == "waits", "the new version does not wait: {whole}; half of it: {half}");
    ensure!(kept(b).await?.0 == 2, "the new version is not kept beside the old one");

    // The old version still answers, and has nothing but its own page.
    server.stop();
    reload(b).await?;
    is(b, VERSION).await?;

    // The last tab goes; the new version takes over.
    server.start_again()?;
    let last = b.driver().window().await?;
    let other = b.driver().new_tab().await?;
    b.driver().switch_to_window(last).await?;
    b.driver().close_window().await?;
    b.driver().switch_to_window(other).await?;
    b.go_to(&server.at("offline", "elsewhere.html")).await?;
    takes_over(b).await?;
    b.go_to(&page).await?;
    is(b, NEXT).await?;
    ensure!(kept(b).await?.0 == 1, "the old version is still kept: {:?}", kept(b).await?);
    server.stop();
    reload(b).await?;
    is(b, NEXT).await
}

/// Waits, on a page that the service worker has no say over. Firefox gives an idle worker half a minute.
async fn takes_over(b: &Browser) -> Result<()> {
    for _ in 0..4 {
        let waits = "const registration = await navigator.serviceWorker.getRegistration('/gpf/');
            for (let i = 0; i < 150 && (await caches.keys()).length > 1; i++) await new Promise((go) => setTimeout(go, 100));
            return registration.waiting !== null || (await caches.keys()).length > 1";
        if !b.js_async::<bool>(waits, &[]).await? {
            return Ok(());
        }
    }
    bail!("the new version does not take over: {:?}", kept(b).await?)
}

async fn is(b: &Browser, version: &str) -> Result<()> {
    let (page, script) = versions(b).await?;
    ensure!(page == version && script == version, "page {page}, script {script}, expected {version}");
    Ok(())
}
