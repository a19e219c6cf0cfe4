//! Memoised parts of views, which are only built again if their inputs have changed.

use std::sync::Arc;

use super::node::VNode;

/// Remembers the inputs of a part of a view, like Elm's `Html.lazy`.
///
/// Each part has a memo of its own, and must be the only node in its position in the view. If another node can be
/// there, call [`forget`](Self::forget).
#[derive(Debug)]
pub struct Memo<T>(Option<T>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Memo<T> {
    /// The part, or [`VNode::Keep`] if `inputs` have not changed since the last time.
    #[must_use]
    pub fn node(&mut self, inputs: T, make: impl FnOnce() -> VNode) -> VNode {
        if self.0.as_ref() == Some(&inputs) {
            return VNode::Keep;
        }
        self.0 = Some(inputs);
        make()
    }

    /// The part is not in the view any more, so it has to be built again next time.
    pub fn forget(&mut self) {
        self.0 = None;
    }
}

/// A large value that is compared by identity. A view of another value is built again, even if the values are equal.
#[derive(Debug)]
pub struct Identity<T>(Arc<T>);

impl<T> Identity<T> {
    /// The identity of a shared value. It keeps the value alive, so that no new value can get its address.
    #[must_use]
    pub fn of(shared: &Arc<T>) -> Self {
        Self(Arc::clone(shared))
    }
}

impl<T> PartialEq for Identity<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::node::{VNode, el};
    use super::{Identity, Memo};

    #[test]
    fn memo_renders_once_for_the_same_inputs() {
        let mut memo = Memo::default();
        let mut made = 0;
        let mut is_kept = |memo: &mut Memo<(u8, &'static str)>, inputs| {
            let node = memo.node(inputs, || {
                made += 1;
                el("p").into()
            });
            (matches!(node, VNode::Keep), made)
        };
        assert_eq!(is_kept(&mut memo, (1, "a")), (false, 1));
        assert_eq!(is_kept(&mut memo, (1, "a")), (true, 1));
        assert_eq!(is_kept(&mut memo, (1, "b")), (false, 2));
        // Only the last inputs are remembered.
        assert_eq!(is_kept(&mut memo, (1, "a")), (false, 3));
        memo.forget();
        assert_eq!(is_kept(&mut memo, (1, "a")), (false, 4));
    }

    #[test]
    fn identity_compares_pointers_and_not_values() {
        let one = Arc::new("a".to_owned());
        assert!(Identity::of(&one) == Identity::of(&Arc::clone(&one)));
        assert!(Identity::of(&one) != Identity::of(&Arc::new("a".to_owned())));
    }
}
