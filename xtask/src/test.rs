//! All checks and tests, in one command.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::build::Profile;
use crate::command::{cannot_start, check_status, line};
use crate::progress::{self, Failures, Reported};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::{build, check, node_checks, npm, setup, size};

/// What to leave out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    is_native: bool,
    only: Option<String>,
    /// Part of the names of the screenshots to update. Empty for all of them.
    screenshots: Option<String>,
    /// Part of the names of the transcripts to update. Empty for all of them.
    transcripts: Option<String>,
}

impl TestOptions {
    /// Parses the arguments after `test`.
    pub(crate) fn parse(arguments: &[&str]) -> Result<Self> {
        match arguments {
            [] => Ok(Self::default()),
            ["--native"] => Ok(Self { is_native: true, ..Self::default() }),
            ["--only", pattern] => Ok(Self { only: Some((*pattern).to_owned()), ..Self::default() }),
            ["--update-screenshots"] => Ok(Self { screenshots: Some(String::new()), ..Self::default() }),
            ["--update-screenshots", pattern] => {
                Ok(Self { screenshots: Some((*pattern).to_owned()), ..Self::default() })
            }
            ["--update-transcripts"] => Ok(Self { transcripts: Some(String::new()), ..Self::default() }),
            ["--update-transcripts", pattern] => {
                Ok(Self { transcripts: Some((*pattern).to_owned()), ..Self::default() })
            }
            other => bail!(
                "`{}` is not an option of test: use --native, --only PATTERN, --update-screenshots [PATTERN] or \
                 --update-transcripts [PATTERN]",
                other.join(" ")
            ),
        }
    }
}

/// The native tests. With the same packages as in `check`, dependencies are compiled with the same features.
const NATIVE: [(&str, &[&str], &[&str]); 2] = [
    ("domain, views and xtask", &check::NATIVE, &[]),
    ("the browser tests' own logic", &check::BROWSER_TESTS, &["--lib"]),
];

const BROWSERS_STEP: &str = "tests in the browsers";
const SCREEN_READER_STEP: &str = "tests with a screen reader";
const LIGHTHOUSE_STEP: &str = "Lighthouse: accessibility and best practices of the pages";
const PACKAGES_STEP: &str = "npm packages: content, types, import on a server, apps with React and Vue";
const LONG_TASKS_STEP: &str = "no long task in the start of an element, processor 4x slower";
const SIZE_STEP: &str = "size of the script";

/// The prefix of the names of screen reader tests.
const SCREEN_READER: &str = "screen-reader::";

/// The prefix of the browser tests' lines about retried tests.
const TRIED_AGAIN: &str = "tried again: ";

/// How many tests passed and failed, and messages about single ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    passed: u32,
    failed: u32,
    /// The names of failed tests.
    names: Vec<String>,
    /// Lines about tests that failed once and were tried again.
    tried_again: Vec<String>,
}

