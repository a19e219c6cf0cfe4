//! Waiting for a browser: until something is so, until a page has come to rest, and not for ever.

use std::fmt::Display;
use std::future::Future;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use browser_tests::excerpt::excerpt;
use browser_tests::patience::Limit;
use serde_json::Value;
use tokio::time::sleep;

use super::browser::Browser;

/// How long a page may take to become what a test waits for. As all limits of the harness it is that of an idle machine:
/// `browser_tests::patience` says how long that is on this one.
pub(crate) const WAIT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a program that the tests start may take until it answers.
pub(crate) const START: Duration = Duration::from_secs(20);

/// How much of a value or a script a message shows, in characters.
pub(crate) const SHOWN: usize = 400;

/// Tries until the answer is `Ok`; the last `Err` goes into the message.
///
/// # Errors
/// When time is up, or a try fails for another reason.
pub(crate) async fn eventually<T, E: Display>(
    what: &str,
    attempt: impl AsyncFnMut() -> Result<Result<T, E>>,
) -> Result<T> {
    eventually_within(WAIT_TIMEOUT, what, attempt).await
}

/// As [`eventually`], for what takes longer or may not take as long.
///
/// # Errors
/// As [`eventually`].
pub(crate) async fn eventually_within<T, E: Display>(
    most: Duration,
    what: &str,
    mut attempt: impl AsyncFnMut() -> Result<Result<T, E>>,
) -> Result<T> {
    let limit = Limit::of(most);
    loop {
        // Asked before the attempt: the last one is made after the end, so that a machine that stood still in between
        // does not count.
        let is_over = limit.is_over();
        match attempt().await? {
            Ok(value) => return Ok(value),
            Err(last) if is_over => {
                bail!("waited {} for {what}; last seen: {}", limit.waited(), excerpt(&last.to_string(), 4 * SHOWN))
            }
            Err(_) => sleep(Duration::from_millis(25)).await,
        }
    }
}

/// What comes within a limit.
///
/// # Errors
/// When the limit ends first; says after how long.
pub(crate) async fn within<T>(most: Duration, future: impl Future<Output = T>) -> Result<T> {
    let limit = Limit::of(most);
    let end = async {
        while !limit.is_over() {
            sleep(limit.left()).await;
        }
    };
    tokio::select! {
        biased;
        value = future => Ok(value),
        () = end => Err(anyhow!("not done after {}", limit.waited())),
    }
}

impl Browser {
    /// Waits until all has happened that the page would do within so many milliseconds if nobody did anything: for
    /// assertions that something does *not* happen.
    ///
    /// It is the page's own clock that runs. A page's timers run in the order of their times, however busy the machine
    /// is: what had been set for an earlier time than ours has run when ours does. Then the page has 2 frames painted, and
    /// all tasks that were waiting done. Time that only passes on the tests' side would say nothing of that.
    ///
    /// # Errors
    /// When the session is broken.
    pub(crate) async fn settle(&self, milliseconds: u32) -> Result<()> {
        let rest = "await new Promise((done) => setTimeout(done, arguments[0]));
            // No frames come to a page that can't be seen.
            const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 1000); });
            await frame();
            await frame();
            const { port1, port2 } = new MessageChannel();
            await new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
            await new Promise((done) => setTimeout(done));
            return null";
        self.js_async::<Value>(rest, &[milliseconds.into()]).await.map(drop)
    }
}
