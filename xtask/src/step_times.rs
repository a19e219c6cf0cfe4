//! The usual duration of each step: the last one on this machine, or the one in a table.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::project::Project;

/// Seconds on a new machine with 2 idle processors, measured in November 2026. A step has the time of the longest entry
/// that its name begins with.
const FIRST_RUN: [(&str, u64); 45] = [
    ("install Rust's wasm32-unknown-unknown target", 5),
    ("install the npm packages", 5),
    ("install Debian packages", 92),
    ("install Debian packages: php-codesniffer", 10),
    ("install geckodriver", 93),
    ("install wasm-bindgen-cli", 90),
    ("install trunk", 235),
    ("formatting", 1),
    ("format and lint of JavaScript", 1),
    ("types of JavaScript", 1),
    ("lint of style sheets", 3),
    ("format and lint of PHP", 1),
    ("licences and sources of all dependencies", 1),
    ("clippy: the native packages", 53),
    ("clippy: the browser tests", 33),
    ("clippy: what runs in a browser", 40),
    ("rustdoc: the native packages", 7),
    ("rustdoc: the browser tests", 1),
    ("rustdoc: what runs in a browser", 3),
    ("native tests: domain, views and xtask", 75),
    ("native tests: the browser tests' own logic", 47),
    ("compile the widget to WebAssembly", 90),
    ("compile the widget to WebAssembly, for release", 120),
    ("write the JavaScript around the WebAssembly", 3),
    ("pack", 10),
    ("pack:", 2),
    ("pack: 4 scripts", 61),
    ("pack with the scripts for one element", 66),
    ("build with Trunk", 75),
    ("compare Trunk's files", 1),
    ("tests in the browsers", 1110),
    ("tests with a screen reader", 85),
    ("Lighthouse", 42),
    ("npm packages", 14),
    ("no long task", 23),
    ("size of the script", 2),
    ("release:", 2),
    ("clone the last commit", 1),
    ("make the release in the clone", 240),
    ("unpack the release", 1),
    ("release on a static page", 20),
    ("release in WordPress", 60),
    ("npm packages of the release", 14),
    ("build after a change", 30),
    ("serve", 0),
];

/// Shorter steps end before their duration could be read.
pub(crate) const SHORT: u64 = 5;

/// The durations on this machine.
#[derive(Default)]
pub(crate) struct StepTimes {
    /// The file for the next run, if there is one.
    file: Option<PathBuf>,
    last: BTreeMap<String, u64>,
}

impl StepTimes {
    /// The durations of the last runs.
    pub(crate) fn of(project: &Project) -> Self {
        Self::from(project.target().join("step-times.tsv"))
    }

    /// A missing or damaged file counts as empty.
    fn from(file: PathBuf) -> Self {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let line = |line: &str| {
            let (seconds, entry) = line.split_once('\t')?;
            Some((entry.to_owned(), seconds.parse().ok()?))
        };
        let last = text.lines().filter_map(line).collect();
        Self { file: Some(file), last }
    }

    /// The usual duration of a step, in seconds. `None` if the step is not in the table.
    pub(crate) fn usual(&self, step: &str) -> Option<u64> {
        let (entry, seconds) = entry(step)?;
        Some(self.last.get(entry).copied().unwrap_or(seconds))
    }

    /// Stores the duration of a successful step.
    pub(crate) fn remember(&mut self, step: &str, seconds: u64) {
        let Some((entry, _)) = entry(step) else { return };
        self.last.insert(entry.to_owned(), seconds);
        if let Some(file) = &self.file {
            let lines: Vec<String> = self.last.iter().map(|(entry, seconds)| format!("{seconds}\t{entry}\n")).collect();
            // Without the file, the next run uses the table.
            let _ = fs::write(file, lines.concat());
        }
    }
}

/// The entry of a step in the table.
fn entry(step: &str) -> Option<(&'static str, u64)> {
    FIRST_RUN.into_iter().filter(|(entry, _)| step.starts_with(entry)).max_by_key(|(entry, _)| entry.len())
}

/// A duration in words, with sensible precision.
pub(crate) fn about(seconds: u64) -> String {
    match seconds {
        0..SHORT => "a few seconds".to_owned(),
        SHORT..90 => format!("about {} seconds", seconds.div_ceil(5) * 5),
        _ => format!("about {} minutes", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn step_uses_the_time_of_its_longest_matching_entry() {
        let times = StepTimes::default();
        assert_eq!(times.usual("pack"), Some(10));
        assert_eq!(times.usual("pack: 4 scripts (wasm optimised and compressed)"), Some(61));
        assert_eq!(times.usual("install Debian packages: nginx xvfb"), Some(92));
        assert_eq!(times.usual("compile the widget to WebAssembly, for release"), Some(120));
        assert_eq!(times.usual("dance"), None);
    }

    #[test]
    fn last_measured_time_on_this_machine_is_used() {
        let file = std::env::temp_dir().join(format!("gpf-step-times-{}.tsv", std::process::id()));
        fs::write(&file, "soon\tpack\nnonsense\n7\tformatting\n").unwrap();
        let mut times = StepTimes::from(file.clone());
        assert_eq!((times.usual("formatting"), times.usual("pack")), (Some(7), Some(10)));
        times.remember("install Debian packages: nginx", 4);
        times.remember("dance", 4);
        let again = StepTimes::from(file.clone());
        // The same entry, although other packages are missing.
        assert_eq!(again.usual("install Debian packages: php-cli"), Some(4));
        assert_eq!((again.usual("formatting"), again.usual("dance")), (Some(7), None));
        fs::remove_file(file).unwrap();
    }

    #[test]
    fn times_are_rounded() {
        for (seconds, text) in [
            (0, "a few seconds"),
            (5, "about 5 seconds"),
            (32, "about 35 seconds"),
            (89, "about 90 seconds"),
            (90, "about 2 minutes"),
            (1440, "about 24 minutes"),
        ] {
            assert_eq!(about(seconds), text);
        }
    }

    /// The commands of the README and their steps. `map` and `bench` are not measured.
    #[test]
    fn every_step_is_in_the_table() {
        const UNMEASURED: [&str; 3] = ["dissolve ", "fetch ", "measure "];
        let sources = crate::release::files_of(&Project::locate().unwrap().path("xtask/src")).unwrap();
        let mut count = 0;
        let is_own = |file: &str| ["progress.rs", "step_times.rs"].contains(&file);
        for (file, source) in sources.iter().filter(|(file, _)| !is_own(file)) {
            let source = String::from_utf8_lossy(source);
            // The text before the first call is not a call.
            let calls = ["progress::run(", "progress::begin("].map(|call| source.split(call).skip(1));
            for call in calls.into_iter().flatten() {
                let Some((first, rest)) = call.trim_start().trim_start_matches("format!(").split_once('"') else {
                    continue;
                };
                // A name in a constant is checked with the plans.
                if !first.trim().is_empty() {
                    continue;
                }
                let name = rest.split(['"', '{']).next().unwrap_or_default();
                count += 1;
                let is_known = FIRST_RUN.iter().any(|(entry, _)| name.starts_with(entry) || entry.starts_with(name));
                let is_unmeasured = UNMEASURED.iter().any(|start| name.starts_with(start));
                assert!(is_known || is_unmeasured, "{file}: step_times.rs has no time for \"{name}\"");
            }
        }
        assert!(count > 15, "only {count} steps were found");
    }
}
