//! The one type that views are made of.
//!
//! Leptos gives every element a type of its own, with its own code to build, compare and take down; for a view of this
//! size that was 55 kB of wasm. Here an element is data, and that code is there once. It takes part in Leptos like any
//! other view: [`Node`] can stand in a `view!`, be what a reactive closure gives, be mounted, and be rendered to text.

use std::borrow::Cow;

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::{JsCast, JsValue};

/// Text that is either part of the program or made for the moment.
type Text = Cow<'static, str>;

/// A piece of a view.
#[derive(Debug)]
pub enum Node {
    /// A text.
    Text(Text),
    /// An element.
    Element(Element),
    /// Whatever was in this place before: who makes the view knows that nothing of it has changed.
    Same,
}

/// An element, made by [`el`] and the like.
#[derive(Debug)]
pub struct Element {
    tag: &'static str,
    settings: Vec<(&'static str, Setting)>,
    children: Vec<Node>,
}

/// What an attribute or a property is set to.
#[derive(Debug, PartialEq, Eq)]
enum Setting {
    /// An attribute.
    Attribute(Text),
    /// A property that is a text: an attribute would not reach a field that somebody has typed in.
    Text(Text),
    /// A property that is true or false, for the same reason.
    Is(bool),
}

/// An element with this tag.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    Element { tag, settings: Vec::new(), children: Vec::new() }
}

/// An element with this tag and class.
#[must_use]
pub fn classed(tag: &'static str, class: &'static str) -> Element {
    el(tag).set("class", class)
}

/// A `<div>` of this class.
#[must_use]
pub fn div(class: &'static str) -> Element {
    classed("div", class)
}

/// A button of this class; a click on it does `deed`.
#[must_use]
pub fn button(class: &'static str, deed: &'static str, label: impl Into<Text>) -> Element {
    classed("button", class).set("type", "button").set("data-do", deed).text(label)
}

/// A box of this name that the keyboard can scroll, for what may be wider than the widget.
///
/// It is a group and not a region: regions are landmarks, which a page should have few of, each with a name of its own,
/// and it may hold the same box twice.
#[must_use]
pub fn scroll(name: impl Into<Text>) -> Element {
    div("gpf-scroll").set("role", "group").set("tabindex", "0").set("aria-label", name)
}

impl Element {
    /// Sets an attribute.
    #[must_use]
    pub fn set(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(name, Setting::Attribute(value.into()))
    }

    /// Sets a property that is a text.
    #[must_use]
    pub fn set_text(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(name, Setting::Text(value.into()))
    }

    /// Sets a property that is true or false.
    #[must_use]
    pub fn is(self, name: &'static str, value: bool) -> Self {
        self.with(name, Setting::Is(value))
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.push(Node::Text(text.into()))
    }

    /// Adds a child.
    #[must_use]
    pub fn child(self, child: impl Into<Node>) -> Self {
        self.push(child.into())
    }

    /// Adds a child, or an empty text in its place, so that the children after it keep theirs.
    #[must_use]
    pub fn child_if(self, child: Option<Element>) -> Self {
        self.push(child.map_or(Node::Text(Text::Borrowed("")), Node::Element))
    }

