//! Rendering to HTML text, for the guide and the fallback. No view owns the nodes that a browser makes from this text.

use gpf_domain::html::push_escaped;

use super::node::{Attr, ElementParts, VNode};

/// Adds a view as HTML.
pub(super) fn write_html(node: &VNode, html: &mut String) {
    write(node, html, false);
}

/// The view as HTML that keeps its texts apart, so that the view can [adopt](super::patch::adopt) the nodes that the
/// loader creates from it (`assets/loader/parse-html.js`): `<!>` is an empty text, or separates 2 texts.
///
/// # Panics
///
/// If an empty text follows another text, which this HTML cannot express.
#[cfg(feature = "ssr")]
#[must_use]
pub fn write_exact(view: &VNode) -> String {
    let mut html = String::new();
    write(view, &mut html, true);
    html
}

fn write(node: &VNode, html: &mut String, is_exact: bool) {
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
                let mut is_after_text = false;
                for child in children {
                    if let VNode::Text(text) = child {
                        assert!(!(is_exact && is_after_text && text.is_empty()), "an empty text after another one");
                        if is_exact && (is_after_text || text.is_empty()) {
                            html.push_str("<!>");
                        }
                    }
                    is_after_text = matches!(child, VNode::Text(_));
                    write(child, html, is_exact);
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
    #[cfg(feature = "ssr")]
    use super::write_exact;

    #[test]
    fn view_is_rendered_as_html() {
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

    #[cfg(feature = "ssr")]
    #[test]
    fn exact_html_separates_adjacent_texts() {
        let lost = div("a").text("z").child_opt(None).into();
        assert!(
            std::panic::catch_unwind(|| write_exact(&lost)).is_err(),
            "an empty text after another one cannot be written"
        );
        let view = div("a").text("").child(el("b").text("x").text("y")).child(el("i").text("")).text("z");
        assert_eq!(write_exact(&view.into()), "<div class=\"a\"><!><b>x<!>y</b><i><!></i>z</div>");
    }

    #[test]
    fn svg_is_rendered_as_html() {
        let picture = el_class("svg", "gpf-a").attr("viewBox", "0 0 9 9").child(el("path").attr("d", "M1 2h0"));
        assert_eq!(
            VNode::from(picture).to_html(),
            "<svg class=\"gpf-a\" viewBox=\"0 0 9 9\"><path d=\"M1 2h0\"></path></svg>"
        );
    }
}
