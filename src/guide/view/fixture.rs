//! The project's own guide, for tests of its views.

use gpf_domain::guide::{Files, Guide};
use leptos::prelude::RenderHtml;

use crate::project::{documents, text};
use crate::ui::vdom::{VElement, VNode};

/// The guide as the build parses it.
pub(super) fn guide() -> Guide {
    let files = Files::each(text).expect("the files are there");
    Guide::read(&files, &documents()).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// The HTML of the elements.
pub(super) fn html(elements: Vec<VElement>) -> String {
    elements.into_iter().map(|it| VNode::from(it).to_html()).collect()
}
