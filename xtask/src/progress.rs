//! Progress messages: one line per step with the elapsed time, and a number if it is one of the command's steps. A long
//! step has a second line with its usual duration and the next step. At the end, the failures.

use std::fmt::{self, Write as _};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use anyhow::Result;

use crate::project::Project;
use crate::step_times::{SHORT, StepTimes, about};

struct Steps {
    start: Instant,
    /// The name of the current step, if there is one.
    current: Option<String>,
    /// The steps of the running command, in order, without nested steps.
    plan: Plan,
    times: StepTimes,
    /// The last step without an explicit end, and its start: it lasts until the next one begins.
    open: Option<(String, Instant)>,
}

/// The steps of a command, in order.
#[derive(Default)]
struct Plan {
    steps: Vec<String>,
    /// The number of steps that have begun.
    begun: usize,
}

static STEPS: LazyLock<Mutex<Steps>> = LazyLock::new(|| {
    Mutex::new(Steps {
        start: Instant::now(),
        current: None,
        plan: Plan::default(),
        times: StepTimes::default(),
        open: None,
    })
});

fn steps() -> MutexGuard<'static, Steps> {
    STEPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reports the number of steps, and the usual duration of all of them.
pub(crate) fn plan(project: &Project, planned: Vec<String>) {
    let mut steps = steps();
    steps.times = StepTimes::of(project);
    if planned.len() > 1 {
        eprintln!("{}", summary(&planned, &steps.times));
    }
    steps.plan = Plan { steps: planned, begun: 0 };
}

fn summary(planned: &[String], times: &StepTimes) -> String {
    let seconds = planned.iter().filter_map(|step| times.usual(step)).sum();
    format!("{} steps, which usually take {} together.", planned.len(), about(seconds))
}

/// Reports the next step, which ends when another one begins.
pub(crate) fn begin(name: impl Into<String>) {
    let (step, _) = start(name.into());
    steps().open = Some((step, Instant::now()));
}

/// Runs one step: reports it, and adds its name to an error, even if other steps have begun or ended in between.
/// `alone` is the command that runs little else than this step.
pub(crate) fn run<T>(name: impl Into<String>, alone: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let (step, before) = start(name.into());
    let begin = Instant::now();
    let result = work();
    {
        let mut steps = steps();
        steps.end_open();
        steps.current = before;
        if result.is_ok() {
            let seconds = begin.elapsed().as_secs();
            steps.times.remember(&step, seconds);
            if seconds >= SHORT {
                note(&format!("done in {}:{:02}: {}", seconds / 60, seconds % 60, step));
            }
        }
    }
    result.map_err(|error| {
        // An error in a nested step belongs to the nested step.
        if error.is::<Failures>() {
            return error;
        }
        Failures(vec![Failure { step, alone: alone.to_owned(), reason: format!("{error:#}") }]).into()
    })
}

/// Reports a detail of the step, under its line.
pub(crate) fn note(text: &str) {
    eprintln!("           {text}");
}

/// Reports which step failed, and why.
pub(crate) fn report_failure(error: &anyhow::Error) {
    if error.is::<Reported>() {
        return;
    }
    let steps = steps();
    match (error.downcast_ref::<Failures>(), &steps.current) {
        (Some(failures), _) => eprintln!("\n{failures}"),
        (None, Some(step)) => eprintln!("error in the step \"{step}\": {error:#}"),
        (None, None) => eprintln!("error: {error:#}"),
    }
}

/// Begins a step, and returns its name and that of the step around it.
fn start(name: String) -> (String, Option<String>) {
    let mut steps = steps();
    steps.end_open();
    let number = steps.plan.begin(&name);
    let seconds = steps.start.elapsed().as_secs();
    let (shown, next) = (number.as_deref().unwrap_or_default(), steps.plan.next().filter(|_| number.is_some()));
    eprintln!("{shown:7} {}:{:02}  {name}", seconds / 60, seconds % 60);
    if let Some(text) = expectation(steps.times.usual(&name), next) {
        note(&text);
    }
    (name.clone(), steps.current.replace(name))
}

/// The usual duration of a step, if it is long, and the next step.
fn expectation(usual: Option<u64>, next: Option<&str>) -> Option<String> {
    let usual = usual.filter(|seconds| *seconds >= SHORT)?;
    Some(match next {
        Some(next) => format!("usually {}; next: {next}", about(usual)),
        None => format!("usually {}", about(usual)),
    })
}

impl Steps {
    /// The next step begins, so the open one is finished.
    fn end_open(&mut self) {
        if let Some((name, begin)) = self.open.take() {
            self.times.remember(&name, begin.elapsed().as_secs());
        }
    }
}

impl Plan {
    /// The number of this step and of all, such as "[3/5]". A step in another one has none.
    fn begin(&mut self, name: &str) -> Option<String> {
        self.begun += self.steps[self.begun..].iter().position(|step| step == name)? + 1;
        Some(format!("[{}/{}]", self.begun, self.steps.len()))
    }

    /// The step after the one that has begun.
    fn next(&self) -> Option<&str> {
        self.steps.get(self.begun).map(|it| &**it)
    }
}

/// A step that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Failure {
    step: String,
    alone: String,
    reason: String,
}

