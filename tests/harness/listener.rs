//! A user of keyboard and screen reader. Their spoken output is a transcript, kept in `tests/screen-reader` and
//! compared in the same way as screenshots.

use std::collections::BTreeSet;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::retries::RETRIES;
use browser_tests::transcript::{difference, normalised};
use browser_tests::turns::Weight;
use libtest_mimic::{Failed, Trial};
use serde_json::Value;

use super::browser::Browser;
use super::desktop::{self, Desktop};
use super::engine::{Engine, Programs};
use super::folders::tests_folder;
use super::server::Server;
use super::session::{Session, runtime};
use super::trial::TURNS;
use super::waiting::{eventually, within};

/// The prefix of the names of these tests.
pub(crate) const PREFIX: &str = "screen-reader::";

/// The time limit of a journey.
const JOURNEY_TIMEOUT: Duration = Duration::from_secs(90);

/// The file beside the transcripts that contains the versions they were made with.
const MADE_WITH: &str = "made-with.txt";

/// The pattern that `cargo xtask test --update-transcripts` passes to the tests. Empty for all.
const UPDATE: &str = "GPF_UPDATE_TRANSCRIPTS";

/// How to update the transcripts.
const HOW: &str = "`cargo xtask test --update-transcripts";

/// How long to wait for the effects of keys that only move the focus, in milliseconds of the page's clock.
const AFTER_MOVING: u32 = 60;

/// The same for keys that change something.
const AFTER_A_CHANGE: u32 = 400;

/// An announcement follows a pause of a second, in which Orca speaks about all other changes. On a busy machine Orca
/// needs longer, but the page's clock goes on, and Orca drops announcements if there are many changes. So timers of
/// this length wait until the test releases them.
const HELD_PAUSES: &str = "<script>{
    const { setTimeout, clearTimeout } = window;
    const held = new Map();
    window.setTimeout = (run, milliseconds, ...rest) => {
        const isPause = milliseconds >= 900;
        const id = setTimeout(isPause ? () => {} : run, isPause ? 0 : milliseconds, ...rest);
        if (isPause) held.set(id, run);
        return id;
    };
    window.clearTimeout = (id) => { held.delete(id); clearTimeout(id); };
    window.passPauses = () => {
        const all = [...held.values()];
        held.clear();
        for (const run of all) run();
    };
}</script>";

/// Part of the names of the transcripts to update. `None` compares them.
pub(crate) fn update() -> Option<String> {
    std::env::var(UPDATE).ok()
}

/// A named journey.
#[derive(Clone, Copy)]
pub(crate) struct Journey {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
}

/// The function of a journey: `async fn run(l: &mut Listener) -> Result<()>`.
pub(crate) type Run = for<'l> fn(&'l mut Listener) -> Pin<Box<dyn Future<Output = Result<()>> + 'l>>;

/// The current desktop, and how to start one.
pub(crate) struct Listeners {
    programs: Programs,
    server: Arc<Server>,
    /// Started with the first journey. The journeys run one after the other, because only one window has the focus.
    ready: Mutex<Option<(Desktop, Session)>>,
}

impl Listeners {
    /// The tests of all journeys, and one that checks that all transcripts exist. `missing` decides what to do if
    /// programs are missing: a failed test, or a line of output.
    pub(crate) fn trials(
        journeys: &'static [Journey],
        server: &Arc<Server>,
        missing: impl Fn(&str, &str, String) -> Option<Trial>,
    ) -> (Arc<Self>, Vec<Trial>) {
        let programs = Engine::Firefox.programs();
        let hindrance = programs.as_ref().err().cloned().or_else(desktop::missing);
        let programs = programs.unwrap_or_default();
        let listeners = Arc::new(Self { programs, server: Arc::clone(server), ready: Mutex::default() });
        if let Some(what) = hindrance {
            let trials = missing("WHAT A SCREEN READER SAYS", "screen-reader", what).into_iter().collect();
            return (listeners, trials);
        }
        let wanted = |journey: &&Journey| update().is_none_or(|pattern| journey.name.contains(&pattern));
        let mut trials: Vec<Trial> = journeys.iter().filter(wanted).map(|it| listeners.trial(*it)).collect();
        if update().is_none() {
            let complete = || are_complete(journeys).map_err(|error| format!("{error:#}").into());
            trials.push(Trial::test([PREFIX, "transcripts_are_complete"].concat(), complete));
        }
        (listeners, trials)
    }

    fn trial(self: &Arc<Self>, journey: Journey) -> Trial {
        let listeners = Arc::clone(self);
        let name = [PREFIX, journey.name].concat();
        Trial::test(name.clone(), move || {
            let _turn = TURNS.take(Weight::Heavy);
            listeners.attempt(journey).or_else(|first| {
                let first = format!("{first:#}");
                eprintln!("{name} failed once and is tried again: {first}");
                let second = listeners.attempt(journey);
                RETRIES.note(&name, &first, second.is_ok());
                second.map_err(|error| Failed::from(format!("{error:#}")))
            })
        })
    }

