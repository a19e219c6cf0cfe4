//! Waiting for a browser: for a condition, for an idle page, always with a limit.

use std::fmt::Display;
use std::future::Future;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use browser_tests::excerpt::excerpt;
use browser_tests::patience::Limit;
use tokio::time::sleep;

/// How long a test waits for a condition. All limits of the harness are for an idle machine: `browser_tests::patience`
/// scales them for this one.
pub(crate) const WAIT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a program has to start listening.
pub(crate) const START: Duration = Duration::from_secs(20);

/// How long a WebDriver command can take before the session counts as broken.
pub(crate) const COMMAND_LIMIT: Duration = Duration::from_secs(40);

/// The length of values and scripts in messages, in characters.
pub(crate) const SHOWN: usize = 400;

/// Tries until the result is `Ok`. The message contains the last `Err`.
///
/// # Errors
/// Returns an error if the time is up, or an attempt fails for another reason.
pub(crate) async fn eventually<T, E: Display>(
    what: &str,
    attempt: impl AsyncFnMut() -> Result<Result<T, E>>,
) -> Result<T> {
    eventually_within(WAIT_TIMEOUT, what, attempt).await
}

/// The same as [`eventually`], with another time limit.
///
/// # Errors
/// See [`eventually`].
pub(crate) async fn eventually_within<T, E: Display>(
    most: Duration,
    what: &str,
    mut attempt: impl AsyncFnMut() -> Result<Result<T, E>>,
) -> Result<T> {
    let limit = Limit::of(most);
    loop {
        // Checked before the attempt: the last attempt begins after the limit, so that a machine that was suspended in
        // between does not cause a failure.
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

/// Awaits the result of a future, with a time limit.
///
/// # Errors
/// Returns an error, which contains the limit, if the time is up.
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
