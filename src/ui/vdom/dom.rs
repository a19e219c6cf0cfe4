//! The DOM calls of the patcher. Tests count them in a tree that needs no browser (`fake_dom`).

use wasm_bindgen::{JsCast, JsValue};

use super::node::Attr;

/// A node of a page.
///
/// If the browser refuses to change a node of the widget, that is a bug of ours or there is no memory left. In both
/// cases the widget continues with the nodes that it has.
pub(super) trait DomNode: Clone + PartialEq {
    fn new_element(tag: &'static str) -> Self;
    fn new_text(text: &str) -> Self;

    fn set_text(&self, text: &str);
    fn set_attr(&self, name: &'static str, attr: &Attr);
    fn remove_attr(&self, name: &'static str);
    /// Inserts `child` before `next`, or after all others.
    fn insert(&self, child: &Self, next: Option<&Self>);
    fn remove(&self, child: &Self);
    fn replace(&self, new: &Self, old: &Self);

    fn parent(&self) -> Option<Self>;
    fn first_child(&self) -> Option<Self>;
    fn next_sibling(&self) -> Option<Self>;
    fn child_count(&self) -> u32;
    fn contains(&self, node: &Self) -> bool;
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether this is an SVG element. Browsers only show these if they are created in the SVG namespace. None of these
/// tags is used for an HTML element here.
fn is_svg(tag: &str) -> bool {
    matches!(tag, "svg" | "g" | "path" | "rect" | "line" | "circle" | "text" | "title" | "use")
}

impl DomNode for web_sys::Node {
    fn new_element(tag: &'static str) -> Self {
        let document = leptos::tachys::dom::document();
        let made = if is_svg(tag) { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
        made.expect("the tag is one of ours").into()
    }

    // Not `create_text_node`: if the page replaces it with a function that throws, the exception would unwind our
    // frames and not end the widget cleanly.
    fn new_text(text: &str) -> Self {
        web_sys::Text::new_with_data(text).expect("a text can be made").into()
    }

    fn set_text(&self, text: &str) {
        self.set_node_value(Some(text));
    }

    fn set_attr(&self, name: &'static str, attr: &Attr) {
        let (value, is_live) = match attr {
            Attr::Attribute(value) => {
                let element: &web_sys::Element = self.unchecked_ref();
                _ = element.set_attribute(name, value);
                return;
            }
            Attr::Flag(value) => (JsValue::from_bool(*value), false),
            Attr::Checked(value) => (JsValue::from_bool(*value), true),
            Attr::Value(value) => (JsValue::from_str(value), true),
        };
        let name = JsValue::from_str(name);
        if !is_live || js_sys::Reflect::get(self, &name).as_ref() != Ok(&value) {
            _ = js_sys::Reflect::set(self, &name, &value);
        }
    }

    fn remove_attr(&self, name: &'static str) {
        let element: &web_sys::Element = self.unchecked_ref();
        _ = element.remove_attribute(name);
    }

    fn insert(&self, child: &Self, next: Option<&Self>) {
        _ = self.insert_before(child, next);
    }

    fn remove(&self, child: &Self) {
        _ = self.remove_child(child);
    }

    fn replace(&self, new: &Self, old: &Self) {
        _ = self.replace_child(new, old);
    }

    fn parent(&self) -> Option<Self> {
        self.parent_node()
    }

    fn first_child(&self) -> Option<Self> {
        Self::first_child(self)
    }

    fn next_sibling(&self) -> Option<Self> {
        Self::next_sibling(self)
    }

    fn child_count(&self) -> u32 {
        self.child_nodes().length()
    }

    fn contains(&self, node: &Self) -> bool {
        Self::contains(self, Some(node))
    }
}

#[cfg(test)]
mod tests {
    use super::is_svg;

    #[test]
    fn svg_elements_are_recognised() {
        for tag in ["svg", "path", "rect", "text", "title", "use"] {
            assert!(is_svg(tag), "{tag}");
        }
        for tag in ["div", "span", "button", "a", "details"] {
            assert!(!is_svg(tag), "{tag}");
        }
    }
}
