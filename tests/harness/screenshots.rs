//! Screenshots: each state of each scene beside its picture in `tests/screenshots`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::patience::Limit;
use libtest_mimic::Trial;

use super::browser::Browser;
use super::camera::Camera;
use super::comparer;
use super::engine::{Engine, Programs};
use super::fonts;
use super::is_ci;
use super::server::{Server, project_folder, tests_folder};
use super::session::Pool;
use super::trial::trial;
use super::waiting::WAIT_TIMEOUT;
use super::wordpress;
use crate::states::{Mode, SCENES, Scene, State};

/// All baselines together are at most so many bytes.
const BUDGET: u64 = 4_000_000;

/// The file beside the baselines that says which Chromium made them.
const MADE_WITH: &str = "made-with-chromium.txt";

/// The table of what is covered.
const DOCUMENT: &str = "docs/SCREENSHOTS.md";

/// Between these lines of it, the table is made by [`tables`].
const TABLES: [&str; 2] = ["<!-- made by `cargo xtask test --update-screenshots` -->\n", "<!-- end -->\n"];

/// What `cargo xtask test --update-screenshots` says to the tests: the pattern, empty for all.
const UPDATE: &str = "GPF_UPDATE_SCREENSHOTS";

/// How baselines are brought up to date.
const HOW: &str = "`cargo xtask test --update-screenshots";

/// Which Chromium made the baselines and which is here, where they differ.
static OTHER_CHROMIUM: OnceLock<String> = OnceLock::new();

/// What was done to the baselines in this run.
static DONE: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What is in the name of every picture that is to be taken anew; `None` where pictures are compared.
pub(crate) fn update() -> Option<&'static str> {
    static PATTERN: OnceLock<Option<String>> = OnceLock::new();
    PATTERN.get_or_init(|| std::env::var(UPDATE).ok()).as_deref()
}

/// The trials of all scenes, and one that looks whether the baselines are all there. `missing` says what to do about
/// something that is missing: a failed trial or a line.
pub(crate) fn trials(
    pool: &Arc<Pool>,
    programs: &Programs,
    server: &Arc<Server>,
    missing: impl Fn(&str, &str, String) -> Option<Trial>,
) -> Vec<Trial> {
    let mut trials = Vec::new();
    let hindrance = hindrance(programs);
    if let Some(what) = &hindrance {
        trials.extend(missing("HOW PAGES LOOK", "screenshots", what.clone()));
    }
    let is_wanted = |scene: &&Scene| {
        (!scene.trial.name.contains(wordpress::PREFIX) || wordpress::missing().is_none())
            && update().is_none_or(|pattern| scene.pictures().any(|name| name.contains(pattern)))
    };
    let scenes = SCENES.iter().filter(is_wanted);
    trials.extend(scenes.map(|scene| trial(scene.trial, pool, server).with_ignored_flag(hindrance.is_some())));
    if update().is_none() {
        let complete = || are_complete().map_err(|error| format!("{error:#}").into());
        trials.push(Trial::test("screenshots::are_complete", complete));
    }
    trials
}

/// Why pages can't be expected to look here as in the baselines.
fn hindrance(programs: &Programs) -> Option<String> {
    if let Some(what) = fonts::missing() {
        return Some(what);
    }
    let (here, made_with) = (programs.major_version(), made_with());
    if made_with.is_empty() || here == made_with || update().is_some() {
        return None;
    }
    let text = format!(
        "the baselines are of Chromium {made_with}, and this is Chromium {here}; to bring all of them up to date, run \
         {HOW}`, look at what changed, and commit it"
    );
    let text = OTHER_CHROMIUM.get_or_init(|| text).clone();
    // Where nobody looks they are compared all the same: most releases of Chromium change nothing.
    if is_ci() { None } else { Some(text) }
}

fn made_with() -> String {
    fs::read_to_string(folder().join(MADE_WITH)).unwrap_or_default().trim().to_owned()
}

fn folder() -> PathBuf {
    tests_folder().join("screenshots")
}

