//! A view in the page, the observer of changes by other programs, and elements that are filled by hand.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MutationObserver, MutationObserverInit, Node};

use super::dom::DomNode;
use super::node::{VElement, VNode};
use super::patch::{Mounted, Trust, adopt, create, patch};

/// A whole view that is in the page.
#[derive(Debug)]
pub struct Root {
    mounted: Mounted<Node>,
    /// The element that contains the view. It can have other children too, such as a placeholder.
    parent: Option<Node>,
    /// Whether its node is prerendered, and the next view adopts it.
    is_prerendered: bool,
    watch: Option<Watch>,
}

/// The attribute with which the loader marks the parent of a prerendered view until the widget has adopted that view.
const PRERENDERED: &str = "data-prerendered";

/// Whether this element shows a prerendered view. Only a finder has one.
#[must_use]
pub fn is_prerendered(parent: &Element) -> bool {
    cfg!(feature = "finder") && parent.has_attribute(PRERENDERED)
}

impl Root {
    pub(super) fn new(view: VNode) -> Self {
        Self { mounted: create(view), parent: None, is_prerendered: false, watch: None }
    }

    pub(super) fn node(&self) -> &Node {
        &self.mounted.node
    }

    pub(super) fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let prerendered = if is_prerendered(parent) { Node::first_child(parent) } else { None };
        if let Some(node) = prerendered {
            self.mounted.node = node;
            self.is_prerendered = true;
        } else {
            DomNode::insert(&**parent, &self.mounted.node, marker);
        }
        self.parent = Some(parent.clone().into());
    }

    pub(super) fn patch(&mut self, view: VNode) {
        let trust = match &self.watch {
            None => Trust::Unwatched,
            Some(watch) if watch.pause() => Trust::Touched,
            Some(_) => Trust::Untouched,
        };
        let around = if trust == Trust::Untouched { self.parent.clone() } else { self.mounted.node.parent() };
        if cfg!(feature = "finder") && std::mem::take(&mut self.is_prerendered) {
            self.mounted = adopt(view, self.mounted.node.clone());
        } else {
            patch(view, &mut self.mounted, trust, around.as_ref());
        }
        let Some(parent) = &self.parent else { return };
        if trust != Trust::Untouched && !DomNode::contains(parent, &self.mounted.node) {
            parent.insert(&self.mounted.node, None);
        }
        // Until the view shows something, there is still a placeholder, which the loader removes.
        if self.watch.is_none() && self.mounted.is_element() {
            self.watch = Watch::new();
        }
        // Once another program has changed the view, every node is checked, so the observer is not needed any more.
        if let Some(Watch { observer, what, is_touched, .. }) = &self.watch
            && !is_touched.get()
        {
            _ = observer.observe_with_options(parent, what);
        }
    }
}

/// An element that is filled by hand.
const UNMANAGED: &str = "[data-unmanaged]";

/// Observes changes of a view's nodes by other programs, such as translators and grammar checkers.
///
/// After the first such change, every node is checked before it is patched. Until then none is, so pages without such a
/// program have no extra cost.
#[derive(Debug)]
struct Watch {
    observer: MutationObserver,
    what: MutationObserverInit,
    is_touched: Rc<Cell<bool>>,
    _noticed: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    fn new() -> Option<Self> {
        let is_touched = Rc::new(Cell::new(false));
        let flag = Rc::clone(&is_touched);
        let noticed = move |records: JsValue| flag.set(flag.get() || is_foreign(records.unchecked_ref()));
        let noticed = Closure::<dyn FnMut(JsValue)>::new(noticed);
        let observer = MutationObserver::new(noticed.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        Some(Self { observer, what, is_touched, _noticed: noticed })
    }

    /// Stops observing, before our own changes. Returns whether another program has changed a node.
    fn pause(&self) -> bool {
        let is_touched = self.is_touched.get() || is_foreign(&self.observer.take_records());
        self.is_touched.set(is_touched);
        self.observer.disconnect();
        is_touched
    }
}

/// Whether these are changes of a view's nodes. What is in an element that is filled by hand is not the view's.
fn is_foreign(records: &Array) -> bool {
    (0..records.length()).any(|at| {
        // A record is no event, but its target is read in the same way, and so needs no more code.
        let target = records.get(at).unchecked_ref::<Event>().target();
        target.is_some_and(|it| it.unchecked_ref::<Element>().closest(UNMANAGED) == Ok(None))
    })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Shows a view that never changes in an element whose [children are unmanaged](VElement::unmanaged_children). `None`
/// empties the element.
pub fn fill(unmanaged: &Element, view: Option<VElement>) {
    unmanaged.set_text_content(None);
    if let Some(view) = view {
        DomNode::insert(&**unmanaged, &create(VNode::Element(view)).node, None);
    }
}
