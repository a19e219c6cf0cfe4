//! Takes the screenshots of one scene and compares them with the baselines.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::patience::Limit;

use super::camera::Camera;
use super::comparer;
use super::state::{Mode, State, picture};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::folders::{project_folder, tests_folder};
use crate::harness::waiting::WAIT_TIMEOUT;

/// The pattern that `cargo xtask test --update-screenshots` passes to the tests. Empty for all.
const UPDATE: &str = "GPF_UPDATE_SCREENSHOTS";

/// How to update the baselines.
pub(super) const HOW: &str = "`cargo xtask test --update-screenshots";

/// The versions of Chromium, of the baselines and of this machine, if they differ.
pub(super) static OTHER_CHROMIUM: OnceLock<String> = OnceLock::new();

/// The changes to the baselines in this run.
pub(super) static DONE: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Part of the names of all pictures to update. `None` compares the pictures.
pub(crate) fn update() -> Option<&'static str> {
    static PATTERN: OnceLock<Option<String>> = OnceLock::new();
    PATTERN.get_or_init(|| std::env::var(UPDATE).ok()).as_deref()
}

pub(super) fn folder() -> PathBuf {
    tests_folder().join("screenshots")
}

pub(super) fn baseline(name: &str) -> PathBuf {
    folder().join(name).with_extension("png")
}

/// Prepares a session for a scene's screenshots.
///
/// # Errors
/// Returns an error if the session is broken.
pub(crate) async fn photograph(b: &Browser) -> Result<Shooting> {
    ensure!(b.engine == Engine::Chromium, "only Chromium's pictures are kept");
    let folder = project_folder().join("target/screenshots");
    fs::create_dir_all(&folder)?;
    Ok(Shooting { camera: Camera::begin(b).await?, folder, problems: Vec::new() })
}

/// The screenshots of one scene while they are taken.
pub(crate) struct Shooting {
    camera: Camera,
    /// The folder of the new pictures.
    folder: PathBuf,
    problems: Vec<String>,
}

impl Shooting {
    /// Takes all screenshots of a state.
    ///
    /// # Errors
    /// Returns an error if one cannot be taken. Differences are reported later, because all pictures are needed.
    pub(crate) async fn take(&mut self, b: &Browser, scene: &str, state: &State) -> Result<()> {
        for &mode in state.modes {
            let name = picture(scene, state, mode);
            self.camera.show_as(b, mode).await?;
            // The margins that a browser adds to a page of paper.
            if mode == Mode::Print {
                b.js::<()>("dispatchEvent(new Event('beforeprint'))", &[]).await?;
            }
            // A mode can leave traces in the page, such as the focus. So all are taken, but only those with the pattern
            // in their names are compared or kept.
            let problem = if update().is_none_or(|pattern| name.contains(pattern)) {
                self.take_one(b, &name, mode, state).await.with_context(|| format!("the screenshot {name}"))?
            } else {
                self.camera.take(b, mode, state).await.map(|_| None)?
            };
            if mode == Mode::Print {
                b.js::<()>("dispatchEvent(new Event('afterprint'))", &[]).await?;
            }
            self.problems.extend(problem);
        }
        if state.modes.last().is_some_and(|mode| *mode != Mode::Desktop) {
            self.camera.show_as(b, Mode::Desktop).await?;
        }
        Ok(())
    }

    /// Takes a screenshot until it matches its baseline or, if it does not, until it stays the same.
    async fn take_one(&self, b: &Browser, name: &str, mode: Mode, state: &State) -> Result<Option<String>> {
        let (taken, baseline) = (self.folder.join(name).with_extension("png"), baseline(name));
        let difference = self.folder.join(format!("{name}-difference.png"));
        for old in [&taken, &difference] {
            if old.exists() {
                fs::remove_file(old)?;
            }
        }
        let limit = Limit::of(WAIT_TIMEOUT);
        let mut before = Vec::new();
        loop {
            let picture = self.camera.take(b, mode, state).await?;
            fs::write(&taken, &picture)?;
            let is_there = baseline.is_file();
            let problem = if is_there { comparer::problem(&taken, &baseline, &difference)? } else { String::new() };
            if is_there && problem.is_empty() {
                fs::remove_file(taken)?;
                if difference.exists() {
                    fs::remove_file(difference)?;
                }
                return Ok(None);
            }
            if picture == before || limit.is_over() {
                if update().is_some() {
                    return replace(name, &taken, &problem).map(|()| None);
                }
                return Ok(Some(told(name, &problem)));
            }
            before = picture;
        }
    }

    /// Restores the session.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn put_back(&self, b: &Browser) -> Result<()> {
        self.camera.end(b).await
    }

    /// The result of the comparison.
    ///
    /// # Errors
    /// Returns an error if a picture is different.
    pub(crate) fn end(self) -> Result<()> {
        if self.problems.is_empty() {
            return Ok(());
        }
        let note =
            OTHER_CHROMIUM.get().map(|note| format!("\n  Perhaps it is the browser: {note}.")).unwrap_or_default();
        bail!("{} screenshots are not as they were:\n    {}{note}", self.problems.len(), self.problems.join("\n    "))
    }
}

/// A problem, and how to fix it.
fn told(name: &str, problem: &str) -> String {
    let files = "target/screenshots";
    if problem.is_empty() {
        return format!(
            "{name}: there is no tests/screenshots/{name}.png. Look at {files}/{name}.png; if it is right, run {HOW} \
             {name}` and commit the file"
        );
    }
    format!(
        "{name}: {problem}. Look at {files}/{name}-difference.png, red where it differs, and at {files}/{name}.png, how it is \
         now; if that is meant, run {HOW} {name}` and commit tests/screenshots/{name}.png"
    )
}

/// Makes a new picture the baseline.
fn replace(name: &str, taken: &Path, problem: &str) -> Result<()> {
    let baseline = baseline(name);
    comparer::shrink(taken, &baseline)?;
    let difference = taken.with_file_name(format!("{name}-difference.png"));
    let after = comparer::problem(taken, &baseline, &difference)?;
    ensure!(after.is_empty(), "the small picture is not like the large one: {after}");
    for file in [taken, &difference] {
        if file.exists() {
            fs::remove_file(file)?;
        }
    }
    let what = if problem.is_empty() { "new" } else { problem };
    DONE.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{name}: {what}"));
    Ok(())
}
