//! Which tests can run at the same time. Most tests wait for their browser nearly all the time, so they run
//! together. A few keep a processor busy for long, or measure a duration: those run alone, after all others.

use std::sync::{Condvar, Mutex, PoisonError};

/// The load that a test causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Runs at the same time as others.
    Light,
    /// Runs alone.
    Heavy,
}

/// Lets each test wait for its turn.
#[derive(Debug, Default)]
pub struct Turns {
    running: Mutex<Running>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Running {
    light: usize,
    /// Light tests that wait for a heavy one to end.
    waiting: usize,
    is_heavy: bool,
}

/// The turn ends when this value is dropped.
#[derive(Debug)]
pub struct Turn<'a> {
    turns: &'a Turns,
    weight: Weight,
}

impl Turns {
    /// No test is running.
    pub const fn new() -> Self {
        let running = Running { light: 0, waiting: 0, is_heavy: false };
        Self { running: Mutex::new(running), changed: Condvar::new() }
    }

    /// Waits until a test of this weight can run. Light tests go first: their number is limited, and the machine is
    /// idle less often if it waits only once for the last of several tests to end.
    pub fn take(&self, weight: Weight) -> Turn<'_> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        match weight {
            Weight::Light => {
                running.waiting += 1;
                running = self
                    .changed
                    .wait_while(running, |running| running.is_heavy)
                    .unwrap_or_else(PoisonError::into_inner);
                running.waiting -= 1;
                running.light += 1;
            }
            Weight::Heavy => {
                running = self
                    .changed
                    .wait_while(running, |it| it.is_heavy || it.light > 0 || it.waiting > 0)
                    .unwrap_or_else(PoisonError::into_inner);
                running.is_heavy = true;
            }
        }
        drop(running);
        Turn { turns: self, weight }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut running = self.turns.running.lock().unwrap_or_else(PoisonError::into_inner);
        match self.weight {
            Weight::Light => running.light -= 1,
            Weight::Heavy => running.is_heavy = false,
        }
        drop(running);
        self.turns.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::sync::{Barrier, mpsc};
    use std::thread;
    use std::time::Duration;

    use super::{Turns, Weight};

    /// Long enough to be sure that a thread is waiting. A longer time changes nothing.
    const MOMENT: Duration = Duration::from_millis(50);

    #[test]
    fn light_tests_run_side_by_side() {
        let turns = Turns::new();
        let all_have_one = Barrier::new(8);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _turn = turns.take(Weight::Light);
                    // No thread passes the barrier before all of them have a turn.
                    all_have_one.wait();
                });
            }
        });
    }

    #[test]
    fn a_heavy_test_runs_alone() {
        let turns = Turns::new();
        let (running, heavy) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for at in 0..40 {
                let (turns, running, heavy) = (&turns, &running, &heavy);
                scope.spawn(move || {
                    let weight = if at % 4 == 0 { Weight::Heavy } else { Weight::Light };
                    let _turn = turns.take(weight);
                    let others = running.fetch_add(1, SeqCst);
                    if weight == Weight::Heavy {
                        assert_eq!(others, 0, "a heavy test runs beside {others}");
                        heavy.fetch_add(1, SeqCst);
                    }
                    thread::yield_now();
                    assert!(weight == Weight::Light || running.load(SeqCst) == 1, "somebody started beside it");
                    running.fetch_sub(1, SeqCst);
                });
            }
        });
        assert_eq!(heavy.into_inner(), 10);
    }

    #[test]
    fn light_tests_go_first() {
        let turns = Turns::new();
        let (say, said) = mpsc::channel();
        thread::scope(|scope| {
            let first = turns.take(Weight::Light);
            let (turns, heavy_says) = (&turns, say.clone());
            scope.spawn(move || {
                let _turn = turns.take(Weight::Heavy);
                heavy_says.send("heavy").unwrap();
            });
            assert!(said.recv_timeout(MOMENT).is_err(), "the heavy test did not wait");
            // It waits. A light test only needs that no heavy one is running.
            let second = turns.take(Weight::Light);
            say.send("light").unwrap();
            drop((first, second));
        });
        drop(say);
        assert_eq!(said.iter().collect::<Vec<_>>(), ["light", "heavy"]);
    }

    #[test]
    fn turn_ends_if_its_test_panics() {
        let turns = Turns::new();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _turn = turns.take(Weight::Heavy);
            panic!("as a test does");
        }));
        assert!(caught.is_err());
        drop(turns.take(Weight::Light));
        drop(turns.take(Weight::Heavy));
    }
}
