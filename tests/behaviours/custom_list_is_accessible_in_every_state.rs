//! axe finds no violation while a list loads, with a notice, and with the report. Nothing is wider than a phone, and
//! users can type and hear announcements during the wait.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::custom_list::{hold_list, release_list};
use crate::states::is_accessible;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    is_accessible("custom_list", b).await?;
    b.open("custom-list-report.html").await?;
    let finder = b.finder().await?;
    finder.eventually_contains(".gpf-footer", "wrong-cells.csv").await?;
    finder.click(".gpf-report > summary").await?;
    fits(b, "with the report").await?;

    hold_list(&finder).await?;
    let progress = finder.find("progress").await?;
    let (role, name) = (b.role(&progress).await?, b.name(&progress).await?);
    ensure!(role == "progressbar" && name == "Loading held.csv", "the bar is a {role} named \"{name}\"");
    finder.eventually_contains("[role=status]", "Loading held.csv").await?;
    finder.search("second").await?;
    fits(b, "while a list is read").await?;

    release_list(&finder).await?;
    finder.eventually_shows(&["second".to_owned()]).await?;
    ensure!(finder.controls().await?[0] == "second", "what was typed meanwhile is gone");
    ensure!(b.focused().await?.starts_with("input#gpf-search"), "the focus is on {}", b.focused().await?);
    finder.eventually_contains("[role=status]", "1 federation of 2 matches").await?;

    b.expect_console("gp-federations (data-unusable)");
    finder.js::<Value>("host.src = '../lists/web-page.csv'; host.search = ''", &[]).await?;
    finder.search("").await?;
    finder.eventually_contains(".gpf-list-error", "web page").await?;
    fits(b, "with a notice").await?;

    // A phone: the same in a frame of 320 pixels.
    b.js::<Value>(
        "const frame = document.createElement('iframe');
         Object.assign(frame, { src: 'custom-list-report.html', title: 'A phone', width: 320, height: 600 });
         document.body.replaceChildren(frame)",
        &[],
    )
    .await?;
    b.enter_frame("iframe").await?;
    b.wait_for("the page in the frame", "return !!document.querySelector('gp-federation-finder')", &[]).await?;
    let finder = b.finder().await?;
    finder.eventually_contains(".gpf-footer", "wrong-cells.csv").await?;
    finder.click(".gpf-report > summary").await?;
    fits(b, "with the report on a phone").await
}

async fn fits(b: &Browser, state: &str) -> Result<()> {
    let body = "const { scrollWidth, clientWidth } = document.scrollingElement; return [scrollWidth, clientWidth]";
    let (page, window): (u32, u32) = b.js(body, &[]).await?;
    ensure!(page <= window, "{state}, the page is {page} wide in {window}");
    Ok(())
}
