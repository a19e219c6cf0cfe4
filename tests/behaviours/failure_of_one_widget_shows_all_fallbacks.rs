//! If the wasm traps, all widgets of the page show their fallbacks, including later ones. The page's functions return
//! the reason, and other scripts go on.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_fell_back, all_run, all_show, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_fallback("stopped");
    let address = b.serve("/failure.html", page(SCRIPTS), &[]);
    b.go_to(&address).await?;
    all_run(b).await?;
    b.js::<Value>("window.ticks = 0; setInterval(() => { window.ticks += 1; }, 10); return null", &[]).await?;
    // Until all widgets have fallen back.
    b.break_wasm().await?;
    let finder = b.finder().await?;
    finder.enter("w").await?;
    all_fell_back(b, "stopped").await?;
    b.js::<Value>("window.repair(); return null", &[]).await?;

    // The widgets write no more to the console from now on.
    let calm = "const host = document.querySelector('gp-federation-finder');
        host.setAttribute('region', 'London');
        host.search = 'x';
        window.dispatchEvent(new Event('beforeprint'));
        window.dispatchEvent(new Event('afterprint'));
        window.dispatchEvent(new Event('popstate'));
        document.dispatchEvent(new CustomEvent('gpf-show-form', { detail: { form: 'charity' } }));
        return null";
    b.js::<Value>(calm, &[]).await?;
    let (search, ready): (String, String) = b
        .js_async(
            "let search = '';
             try { gpFederations.search({}); } catch (error) { search = error.code; }
             return [search, await gpFederations.ready.then(() => 'ready', (error) => error.code)];",
            &[],
        )
        .await?;
    // `ready` was resolved before. The calls report the error.
    ensure!(search == "stopped" && ["ready", "stopped"].contains(&&*ready), "search: {search:?}, ready: {ready:?}");
    all_fell_back(b, "stopped").await?;

    b.js::<Value>(
        "document.querySelector('main').append(document.createElement('gp-federation-guide')); return null",
        &[],
    )
    .await?;
    b.js::<Value>("document.querySelector('gp-federation-guide:last-child').scrollIntoView(); return null", &[])
        .await?;
    all_show(b, None, 4, "fallback: stopped").await?;
    b.wait_for("the page's own script", "return window.ticks > 3", &[]).await
}
