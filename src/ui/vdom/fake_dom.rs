//! A tree of nodes that needs no browser and counts each call, for the tests of the patcher.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::dom::DomNode;
use super::node::Attr;

/// A node of the tree.
#[derive(Clone)]
pub(super) struct FakeNode(Rc<FakeNodeData>);

struct FakeNodeData {
    /// Empty for a text.
    tag: &'static str,
    text: RefCell<String>,
    attrs: RefCell<Vec<(&'static str, String)>>,
    children: RefCell<Vec<FakeNode>>,
    parent: RefCell<Weak<FakeNodeData>>,
}

thread_local! {
    static CALLS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The calls since the last time this was called, in order.
pub(super) fn take_calls() -> Vec<String> {
    CALLS.take()
}

fn note(parts: &[&str]) {
    CALLS.with_borrow_mut(|calls| calls.push(parts.join(" ")));
}

impl PartialEq for FakeNode {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

fn value_of(attr: &Attr) -> String {
    match attr {
        Attr::Attribute(text) | Attr::Value(text) => text.to_string(),
        Attr::Flag(is) | Attr::Checked(is) => is.to_string(),
    }
}

/// Changes that other programs make. None of them is counted.
impl FakeNode {
    fn new(tag: &'static str, text: &str) -> Self {
        Self(Rc::new(FakeNodeData {
            tag,
            text: RefCell::new(text.to_owned()),
            attrs: RefCell::default(),
            children: RefCell::default(),
            parent: RefCell::default(),
        }))
    }

    pub(super) fn foreign(tag: &'static str) -> Self {
        Self::new(tag, "")
    }

    pub(super) fn foreign_text(text: &str) -> Self {
        Self::new("", text)
    }

    pub(super) fn child(&self, at: usize) -> Self {
        self.0.children.borrow()[at].clone()
    }

    pub(super) fn children(&self) -> Vec<Self> {
        self.0.children.borrow().clone()
    }

    pub(super) fn is_text(&self) -> bool {
        self.0.tag.is_empty()
    }

    pub(super) fn detach(&self) {
        let parent = self.0.parent.take().upgrade();
        if let Some(parent) = parent {
            parent.children.borrow_mut().retain(|it| it != self);
        }
    }

    pub(super) fn put(&self, child: &Self, at: usize) {
        child.detach();
        self.0.children.borrow_mut().insert(at, child.clone());
        child.0.parent.replace(Rc::downgrade(&self.0));
    }

    pub(super) fn write(&self, text: &str) {
        self.0.text.replace(text.to_owned());
    }

    /// Sets a property, like a user who ticks a box.
    pub(super) fn set(&self, name: &'static str, value: &str) {
        let mut attrs = self.0.attrs.borrow_mut();
        attrs.retain(|(it, _)| *it != name);
        attrs.push((name, value.to_owned()));
        attrs.sort_unstable();
    }

    pub(super) fn get(&self, name: &str) -> String {
        self.0.attrs.borrow().iter().find(|(it, _)| *it == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    pub(super) fn position(&self, child: &Self) -> Option<usize> {
        self.0.children.borrow().iter().position(|it| it == child)
    }

    /// The tree as text.
    pub(super) fn show(&self) -> String {
        if self.is_text() {
            return self.0.text.borrow().clone();
        }
        let attrs: String = self.0.attrs.borrow().iter().map(|(name, value)| format!(" {name}={value}")).collect();
        let children: String = self.children().iter().map(Self::show).collect();
        format!("<{}{attrs}>{children}</>", self.0.tag)
    }

    /// The text that a user reads.
    pub(super) fn read(&self) -> String {
        self.0.text.borrow().clone() + &self.children().iter().map(Self::read).collect::<String>()
    }
}

impl DomNode for FakeNode {
    fn new_element(tag: &'static str) -> Self {
        note(&["create", tag]);
        Self::new(tag, "")
    }

    fn new_text(text: &str) -> Self {
        note(&["create text", text]);
        Self::new("", text)
    }

    fn set_text(&self, text: &str) {
        note(&["text", text]);
        self.write(text);
    }

    fn set_attr(&self, name: &'static str, attr: &Attr) {
        let value = value_of(attr);
        if matches!(attr, Attr::Value(_) | Attr::Checked(_)) {
            note(&["read", name]);
            if self.get(name) == value {
                return;
            }
        }
        note(&["set", name, &value]);
        self.set(name, &value);
    }

    fn remove_attr(&self, name: &'static str) {
        note(&["unset", name]);
        self.0.attrs.borrow_mut().retain(|(it, _)| *it != name);
    }

    fn insert(&self, child: &Self, next: Option<&Self>) {
        note(&["insert"]);
        let at = next.map_or(self.children().len(), |next| self.position(next).expect("next is a child"));
        self.put(child, at);
    }

    fn remove(&self, child: &Self) {
        note(&["remove"]);
        assert!(self.position(child).is_some(), "only a child can be removed");
        child.detach();
    }

    fn replace(&self, new: &Self, old: &Self) {
        note(&["replace"]);
        let at = self.position(old).expect("only a child can be replaced");
        old.detach();
        self.put(new, at);
    }

    fn parent(&self) -> Option<Self> {
        note(&["parent"]);
        self.0.parent.borrow().upgrade().map(Self)
    }

    fn first_child(&self) -> Option<Self> {
        note(&["first child"]);
        self.children().first().cloned()
    }

    fn next_sibling(&self) -> Option<Self> {
        note(&["next sibling"]);
        let parent = self.0.parent.borrow().upgrade().map(Self)?;
        let at = parent.position(self)? + 1;
        parent.children().get(at).cloned()
    }

    fn child_count(&self) -> u32 {
        note(&["child count"]);
        self.children().len() as u32
    }

    fn contains(&self, node: &Self) -> bool {
        note(&["contains"]);
        let mut here = Some(node.clone());
        while let Some(it) = here {
            if it == *self {
                return true;
            }
            here = it.0.parent.borrow().upgrade().map(Self);
        }
        false
    }
}
