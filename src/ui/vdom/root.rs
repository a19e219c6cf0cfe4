//! A view in the page, the observer of changes by other programs, and elements that are filled by hand.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MutationObserver, MutationObserverInit, Node};

use super::dom::DomNode;
use super::node::{VElement, VNode};
use super::patch::{Mounted, Trust, adopt, create, patch, renew};

/// A whole view that is in the page.
#[derive(Debug)]
pub struct Root {
    mounted: Shared,
    /// The element that contains the view. It can have other children too, such as a placeholder.
    parent: Option<Node>,
    /// Whether its node is prerendered, and the next view adopts it.
    is_prerendered: bool,
    watch: Option<Watch>,
}

/// The observer of changes uses it too.
type Shared = Rc<RefCell<Mounted<Node>>>;

/// The attribute with which the loader marks the parent of a prerendered view until the widget has adopted that view.
pub const PRERENDERED: &str = "data-prerendered";

/// Whether this element shows a prerendered view. Only a finder has one.
#[must_use]
pub fn is_prerendered(parent: &Element) -> bool {
    cfg!(feature = "finder") && parent.has_attribute(PRERENDERED)
}

impl Root {
    pub(super) fn new(view: VNode) -> Self {
        Self { mounted: Rc::new(RefCell::new(create(view))), parent: None, is_prerendered: false, watch: None }
    }

    pub(super) fn node(&self) -> Node {
        self.mounted.borrow().node.clone()
    }

    pub(super) fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let prerendered = if is_prerendered(parent) { Node::first_child(parent) } else { None };
        if let Some(node) = prerendered {
            self.mounted.borrow_mut().node = node;
            self.is_prerendered = true;
        } else {
            DomNode::insert(&**parent, &self.node(), marker);
        }
        self.parent = Some(parent.clone().into());
    }

    pub(super) fn patch(&mut self, view: VNode) {
        let trust = match &self.watch {
            None => Trust::Unwatched,
            Some(watch) if watch.pause(&self.mounted) => Trust::Touched,
            Some(_) => Trust::Untouched,
        };
        let mut mounted = self.mounted.borrow_mut();
        let around = if trust == Trust::Untouched { self.parent.clone() } else { mounted.node.parent() };
        if cfg!(feature = "finder") && std::mem::take(&mut self.is_prerendered) {
            *mounted = adopt(view, mounted.node.clone());
        } else {
            patch(view, &mut mounted, trust, around.as_ref());
        }
        let Some(parent) = &self.parent else { return };
        if trust != Trust::Untouched && !DomNode::contains(parent, &mounted.node) {
            parent.insert(&mounted.node, None);
        }
        // Until the view shows something, there is still a placeholder, which the loader removes.
        if self.watch.is_none() && mounted.is_element() {
            self.watch = Watch::new(&self.mounted);
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
/// After the first such change, every node is checked before it is patched, and each new text is a new node. Until then
/// none is, so pages without such a program have no extra cost. The first change can answer a text that is no longer
/// shown, so nodes that had another text before are [replaced](renew).
#[derive(Debug)]
struct Watch {
    observer: MutationObserver,
    what: MutationObserverInit,
    is_touched: Rc<Cell<bool>>,
    _noticed: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    fn new(mounted: &Shared) -> Option<Self> {
        let is_touched = Rc::new(Cell::new(false));
        let (flag, shared) = (Rc::clone(&is_touched), Rc::clone(mounted));
        let noticed = move |records: JsValue| notice(&flag, &shared, records.unchecked_ref());
        let noticed = Closure::<dyn FnMut(JsValue)>::new(noticed);
        let observer = MutationObserver::new(noticed.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        Some(Self { observer, what, is_touched, _noticed: noticed })
    }

    /// Stops observing, before our own changes. Returns whether another program has changed a node.
    fn pause(&self, mounted: &Shared) -> bool {
        notice(&self.is_touched, mounted, &self.observer.take_records());
        self.observer.disconnect();
        self.is_touched.get()
    }
}

/// Handles the first change by another program.
fn notice(is_touched: &Cell<bool>, mounted: &Shared, records: &Array) {
    if !is_touched.get() && is_foreign(records) {
        is_touched.set(true);
        renew(&mut mounted.borrow_mut());
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
