//! In a sandbox, a page has no origin of its own, no storage, no cookies and often no control of the address bar: all
//! three elements run.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_run, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let synced = page(SCRIPTS).replace("-finder loading", "-finder url-sync loading");
    let inner = b.serve("/inner.html", synced.clone(), &[]);
    let frames = [
        format!("src=\"{inner}\""),
        // As in the preview of content management systems.
        format!("srcdoc=\"{}\"", synced.replace('&', "&amp;").replace('"', "&quot;")),
    ];
    for frame in frames {
        let outer = format!(
            "<!doctype html><html lang=\"en-GB\"><head><title>Around it</title></head>
             <body><iframe title=\"It\" width=\"900\" height=\"800\" sandbox=\"allow-scripts\" {frame}></iframe></body></html>"
        );
        let address = b.serve("/outer.html", outer, &[]);
        b.go_to(&address).await?;
        b.enter_frame("iframe").await?;
        all_run(b).await.with_context(|| format!("in a frame with {}", &frame[..20]))?;
        let origin: String = b.js("return window.origin", &[]).await?;
        ensure!(origin == "null", "the frame has an origin, {origin}: the test tests nothing");
        b.leave_frame().await?;
    }
    let address = b.serve("/policy.html", synced, &["Content-Security-Policy: sandbox allow-scripts"]);
    b.go_to(&address).await?;
    all_run(b).await.context("on a page that is sandboxed itself")
}