fn baseline(name: &str) -> PathBuf {
    folder().join(name).with_extension("png")
}

/// Prepares a session for a scene's pictures.
///
/// # Errors
/// When the session is broken.
pub(crate) async fn photograph(b: &Browser) -> Result<Shooting> {
    ensure!(b.engine == Engine::Chromium, "only Chromium's pictures are kept");
    let folder = project_folder().join("target/screenshots");
    fs::create_dir_all(&folder)?;
    Ok(Shooting { camera: Camera::begin(b).await?, folder, problems: Vec::new() })
}

/// The pictures of one scene while they are taken.
pub(crate) struct Shooting {
    camera: Camera,
    /// Where pictures of now go.
    folder: PathBuf,
    problems: Vec<String>,
}

impl Shooting {
    /// Takes all pictures of a state.
    ///
    /// # Errors
    /// When one can't be taken. One that looks different is a problem for later: all of them are wanted.
    pub(crate) async fn take(&mut self, b: &Browser, scene: &Scene, state: &State) -> Result<()> {
        let wanted = |mode: &&Mode| update().is_none_or(|pattern| scene.picture(state, **mode).contains(pattern));
        let modes: Vec<Mode> = state.modes.iter().filter(wanted).copied().collect();
        for &mode in &modes {
            let name = scene.picture(state, mode);
            self.camera.show_as(b, mode).await?;
            // What a browser does around paper.
            if mode == Mode::Print {
                b.js::<()>("dispatchEvent(new Event('beforeprint'))", &[]).await?;
            }
            let problem =
                self.take_one(b, &name, mode, state).await.with_context(|| format!("the screenshot {name}"))?;
            if mode == Mode::Print {
                b.js::<()>("dispatchEvent(new Event('afterprint'))", &[]).await?;
            }
            self.problems.extend(problem);
        }
        if modes.last().is_some_and(|mode| *mode != Mode::Desktop) {
            self.camera.show_as(b, Mode::Desktop).await?;
        }
        Ok(())
    }

    /// Takes a picture until it is like its baseline or, where it is not, until it stays the same.
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

    /// Makes the session what it was.
    ///
    /// # Errors
    /// When it is broken.
    pub(crate) async fn put_back(&self, b: &Browser) -> Result<()> {
        self.camera.end(b).await
    }

    /// What came out.
    ///
    /// # Errors
    /// When something looks different.
    pub(crate) fn end(self) -> Result<()> {
        if self.problems.is_empty() {
            return Ok(());
        }
        let note =
            OTHER_CHROMIUM.get().map(|note| format!("\n  Perhaps it is the browser: {note}.")).unwrap_or_default();
        bail!("{} screenshots are not as they were:\n    {}{note}", self.problems.len(), self.problems.join("\n    "))
    }
}

/// A problem with what to do about it.
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

/// Makes a picture of now the baseline.
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

/// All pictures that there should be.
fn names() -> BTreeSet<String> {
    SCENES.iter().flat_map(Scene::pictures).collect()
}

