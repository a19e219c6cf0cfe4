//! The Leptos traits. Leptos calls a view's reactive closure, and mounts and removes the result.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;

use super::html::write_html;
use super::node::VNode;
use super::root::Root;

impl Render for VNode {
    type State = Root;

    fn build(self) -> Root {
        Root::new(self)
    }

    fn rebuild(self, root: &mut Root) {
        root.patch(self);
    }
}

impl Mountable for Root {
    fn unmount(&mut self) {
        let node = self.node();
        if let Some(parent) = node.parent_node() {
            _ = parent.remove_child(&node);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        Self::mount(self, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node().parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node()));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.node().dyn_ref().cloned().into_iter().collect()
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

    /// Hydration does not happen: the widget is rendered in the browser, and never takes over the nodes of the
    /// fallback.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Root {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
