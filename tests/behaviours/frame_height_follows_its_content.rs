//! With the documented listener, a frame is as high as its content, and messages from elsewhere do not change its
//! height.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::documents::block;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

const COUNT: &str = "<script>window.messages = 0; addEventListener('message', () => window.messages++);</script>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let listener = block("iframe.md", "addEventListener('message'")?;
    let code = listener.trim().lines().filter(|line| !line.contains("script>")).count();
    ensure!(code <= 10, "the listener takes {code} lines");
    let head = [COUNT, &listener].concat();
    let _server = Framed { head: &head, ..Framed::default() }.open(b).await?;
    let long = follows(b).await?;
    ensure!(long > 1000, "20 federations are {long} high");

    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    finder.enter("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    b.driver().enter_default_frame().await?;
    b.wait_for("a lower frame", "return document.querySelector('iframe').clientHeight < arguments[0]", &[long.into()])
        .await?;
    let short = follows(b).await?;

    // Other windows send messages, too: this page and a second frame are not the listener's frame.
    let pretend = "window.postMessage({ type: 'gpf-resize', height: 5 }, '*');
        const other = document.body.appendChild(document.createElement('iframe'));
        other.title = 'other';
        other.contentWindow.eval(\"parent.postMessage({ type: 'gpf-resize', height: 7 }, '*')\");
        return null";
    b.js::<Value>(pretend, &[]).await?;
    b.settle(200).await?;
    ensure!(follows(b).await? == short, "another window changed the frame");

    let messages: u32 = b.js("return window.messages", &[]).await?;
    ensure!(messages < 40, "{messages} messages: frame and content chase each other");
    b.settle(400).await?;
    let later: u32 = b.js("return window.messages", &[]).await?;
    ensure!(later == messages, "messages go on while nothing happens");
    Ok(())
}

/// Waits until the frame shows all of its content without scrolling, and returns its height.
async fn follows(b: &mut Browser) -> Result<u32> {
    b.enter_frame("iframe").await?;
    b.finder().await?;
    let fits = "const { scrollHeight } = document.scrollingElement;
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        return innerHeight === height && scrollHeight <= innerHeight";
    b.wait_for("the frame to fit its content", fits, &[]).await?;
    b.driver().enter_default_frame().await?;
    b.js("return document.querySelector('iframe').clientHeight", &[]).await
}
