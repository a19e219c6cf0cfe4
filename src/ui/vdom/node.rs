//! The virtual nodes: elements and texts as data, and the functions that make them.

use std::borrow::Cow;

use crate::ui::action_id::ActionId;

/// Text that is either part of the program or created at runtime.
pub(super) type Text = Cow<'static, str>;

/// A piece of a view.
#[derive(Debug)]
pub enum VNode {
    /// A text.
    Text(Text),
    /// An element.
    Element(VElement),
    /// Keeps the existing node. The caller guarantees that its inputs have not changed.
    Keep,
}

/// An element. [`el`] and similar functions make one.
///
/// It is a box, so that each method of the builder takes and returns a pointer, and nothing in memory.
#[derive(Debug)]
pub struct VElement(pub(super) Box<ElementParts>);

/// What an element is made of.
#[derive(Debug)]
pub(super) struct ElementParts {
    pub(super) tag: &'static str,
    pub(super) attrs: Vec<(&'static str, Attr)>,
    pub(super) children: Vec<VNode>,
    pub(super) is_unmanaged: bool,
}

/// The value of an attribute or a property.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Attr {
    /// An attribute.
    Attribute(Text),
    /// A property that is true or false, if the attribute of the same name is only its default.
    Flag(bool),
    /// The value of a field. Users change it too, so it is compared with the page.
    Value(Text),
    /// Whether a field is ticked, or an option is selected. It is compared with the page, too.
    Checked(bool),
}

/// An element with this tag.
#[must_use]
pub fn el(tag: &'static str) -> VElement {
    VElement(Box::new(ElementParts { tag, attrs: Vec::new(), children: Vec::new(), is_unmanaged: false }))
}

/// An element with this tag and class.
#[must_use]
pub fn el_class(tag: &'static str, class: &'static str) -> VElement {
    el(tag).attr("class", class)
}

/// A `<div>` of this class.
#[must_use]
pub fn div(class: &'static str) -> VElement {
    el_class("div", class)
}

/// A button of this class. A click on it triggers `action`.
#[must_use]
pub fn button(class: &'static str, action: impl Into<ActionId>, label: impl Into<Text>) -> VElement {
    el_class("button", class).attr("type", "button").action(action).text(label)
}

/// The same, as a part that the page can style.
#[must_use]
pub fn action_button(class: &'static str, action: impl Into<ActionId>, label: impl Into<Text>) -> VElement {
    button(class, action, label).attr("part", "button")
}

/// A container with this accessible name that the keyboard can scroll, for content that can be wider than the widget.
///
/// It is a group and not a region. Regions are landmarks: a page should have few of them, each with a unique name, and
/// a page can have the same container twice.
#[must_use]
pub fn scroll_region(name: impl Into<Text>) -> VElement {
    div("gpf-scroll").attr("role", "group").attr("tabindex", "0").attr("aria-label", name)
}

impl VElement {
    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(name, Attr::Attribute(value.into()))
    }

    /// A click on the element triggers `action`.
    #[must_use]
    pub fn action(self, action: impl Into<ActionId>) -> Self {
        self.attr("data-action", action.into().0)
    }

    /// Sets a boolean property.
    #[must_use]
    pub fn prop_bool(self, name: &'static str, value: bool) -> Self {
        self.with(name, Attr::Flag(value))
    }

    /// Sets the value of a field, unless it has this value already.
    #[must_use]
    pub fn value(self, value: impl Into<Text>) -> Self {
        self.with("value", Attr::Value(value.into()))
    }

    /// Ticks a field or clears it, unless it is in this state already.
    #[must_use]
    pub fn checked(self, is_checked: bool) -> Self {
        self.with("checked", Attr::Checked(is_checked))
    }

    /// Sets whether an option of a select is selected. It is compared with the page: if another option is removed, the
    /// browser's selection moves with its element, which then has another value.
    #[must_use]
    pub fn selected(self, is_selected: bool) -> Self {
        self.with("selected", Attr::Checked(is_selected))
    }

    /// Leaves the children of this element to other code, which uses [`fill`](super::fill).
    #[must_use]
    pub fn unmanaged_children(mut self) -> Self {
        self.0.is_unmanaged = true;
        // For the observer of changes by other programs.
        self.attr("data-unmanaged", "")
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.push(VNode::Text(text.into()))
    }

    /// Adds a child.
    #[must_use]
    pub fn child(self, child: impl Into<VNode>) -> Self {
        self.push(child.into())
    }

    /// Adds a child, or an empty text in its place, so that later children keep their positions.
    #[must_use]
    pub fn child_opt(self, child: Option<VElement>) -> Self {
        self.push(child.map_or(VNode::Text(Text::Borrowed("")), VNode::Element))
    }

    /// Adds children.
    #[must_use]
    pub fn children(mut self, children: Vec<VNode>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn extend(self, elements: impl IntoIterator<Item = Self>) -> Self {
        let mut elements = elements.into_iter();
        self.extend_dyn(&mut || elements.next())
    }

    /// Adds a copy of `text`.
    #[must_use]
    #[inline(never)]
    pub fn text_owned(self, text: &str) -> Self {
        self.text(text.to_owned())
    }

    // The methods above are inlined into every view. These 2 do their work and exist once.
    #[inline(never)]
    fn with(mut self, name: &'static str, setting: Attr) -> Self {
        self.0.attrs.push((name, setting));
        self
    }

    #[inline(never)]
    fn push(mut self, child: VNode) -> Self {
        self.0.children.push(child);
        self
    }

    // Not an iterator: this way only `next` of each kind of iterator is compiled to wasm.
    #[inline(never)]
    fn extend_dyn(mut self, next: &mut dyn FnMut() -> Option<Self>) -> Self {
        while let Some(element) = next() {
            self.0.children.push(VNode::Element(element));
        }
        self
    }
}

impl From<VElement> for VNode {
    fn from(element: VElement) -> Self {
        Self::Element(element)
    }
}
