//! While a new version is uploaded, waits and takes over, a page and its script always have the same version, online
//! and offline.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::browser::eventually;
use crate::harness::nginx::Nginx;
use crate::harness::offline::{
    NEXT, RECORDER_IS_AWAY, VERSION, is_kept, kept, reload, upload_next, upload_page, upload_worker, versions,
};
use crate::harness::waiting::eventually_within;

/// Makes the browser check for a new version.
const UPDATE: &str = "const registration = await navigator.serviceWorker.ready;
    try { await registration.update(); } catch (error) { return String(error); }
    return 'no error'";

/// The time after which browsers end an idle worker, with a margin.
const IDLE: Duration = Duration::from_secs(60);

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(RECORDER_IS_AWAY);
    b.allow_console("favicon.ico");
    // The browsers' messages about the incomplete upload.
    b.allow_console("integrity");
    let mut server = Nginx::start(&[])?;
    upload_page(&server, VERSION)?;
    fs::write(server.site().join("elsewhere.html"), "<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>")?;
    let page = server.at("offline", "gpf/page.html");
    b.go_to(&page).await?;
    is_kept(b).await?;
    is(b, VERSION).await?;

    upload_worker(&server)?;
    let half = update(b).await?;
    ensure!(half != "waits", "half an upload was taken for a version");
    ensure!(kept(b).await?.0 == 1, "half an upload was kept");
    reload(b).await?;
    is(b, VERSION).await?;

    upload_next(&server)?;
    reload(b).await?;
    is(b, NEXT).await?;
    let whole = update(b).await?;
    ensure!(whole == "waits", "the new version does not wait: {whole}; half of it: {half}");
    ensure!(kept(b).await?.0 == 2, "the new version is not kept beside the old one");

    // The old version still responds, and has only its own page.
    server.stop();
    reload(b).await?;
    is(b, VERSION).await?;

    // After the last tab is closed, the new version takes over.
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

/// Makes the browser check for a new version, and waits until it is installed or rejected.
async fn update(b: &Browser) -> Result<String> {
    let error: String = b.js_async(UPDATE, &[]).await?;
    // Browsers might start the installation after they have reported the end of the check.
    b.settle(500).await?;
    let state = "const { installing, waiting } = await navigator.serviceWorker.ready;
        return installing ? 'installs' : waiting ? 'waits' : arguments[0]";
    eventually("the browser to have all of the new version or give it up", async || {
        let state: String = b.js_async(state, &[error.clone().into()]).await?;
        Ok(if state == "installs" { Err(state) } else { Ok(state) })
    })
    .await
}

/// Waits on a page outside the scope of the service worker. Firefox ends an idle worker after half a minute.
async fn takes_over(b: &Browser) -> Result<()> {
    let waits = "const registration = await navigator.serviceWorker.getRegistration('/gpf/');
        return registration.waiting !== null || (await caches.keys()).length > 1";
    eventually_within(IDLE, "the new version to take over", async || {
        let waits: bool = b.js_async(waits, &[]).await?;
        Ok(if waits { Err(format!("{:?}", kept(b).await?)) } else { Ok(()) })
    })
    .await
}

async fn is(b: &Browser, version: &str) -> Result<()> {
    let (page, script) = versions(b).await?;
    ensure!(page == version && script == version, "page {page}, script {script}, expected {version}");
    Ok(())
}
