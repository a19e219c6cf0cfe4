//! Time limits of the tests, scaled by the current speed of this machine.
//!
//! A limit is specified for an idle reference machine: 2 cores of 2024 without other work. During the tests, the same
//! pieces of work are measured repeatedly: a loop, each second, and a driver's round trip, at the beginning of each
//! test. The ratio to the reference machine is the slowdown, and the clock of all limits is slower by it: with a
//! slowdown of 3, a limit of 10 s ends after 30 s. The clock is up to [`MAX`] times slower, so that tests that hang end
//! eventually.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The maximum slowdown of the limits' clock.
pub const MAX: f64 = 10.0;

/// Iterations of the measured loop.
const TURNS: u32 = 1_600_000;

/// The duration of [`TURNS`] iterations on the reference machine, compiled as tests are: the minimum of 60 measurements
/// of fewer iterations on a 2-core machine with a load of 5. It is longer than one time slice of a processor, so that
/// the measurement includes waiting for other processes.
const REFERENCE_WORK: Duration = Duration::from_millis(12);

/// The maximum duration of a round trip through the driver on the reference machine, for a command that needs no work.
/// An estimate: it was not measured on an idle machine. A value that is too low makes limits longer, never shorter.
pub const REFERENCE_ROUND_TRIP: Duration = Duration::from_millis(12);

/// The interval of the loop's measurements: they take about 1% of one processor.
const INTERVAL: Duration = Duration::from_secs(1);

/// The number of recent measurements of one kind that count. Their mean is used, because a single one can be an
/// outlier.
const LAST: usize = 5;

/// Older measurements are no longer relevant.
const LIFETIME: Duration = Duration::from_secs(30);

/// The kinds of measurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The loop.
    Processor,
    /// Round trips of the engine with this name.
    RoundTrip(&'static str),
}

/// The clock of limits.
#[derive(Debug)]
pub struct Patience {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// The time up to which `passed` is computed.
    at: Instant,
    /// The time that has passed on the clock.
    passed: Duration,
    slowdown: f64,
    measured: HashMap<Kind, Vec<(Instant, f64)>>,
}

impl Patience {
    /// A clock that starts now, without measurements of this machine.
    pub fn new(now: Instant) -> Self {
        let state = State { at: now, passed: Duration::ZERO, slowdown: 1.0, measured: HashMap::new() };
        Self { state: Mutex::new(state) }
    }

    /// Adds a measurement: `took` on this machine, `reference` on the reference machine.
    pub fn note(&self, now: Instant, kind: Kind, took: Duration, reference: Duration) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.go_on(now);
        let last = state.measured.entry(kind).or_default();
        last.push((now, took.as_secs_f64() / reference.as_secs_f64()));
        if last.len() > LAST {
            last.remove(0);
        }
        state.measure(now);
    }

    /// The time that has passed on the clock since it started.
    pub fn passed(&self, now: Instant) -> Duration {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.go_on(now);
        state.passed
    }

    /// The current slowdown compared with the reference machine: between 1 and [`MAX`].
    pub fn slowdown(&self) -> f64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).slowdown
    }
}

impl State {
    fn go_on(&mut self, now: Instant) {
        let real = now.saturating_duration_since(self.at);
        self.passed += real.div_f64(self.slowdown);
        self.at = self.at.max(now);
    }

    fn measure(&mut self, now: Instant) {
        let means = self.measured.values().filter_map(|last| {
            let fresh: Vec<f64> =
                last.iter().filter(|(at, _)| now.saturating_duration_since(*at) < LIFETIME).map(|it| it.1).collect();
            (!fresh.is_empty()).then(|| fresh.iter().sum::<f64>() / fresh.len() as f64)
        });
        self.slowdown = means.fold(1.0, f64::max).min(MAX);
    }
}

/// The clock of this run. It is calibrated at its first use, and from then on each second.
pub fn patience() -> &'static Patience {
    static OF_THIS_RUN: LazyLock<Patience> = LazyLock::new(|| {
        let patience = Patience::new(Instant::now());
        for _ in 0..LAST {
            calibrate(&patience);
        }
        thread::spawn(|| {
            loop {
                thread::sleep(INTERVAL);
                calibrate(&OF_THIS_RUN);
            }
        });
        patience
    });
    &OF_THIS_RUN
}

fn calibrate(patience: &Patience) {
    let took = work();
    patience.note(Instant::now(), Kind::Processor, took, REFERENCE_WORK);
}

