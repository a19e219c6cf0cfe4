//! Which finder of its page is which: names of landmarks tell them apart by it.

use std::cell::RefCell;

thread_local! {
    /// Whether there is a finder of number 1, 2 and so on.
    static IN_USE: RefCell<Vec<bool>> = const { RefCell::new(Vec::new()) };
}

/// A number that no other finder of the page has while this one stands there.
pub(super) struct InstanceNumber(usize);

impl InstanceNumber {
    /// The lowest that is free.
    pub(super) fn acquire() -> Self {
        IN_USE.with_borrow_mut(|taken| {
            let free = taken.iter().position(|is_taken| !is_taken).unwrap_or(taken.len());
            match taken.get_mut(free) {
                Some(is_taken) => *is_taken = true,
                None => taken.push(true),
            }
            Self(free)
        })
    }

    /// It, counted from 1.
    pub(super) fn get(&self) -> u32 {
        self.0 as u32 + 1
    }
}

impl Drop for InstanceNumber {
    fn drop(&mut self) {
        IN_USE.with_borrow_mut(|taken| {
            if let Some(is_taken) = taken.get_mut(self.0) {
                *is_taken = false;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_one_that_has_gone_is_free_again() {
        let [first, second] = [InstanceNumber::acquire(), InstanceNumber::acquire()];
        assert_eq!([first.get(), second.get()], [1, 2]);
        drop(first);
        let [third, fourth] = [InstanceNumber::acquire(), InstanceNumber::acquire()];
        assert_eq!([third.get(), fourth.get()], [1, 3]);
    }
}
