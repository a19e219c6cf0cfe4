//! Parts of a view that are only made again if what they are made of has changed.

use std::sync::Arc;

use super::node::VNode;

/// Remembers what a part of a view was made of: Elm's `Html.lazy`.
///
/// The part has a memo of its own, and its place in the view has no other node. Otherwise [`forget`](Self::forget).
#[derive(Debug)]
pub struct Memo<T>(Option<T>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Memo<T> {
    /// The part, or [`VNode::Keep`] if it is made of the same `inputs` as the last time.
    #[must_use]
    pub fn node(&mut self, inputs: T, make: impl FnOnce() -> VNode) -> VNode {
        if self.0.as_ref() == Some(&inputs) {
            return VNode::Keep;
        }
        self.0 = Some(inputs);
        make()
    }

    /// The part is not in the view any more, so it has to be made again.
    pub fn forget(&mut self) {
        self.0 = None;
    }
}

/// Something large that is not compared: a view that shows another one is made again, even if both say the same.
#[derive(Debug)]
pub struct Identity<T>(Arc<T>);

impl<T> Identity<T> {
    /// The identity of what is shared. It lives for as long as it is remembered, so that nothing new has its address.
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
    fn a_part_is_made_once_for_the_same_inputs() {
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
        // Only the last one is remembered.
        assert_eq!(is_kept(&mut memo, (1, "a")), (false, 3));
        memo.forget();
        assert_eq!(is_kept(&mut memo, (1, "a")), (false, 4));
    }

    #[test]
    fn what_is_shared_is_the_same_and_a_copy_is_not() {
        let one = Arc::new("a".to_owned());
        assert!(Identity::of(&one) == Identity::of(&Arc::clone(&one)));
        assert!(Identity::of(&one) != Identity::of(&Arc::new("a".to_owned())));
    }
}