/// The failed steps: one, or several that ran independently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Failures(Vec<Failure>);

impl Failures {
    /// Records the error of a step. Other errors stop everything.
    pub(crate) fn keep<T>(&mut self, result: Result<T>) -> Result<Option<T>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                self.0.extend(error.downcast::<Self>()?.0);
                Ok(None)
            }
        }
    }

    /// Returns an error if there is one.
    pub(crate) fn into_result(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(self.into()) }
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = match self.0.len() {
            1 => "1 step failed:".to_owned(),
            count => format!("{count} steps failed:"),
        };
        for Failure { step, alone, reason } in &self.0 {
            let _ = write!(text, "\n- {step}");
            for line in reason.lines() {
                let _ = write!(text, "\n           {line}");
            }
            let _ = write!(text, "\n           alone: {alone}");
        }
        f.write_str(&text)
    }
}

impl std::error::Error for Failures {}

/// An error that has already been reported.
#[derive(Debug)]
pub(crate) struct Reported;

impl fmt::Display for Reported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("see above")
    }
}

impl std::error::Error for Reported {}

#[cfg(test)]
mod tests {
    use anyhow::{Context, anyhow};

    use super::*;

    #[test]
    fn long_step_shows_its_duration_and_the_next_step() {
        let names = ["install the npm packages", "compile the widget to WebAssembly", "pack", "serve"];
        let mut plan = Plan { steps: names.map(str::to_owned).into(), begun: 0 };
        assert_eq!((plan.begin(names[0]).as_deref(), plan.next()), (Some("[1/4]"), Some(names[1])));
        assert_eq!((plan.begin(names[2]).as_deref(), plan.next()), (Some("[3/4]"), Some(names[3])));
        // A nested step, although an earlier step had the same name.
        assert_eq!(plan.begin(names[0]), None);
        assert_eq!(plan.begin("pack: data"), None);
        assert_eq!((plan.begin(names[3]).as_deref(), plan.next()), (Some("[4/4]"), None));

        assert_eq!(expectation(Some(32), Some("pack")).as_deref(), Some("usually about 35 seconds; next: pack"));
        assert_eq!(expectation(Some(100), None).as_deref(), Some("usually about 2 minutes"));
        // Too short to be read, or never measured.
        assert_eq!(expectation(Some(2), Some("pack")), None);
        assert_eq!(expectation(None, Some("pack")), None);
        let planned = names.map(str::to_owned);
        assert_eq!(summary(&planned, &StepTimes::default()), "4 steps, which usually take about 2 minutes together.");
    }

    fn fails(name: &str) -> Result<()> {
        run(name, &format!("cargo xtask {name}"), || Err(anyhow!("no {name}").context("it went wrong")))
    }

    fn names(error: &anyhow::Error) -> Vec<&str> {
        error.downcast_ref::<Failures>().unwrap().0.iter().map(|it| &*it.step).collect()
    }

    #[test]
    fn a_failure_keeps_the_name_of_its_step() {
        let first = fails("clippy");
        // Other steps begin before the error is reported.
        run("rustdoc", "", || Ok(())).unwrap();
        begin("size");
        let text = first.unwrap_err().to_string();
        assert!(text.starts_with("1 step failed:\n- "), "{text}");
        for part in ["- clippy\n", "it went wrong: no clippy", "alone: cargo xtask clippy"] {
            assert!(text.contains(part), "\"{part}\" is not in: {text}");
        }
        assert!(!text.contains("rustdoc") && !text.contains("size"), "{text}");
    }

    #[test]
    fn innermost_failed_step_is_reported() {
        let error = run("test", "", || fails("install npm packages").context("nothing to start")).unwrap_err();
        assert_eq!(names(&error), ["install npm packages"]);
        // After it has succeeded, the outer step continues.
        let error = run("test", "", || {
            run("install npm packages", "", || Ok(()))?;
            Err::<(), _>(anyhow!("node is missing"))
        })
        .unwrap_err();
        assert_eq!(names(&error), ["test"]);
    }

    #[test]
    fn all_failed_steps_are_listed_in_order() {
        let mut failures = Failures::default();
        assert_eq!(failures.keep(run("good", "", || Ok(3))).unwrap(), Some(3));
        assert!(failures.keep(fails("browsers")).unwrap().is_none());
        failures.keep(run("also good", "", || Ok(()))).unwrap();
        // A step that consists of several.
        let mut several = Failures::default();
        several.keep(fails("formatting")).unwrap();
        several.keep(fails("rustdoc")).unwrap();
        failures.keep(several.into_result()).unwrap();
        let error = failures.into_result().unwrap_err();
        assert_eq!(names(&error), ["browsers", "formatting", "rustdoc"]);
        assert!(error.to_string().starts_with("3 steps failed:"));
    }

    #[test]
    fn no_failures_give_no_error() {
        let mut failures = Failures::default();
        failures.keep(Ok(())).unwrap();
        failures.into_result().unwrap();
        let stranger = failures_of(Err(anyhow!("HOME is not set"))).unwrap_err();
        assert_eq!(stranger.to_string(), "HOME is not set");
    }

    fn failures_of(result: Result<()>) -> Result<()> {
        let mut failures = Failures::default();
        failures.keep(result)?;
        failures.into_result()
    }
}
