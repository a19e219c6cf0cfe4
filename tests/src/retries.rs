//! A list of the tests that failed once and passed or failed at the second attempt. Such a test is unreliable, so the
//! end of a run lists them all.

use std::sync::{Mutex, PoisonError};

use crate::excerpt::one_line;

/// The prefix of each line about a retried test. `xtask` repeats these lines at the end of its output.
pub const PREFIX: &str = "tried again: ";

/// The length of the first error in the list, in characters.
const SHOWN: usize = 400;

/// The retried tests of this run.
pub static RETRIES: Retries = Retries::new();

/// The tests of one run that failed once.
#[derive(Debug, Default)]
pub struct Retries {
    lines: Mutex<Vec<String>>,
}

impl Retries {
    /// An empty list.
    pub const fn new() -> Self {
        Self { lines: Mutex::new(Vec::new()) }
    }

    /// Records the error of a test, and the result of its second attempt.
    pub fn note(&self, name: &str, first_failure: &str, has_passed: bool) {
        let end = if has_passed { "passed" } else { "FAILED again" };
        let line = [PREFIX, name, " ", end, "; the first failure: ", &one_line(first_failure, SHOWN)].concat();
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    /// One line per test, in alphabetical order.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone();
        lines.sort();
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::Retries;

    #[test]
    fn each_retry_is_listed_with_its_first_failure() {
        let retries = Retries::new();
        assert!(retries.lines().is_empty());
        retries.note("webkit::sorts", "waited 10 s for the rows\n  engine: WebKitGTK", true);
        retries.note("firefox::sorts", "the console is not empty", false);
        assert_eq!(
            retries.lines(),
            [
                "tried again: firefox::sorts FAILED again; the first failure: the console is not empty",
                "tried again: webkit::sorts passed; the first failure: waited 10 s for the rows engine: WebKitGTK",
            ]
        );
    }

    #[test]
    fn long_failure_is_truncated_at_the_end() {
        let retries = Retries::new();
        retries.note("a", &["first ", &"x".repeat(100_000)].concat(), true);
        let line = retries.lines().remove(0);
        assert!(line.contains("first x") && line.len() < 600, "{line}");
    }
}