/// The names of those that are there, and how many bytes they have together.
fn kept() -> Result<(BTreeSet<String>, u64)> {
    let (mut names, mut bytes) = (BTreeSet::new(), 0);
    fs::create_dir_all(folder())?;
    for entry in fs::read_dir(folder())? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|end| end == "png") {
            bytes += entry.metadata()?.len();
            names.insert(entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    Ok((names, bytes))
}

/// Every picture is there, none is there for nothing, all are small enough, and the documentation lists them.
fn are_complete() -> Result<()> {
    let (expected, (kept, bytes)) = (names(), kept()?);
    let mut problems = Vec::new();
    let list = |names: &BTreeSet<String>, of: &BTreeSet<String>| {
        names.difference(of).map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let (missing, orphans) = (list(&expected, &kept), list(&kept, &expected));
    if !missing.is_empty() {
        problems.push(format!("no baseline in tests/screenshots: {missing}: run {HOW}` and commit what it makes"));
    }
    if !orphans.is_empty() {
        problems
            .push(format!("no state has these pictures of tests/screenshots: {orphans}: delete them, or run {HOW}`"));
    }
    if bytes > BUDGET {
        problems.push(format!(
            "the baselines have {bytes} bytes, the budget is {BUDGET}: give a state of tests/states fewer pictures or a \
             lower limit"
        ));
    }
    if documented()? != fs::read_to_string(project_folder().join(DOCUMENT))? {
        problems.push(format!("the table of {DOCUMENT} is not of these states: run {HOW}` and commit it"));
    }
    ensure!(problems.is_empty(), "{}", problems.join("\n    "));
    Ok(())
}

/// The document with the tables of today.
fn documented() -> Result<String> {
    let text = fs::read_to_string(project_folder().join(DOCUMENT))?;
    let (head, rest) = text.split_once(TABLES[0]).with_context(|| format!("{DOCUMENT} lacks {}", TABLES[0].trim()))?;
    let (_, tail) = rest.split_once(TABLES[1]).with_context(|| format!("{DOCUMENT} lacks {}", TABLES[1].trim()))?;
    Ok([head, TABLES[0], &tables(), TABLES[1], tail].concat())
}

/// A table a scene: its states, and their pictures to look at.
fn tables() -> String {
    let mut text = String::new();
    for scene in &SCENES {
        let _ = write!(text, "\n## {}\n\n| State | What it shows | Pictures |\n|---|---|---|\n", scene.title);
        for state in scene.states {
            let link =
                |mode: &Mode| format!("[{}](../tests/screenshots/{}.png)", mode.id(), scene.picture(state, *mode));
            let links: Vec<String> = state.modes.iter().map(link).collect();
            let links = if links.is_empty() { "none, for axe alone".to_owned() } else { links.join(", ") };
            let _ = writeln!(text, "| {} | {} | {links} |", state.name, state.shows);
        }
    }
    text.push('\n');
    text
}

/// After an update: takes away what no state has, writes the tables, and says what was done.
///
/// # Errors
/// When a file can't be written, or the baselines are too large now.
pub(crate) fn finish_update(programs: &Programs) -> Result<()> {
    let (expected, (kept, _)) = (names(), kept()?);
    let mut done = std::mem::take(&mut *DONE.lock().unwrap_or_else(PoisonError::into_inner));
    for orphan in kept.difference(&expected) {
        fs::remove_file(baseline(orphan))?;
        done.push(format!("{orphan}: removed, no state has it"));
    }
    if update() == Some("") || made_with().is_empty() {
        fs::write(folder().join(MADE_WITH), format!("{}\n", programs.major_version()))?;
    }
    fs::write(project_folder().join(DOCUMENT), documented()?)?;
    done.sort();
    println!("\n{} screenshots changed:", done.len());
    done.iter().for_each(|line| println!("  {line}"));
    let (kept, bytes) = self::kept()?;
    println!("{} screenshots, {bytes} bytes of {BUDGET}", kept.len());
    ensure!(
        bytes <= BUDGET,
        "the baselines are too large: give a state of tests/states fewer pictures or a lower limit"
    );
    Ok(())
}

/// Whether an update may begin.
///
/// # Errors
/// When it would leave baselines of two versions of Chromium, or nothing has a name like that.
pub(crate) fn may_update(programs: &Programs) -> Result<()> {
    let Some(pattern) = update() else { return Ok(()) };
    let (here, made_with) = (programs.major_version(), made_with());
    ensure!(
        pattern.is_empty() || made_with.is_empty() || here == made_with,
        "the baselines are of Chromium {made_with}, and this is Chromium {here}: bring all of them up to date, with {HOW}`"
    );
    ensure!(
        names().iter().any(|name| name.contains(pattern)),
        "no screenshot has \"{pattern}\" in its name; {DOCUMENT} lists them"
    );
    if let Some(what) = fonts::missing() {
        bail!("{what}");
    }
    Ok(())
}
