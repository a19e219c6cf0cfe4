//! How long each test and its parts took, without the time it waited for its turn or for a browser.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The durations of this run.
pub static DURATIONS: Durations = Durations::new();

/// The durations of the tests of one run.
#[derive(Debug, Default)]
pub struct Durations {
    entries: Mutex<Vec<(String, Duration, Duration)>>,
}

impl Durations {
    /// An empty list.
    pub const fn new() -> Self {
        Self { entries: Mutex::new(Vec::new()) }
    }

    /// Records how long the test with this name took, `checks` of it for the checks at the end of every test.
    pub fn note(&self, name: &str, whole: Duration, checks: Duration) {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push((name.to_owned(), whole, checks));
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// A table with tabs, the slowest test first: seconds, seconds of the checks at its end, name.
    pub fn table(&self) -> String {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner).clone();
        entries.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut table = "seconds\tchecks at the end\ttest\n".to_owned();
        for (name, whole, checks) in entries {
            let _ = writeln!(table, "{:.2}\t{:.2}\t{name}", whole.as_secs_f64(), checks.as_secs_f64());
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Durations;

    #[test]
    fn the_slowest_test_comes_first() {
        let durations = Durations::new();
        assert!(durations.is_empty());
        durations.note("firefox::sorts", Duration::from_millis(1500), Duration::from_millis(250));
        durations.note("webkit::sorts", Duration::from_millis(9000), Duration::ZERO);
        assert_eq!(
            durations.table(),
            "seconds\tchecks at the end\ttest\n9.00\t0.00\twebkit::sorts\n1.50\t0.25\tfirefox::sorts\n"
        );
    }
}
