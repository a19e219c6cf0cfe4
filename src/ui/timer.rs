//! Timers.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Does something once the browser has finished its current task.
pub fn run_soon(act: Box<dyn FnOnce()>) {
    run_after(Duration::ZERO, act);
}

/// Does something after a delay.
pub fn run_after(delay: Duration, act: Box<dyn FnOnce()>) {
    set_timeout(act, delay);
}

/// A timer that starts again each time it is set, and that stops with its element.
#[derive(Debug, Clone, Copy)]
pub struct Debounce(StoredValue<Option<TimeoutHandle>>);

impl Debounce {
    /// A timer that is not set.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "it belongs to the reactive owner that it is made under")]
    pub fn new() -> Self {
        let timer = Self(StoredValue::new(None));
        on_cleanup(move || timer.stop());
        timer
    }

    /// Calls `act` after a pause, unless the timer is set again before that.
    pub fn set(self, pause: Duration, act: Box<dyn FnOnce()>) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(act, pause).ok());
    }

    fn stop(self) {
        if let Some(Some(timer)) = self.0.try_update_value(Option::take) {
            timer.clear();
        }
    }
}