    fn attempt(&self, journey: Journey) -> Result<()> {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let (desktop, session) = match ready.take() {
            Some(both) => both,
            None => {
                let desktop = Desktop::start()?;
                let session = Session::on_desktop(&self.programs, &desktop)?;
                (desktop, session)
            }
        };
        let b = Browser::new(Engine::Firefox, session, Arc::clone(&self.server));
        let opened_at = desktop.utterances();
        let mut listener = Listener { b, desktop, opened_at, transcript: String::new() };
        let outcome = runtime().block_on(async {
            let heard = within(JOURNEY_TIMEOUT, listener.go(journey)).await.and_then(|it| it);
            heard.with_context(|| format!("what was heard until then:\n{}", listener.transcript.trim_end()))
        });
        let versions = versions(&listener.desktop, &self.programs);
        let Listener { b, desktop, transcript, .. } = listener;
        match outcome {
            Ok(()) => *ready = Some((desktop, b.into_session())),
            // The desktop might be broken, so the next journey starts a new one.
            Err(error) => {
                b.into_session().end();
                return Err(error);
            }
        }
        drop(ready);
        match update() {
            Some(_) => keep(journey.name, &transcript, &versions),
            None => compare(journey.name, &transcript, &versions),
        }
    }

    /// Ends the browser and the desktop.
    pub(crate) fn end(&self) {
        if let Some((_desktop, session)) = self.ready.lock().unwrap_or_else(PoisonError::into_inner).take() {
            session.end();
        }
    }
}

/// A page, a keyboard, and the spoken output.
pub(crate) struct Listener {
    pub(crate) b: Browser,
    desktop: Desktop,
    /// The number of utterances when the journey began.
    opened_at: usize,
    transcript: String,
}

impl Listener {
    async fn go(&mut self, journey: Journey) -> Result<()> {
        self.b.calibrate().await?;
        (journey.run)(self).await?;
        self.b.check_console().await?;
        self.b.leave().await.context("leaving the page")
    }

    /// Opens a page of an intranet with this content.
    ///
    /// # Errors
    /// Returns an error if it does not load.
    pub(crate) async fn open(&mut self, content: &str) -> Result<()> {
        let page = format!(
            "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Trust intranet</title>{HELD_PAUSES}\
             </head>\n\
             <body><main><h1>Trust intranet</h1>\n{content}\n\
             <script src=\"/gp-federations.js\" defer></script></main></body></html>"
        );
        self.b.open_written("/page.html", &page).await
    }

    /// Starts the transcript. The focus is at the beginning of the page, and Orca has read its first line.
    ///
    /// # Errors
    /// Returns an error if the page cannot be used with the keyboard, or Orca does not read it.
    pub(crate) async fn begin(&mut self) -> Result<()> {
        let first: String = self.b.js("return document.body.innerText.trim().split('\\n')[0]", &[]).await?;
        let is_read = |line: &String| line.starts_with(&first) && !line.ends_with("document web.");
        eventually("Orca to read the page's first line", async || {
            let said = self.desktop.said_since(self.opened_at);
            Ok(if said.iter().any(is_read) { Ok(()) } else { Err(said.join(" | ")) })
        })
        .await?;
        self.rest(AFTER_A_CHANGE).await?;
        let has_focus: bool = self.b.js("return document.hasFocus()", &[]).await?;
        ensure!(has_focus, "the window of Firefox does not have the focus");
        Ok(())
    }

    /// Presses the key that only moves the focus.
    ///
    /// # Errors
    /// Returns an error if the key does not arrive.
    pub(crate) async fn move_with(&mut self, key: &str) -> Result<String> {
        let from = self.desktop.utterances();
        self.desktop.press(key)?;
        self.hear(&format!("[{key}]"), from, AFTER_MOVING).await
    }

    /// Presses the key that changes something.
    ///
    /// # Errors
    /// Returns an error if the key does not arrive.
    pub(crate) async fn press(&mut self, key: &str) -> Result<String> {
        let from = self.desktop.utterances();
        self.desktop.press(key)?;
        self.hear(&format!("[{key}]"), from, AFTER_A_CHANGE).await
    }

    /// Presses the key without adding what is said to the transcript: for the first control of a page that begins with
    /// it. Orca has read it as the page's first line, and sometimes reads it again.
    ///
    /// # Errors
    /// Returns an error if the key does not arrive.
    pub(crate) async fn move_unrecorded(&mut self, key: &str) -> Result<()> {
        self.desktop.press(key)?;
        self.rest(AFTER_A_CHANGE).await
    }

