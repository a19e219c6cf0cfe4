//! Runs one behaviour in one engine, from opening a page to checking the console.

use std::fmt::Write as _;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use browser_tests::durations::DURATIONS;
use browser_tests::retries::RETRIES;
use browser_tests::turns::{Turns, Weight};
use libtest_mimic::{Failed, Trial};

use super::browser::Browser;
use super::engine::Engine;
use super::server::Server;
use super::session::{Pool, runtime};
use super::waiting::within;

/// The time limit of a behaviour.
const TEST_TIMEOUT: Duration = Duration::from_secs(120);

/// The time limit for collecting details about the page after a failure.
const REPORT_LIMIT: Duration = Duration::from_secs(20);

/// Which tests can run at the same time.
pub(crate) static TURNS: Turns = Turns::new();

/// A named behaviour, written once for all engines.
#[derive(Clone, Copy)]
pub(crate) struct Behaviour {
    pub(crate) name: &'static str,
    pub(crate) weight: Weight,
    pub(crate) run: Run,
}

impl Behaviour {
    /// The name of its test in an engine, such as `chromium::search_narrows`.
    fn in_engine(self, engine: Engine) -> String {
        format!("{}::{}", engine.id(), self.name)
    }
}

/// The function of a behaviour: `async fn run(b: &mut Browser) -> Result<()>`.
pub(crate) type Run = for<'b> fn(&'b mut Browser) -> Pin<Box<dyn Future<Output = Result<()>> + 'b>>;

/// The test of one behaviour in one engine, named `chromium::search_narrows`.
pub(crate) fn trial(behaviour: Behaviour, pool: &Arc<Pool>, server: &Arc<Server>) -> Trial {
    let (pool, server) = (Arc::clone(pool), Arc::clone(server));
    let name = behaviour.in_engine(pool.engine);
    Trial::test(name.clone(), move || {
        // Before a session is taken, because another test could use it.
        let _turn = TURNS.take(behaviour.weight);
        attempt(behaviour, &pool, &server).or_else(|first| {
            // Three browsers on two busy cores sometimes lose a click. A test fails only if it fails again in a new
            // session.
            let first = first.message().unwrap_or_default();
            eprintln!("{name} failed once and is tried again: {first}");
            let second = attempt(behaviour, &pool, &server);
            RETRIES.note(&name, first, second.is_ok());
            second
        })
    })
}

fn attempt(behaviour: Behaviour, pool: &Pool, server: &Arc<Server>) -> Result<(), Failed> {
    let session = pool.take(behaviour.weight).map_err(|error| format!("{error:#}"))?;
    let mut browser = Browser::new(pool.engine, session, Arc::clone(server));
    // A panic in a behaviour must not keep its session, or all later tests of the engine would wait for it.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| watched(behaviour, &mut browser)));
    let outcome = outcome.unwrap_or_else(|_| Err("the test panicked: see its message above".to_owned()));
    match outcome {
        Ok(()) => pool.give_back(browser.into_session()),
        // The session might be broken, so the next test starts a new one.
        Err(_) => pool.discard(browser.into_session()),
    }
    outcome.map_err(Failed::from)
}

/// Runs the behaviour. Returns errors as a report.
fn watched(behaviour: Behaviour, browser: &mut Browser) -> Result<(), String> {
    runtime().block_on(async {
        let outcome = within(TEST_TIMEOUT, run(behaviour, browser)).await;
        match outcome.and_then(|it| it) {
            Ok(()) => Ok(()),
            Err(error) => Err(report(behaviour, browser, &error).await),
        }
    })
}

async fn run(behaviour: Behaviour, browser: &mut Browser) -> Result<()> {
    let begun = Instant::now();
    browser.calibrate().await?;
    browser.empty_devtools_log().await?;
    (behaviour.run)(browser).await?;
    let done = Instant::now();
    browser.check_geometry().await?;
    browser.check_console().await?;
    browser.leave().await.context("leaving the page")?;
    DURATIONS.note(&behaviour.in_engine(browser.engine), begun.elapsed(), done.elapsed());
    Ok(())
}

/// A complete report, for readers who have only this text.
async fn report(behaviour: Behaviour, browser: &mut Browser, error: &anyhow::Error) -> String {
    let mut text = format!("{error:#}\n  engine: {}", browser.engine);
    // A broken session might never return these.
    let facts = within(REPORT_LIMIT, async {
        let page = browser.address().await.unwrap_or_else(|error| format!("({error:#})"));
        let console = browser.console().await.unwrap_or_else(|error| vec![format!("({error:#})")]);
        let picture = browser.keep_picture(behaviour.name).await;
        (page, console, picture)
    });
    if let Ok((page, console, picture)) = facts.await {
        let _ = write!(text, "\n  page: {page}");
        let _ = write!(text, "\n  console: {}", if console.is_empty() { "empty" } else { "" });
        for line in console {
            let _ = write!(text, "\n    {line}");
        }
        if let Ok(file) = picture {
            let _ = write!(text, "\n  screenshot: {}", file.display());
        }
    }
    text
}
