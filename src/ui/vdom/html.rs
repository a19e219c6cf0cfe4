//! Rendering to HTML text, for the guide and the fallback. No view owns the nodes that a browser makes from this text.

use gpf_domain::html::push_escaped;

use super::node::{Attr, ElementParts, VNode};

/// Adds a view as HTML.
pub(super) fn write_html(node: &VNode, html: &mut String) {
    match node {
        VNode::Keep => {}
        VNode::Text(text) => push_escaped(html, text),
        VNode::Element(element) => {
            let ElementParts { tag, attrs, children, .. } = &*element.0;
            html.extend(["<", tag]);
            for (name, attr) in attrs {
                match attr {
                    Attr::Attribute(value) | Attr::Value(value) => {
                        html.extend([" ", name, "=\""]);
                        push_escaped(html, value);
                        html.push('"');
                    }
                    Attr::Flag(true) | Attr::Checked(true) => html.extend([" ", name]),
                    Attr::Flag(false) | Attr::Checked(false) => {}
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

#[cfg(test)]
mod tests {
    use leptos::prelude::RenderHtml;

    use super::super::node::{VNode, div, el, el_class};

    #[test]
    fn a_view_is_written_as_html() {
        let view = div("gpf-a")
            .attr("title", "\"<&>\"")
            .child_opt(None)
            .child(el("option").prop_bool("selected", true).text("Runcorn & Widnes"));
        let view = view.child(el("input").prop_bool("hidden", false).value("x"));
        assert_eq!(
            VNode::from(view).to_html(),
            "<div class=\"gpf-a\" title=\"&quot;&lt;&amp;&gt;&quot;\"><option selected>Runcorn &amp; Widnes</option>\
             <input value=\"x\"></div>"
        );
    }

    #[test]
    fn a_picture_is_written_as_html_writes_it() {
        let picture = el_class("svg", "gpf-a").attr("viewBox", "0 0 9 9").child(el("path").attr("d", "M1 2h0"));
        assert_eq!(
            VNode::from(picture).to_html(),
            "<svg class=\"gpf-a\" viewBox=\"0 0 9 9\"><path d=\"M1 2h0\"></path></svg>"
        );
    }
}