/// The measured loop. Returns its duration.
pub fn work() -> Duration {
    let begun = Instant::now();
    let mut number = 1_u32;
    for _ in 0..TURNS {
        number = black_box(number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    }
    black_box(number);
    begun.elapsed()
}

/// A time limit that is running.
#[derive(Debug)]
pub struct Limit {
    most: Duration,
    /// On the clock.
    begun: Duration,
    since: Instant,
}

impl Limit {
    /// Starts now, and ends when `most` has passed on the clock.
    pub fn of(most: Duration) -> Self {
        let since = Instant::now();
        Self { most, begun: patience().passed(since), since }
    }

    /// Whether the limit has ended.
    pub fn is_over(&self) -> bool {
        self.left().is_zero()
    }

    /// The minimum time until the limit can end.
    pub fn left(&self) -> Duration {
        let passed = patience().passed(Instant::now()).saturating_sub(self.begun);
        self.most.saturating_sub(passed)
    }

    /// The waiting time for messages: "10 s", or "32 s (10 s on an idle machine)".
    pub fn waited(&self) -> String {
        waited(self.since.elapsed(), self.most)
    }

    /// Tries every 20 ms until there is a result. Returns `None` if the limit ends first.
    pub fn poll<T>(&self, mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
        loop {
            // Checked before the attempt, because the last attempt begins after the limit.
            let is_over = self.is_over();
            match attempt() {
                None if !is_over => thread::sleep(Duration::from_millis(20)),
                answer => return answer,
            }
        }
    }
}

fn waited(real: Duration, most: Duration) -> String {
    let (real, most) = (real.as_secs().max(most.as_secs()), most.as_secs());
    if real <= most + most / 5 { format!("{real} s") } else { format!("{real} s ({most} s on an idle machine)") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);
    const SECOND: Duration = Duration::from_secs(1);

    fn seconds(patience: &Patience, at: Instant) -> f64 {
        (patience.passed(at).as_secs_f64() * 100.0).round() / 100.0
    }

    #[test]
    fn idle_machine_counts_real_time() {
        let start = Instant::now();
        let patience = Patience::new(start);
        assert_eq!(seconds(&patience, start + 4 * SECOND), 4.0);
        patience.note(start + 4 * SECOND, Kind::Processor, 10 * MS, 10 * MS);
        assert_eq!(seconds(&patience, start + 10 * SECOND), 10.0);
    }

    #[test]
    fn busy_machine_extends_limits() {
        let start = Instant::now();
        let patience = Patience::new(start);
        patience.note(start, Kind::Processor, 40 * MS, 10 * MS);
        assert_eq!(patience.slowdown(), 4.0);
        assert_eq!(seconds(&patience, start + 10 * SECOND), 2.5);
    }

    #[test]
    fn elapsed_time_is_not_changed_by_later_measurements() {
        let start = Instant::now();
        let patience = Patience::new(start);
        for second in 1..=5 {
            patience.note(start + second * SECOND, Kind::Processor, 10 * MS, 10 * MS);
        }
        // All of the recent measurements: the machine stays busy.
        for _ in 0..LAST {
            patience.note(start + 5 * SECOND, Kind::Processor, 50 * MS, 10 * MS);
        }
        assert_eq!(seconds(&patience, start + 5 * SECOND), 5.0);
        assert_eq!(seconds(&patience, start + 10 * SECOND), 6.0);
    }

    #[test]
    fn slowest_measurement_counts() {
        let start = Instant::now();
        let patience = Patience::new(start);
        patience.note(start, Kind::Processor, 20 * MS, 10 * MS);
        patience.note(start, Kind::RoundTrip("firefox"), 60 * MS, 10 * MS);
        patience.note(start, Kind::RoundTrip("webkit"), 10 * MS, 10 * MS);
        assert_eq!(patience.slowdown(), 6.0);
        patience.note(start + 2 * LIFETIME, Kind::Processor, 20 * MS, 10 * MS);
        assert_eq!(patience.slowdown(), 2.0, "what Firefox took a minute ago says nothing");
    }

    #[test]
    fn single_outlier_is_not_a_busy_machine() {
        let start = Instant::now();
        let patience = Patience::new(start);
        for _ in 0..20 {
            patience.note(start, Kind::Processor, 10 * MS, 10 * MS);
        }
        patience.note(start, Kind::Processor, 40 * MS, 10 * MS);
        assert!(patience.slowdown() < 1.7, "{}", patience.slowdown());
    }

    #[test]
    fn the_slowdown_has_bounds() {
        let start = Instant::now();
        let patience = Patience::new(start);
        patience.note(start, Kind::Processor, 5 * MS, 10 * MS);
        assert_eq!(patience.slowdown(), 1.0, "a quicker machine changes nothing");
        patience.note(start, Kind::RoundTrip("webkit"), 100 * SECOND, 10 * MS);
        assert_eq!(patience.slowdown(), MAX);
        assert_eq!(seconds(&patience, start + 10 * SECOND), 10.0 / MAX);
    }

    #[test]
    fn an_earlier_time_changes_nothing() {
        let start = Instant::now();
        let patience = Patience::new(start);
        let late = patience.passed(start + SECOND);
        assert_eq!(patience.passed(start), late);
        assert_eq!(patience.passed(start + SECOND), late);
    }

    #[test]
    fn limit_does_not_end_early() {
        let limit = Limit::of(30 * MS);
        assert!(!limit.is_over());
        let begun = Instant::now();
        assert_eq!(limit.poll(|| None::<()>), None);
        assert!(begun.elapsed() >= 29 * MS && limit.is_over(), "{:?}", begun.elapsed());
        assert_eq!(Limit::of(Duration::ZERO).poll(|| Some(1)), Some(1), "there is always one attempt");
    }

    #[test]
    fn messages_show_the_real_waiting_time() {
        assert_eq!(waited(10 * SECOND, 10 * SECOND), "10 s");
        assert_eq!(waited(9_990 * MS, 10 * SECOND), "10 s");
        assert_eq!(waited(32 * SECOND, 10 * SECOND), "32 s (10 s on an idle machine)");
    }

    #[test]
    fn calibration_work_is_not_optimised_away() {
        let took = work();
        assert!(took > MS, "{took:?}: the compiler has taken the work away");
    }
}
