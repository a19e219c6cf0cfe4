//! Everything that has to hold, in one command.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command::{cannot_start, succeeded};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::{build, check, judged, setup, size, step};

/// What to leave out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    is_native: bool,
    only: Option<String>,
}

impl Options {
    /// Reads the words after `test`.
    pub(crate) fn parse(arguments: &[&str]) -> Result<Self> {
        match arguments {
            [] => Ok(Self::default()),
            ["--native"] => Ok(Self { is_native: true, only: None }),
            ["--only", pattern] => Ok(Self { is_native: false, only: Some((*pattern).to_owned()) }),
            other => bail!("`{}` is not an option of test: use --native or --only PATTERN", other.join(" ")),
        }
    }
}

/// What the native tests are of.
const NATIVE: [(&str, &[&str]); 3] = [
    ("core", &["--package", "gp-federations-core", "--package", "gp-federations-scan"]),
    ("xtask", &["--package", "xtask"]),
    ("the widget's logic", &["--package", "gp-federations", "--no-default-features", "--features", "ssr"]),
];

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    passed: u32,
    failed: u32,
}

/// Runs what `options` leave in. The last line of the output sums up all tests.
pub(crate) fn test(project: &Project, options: &Options) -> Result<()> {
    let mut totals = Totals::default();
    let result = match options {
        Options { is_native: true, .. } => native(project, &Toolbox::default(), &mut totals),
        Options { only: Some(pattern), .. } => one_behaviour(project, pattern, &mut totals),
        Options { .. } => everything(project, &mut totals),
    };
    println!("{} passed, {} failed", totals.passed, totals.failed);
    result
}

fn everything(project: &Project, totals: &mut Totals) -> Result<()> {
    let toolbox = setup::for_test(project)?;
    check::check(project, &toolbox)?;
    native(project, &toolbox, totals)?;
    build::release(project, &toolbox)?;
    let results = [
        in_browsers(project, &toolbox, None, totals),
        in_lighthouse(project, &toolbox, totals),
        on_slow_processor(project, &toolbox, totals),
    ];
    let whole = size::size(project, &toolbox)?;
    results.into_iter().collect::<Result<()>>()?;
    size::within_limit(whole)
}

fn one_behaviour(project: &Project, pattern: &str, totals: &mut Totals) -> Result<()> {
    let toolbox = setup::for_test(project)?;
    build::release(project, &toolbox)?;
    in_browsers(project, &toolbox, Some(pattern), totals)
}

fn native(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    for (name, package) in NATIVE {
        step::begin(format!("native tests: {name}"));
        counted(
            toolbox.command("cargo").args(["test", "--no-fail-fast"]).args(package).current_dir(project.root()),
            totals,
        )?;
    }
    Ok(())
}

fn in_browsers(project: &Project, toolbox: &Toolbox, only: Option<&str>, totals: &mut Totals) -> Result<()> {
    step::begin("tests in the browsers");
    let mut command = toolbox.command("cargo");
    command.args(["test", "--package", "browser-tests", "--"]).args(only);
    counted(command.env("GPF_DIST", project.dist()).current_dir(project.root()), totals)
}

fn in_lighthouse(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    step::begin("Lighthouse: accessibility and best practices of the pages");
    counted(&mut judged::LIGHTHOUSE.command(project, toolbox)?, totals)
}

fn on_slow_processor(project: &Project, toolbox: &Toolbox, totals: &mut Totals) -> Result<()> {
    step::begin("no long task in the start of an element, processor 4x slower");
    counted(&mut judged::LONG_TASKS.command(project, toolbox)?, totals)
}

/// Runs tests, shows what they print and adds up their results.
fn counted(command: &mut Command, totals: &mut Totals) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            writeln!(std::io::stdout(), "{line}")?;
            totals.add(&line);
        }
    }
    succeeded(command, child.wait()?)
}

impl Totals {
    /// Adds a line such as `test result: ok. 5 passed; 0 failed; 0 ignored; …`. Other lines say nothing.
    fn add(&mut self, line: &str) {
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

    #[test]
    fn results_add_up() {
        let mut totals = Totals::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 40 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.13s",
        ] {
            totals.add(line);
        }
        assert_eq!(totals, Totals { passed: 43, failed: 2 });
    }

    #[test]
    fn an_unknown_option_names_those_that_are_known() {
        assert_eq!(Options::parse(&["--only", "axe"]).unwrap().only.as_deref(), Some("axe"));
        assert!(Options::parse(&["--fast"]).unwrap_err().to_string().contains("--native or --only PATTERN"));
    }
}
