//! What is being done, one numbered line a step with the time since the start.

use std::sync::{LazyLock, Mutex};
use std::time::Instant;

struct Steps {
    start: Instant,
    number: u32,
    name: String,
}

static STEPS: LazyLock<Mutex<Steps>> =
    LazyLock::new(|| Mutex::new(Steps { start: Instant::now(), number: 0, name: String::new() }));

/// Says what is done next.
pub(crate) fn begin(name: impl Into<String>) {
    let mut steps = STEPS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    steps.number += 1;
    steps.name = name.into();
    let seconds = steps.start.elapsed().as_secs();
    eprintln!("[{:2}] {}:{:02}  {}", steps.number, seconds / 60, seconds % 60, steps.name);
}

/// Says something about the step, under its line.
pub(crate) fn note(text: &str) {
    eprintln!("           {text}");
}

/// Says which step failed, and why.
pub(crate) fn report_failure(error: &anyhow::Error) {
    let steps = STEPS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if steps.number == 0 {
        eprintln!("error: {error:#}");
    } else {
        eprintln!("error in step {}, {}: {error:#}", steps.number, steps.name);
    }
}
