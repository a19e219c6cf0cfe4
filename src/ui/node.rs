//! Views as plain data: one type for every element there is.
//!
//! The type of a `view!` spells out the whole tree, and the code that builds, compares and unmounts it is compiled
//! again for each. That is quick, and right for a list of thousands; a comparison of a few hundred cells is mostly
//! different trees, each used once, and its views alone were 130 kB of the wasm. A tree of [`Node`]s is compared by one function.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;

/// An element with what is in it, or a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Empty for a text.
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    flags: Vec<(&'static str, bool)>,
    children: Vec<Node>,
}

/// An element with a class; the class may be empty.
pub fn el(tag: &'static str, class: &'static str) -> Node {
    let node = Node { tag, ..Node::default() };
    if class.is_empty() { node } else { node.with("class", class) }
}

/// A text.
pub fn text(text: impl Into<String>) -> Node {
    Node { text: text.into(), ..Node::default() }
}

/// A heading of a level, `h1` to `h6`; a level beyond is 6.
pub fn heading(level: u8, class: &'static str, title: &str) -> Node {
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1];
    el(tag, class).with("part", "heading").say(title)
}

impl Node {
    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a property that is on or off, such as `checked`: what the reader does changes properties, not attributes.
    #[must_use]
    pub fn flag(mut self, name: &'static str, is_on: bool) -> Self {
        self.flags.push((name, is_on));
        self
    }

    /// With a text in it.
    #[must_use]
    pub fn say(self, words: impl Into<String>) -> Self {
        self.hold(text(words))
    }

    /// With another node in it.
    #[must_use]
    pub fn hold(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    /// With another node in it, or with a place kept for it, so that what follows stays the same elements.
    #[must_use]
    pub fn maybe(self, child: Option<Node>) -> Self {
        self.hold(child.unwrap_or_default())
    }

    /// With all of these in it.
    #[must_use]
    pub fn all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    fn html(&self, html: &mut String) {
        if self.tag.is_empty() {
            return escape(html, &self.text);
        }
        html.push('<');
        html.push_str(self.tag);
        for (name, value) in &self.attributes {
            for part in [" ", name, "=\""] {
                html.push_str(part);
            }
            escape(html, value);
            html.push('"');
        }
        for (name, _) in self.flags.iter().filter(|(_, is_on)| *is_on) {
            html.push(' ');
            html.push_str(name);
        }
        html.push('>');
        self.children.iter().for_each(|child| child.html(html));
        if self.tag != "input" {
            for part in ["</", self.tag, ">"] {
                html.push_str(part);
            }
        }
    }
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// A node in the page.
#[derive(Debug)]
pub struct Shown {
    /// Without its children, which stand below.
    node: Node,
    place: types::Node,
    children: Vec<Shown>,
}

impl Shown {
    fn element(&self) -> &types::Element {
        self.place.unchecked_ref()
    }
}

impl Render for Node {
    type State = Shown;

    fn build(mut self) -> Shown {
        if self.tag.is_empty() {
            let place = Rndr::create_text_node(&self.text).into();
            return Shown { node: self, place, children: Vec::new() };
        }
        let element = Rndr::create_element(self.tag, None);
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let children: Vec<Shown> = std::mem::take(&mut self.children).into_iter().map(Render::build).collect();
        for child in &children {
            Rndr::insert_node(&element, &child.place, None);
        }
        // After the children: a select has nothing to select before.
        for (name, is_on) in &self.flags {
            Rndr::set_property(&element, name, &(*is_on).into());
        }
        Shown { node: self, place: element.into(), children }
    }

    fn rebuild(mut self, shown: &mut Shown) {
        if self.tag != shown.node.tag {
            let other = self.build();
            if let Some(parent) = shown.place.parent_node() {
                // It fails only where a browser's extension has moved things about; the next click mends it.
                _ = parent.replace_child(&other.place, &shown.place);
            }
            *shown = other;
            return;
        }
        if self.tag.is_empty() {
            if self.text != shown.node.text {
                Rndr::set_text(shown.place.unchecked_ref(), &self.text);
                shown.node = self;
            }
            return;
        }
        for (name, _) in &shown.node.attributes {
            if !self.attributes.iter().any(|(it, _)| it == name) {
                Rndr::remove_attribute(shown.element(), name);
            }
        }
        for attribute in &self.attributes {
            if !shown.node.attributes.contains(attribute) {
                Rndr::set_attribute(shown.element(), attribute.0, &attribute.1);
            }
        }
        let children = std::mem::take(&mut self.children);
        while shown.children.len() > children.len() {
            if let Some(mut child) = shown.children.pop() {
                child.unmount();
            }
        }
        for (at, child) in children.into_iter().enumerate() {
            match shown.children.get_mut(at) {
                Some(there) => child.rebuild(there),
                None => {
                    let child = child.build();
                    Rndr::insert_node(shown.element(), &child.place, None);
                    shown.children.push(child);
                }
            }
        }
        for flag in &self.flags {
            if !shown.node.flags.contains(flag) {
                Rndr::set_property(shown.element(), flag.0, &flag.1.into());
            }
        }
        shown.node = self;
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        Rndr::remove(&self.place);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.place, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.place.parent_node() else { return false };
        child.mount(parent.unchecked_ref(), Some(&self.place));
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

impl AddAnyAttr for Node {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.html(html);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_as_text() {
        let node = el("p", "a").with("title", "\"x\"").say("1 < 2 & ").hold(el("b", "").say("3")).maybe(None);
        let mut html = String::new();
        node.html(&mut html);
        assert_eq!(html, "<p class=\"a\" title=\"&quot;x&quot;\">1 &lt; 2 &amp; <b>3</b></p>");
    }

    #[test]
    fn flags_that_are_on_and_elements_without_an_end() {
        let mut html = String::new();
        el("input", "").flag("checked", true).flag("hidden", false).html(&mut html);
        assert_eq!(html, "<input checked>");
    }
}
