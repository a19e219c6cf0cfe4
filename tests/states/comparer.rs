//! The program that compares pictures, `tests/pictures`: one process for all of them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::harness::folders::tests_folder;

/// Started with the first picture. It ends when its input is closed, at the end of the tests.
static RUNNING: Mutex<Option<Comparer>> = Mutex::new(None);

struct Comparer {
    _process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Compares a new picture with its baseline and returns the problem, or an empty string. If they differ, writes a
/// picture of the differences to `difference`.
///
/// # Errors
/// Returns an error if the pictures cannot be compared.
pub(super) fn problem(taken: &Path, baseline: &Path, difference: &Path) -> Result<String> {
    let answer = ask(&json!({ "compare": taken, "with": baseline, "difference": difference }))?;
    Ok(answer["problem"].as_str().context("the comparison gave no answer")?.to_owned())
}

/// Makes a new picture the baseline, compressed for the repository.
///
/// # Errors
/// Returns an error if the baseline cannot be written.
pub(super) fn shrink(taken: &Path, baseline: &Path) -> Result<()> {
    ask(&json!({ "shrink": taken, "to": baseline })).map(drop)
}

fn ask(question: &Value) -> Result<Value> {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    if running.is_none() {
        *running = Some(Comparer::start()?);
    }
    let comparer = running.as_mut().context("it runs")?;
    let answer = comparer.ask(question).inspect_err(|_| {
        // The next comparison starts another process.
        *running = None;
    })?;
    match answer["error"].as_str() {
        Some(error) => bail!("{question}: {error}"),
        None => Ok(answer),
    }
}

impl Comparer {
    fn start() -> Result<Self> {
        let mut command = Command::new("node");
        command.arg(tests_folder().join("pictures/main.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().context("Node.js compares the pictures and is not installed")?;
        let questions = process.stdin.take().context("it has an input")?;
        let answers = BufReader::new(process.stdout.take().context("it has an output")?);
        Ok(Self { _process: process, questions, answers })
    }

    fn ask(&mut self, question: &Value) -> Result<Value> {
        writeln!(self.questions, "{question}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        serde_json::from_str(&answer).context("tests/pictures ended; is pixelmatch installed? `cargo xtask setup`")
    }
}