impl fmt::Display for Totals {
    /// The last line is always the sum.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.tried_again.is_empty() {
            writeln!(f, "\nTests that failed once:")?;
            self.tried_again.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        writeln!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs what `options` do not leave out. The last line of the output sums up all tests.
pub(crate) fn test(project: &Project, options: &TestOptions) -> Result<()> {
    let mut totals = Totals::default();
    let mut failures = Failures::default();
    let result = match options {
        TestOptions { is_native: true, .. } => without_browsers(project, &mut totals, &mut failures),
        TestOptions { only: Some(pattern), .. } => one_behaviour(project, pattern, &mut totals),
        TestOptions { screenshots: Some(pattern), .. } => new_screenshots(project, pattern, &mut totals),
        TestOptions { transcripts: Some(pattern), .. } => new_transcripts(project, pattern, &mut totals),
        TestOptions { .. } => everything(project, &mut totals, &mut failures),
    };
    // The error that stopped everything comes last.
    let result = failures.keep(result).map(drop).and_then(|()| failures.into_result());
    if let Err(error) = &result {
        progress::report_failure(error);
    }
    print!("{totals}");
    result.map_err(|_| Reported.into())
}

/// Long steps run even after a failure, if their results are still useful.
fn everything(project: &Project, totals: &mut Totals, failures: &mut Failures) -> Result<()> {
    let toolbox = setup::for_test(project, steps())?;
    // Quick to run again, and code that does not compile cannot be tested.
    check::check(project, &toolbox)?;
    native(project, &toolbox, totals, failures)?;
    build::release(project, &toolbox)?;
    failures.keep(in_browsers(project, &toolbox, None, None, totals))?;
    failures.keep(with_screen_reader(project, &toolbox, None, totals))?;
    failures.keep(in_lighthouse(project, &toolbox, totals))?;
    failures.keep(as_packages(project, &toolbox, totals))?;
    failures.keep(on_slow_processor(project, &toolbox, totals))?;
    progress::run(SIZE_STEP, "cargo xtask size", || {
        size::size(project, &toolbox).and_then(|over| size::within_limit(&over))
    })
}

/// The steps of `everything`, in order.
fn steps() -> Vec<String> {
    let last = [BROWSERS_STEP, SCREEN_READER_STEP, LIGHTHOUSE_STEP, PACKAGES_STEP, LONG_TASKS_STEP, SIZE_STEP]
        .map(str::to_owned);
    let native = NATIVE.map(|(name, ..)| native_step(name));
    [check::steps(), native.into(), build::steps(Profile::Release), last.into()].concat()
}

/// The steps of a build and one more.
fn steps_of_build_and(last: &str) -> Vec<String> {
    [build::steps(Profile::Release), vec![last.to_owned()]].concat()
}

fn native_step(name: &str) -> String {
    format!("native tests: {name}")
}

/// Some of these tests run in Node, with npm packages.
fn without_browsers(project: &Project, totals: &mut Totals, failures: &mut Failures) -> Result<()> {
    let toolbox = Toolbox::default();
    let native_steps = NATIVE.map(|(name, ..)| native_step(name));
    progress::plan(project, npm::missing(project).into_iter().chain(native_steps).collect());
    npm::ensure(project, &toolbox)?;
    native(project, &toolbox, totals, failures)
}

fn one_behaviour(project: &Project, pattern: &str, totals: &mut Totals) -> Result<()> {
    let toolbox = setup::for_test(project, steps_of_build_and(BROWSERS_STEP))?;
    build::release(project, &toolbox)?;
    in_browsers(project, &toolbox, Some(pattern), None, totals)
}

fn new_screenshots(project: &Project, pattern: &str, totals: &mut Totals) -> Result<()> {
    let toolbox = setup::for_test(project, steps_of_build_and(BROWSERS_STEP))?;
    build::release(project, &toolbox)?;
    in_browsers(project, &toolbox, None, Some(pattern), totals)
}

fn new_transcripts(project: &Project, pattern: &str, totals: &mut Totals) -> Result<()> {
    let toolbox = setup::for_test(project, steps_of_build_and(SCREEN_READER_STEP))?;
    build::release(project, &toolbox)?;
    with_screen_reader(project, &toolbox, Some(pattern), totals)
}

fn native(project: &Project, toolbox: &Toolbox, totals: &mut Totals, failures: &mut Failures) -> Result<()> {
    for (name, packages, targets) in NATIVE {
        let mut command = toolbox.command("cargo");
        command.args(["test", "--no-fail-fast"]).args(packages).args(targets).current_dir(project.root());
        let alone = line(&command);
        failures.keep(progress::run(native_step(name), &alone, || counted(&mut command, totals)))?;
    }
    Ok(())
}

/// Runs the browser tests: only those whose name contains `only`, or only those that update the screenshots whose name
/// contains `screenshots`.
fn in_browsers(
    project: &Project,
    toolbox: &Toolbox,
    only: Option<&str>,
    screenshots: Option<&str>,
    totals: &mut Totals,
) -> Result<()> {
    let mut command = browser_tests(project, toolbox);
    match only {
        Some(only) => command.arg(only),
        None => command.args(["--skip", SCREEN_READER]),
    };
    command.envs(screenshots.map(|pattern| ("GPF_UPDATE_SCREENSHOTS", pattern)));
    progress::run(BROWSERS_STEP, "cargo xtask test --only NAME", || counted(&mut command, totals))
}

/// Screen reader tests run alone: beside other browsers, speech would take too long, and only one window has the focus.
fn with_screen_reader(
    project: &Project,
    toolbox: &Toolbox,
    transcripts: Option<&str>,
    totals: &mut Totals,
) -> Result<()> {
    let mut command = browser_tests(project, toolbox);
    command.arg(SCREEN_READER).envs(transcripts.map(|pattern| ("GPF_UPDATE_TRANSCRIPTS", pattern)));
    let again = format!("cargo xtask test --only {SCREEN_READER}");
    progress::run(SCREEN_READER_STEP, &again, || counted(&mut command, totals))
}

/// The command of the browser tests.
pub(crate) fn browser_tests(project: &Project, toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("cargo");
    command.arg("test").args(check::BROWSER_TESTS).args(["--test", "browser", "--"]);
    command.env("GPF_DIST", project.dist()).current_dir(project.root());
    command
}

fn in_lighthouse(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    progress::run(LIGHTHOUSE_STEP, "cargo xtask lighthouse", || {
        counted(&mut node_checks::LIGHTHOUSE.command(project, toolbox)?, totals)
    })
}

fn as_packages(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    progress::run(PACKAGES_STEP, "cargo xtask npm", || {
        counted(&mut node_checks::NPM.command(project, toolbox)?, totals)
    })
}

fn on_slow_processor(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    progress::run(LONG_TASKS_STEP, "cargo xtask long-tasks", || {
        counted(&mut node_checks::LONG_TASKS.command(project, toolbox)?, totals)
    })
}

/// Runs tests, prints their output and adds up their results.
pub(crate) fn counted(command: &mut Command, totals: &mut Totals) -> Result<()> {
    let failed_before = totals.names.len();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            writeln!(std::io::stdout(), "{line}")?;
            totals.add(&line);
        }
    }
    check_status(command, child.wait()?).with_context(|| failed_tests(&totals.names[failed_before..]))
}

