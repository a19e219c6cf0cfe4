//! Tests the recorder itself: if it missed messages, the empty console of every other test would prove nothing.

use anyhow::Result;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: a warning");
    b.expect_console("console.error: an error");
    b.expect_console("unhandled rejection: Error: a rejection");
    b.expect_console("an exception");
    b.expect_console("securitypolicyviolation: img-src");
    b.allow_console("example.invalid/picture.png");
    // The same messages in Chromium's own log.
    for line in ["a warning", "an error", "a rejection"] {
        b.allow_console(line);
    }
    b.go_to(&format!("{}/pages/goes-wrong.html", b.origin())).await?;
    b.wait_for("the rejection to be heard", "return window.__recorded.some((line) => line.includes('rejection'))", &[])
        .await
}
