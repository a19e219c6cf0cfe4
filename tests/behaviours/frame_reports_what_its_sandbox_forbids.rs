//! In a frame that forbids downloads and printing, the finder does not claim that they happened.

use anyhow::{Result, ensure};

use crate::harness::Browser;

const REFUSED: &str = "This page does not allow";
const UNSURE: &str = "this page does not allow";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console("can escape its sandboxing");
    for (sandbox, download, print) in [
        ("allow-scripts allow-same-origin", REFUSED, REFUSED),
        ("allow-scripts allow-same-origin ALLOW-MODALS", REFUSED, ""),
        ("allow-scripts allow-same-origin allow-downloads", "CSV download started", REFUSED),
        ("allow-scripts", UNSURE, UNSURE),
    ] {
        for (element, button) in
            [("gp-federation-finder", ".gpf-download"), ("gp-legal-form-comparison", ".gpf-download")]
        {
            let inner = format!(
                "<!doctype html><html lang=en-GB><head><title>Inside</title><script>print = () => {{}}</script></head><body>
                 <{element} loading=eager></{element}><script src='gp-federations.js' defer></script></html>"
            );
            b.serve("/inner.html", inner, &["Content-Type: text/html; charset=utf-8"]);
            let page = format!(
                "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>A sandbox</title></head><body><main><h1>A sandbox</h1>
                 <iframe title=Inside width=900 height=700 sandbox='{sandbox}' src=inner.html></iframe></main></html>"
            );
            b.open_written("/sandbox.html", &page).await?;
            b.enter_frame("iframe").await?;
            let widget = b.finder_at(element).await?;
            widget.click(button).await?;
            widget.eventually_contains(".gpf-done", download).await?;
            widget.click(".gpf-print").await?;
            if print.is_empty() {
                let body = "return root.querySelector('.gpf-done').textContent === ''";
                widget.wait_for("no word of the download", body, &[]).await?;
            } else {
                widget.eventually_contains(".gpf-done", print).await?;
            }
            let said = widget.text(".gpf-done").await?;
            ensure!(!said.contains("started"), "{element}, sandbox={sandbox:?}: {said:?}");
            b.leave_frame().await?;
        }
    }
    Ok(())
}
