//! When the widgets replace the static lists, the visible content does not move.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

/// As slow as on a busy machine, so that the lists are painted first.
const SLOW: &str = "<script>
    const compile = WebAssembly.compile;
    WebAssembly.compile = async (bytes) => {
        await new Promise((done) => setTimeout(done, 600));
        window.shownBefore = document.querySelector('gp-federation-finder').offsetHeight;
        return compile(bytes);
    };
</script>";

const SHIFTS: &str = "window.shifts = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    return null";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (width, height) in [(1280, 1000), (768, 1000), (500, 900)] {
        b.driver().set_window_rect(0, 0, width, height).await?;
        b.open_alone("gp-federations.html", SLOW).await?;
        let works = "return ['gp-federation-finder', 'gp-legal-form-comparison', 'gp-federation-guide']
            .map((it) => document.querySelector(it).shadowRoot)
            .every((root) => root.querySelector('.gpf') && !root.firstElementChild.matches('[style],[data-prerendered]'))";
        b.wait_for("the widgets", works, &[]).await?;
        let before: f64 = b.js("return window.shownBefore", &[]).await?;
        ensure!(before > 1000.0, "the list was not there before: {before}");
        let measures: bool =
            b.js("return PerformanceObserver.supportedEntryTypes.includes('layout-shift')", &[]).await?;
        ensure!(measures == b.engine.has_devtools(), "{} measures shifts: {measures}", b.engine);
        if !measures {
            continue; // Only Chromium measures this.
        }
        b.js::<Value>(SHIFTS, &[]).await?;
        b.settle(300).await?;
        let shift: f64 = b.js("return window.shifts", &[]).await?;
        ensure!(shift < 0.02, "at {width} pixels the page shifts by {shift}");
        // The measurement itself works: it would report this shift.
        let push = "document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'x' }));
            document.body.firstChild.style.height = '300px';
            return null";
        b.js::<Value>(push, &[]).await?;
        b.wait_for("a block that pushes the page down to count", "return window.shifts > 0.02", &[]).await?;
    }
    b.driver().set_window_rect(0, 0, 1280, 1000).await?;
    Ok(())
}
