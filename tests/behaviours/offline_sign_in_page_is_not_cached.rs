//! A sign-in page or an error page at the URL of a page never replaces the cached page.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::nginx::Nginx;
use crate::harness::offline::{RECORDER_IS_AWAY, VERSION, is_kept, reload, upload_page};

const SIGN_IN: &str = "<!doctype html><title>Sign in</title><h1>Sign in</h1><form><input type=\"password\"></form>";
const BACK_AT_NOON: &str = "<!doctype html><title>Maintenance</title><h1>Back at noon</h1>";
const EVERYWHERE: &str = "<!doctype html><title>Sign in</title><h1>Sign in</h1><script src=\"gp-federations.js?v=VERSION\" data-view=\"none\"></script>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(RECORDER_IS_AWAY);
    b.allow_console("favicon.ico");
    let mut server = Nginx::start(&[])?;
    let page = server.site().join("gpf/page.html");
    upload_page(&server, VERSION)?;
    let address = server.at("signed-out", "gpf/page.html");
    b.go_to(&address).await?;
    b.finder().await?;
    is_kept(b).await?;
    for (case, text) in [
        ("a sign-in page", SIGN_IN.to_owned()),
        ("maintenance", BACK_AT_NOON.to_owned()),
        ("a sign-in page with the script of every page", EVERYWHERE.replace("VERSION", VERSION)),
    ] {
        fs::write(&page, &text)?;
        reload(b).await?;
        let title: String = b.js("return document.querySelector('h1').textContent", &[]).await?;
        ensure!(text.contains(&title), "{case}: readers see \"{title}\"");
        // The page is cached after it has loaded.
        let kept =
            "const [name] = await caches.keys(); const kept = await (await caches.open(name)).match(location.href);
            for (let i = 0; i < 10; i++) await fetch('embed.html?' + i);
            return (await kept.text()).includes('gp-federation-finder')";
        ensure!(b.js_async::<bool>(kept, &[]).await?, "{case} is kept");
        server.stop();
        reload(b).await?;
        b.finder().await.with_context(|| case.to_owned())?;
        server.start_again()?;
    }

    // The edited page comes back, and replaces the cached one.
    upload_page(&server, VERSION)?;
    let edited = fs::read_to_string(&page)?.replace("A page for the cellar", "A page for the attic");
    fs::write(&page, edited)?;
    reload(b).await?;
    b.finder().await?;
    let renewed = "const [name] = await caches.keys();
        for (let i = 0; i < 100; i++) {
            const kept = await (await caches.open(name)).match(location.href);
            if ((await kept.text()).includes('attic')) return null;
            await new Promise((go) => setTimeout(go, 50));
        }
        throw new Error('the edited page is not kept')";
    b.js_async::<Value>(renewed, &[]).await?;
    server.stop();
    reload(b).await?;
    b.finder().await?;
    let title: String = b.js("return document.querySelector('h1').textContent", &[]).await?;
    ensure!(title == "A page for the attic", "offline: {title}");
    Ok(())
}
