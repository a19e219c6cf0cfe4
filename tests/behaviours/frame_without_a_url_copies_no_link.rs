//! In a frame whose content is in an attribute or from a script, no link would lead back. So no link is copied, and the
//! element says why.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::Browser;

/// Fills the page with one frame. Its address is relative to nothing if it comes from a script.
const FRAMES: [(&str, &str); 2] = [
    ("about:srcdoc", "frame.srcdoc = arguments[0];"),
    ("blob:", "frame.src = URL.createObjectURL(new Blob([arguments[0]], { type: 'text/html' }));"),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let content = format!(
        "<!doctype html><html lang=\"en-GB\"><title>A frame</title>
         <gp-federation-finder loading=\"eager\"></gp-federation-finder>
         <gp-legal-form-comparison loading=\"eager\"></gp-legal-form-comparison>
         <script src=\"{}/gp-federations.js\"></script></html>",
        b.origin()
    );
    for (scheme, fill) in FRAMES {
        let page = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head>
            <body><main><h1>A page</h1></main></body></html>";
        b.open_written("/page.html", page).await?;
        let add = "const frame = document.createElement('iframe');
            Object.assign(frame, { title: 'Federations', width: 900, height: 700 });
            FILL
            document.querySelector('main').append(frame);";
        b.js::<()>(&add.replace("FILL", fill), &[json!(content)]).await?;
        b.enter_frame("iframe").await?;
        b.wait_for("the frame", "return location.href.startsWith(arguments[0])", &[json!(scheme)]).await?;
        b.keep_copies().await?;
        for tag in ["gp-federation-finder", "gp-legal-form-comparison"] {
            let element = b.finder_at(tag).await?;
            element.click(".gpf-copy-link").await?;
            element.eventually_contains(".gpf-done", "There is no link to copy, because this part").await?;
            ensure!(element.count(".gpf-link-field").await? == 0, "{scheme}: there is a link to copy by hand");
        }
        ensure!(b.js::<bool>("return !window.copied", &[]).await?, "{scheme}: a link is copied");
        b.leave_frame().await?;
    }
    Ok(())
}
