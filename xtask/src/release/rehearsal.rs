//! `cargo xtask rehearse`: makes the release in a fresh clone of the last commit, unpacks it, and installs and runs it as those
//! do who get it: on a static page, in WordPress, and in apps with npm.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::{INTEGRITY, RELEASES, SUMS, changelog, files_of};
use crate::command::{output, run};
use crate::hashes::{sha256, sri};
use crate::progress::{self, Failures};
use crate::project::{Project, VERSION};
use crate::test::Totals;
use crate::{archive, node_checks, setup, test};

const CLONE_STEP: &str = "clone the last commit";
const RELEASE_STEP: &str = "make the release in the clone";
const UNPACK_STEP: &str = "unpack the release and check its files";
const NPM_STEP: &str = "npm packages of the release, in apps";

/// The command.
const ALONE: &str = "cargo xtask rehearse";

/// Browser tests with the files of the release, by a part of their names.
const IN_BROWSERS: [(&str, &str); 2] =
    [("release on a static page", "release_"), ("release in WordPress", "wordpress_plugin_is_")];

/// The steps in their order.
fn steps() -> Vec<String> {
    let in_browsers = IN_BROWSERS.map(|(step, _)| step);
    [&[CLONE_STEP, RELEASE_STEP, UNPACK_STEP], &in_browsers[..], &[NPM_STEP]]
        .concat()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// Rehearses the release. What is not committed is not part of it.
pub(crate) fn rehearse(project: &Project) -> Result<()> {
    let toolbox = setup::for_test(project, steps())?;
    let folder = project.target().join("rehearsal");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let clone = folder.join("clone");
    progress::run(CLONE_STEP, ALONE, || {
        run(toolbox.command("git").args(["clone", "--quiet", "--"]).arg(project.root()).arg(&clone))?;
        let file = clone.join("CHANGELOG.md");
        // Before a release, what is new has no version yet.
        let today =
            String::from_utf8(output(toolbox.command("git").args(["log", "-1", "--format=%cs"]).current_dir(&clone))?)?;
        Ok(fs::write(&file, changelog::with_entry(&fs::read_to_string(&file)?, VERSION, today.trim()))?)
    })?;
    progress::run(RELEASE_STEP, ALONE, || {
        let mut cargo = toolbox.command("cargo");
        // The dependencies need not be compiled again: they are the same.
        cargo.args(["xtask", "release"]).env("CARGO_TARGET_DIR", project.target()).current_dir(&clone);
        run(&mut cargo)
    })?;
    let release = progress::run(UNPACK_STEP, ALONE, || unpack(&clone.join(RELEASES), &folder.join("unpacked")))?;

    let (mut totals, mut failures) = (Totals::default(), Failures::default());
    for (step, pattern) in IN_BROWSERS {
        let mut tests = test::browser_tests(project, &toolbox);
        tests.arg(pattern).env("GPF_DIST", &release);
        failures.keep(progress::run(step, ALONE, || test::counted(&mut tests, &mut totals)))?;
    }
    failures.keep(progress::run(NPM_STEP, ALONE, || {
        test::counted(&mut node_checks::NPM.command_for(project, &toolbox, &release)?, &mut totals)
    }))?;
    print!("{totals}");
    failures.into_result()
}

/// Unpacks the zip of the release and checks it. Returns the folder in it.
fn unpack(releases: &Path, to: &Path) -> Result<PathBuf> {
    let name = format!("gp-federations-{VERSION}");
    let zip = fs::read(releases.join(format!("{name}.zip"))).context("there is no zip file")?;
    let sum = fs::read_to_string(releases.join(format!("{name}.zip.sha256")))?;
    ensure!(sum == format!("{}  {name}.zip\n", sha256(&zip)), "the checksum of the zip file is wrong: {sum}");
    archive::unpack(&zip, to)?;
    let folder = to.join(name);
    check(&folder)?;
    Ok(folder)
}

/// Every file is in the list of checksums with its own, and the values for the `integrity` attribute are those of the scripts.
fn check(folder: &Path) -> Result<()> {
    let files = files_of(folder)?;
    let text = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("there is no {name}"));
    let sums = text(SUMS)?;
    let listed: BTreeSet<(&str, &str)> = sums.lines().filter_map(|line| line.split_once("  ")).collect();
    let mut count = 0;
    for (name, content) in files.iter().filter(|(name, _)| ![SUMS, INTEGRITY].contains(&&**name)) {
        let sum = sha256(content);
        ensure!(listed.contains(&(&*sum, &**name)), "{SUMS} does not have the checksum of {name}");
        count += 1;
    }
    ensure!(count == listed.len() && count > 0, "{SUMS} has {} files, the release {count}", listed.len());
    let integrity = text(INTEGRITY)?;
    let values: Vec<(&str, &str)> = integrity.lines().filter_map(|line| line.split_once("  ")).collect();
    ensure!(!values.is_empty(), "{INTEGRITY} has no values");
    for (name, value) in values {
        match files.iter().find(|(other, _)| other == name) {
            Some((_, content)) if sri(content) == value => {}
            Some(_) => bail!("{INTEGRITY} has another value for {name}"),
            None => bail!("{INTEGRITY} has {name}, which is not in the release"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{assemble, tests::Scratch};
    use super::*;
    use crate::step_times::StepTimes;

    #[test]
    fn assembled_release_is_unpacked_and_verified() {
        let scratch = Scratch::new("rehearsal");
        scratch.write("dist/gp-federations.js", "abc");
        scratch.write("dist/hosts/a.html", "<p>");
        assemble(&scratch.folder("dist"), &[], "{}", &scratch.folder("releases"), VERSION).unwrap();
        let folder = unpack(&scratch.folder("releases"), &scratch.folder("unpacked")).unwrap();
        assert_eq!(fs::read_to_string(folder.join("hosts/a.html")).unwrap(), "<p>");

        let problem = |change: &dyn Fn(), undo: &dyn Fn()| {
            change();
            let error = check(&folder).unwrap_err().to_string();
            undo();
            error
        };
        let write = |name: &str, content: &str| fs::write(folder.join(name), content).unwrap();
        let changed = problem(&|| write("hosts/a.html", "<b>"), &|| write("hosts/a.html", "<p>"));
        assert_eq!(changed, "SHA256SUMS does not have the checksum of hosts/a.html");
        let more = problem(&|| write("b.js", ""), &|| fs::remove_file(folder.join("b.js")).unwrap());
        assert_eq!(more, "SHA256SUMS does not have the checksum of b.js");
        let less = problem(&|| fs::remove_file(folder.join("hosts/a.html")).unwrap(), &|| write("hosts/a.html", "<p>"));
        assert_eq!(less, "SHA256SUMS has 3 files, the release 2");
        let integrity = fs::read_to_string(folder.join(INTEGRITY)).unwrap();
        let other = integrity.replace(&sri(b"abc"), &sri(b"abd"));
        let other = problem(&|| write(INTEGRITY, &other), &|| write(INTEGRITY, &integrity));
        assert_eq!(other, "INTEGRITY.txt has another value for gp-federations.js");
        check(&folder).unwrap();
    }

    #[test]
    fn every_step_has_a_time() {
        for step in steps() {
            assert!(StepTimes::default().usual(&step).is_some(), "step_times.rs has no time for \"{step}\"");
        }
    }
}
