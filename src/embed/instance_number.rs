//! Numbers for the finders of a page, which make the names of landmarks unique.

use std::cell::RefCell;

thread_local! {
    /// Whether each number is used by a finder, from number 1.
    static IN_USE: RefCell<Vec<bool>> = const { RefCell::new(Vec::new()) };
}

/// A number that no other finder on the page has while this one is there.
pub(super) struct InstanceNumber(usize);

impl InstanceNumber {
    /// Takes the lowest free number.
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

    /// The number, counted from 1.
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
    fn instance_number_of_a_removed_element_is_reused() {
        let [first, second] = [InstanceNumber::acquire(), InstanceNumber::acquire()];
        assert_eq!([first.get(), second.get()], [1, 2]);
        drop(first);
        let [third, fourth] = [InstanceNumber::acquire(), InstanceNumber::acquire()];
        assert_eq!([third.get(), fourth.get()], [1, 3]);
    }
}