    /// Adds children.
    #[must_use]
    pub fn children(mut self, children: Vec<Node>) -> Self {
        self.children.extend(children);
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn all(self, elements: impl IntoIterator<Item = Self>) -> Self {
        let mut elements = elements.into_iter();
        self.push_all(&mut || elements.next())
    }

    /// Adds a text that belongs to somebody else.
    #[must_use]
    #[inline(never)]
    pub fn say(self, text: &str) -> Self {
        self.text(text.to_owned())
    }

    // The methods above are copied into every view; these two do their work and are there once.
    #[inline(never)]
    fn with(mut self, name: &'static str, setting: Setting) -> Self {
        self.settings.push((name, setting));
        self
    }

    #[inline(never)]
    fn push(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    // Not an iterator: of each kind of iterator, only its `next` is then in the wasm.
    #[inline(never)]
    fn push_all(mut self, next: &mut dyn FnMut() -> Option<Self>) -> Self {
        while let Some(element) = next() {
            self.children.push(Node::Element(element));
        }
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// A piece of a view that is in the page.
#[derive(Debug)]
pub struct Placed {
    node: web_sys::Node,
    shown: Shown,
}

#[derive(Debug)]
enum Shown {
    Text(Text),
    Element { tag: &'static str, settings: Vec<(&'static str, Setting)>, children: Vec<Placed> },
}

impl Render for Node {
    type State = Placed;

    fn build(self) -> Placed {
        place(self)
    }

    fn rebuild(self, placed: &mut Placed) {
        update(self, placed);
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether this is an element of SVG. Those are made in a namespace of their own, or the browser would show nothing of
/// them. None of these tags is used for an element of HTML here.
fn is_svg(tag: &str) -> bool {
    matches!(tag, "svg" | "g" | "path" | "rect" | "line" | "circle" | "text" | "title")
}

/// What the browser refuses to do to a node of ours would be a fault of ours, and what it can't do for lack of memory
/// nobody can mend: in both cases the widget goes on with what is there.
fn place(node: Node) -> Placed {
    let document = leptos::tachys::dom::document();
    match node {
        // Nothing was in this place before.
        Node::Same => place(Node::Text(Text::Borrowed(""))),
        Node::Text(text) => Placed { node: document.create_text_node(&text).into(), shown: Shown::Text(text) },
        Node::Element(Element { tag, settings, children }) => {
            let made =
                if is_svg(tag) { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
            let element = made.expect("the tag is one of ours");
            for (name, setting) in &settings {
                apply(&element, name, setting);
            }
            let children: Vec<Placed> = children.into_iter().map(place).collect();
            for child in &children {
                _ = element.append_child(&child.node);
            }
            Placed { node: element.into(), shown: Shown::Element { tag, settings, children } }
        }
    }
}

fn update(node: Node, placed: &mut Placed) {
    match (node, &mut placed.shown) {
        (Node::Same, _) => {}
        (Node::Text(new), Shown::Text(old)) => {
            if new != *old {
                placed.node.set_node_value(Some(&new));
                *old = new;
            }
        }
        (Node::Element(new), Shown::Element { tag, settings, children }) if new.tag == *tag => {
            let element: &web_sys::Element = placed.node.unchecked_ref();
            update_settings(element, new.settings, settings);
            update_children(element, new.children, children);
        }
        (new, _) => {
            let new = place(new);
            if let Some(parent) = placed.node.parent_node() {
                _ = parent.replace_child(&new.node, &placed.node);
            }
            *placed = new;
        }
    }
}

fn update_settings(
    element: &web_sys::Element,
    new: Vec<(&'static str, Setting)>,
    old: &mut Vec<(&'static str, Setting)>,
) {
    for (at, it) in new.iter().enumerate() {
        if old.get(at) != Some(it) {
            apply(element, it.0, &it.1);
        }
    }
    for (name, _) in old.iter().filter(|(name, _)| new.iter().all(|(it, _)| it != name)) {
        _ = element.remove_attribute(name);
    }
    *old = new;
}

fn update_children(element: &web_sys::Element, new: Vec<Node>, old: &mut Vec<Placed>) {
    for gone in old.drain(new.len().min(old.len())..) {
        _ = element.remove_child(&gone.node);
    }
    for (at, node) in new.into_iter().enumerate() {
        if let Some(placed) = old.get_mut(at) {
            update(node, placed);
        } else {
            let placed = place(node);
            _ = element.append_child(&placed.node);
            old.push(placed);
        }
    }
}

fn apply(element: &web_sys::Element, name: &str, setting: &Setting) {
    let value = match setting {
        Setting::Attribute(value) => {
            _ = element.set_attribute(name, value);
            return;
        }
        Setting::Text(value) => JsValue::from_str(value),
        Setting::Is(value) => JsValue::from_bool(*value),
    };
    _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}

impl Mountable for Placed {
    fn unmount(&mut self) {
        if let Some(parent) = self.node.parent_node() {
            _ = parent.remove_child(&self.node);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.node.dyn_ref().cloned().into_iter().collect()
    }
}

no_attrs!(Node);

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        write_html(&self, html);
    }

    /// Nothing is hydrated: the widget is rendered in the browser, the fallback is never taken over.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Placed {
        place(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write_html(node: &Node, html: &mut String) {
    match node {
        Node::Same => {}
        Node::Text(text) => write_escaped(text, html),
        Node::Element(Element { tag, settings, children }) => {
            html.extend(["<", tag]);
            for (name, setting) in settings {
                match setting {
                    Setting::Attribute(value) | Setting::Text(value) => {
                        html.extend([" ", name, "=\""]);
                        write_escaped(value, html);
                        html.push('"');
                    }
                    Setting::Is(true) => html.extend([" ", name]),
                    Setting::Is(false) => {}
                }
            }
            html.push('>');
            if !matches!(*tag, "input" | "br" | "hr" | "img") {
                for child in children {
                    write_html(child, html);
                }
                html.extend(["</", tag, ">"]);
            }
        }
    }
}

fn write_escaped(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_written_as_html() {
        let view = div("gpf-a")
            .set("title", "\"<&>\"")
            .child_if(None)
            .child(el("option").is("selected", true).text("Runcorn & Widnes"));
        let view = view.child(el("input").is("hidden", false).set_text("value", "x"));
        assert_eq!(
            Node::from(view).to_html(),
            "<div class=\"gpf-a\" title=\"&quot;&lt;&amp;&gt;&quot;\"><option selected>Runcorn &amp; Widnes</option>\
             <input value=\"x\"></div>"
        );
    }

    #[test]
    fn a_picture_is_made_of_svg_and_written_as_html_writes_it() {
        for tag in ["svg", "path", "rect", "text", "title"] {
            assert!(is_svg(tag), "{tag}");
        }
        for tag in ["div", "span", "button", "a", "details"] {
            assert!(!is_svg(tag), "{tag}");
        }
        let picture = classed("svg", "gpf-a").set("viewBox", "0 0 9 9").child(el("path").set("d", "M1 2h0"));
        assert_eq!(
            Node::from(picture).to_html(),
            "<svg class=\"gpf-a\" viewBox=\"0 0 9 9\"><path d=\"M1 2h0\"></path></svg>"
        );
    }
}
