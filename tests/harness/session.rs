//! A pool of browser sessions, because starting a browser takes longer than most tests.

use std::path::Path;
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use browser_tests::patience::{Kind, MAX, REFERENCE_ROUND_TRIP, patience};
use browser_tests::retries::RETRIES;
use browser_tests::turns::Weight;
use tempfile::TempDir;
use thirtyfour::{TimeoutConfiguration, WebDriver};
use tokio::runtime::Runtime;

use super::desktop::Desktop;
use super::engine::{Engine, Programs};
use super::process::{Running, Screen, free_port};
use super::waiting::{COMMAND_LIMIT, within};

/// How long a browser has to quit. After that it is killed.
const QUIT_LIMIT: Duration = Duration::from_secs(5);

/// How long a browser has to start.
const START_LIMIT: Duration = Duration::from_secs(60);

/// Our clock decides, which runs slower on a busy machine. The driver's own limits are longer than our longest wait.
fn never_before_ours() -> Duration {
    COMMAND_LIMIT.mul_f64(MAX) + Duration::from_secs(10)
}

/// The size of a window at the start of a test, in CSS pixels.
const WINDOW: (u32, u32) = (1280, 1000);

/// The number of round trips that are measured at the beginning of a test.
const ROUND_TRIPS: usize = 2;

/// The single runtime of all sessions.
pub(crate) fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("the async runtime starts")
    })
}

/// One browser and its driver. Each browser has its own driver, because two of the three drivers can control only one.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    process: Running,
    home: TempDir,
    screen: Option<Screen>,
    weight: Weight,
}

impl Session {
    /// Starts a browser for tests of this weight, in a window on `desktop` if there is one.
    async fn start(engine: Engine, programs: &Programs, weight: Weight, desktop: Option<&Desktop>) -> Result<Self> {
        // One per browser: if two windows share a screen, only one has the focus.
        let screen = (engine.needs_screen() && desktop.is_none()).then(Screen::start).transpose()?;
        let display = screen.as_ref().map(|screen| &*screen.display);
        let home = tempfile::Builder::new().prefix("gpf-browser-").tempdir()?;
        let port = free_port()?;
        let mut command = engine.driver(programs, weight, port, home.path(), display)?;
        if let Some(desktop) = desktop {
            desktop.put(&mut command);
        }
        let mut process = Running::start(&mut command)?;
        process.wait_for_port(port)?;
        let capabilities = engine.capabilities(programs, home.path(), desktop.is_none());
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
            .request_timeout(never_before_ours())
            .await
            .with_context(|| format!("{engine} did not start"))?;
        driver
            .update_timeouts(TimeoutConfiguration::new(
                Some(never_before_ours()),
                Some(never_before_ours()),
                Some(Duration::ZERO),
            ))
            .await?;
        driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
        Ok(Self { driver, process, home, screen, weight })
    }

    /// Starts Firefox in a window of this desktop, where a screen reader can read it.
    ///
    /// # Errors
    /// Returns an error if it does not start.
    pub(crate) fn on_desktop(programs: &Programs, desktop: &Desktop) -> Result<Self> {
        runtime().block_on(async {
            let started =
                within(START_LIMIT, Self::start(Engine::Firefox, programs, Weight::Light, Some(desktop))).await;
            started.context("Firefox does not start")?
        })
    }

    /// Sends a few empty commands. The time they take shows how busy this engine is.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn calibrate(&self, engine: Engine) -> Result<()> {
        within(COMMAND_LIMIT, async {
            for _ in 0..ROUND_TRIPS {
                let begun = Instant::now();
                self.driver.execute("return null", []).await?;
                let kind = Kind::RoundTrip(engine.id());
                patience().note(Instant::now(), kind, begun.elapsed(), REFERENCE_ROUND_TRIP);
            }
            Ok(())
        })
        .await?
    }

    /// A folder that is removed at the end of the session.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Ends the browser and its driver.
    pub(crate) fn end(self) {
        let Self { driver, process, home, screen, .. } = self;
        runtime().block_on(async {
            let _ = within(QUIT_LIMIT, driver.clone().quit()).await;
        });
        // Without this, dropping the handle would try to quit a broken session again, and wait for it.
        let _ = driver.leak();
        drop((process, screen, home));
    }
}

/// The sessions of one engine: up to `limit`, started when they are needed.
pub(crate) struct Pool {
    pub(crate) engine: Engine,
    programs: Programs,
    limit: usize,
    lent: Mutex<Lent>,
    returned: Condvar,
}

#[derive(Default)]
struct Lent {
    idle: Vec<Session>,
    alive: usize,
}

impl Pool {
    pub(crate) fn new(engine: Engine, programs: Programs, limit: usize) -> Self {
        Self { engine, programs, limit, lent: Mutex::default(), returned: Condvar::new() }
    }

    /// Lends a session for a test of this weight. If all are in use, waits for one.
    ///
    /// # Errors
    /// Returns an error if a browser does not start after two attempts.
    pub(crate) fn take(&self, weight: Weight) -> Result<Session> {
        let mut lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(session) = lent.idle.pop() {
                if !self.engine.is_different_for(session.weight, weight) {
                    return Ok(session);
                }
                drop(lent);
                session.end();
                break;
            }
            if lent.alive < self.limit {
                lent.alive += 1;
                drop(lent);
                break;
            }
            lent = self.returned.wait(lent).unwrap_or_else(PoisonError::into_inner);
        }
        // Try again: another program might have taken the port, or the machine was too busy.
        let session = self.start(weight).or_else(|first| {
            let first = format!("{first:#}");
            eprintln!("{} does not start and is started again: {first}", self.engine);
            let second = self.start(weight);
            RETRIES.note(&format!("the start of {}", self.engine), &first, second.is_ok());
            second
        });
        if session.is_err() {
            self.one_less();
        }
        session
    }

    /// Returns a working session to the pool.
    pub(crate) fn give_back(&self, session: Session) {
        self.lent.lock().unwrap_or_else(PoisonError::into_inner).idle.push(session);
        self.returned.notify_one();
    }

    /// Ends a session that might be broken. The next test gets a new one.
    pub(crate) fn discard(&self, session: Session) {
        session.end();
        self.one_less();
    }

    /// Ends every idle session.
    pub(crate) fn close(&self) {
        let idle = std::mem::take(&mut self.lent.lock().unwrap_or_else(PoisonError::into_inner).idle);
        for session in idle {
            self.discard(session);
        }
    }

    fn one_less(&self) {
        self.lent.lock().unwrap_or_else(PoisonError::into_inner).alive -= 1;
        self.returned.notify_one();
    }

    fn start(&self, weight: Weight) -> Result<Session> {
        runtime().block_on(async {
            let started = within(START_LIMIT, Session::start(self.engine, &self.programs, weight, None)).await;
            started.with_context(|| format!("{} does not start", self.engine))?
        })
    }
}
