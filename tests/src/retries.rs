//! Which tests failed once and were tried again: a test that passes at the second try is not a sound one, so the end of a
//! run lists them all.

use std::sync::{Mutex, PoisonError};

use crate::excerpt::one_line;

/// How each line about a test that was tried again begins. `xtask` repeats these lines at the end of everything.
pub const PREFIX: &str = "tried again: ";

/// So much of the first failure is shown, in characters.
const SHOWN: usize = 400;

/// What failed once in this run.
pub static RETRIES: Retries = Retries::new();

/// The tests of one run that failed once.
#[derive(Debug, Default)]
pub struct Retries {
    lines: Mutex<Vec<String>>,
}

impl Retries {
    /// None so far.
    pub const fn new() -> Self {
        Self { lines: Mutex::new(Vec::new()) }
    }

    /// Keeps why a test failed, and how its second try ended.
    pub fn note(&self, name: &str, first_failure: &str, has_passed: bool) {
        let end = if has_passed { "passed" } else { "FAILED again" };
        let line = [PREFIX, name, " ", end, "; the first failure: ", &one_line(first_failure, SHOWN)].concat();
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    /// One line a test, in the order of the alphabet.
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
    fn each_is_listed_with_its_first_failure() {
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
    fn a_long_failure_keeps_its_beginning() {
        let retries = Retries::new();
        retries.note("a", &["first ", &"x".repeat(100_000)].concat(), true);
        let line = retries.lines().remove(0);
        assert!(line.contains("first x") && line.len() < 600, "{line}");
    }
}