    /// Types a text.
    ///
    /// # Errors
    /// Returns an error if the key presses do not arrive.
    pub(crate) async fn type_text(&mut self, text: &str) -> Result<String> {
        let from = self.desktop.utterances();
        self.desktop.type_text(text)?;
        self.hear(&format!("[types \"{text}\"]"), from, AFTER_A_CHANGE).await
    }

    /// Waits for a change without key presses, such as a list that loads.
    ///
    /// # Errors
    /// Returns an error if the change does not happen.
    pub(crate) async fn happens(&mut self, what: &str, script: &str) -> Result<String> {
        let from = self.desktop.utterances();
        self.b.js::<Value>(script, &[]).await?;
        self.hear(&format!("[{what}]"), from, AFTER_A_CHANGE).await
    }

    /// Presses the key that moves the focus until this text is spoken, up to `most` times.
    ///
    /// # Errors
    /// Returns an error if it is not spoken.
    pub(crate) async fn move_to(&mut self, key: &str, text: &str, most: usize) -> Result<()> {
        for _ in 0..most {
            if self.move_with(key).await?.contains(text) {
                return Ok(());
            }
        }
        bail!("no \"{text}\" after {most} times {key}");
    }

    /// Presses the key the given number of times.
    ///
    /// # Errors
    /// Returns an error if the key presses do not arrive.
    pub(crate) async fn move_times(&mut self, key: &str, times: usize) -> Result<()> {
        for _ in 0..times {
            self.move_with(key).await?;
        }
        Ok(())
    }

    /// Waits until the page is idle and all changes are spoken.
    async fn rest(&mut self, milliseconds: u32) -> Result<()> {
        self.b.settle(milliseconds).await?;
        self.desktop.wait_until_quiet()?;
        if milliseconds < AFTER_A_CHANGE {
            return Ok(());
        }
        self.b.js::<Value>("window.passPauses?.()", &[]).await?;
        self.b.settle(AFTER_MOVING).await?;
        self.desktop.wait_until_quiet()
    }

    /// Waits until all effects of the key are spoken, and adds them to the transcript.
    async fn hear(&mut self, cause: &str, from: usize, milliseconds: u32) -> Result<String> {
        self.rest(milliseconds).await?;
        let mut said: Vec<String> = self.desktop.said_since(from).iter().map(|line| normalised(line)).collect();
        said.retain(|line| !line.is_empty());
        let said = said.join("\n");
        let shown = if said.is_empty() { "(nothing)" } else { &said };
        self.transcript += &[cause, "\n", shown, "\n\n"].concat();
        Ok(said)
    }
}

fn folder() -> PathBuf {
    tests_folder().join("screen-reader")
}

fn file(name: &str) -> PathBuf {
    folder().join(name).with_extension("txt")
}

/// The versions of the programs that influence the spoken output.
fn versions(desktop: &Desktop, programs: &Programs) -> String {
    format!("Orca {}, Firefox {}\n", desktop.version(), programs.major_version())
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

fn compare(name: &str, transcript: &str, versions: &str) -> Result<()> {
    let kept = text(&file(name));
    let difference = difference(&kept, transcript);
    if difference.is_empty() && !kept.is_empty() {
        return Ok(());
    }
    let made_with = text(&folder().join(MADE_WITH));
    let note = match made_with == versions || made_with.is_empty() {
        true => String::new(),
        false => format!(
            "\n  Perhaps it is another version: the transcripts are of {}, and this is {}.",
            made_with.trim(),
            versions.trim()
        ),
    };
    bail!(
        "something else is said than tests/screen-reader/{name}.txt has (- before, + now):\n{difference}  Would a listener \
         understand it? If it is meant, run {HOW} {name}` and commit the file.{note}"
    )
}

fn keep(name: &str, transcript: &str, versions: &str) -> Result<()> {
    let difference = difference(&text(&file(name)), transcript);
    fs::write(file(name), transcript)?;
    if update().is_some_and(|pattern| pattern.is_empty()) || !folder().join(MADE_WITH).is_file() {
        fs::write(folder().join(MADE_WITH), versions)?;
    }
    println!("{name}: {}\n{difference}", if difference.is_empty() { "as before" } else { "changed" });
    Ok(())
}

/// Checks that every journey has a transcript, and every transcript a journey.
fn are_complete(journeys: &[Journey]) -> Result<()> {
    let expected: BTreeSet<String> =
        journeys.iter().map(|it| format!("{}.txt", it.name)).chain([MADE_WITH.to_owned()]).collect();
    let mut kept = BTreeSet::new();
    for entry in fs::read_dir(folder())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            kept.insert(name);
        }
    }
    ensure!(
        kept == expected,
        "tests/screen-reader holds {kept:?}, and the journeys have {expected:?}: run {HOW}`, delete what no journey has"
    );
    Ok(())
}