/// The names of failed tests, up to a readable number.
fn failed_tests(names: &[String]) -> String {
    const SHOWN: usize = 20;
    let mut text = match names {
        [] => "no test failed".to_owned(),
        [one] => format!("1 test failed: {one}"),
        several => format!("{} tests failed: {}", several.len(), several[..several.len().min(SHOWN)].join(", ")),
    };
    if names.len() > SHOWN {
        text += ", …";
    }
    text
}

impl Totals {
    /// Adds a line such as `test result: ok. 5 passed; 0 failed; 0 ignored; …`, `test NAME ... FAILED` or `tried again:
    /// …`. Other lines are ignored.
    fn add(&mut self, line: &str) {
        if line.starts_with(TRIED_AGAIN) {
            self.tried_again.push(line.to_owned());
        }
        // Lines of Node's tests are longer.
        if let Some((name, end)) = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... "))
            && end.starts_with("FAILED")
        {
            self.names.push(name.trim_end().to_owned());
        }
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) else {
            return;
        };
        for count in counts.split("; ") {
            match count.split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step_times::StepTimes;

    #[test]
    fn test_results_are_added_up() {
        let mut totals = Totals::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 40 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.13s",
        ] {
            totals.add(line);
        }
        assert_eq!(totals, Totals { passed: 43, failed: 2, ..Totals::default() });
        assert_eq!(totals.to_string(), "43 passed, 2 failed\n");
    }

    #[test]
    fn summary_lists_failed_and_retried_tests() {
        let mut totals = Totals::default();
        for line in [
            "test chromium::sorts ... ok",
            "test webkit::sorts                                   ... FAILED",
            "test long_tasks::finder ... FAILED (longest task 80 ms)",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored",
            "tried again: firefox::sorts passed; the first failure: waited 10 s",
        ] {
            totals.add(line);
        }
        assert_eq!(failed_tests(&totals.names), "2 tests failed: webkit::sorts, long_tasks::finder");
        let text = totals.to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            lines.iter().any(|line| line.contains("firefox::sorts passed; the first failure: waited 10 s")),
            "{text}"
        );
        assert_eq!(lines.last(), Some(&"1 passed, 2 failed"));
    }

    #[test]
    fn long_list_of_failed_tests_is_truncated() {
        let names: Vec<String> = (0..300).map(|number| format!("test-{number}")).collect();
        let text = failed_tests(&names);
        assert!(text.starts_with("300 tests failed: test-0, ") && text.ends_with("test-19, …"), "{text}");
        assert_eq!(failed_tests(&[]), "no test failed");
    }

    #[test]
    fn every_planned_step_has_a_time() {
        let times = StepTimes::default();
        let planned = [steps(), build::steps(Profile::Development)].concat();
        assert!(planned.len() > 20, "{planned:?}");
        for step in planned {
            assert!(times.usual(&step).is_some(), "step_times.rs has no time for \"{step}\"");
        }
    }

    #[test]
    fn screenshot_comparison_javascript_tests_pass() {
        crate::command::pass_node_tests("tests/pictures/tests/");
    }

    #[test]
    fn unknown_option_is_rejected_with_the_known_ones() {
        assert_eq!(TestOptions::parse(&["--only", "axe"]).unwrap().only.as_deref(), Some("axe"));
        assert_eq!(TestOptions::parse(&["--update-screenshots"]).unwrap().screenshots.as_deref(), Some(""));
        assert_eq!(
            TestOptions::parse(&["--update-screenshots", "guide"]).unwrap().screenshots.as_deref(),
            Some("guide")
        );
        assert_eq!(TestOptions::parse(&["--update-transcripts", "map"]).unwrap().transcripts.as_deref(), Some("map"));
        assert!(TestOptions::parse(&["--fast"]).unwrap_err().to_string().contains("--native, --only PATTERN, "));
    }
}
