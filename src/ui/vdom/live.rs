//! A state with its views in the page, without signals.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use super::node::VNode;
use super::root::Root;

/// A state, and the views that are patched after each of its changes. Copies share both.
///
/// Signals would do the same, and they are a third of the code of a script that needs nothing else of them: decision 77
/// in `docs/DESIGN.md`.
#[derive(Debug)]
pub struct Live<S>(Rc<Inner<S>>);

#[derive(Debug)]
struct Inner<S> {
    state: RefCell<S>,
    view: fn(&S) -> VNode,
    roots: RefCell<Vec<Root>>,
}

impl<S> Clone for Live<S> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<S> Live<S> {
    /// A state without a place for its view.
    #[must_use]
    pub fn new(state: S, view: fn(&S) -> VNode) -> Self {
        Self(Rc::new(Inner { state: RefCell::new(state), view, roots: RefCell::default() }))
    }

    /// Shows the view in an element.
    pub fn show(&self, place: &Element) {
        let mut root = Root::new(self.with(self.0.view));
        root.mount(place, None);
        self.0.roots.borrow_mut().push(root);
    }

    /// Reads the state.
    pub fn with<T>(&self, read: impl FnOnce(&S) -> T) -> T {
        read(&self.0.state.borrow())
    }

    /// Changes the state, and patches its views.
    pub fn update(&self, change: impl FnOnce(&mut S)) {
        change(&mut self.0.state.borrow_mut());
        for root in &mut *self.0.roots.borrow_mut() {
            root.patch(self.with(self.0.view));
        }
    }
}
