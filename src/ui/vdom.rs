//! A virtual DOM: elements as data, compared by position.
//!
//! Leptos gives every element a type of its own, with its own code to build, compare and take down; for a view of this
//! size that was 55 kB of wasm. Here an element is data, and that code is there once. It takes part in Leptos like any
//! other view: [`VNode`] can stand in a `view!`, be what a reactive closure gives, be mounted, and be rendered to text.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MutationObserver, MutationObserverInit};

/// Text that is either part of the program or made for the moment.
type Text = Cow<'static, str>;

/// A piece of a view.
#[derive(Debug)]
pub enum VNode {
    /// A text.
    Text(Text),
    /// An element.
    Element(VElement),
    /// Whatever was in this place before: who makes the view knows that nothing of it has changed.
    Keep,
}

/// An element, made by [`el`] and the like.
#[derive(Debug)]
pub struct VElement {
    tag: &'static str,
    attrs: Vec<(&'static str, Attr)>,
    children: Vec<VNode>,
}

/// What an attribute or a property is set to.
#[derive(Debug, PartialEq, Eq)]
enum Attr {
    /// An attribute.
    Attribute(Text),
    /// A property that is a text: an attribute would not reach a field that somebody has typed in.
    StringProp(Text),
    /// A property that is true or false, for the same reason.
    BoolProp(bool),
}

/// An element with this tag.
#[must_use]
pub fn el(tag: &'static str) -> VElement {
    VElement { tag, attrs: Vec::new(), children: Vec::new() }
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

/// A button of this class; a click on it does `action`.
#[must_use]
pub fn button(class: &'static str, action: &'static str, label: impl Into<Text>) -> VElement {
    el_class("button", class).attr("type", "button").attr("data-action", action).text(label)
}

/// The same, as a part that the page can style.
#[must_use]
pub fn action_button(class: &'static str, action: &'static str, label: impl Into<Text>) -> VElement {
    button(class, action, label).attr("part", "button")
}

/// A box of this name that the keyboard can scroll, for what may be wider than the widget.
///
/// It is a group and not a region: regions are landmarks, which a page should have few of, each with a name of its own,
/// and it may hold the same box twice.
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

    /// Sets a property that is a text.
    #[must_use]
    pub fn prop_str(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(name, Attr::StringProp(value.into()))
    }

    /// Sets a property that is true or false.
    #[must_use]
    pub fn prop_bool(self, name: &'static str, value: bool) -> Self {
        self.with(name, Attr::BoolProp(value))
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

    /// Adds a child, or an empty text in its place, so that the children after it keep theirs.
    #[must_use]
    pub fn child_opt(self, child: Option<VElement>) -> Self {
        self.push(child.map_or(VNode::Text(Text::Borrowed("")), VNode::Element))
    }

    /// Adds children.
    #[must_use]
    pub fn children(mut self, children: Vec<VNode>) -> Self {
        self.children.extend(children);
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn extend(self, elements: impl IntoIterator<Item = Self>) -> Self {
        let mut elements = elements.into_iter();
        self.extend_dyn(&mut || elements.next())
    }

    /// Adds a text that belongs to somebody else.
    #[must_use]
    #[inline(never)]
    pub fn text_owned(self, text: &str) -> Self {
        self.text(text.to_owned())
    }

    // The methods above are copied into every view; these two do their work and are there once.
    #[inline(never)]
    fn with(mut self, name: &'static str, setting: Attr) -> Self {
        self.attrs.push((name, setting));
        self
    }

    #[inline(never)]
    fn push(mut self, child: VNode) -> Self {
        self.children.push(child);
        self
    }

    // Not an iterator: of each kind of iterator, only its `next` is then in the wasm.
    #[inline(never)]
    fn extend_dyn(mut self, next: &mut dyn FnMut() -> Option<Self>) -> Self {
        while let Some(element) = next() {
            self.children.push(VNode::Element(element));
        }
        self
    }
}

impl From<VElement> for VNode {
    fn from(element: VElement) -> Self {
        Self::Element(element)
    }
}

/// A piece of a view that is in the page.
#[derive(Debug)]
pub struct Mounted {
    node: web_sys::Node,
    kind: MountedKind,
}

#[derive(Debug)]
enum MountedKind {
    Text(Text),
    Element { tag: &'static str, attrs: Vec<(&'static str, Attr)>, children: Vec<Mounted> },
}

/// A whole view that is in the page.
#[derive(Debug)]
pub struct Root {
    mounted: Mounted,
    /// The element that it was put into.
    parent: Option<web_sys::Node>,
    watch: Option<Watch>,
}

/// Notices that something else changes the nodes of a view, as translators and grammar checkers do.
///
/// From then on every node is looked at before it is changed; until then none is, so that a page that nobody else changes
/// costs nothing.
#[derive(Debug)]
struct Watch {
    observer: MutationObserver,
    what: MutationObserverInit,
    is_touched: Rc<Cell<bool>>,
    _noticed: Closure<dyn FnMut()>,
}

impl Watch {
    fn new() -> Option<Self> {
        let is_touched = Rc::new(Cell::new(false));
        let flag = Rc::clone(&is_touched);
        let noticed = Closure::<dyn FnMut()>::new(move || flag.set(true));
        let observer = MutationObserver::new(noticed.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        Some(Self { observer, what, is_touched, _noticed: noticed })
    }

    /// Stops watching, as our own changes are about to begin. Says whether something else has changed a node.
    fn pause(&self) -> bool {
        let is_touched = self.is_touched.get() || self.observer.take_records().length() > 0;
        self.is_touched.set(is_touched);
        self.observer.disconnect();
        is_touched
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether the nodes are as they were left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// They are.
    Untouched,
    /// Something else has changed some, and may do so again.
    Touched,
    /// Nobody has watched yet: they are all made what they should be, and watched from then on.
    Unwatched,
}

impl Render for VNode {
    type State = Root;

    fn build(self) -> Root {
        Root { mounted: create(self), parent: None, watch: None }
    }

    fn rebuild(self, root: &mut Root) {
        let trust = match &root.watch {
            None => Trust::Unwatched,
            Some(watch) if watch.pause() => Trust::Touched,
            Some(_) => Trust::Untouched,
        };
        patch(self, &mut root.mounted, trust, true);
        let Some(parent) = &root.parent else { return };
        if trust != Trust::Untouched && !parent.contains(Some(&root.mounted.node)) {
            _ = parent.append_child(&root.mounted.node);
        }
        if root.watch.is_none() {
            root.watch = Watch::new();
        }
        // Once touched, the view stays under suspicion, and there is nothing more to notice.
        if let Some(Watch { observer, what, is_touched, .. }) = &root.watch
            && !is_touched.get()
        {
            _ = observer.observe_with_options(parent, what);
        }
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Shows a view that never changes in a place that holds nothing else; none empties it.
pub fn fill_with(place_of: &web_sys::Element, view: Option<VElement>) {
    place_of.set_text_content(None);
    if let Some(view) = view {
        _ = place_of.append_child(&create(VNode::Element(view)).node);
    }
}

/// Whether this is an element of SVG. Those are made in a namespace of their own, or the browser would show nothing of
/// them. None of these tags is used for an element of HTML here.
fn is_svg(tag: &str) -> bool {
    matches!(tag, "svg" | "g" | "path" | "rect" | "line" | "circle" | "text" | "title" | "use")
}

/// If the browser refuses a change of our nodes, that is a bug of ours, and nothing helps if it has no memory left. In both
/// cases the widget goes on with what is there.
fn create(node: VNode) -> Mounted {
    let document = leptos::tachys::dom::document();
    match node {
        // Nothing was in this place before.
        VNode::Keep => create(VNode::Text(Text::Borrowed(""))),
        // Not `create_text_node`: what a page throws in its place would unwind our frames, and not end the widget cleanly.
        VNode::Text(text) => {
            let node = web_sys::Text::new_with_data(&text).expect("a text can be made");
            Mounted { node: node.into(), kind: MountedKind::Text(text) }
        }
        VNode::Element(VElement { tag, attrs: settings, children }) => {
            let made =
                if is_svg(tag) { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
            let element = made.expect("the tag is one of ours");
            for (name, setting) in &settings {
                set_attr(&element, name, setting);
            }
            let children: Vec<Mounted> = children.into_iter().map(create).collect();
            for child in &children {
                _ = element.append_child(&child.node);
            }
            Mounted { node: element.into(), kind: MountedKind::Element { tag, attrs: settings, children } }
        }
    }
}

/// Changes what is in the page. Says whether a text has changed, or another node has come in its place.
///
/// `is_intact` says that this node is where it was put: if not, whoever calls [restores](restore) it.
fn patch(node: VNode, mounted: &mut Mounted, trust: Trust, is_intact: bool) -> bool {
    match (node, &mut mounted.kind) {
        (VNode::Keep, _) => false,
        (VNode::Text(new), MountedKind::Text(old)) => {
            let is_news = new != *old;
            if is_news {
                mounted.node.set_node_value(Some(&new));
                *old = new;
            }
            is_news
        }
        (VNode::Element(new), MountedKind::Element { tag, attrs: settings, children }) if new.tag == *tag => {
            let element: &web_sys::Element = mounted.node.unchecked_ref();
            patch_attrs(element, new.attrs, settings);
            patch_children(element, new.children, children, trust);
            false
        }
        (new, _) => {
            let new = create(new);
            if is_intact && let Some(parent) = mounted.node.parent_node() {
                _ = parent.replace_child(&new.node, &mounted.node);
            }
            *mounted = new;
            true
        }
    }
}

fn patch_attrs(element: &web_sys::Element, new: Vec<(&'static str, Attr)>, old: &mut Vec<(&'static str, Attr)>) {
    for (at, it) in new.iter().enumerate() {
        if old.get(at) != Some(it) {
            set_attr(element, it.0, &it.1);
        }
    }
    for (name, _) in old.iter().filter(|(name, _)| new.iter().all(|(it, _)| it != name)) {
        _ = element.remove_attribute(name);
    }
    *old = new;
}

fn patch_children(element: &web_sys::Element, new: Vec<VNode>, old: &mut Vec<Mounted>, trust: Trust) {
    let is_intact = trust == Trust::Untouched || is_intact(element, old);
    let mut is_news = new.len() != old.len();
    for gone in old.drain(new.len().min(old.len())..) {
        if is_intact {
            _ = element.remove_child(&gone.node);
        }
    }
    for (at, node) in new.into_iter().enumerate() {
        if let Some(mounted) = old.get_mut(at) {
            is_news |= patch(node, mounted, trust, is_intact);
        } else {
            let mounted = create(node);
            if is_intact {
                _ = element.append_child(&mounted.node);
            }
            old.push(mounted);
        }
    }
    // A translation of what is still true may stay.
    if !is_intact && (trust == Trust::Unwatched || is_news || is_lacking(element, old)) {
        restore(element, old);
    }
}

/// Whether the element holds these nodes and no others, in their order.
fn is_intact(element: &web_sys::Element, children: &[Mounted]) -> bool {
    let mut next = element.first_child();
    for child in children {
        let Some(here) = next.filter(|it| *it == child.node) else { return false };
        next = here.next_sibling();
    }
    next.is_none()
}

/// Whether anything has gone from the element without anything in its place.
fn is_lacking(element: &web_sys::Element, children: &[Mounted]) -> bool {
    let (mut ours, mut gone) = (0, 0);
    for Mounted { node, kind: shown } in children {
        if node.parent_node().is_some_and(|it| it == **element) {
            ours += 1;
            continue;
        }
        match shown {
            MountedKind::Text(text) => gone += u32::from(!text.is_empty()),
            // It may be in a wrapper.
            MountedKind::Element { .. } if element.contains(Some(node)) => gone += 1,
            MountedKind::Element { .. } => return true,
        }
    }
    element.child_nodes().length() < ours + gone
}

/// Gives the element its nodes again, with their texts, and takes away all others. What is in its place stays there, so
/// that a field keeps the focus.
fn restore(element: &web_sys::Element, children: &[Mounted]) {
    let mut next = element.first_child();
    for Mounted { node, kind: shown } in children {
        if let MountedKind::Text(text) = shown {
            node.set_node_value(Some(text));
        }
        if node.parent_node().is_some_and(|it| it == **element) {
            while let Some(here) = next.take_if(|it| it != node) {
                next = here.next_sibling();
                _ = element.remove_child(&here);
            }
            next = node.next_sibling();
        } else {
            _ = element.insert_before(node, next.as_ref());
        }
    }
    while let Some(here) = next {
        next = here.next_sibling();
        _ = element.remove_child(&here);
    }
}

fn set_attr(element: &web_sys::Element, name: &str, setting: &Attr) {
    let value = match setting {
        Attr::Attribute(value) => {
            _ = element.set_attribute(name, value);
            return;
        }
        Attr::StringProp(value) => JsValue::from_str(value),
        Attr::BoolProp(value) => JsValue::from_bool(*value),
    };
    _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}

impl Mountable for Root {
    fn unmount(&mut self) {
        let node = &self.mounted.node;
        if let Some(parent) = node.parent_node() {
            _ = parent.remove_child(node);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        _ = parent.insert_before(&self.mounted.node, marker);
        self.parent = Some(parent.clone().into());
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.mounted.node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.mounted.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.mounted.node.dyn_ref().cloned().into_iter().collect()
    }
}

no_attrs!(VNode);

impl RenderHtml for VNode {
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
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Root {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write_html(node: &VNode, html: &mut String) {
    match node {
        VNode::Keep => {}
        VNode::Text(text) => write_escaped(text, html),
        VNode::Element(VElement { tag, attrs: settings, children }) => {
            html.extend(["<", tag]);
            for (name, setting) in settings {
                match setting {
                    Attr::Attribute(value) | Attr::StringProp(value) => {
                        html.extend([" ", name, "=\""]);
                        write_escaped(value, html);
                        html.push('"');
                    }
                    Attr::BoolProp(true) => html.extend([" ", name]),
                    Attr::BoolProp(false) => {}
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
            .attr("title", "\"<&>\"")
            .child_opt(None)
            .child(el("option").prop_bool("selected", true).text("Runcorn & Widnes"));
        let view = view.child(el("input").prop_bool("hidden", false).prop_str("value", "x"));
        assert_eq!(
            VNode::from(view).to_html(),
            "<div class=\"gpf-a\" title=\"&quot;&lt;&amp;&gt;&quot;\"><option selected>Runcorn &amp; Widnes</option>\
             <input value=\"x\"></div>"
        );
    }

    #[test]
    fn a_picture_is_made_of_svg_and_written_as_html_writes_it() {
        for tag in ["svg", "path", "rect", "text", "title", "use"] {
            assert!(is_svg(tag), "{tag}");
        }
        for tag in ["div", "span", "button", "a", "details"] {
            assert!(!is_svg(tag), "{tag}");
        }
        let picture = el_class("svg", "gpf-a").attr("viewBox", "0 0 9 9").child(el("path").attr("d", "M1 2h0"));
        assert_eq!(
            VNode::from(picture).to_html(),
            "<svg class=\"gpf-a\" viewBox=\"0 0 9 9\"><path d=\"M1 2h0\"></path></svg>"
        );
    }
}
