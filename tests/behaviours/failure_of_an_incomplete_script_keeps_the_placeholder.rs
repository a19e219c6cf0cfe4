//! A script that is incomplete, missing, or an error page: the editor's content stays, the browser's console message
//! names the script, and the page's other scripts run.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_keep_their_content, page, script};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // Each engine has its own message.
    for part in [
        "Invalid or unexpected token",
        "Unexpected end",
        "SyntaxError",
        "Unexpected EOF",
        "Unexpected token",
        "Script error",
    ] {
        b.allow_console(part);
    }
    b.allow_console("expected expression");
    let whole = script()?;
    let scripts =
        [&whole[..whole.len() / 2], &whole[..whole.len() - 20], &whole[..2_000], "<!doctype html><p>Sign in first</p>"];
    for cut in scripts {
        b.serve("/gp-federations.js", cut, &[]);
        let head = format!("{SCRIPTS}<script defer src=\"/after.js\"></script>");
        b.serve("/after.js", "window.ranAfter = true;", &[]);
        let address = b.serve("/failure.html", page(&head), &[]);
        b.go_to(&address).await?;
        all_keep_their_content(b).await?;
        let (after, lines): (bool, Vec<String>) = b.js("return [!!window.ranAfter, window.__recorded]", &[]).await?;
        ensure!(after, "the page's next script did not run");
        ensure!(lines.len() == 1, "not one line: {lines:?}");
    }
    Ok(())
}
