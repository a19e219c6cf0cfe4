//! Waiting for a browser: until something is so, until a page has come to rest, and not for ever.

use std::fmt::Display;
use std::future::Future;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use browser_tests::excerpt::excerpt;
use browser_tests::patience::Limit;
use tokio::time::sleep;

/// How long a page may take to become what a test waits for. As all limits of the harness it is that of an idle machine:
/// `browser_tests::patience` says how long that is on this one.
pub(crate) const WAIT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a program that the tests start may take until it answers.
pub(crate) const START: Duration = Duration::from_secs(20);

/// How long one WebDriver command may take before the session counts as broken.
pub(crate) const COMMAND_LIMIT: Duration = Duration::from_secs(40);

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
