//! Screenshots: each state of each scene beside its picture in `tests/screenshots`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::sync::{Arc, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use libtest_mimic::Trial;

use super::engine::Programs;
use super::folders::project_folder;
use super::fonts;
use super::is_ci;
use super::server::Server;
use super::session::Pool;
use super::shooting::{DONE, HOW, OTHER_CHROMIUM, baseline, folder, update};
use super::trial::trial;
use super::wordpress;
use crate::states::state::{Mode, picture};
use crate::states::{SCENES, Scene};

/// All baselines together are at most so many bytes.
const BUDGET: u64 = 4_000_000;

/// The file beside the baselines that says which Chromium made them.
const MADE_WITH: &str = "made-with-chromium.txt";

/// The table of what is covered.
const DOCUMENT: &str = "docs/SCREENSHOTS.md";

/// Between these lines of it, the table is made by [`tables`].
const TABLES: [&str; 2] = ["<!-- made by `cargo xtask test --update-screenshots` -->\n", "<!-- end -->\n"];

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

/// Why pages cannot be expected to look here as in the baselines.
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
            let link = |mode: &Mode| {
                format!("[{}](../tests/screenshots/{}.png)", mode.id(), picture(scene.name, state, *mode))
            };
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
/// When a file cannot be written, or the baselines are too large now.
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
