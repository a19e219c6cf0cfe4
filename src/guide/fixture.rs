//! The project's own guide, for tests of its views.

use gpf_core::guide::{Files, Guide};
use leptos::prelude::RenderHtml;

use crate::project::{documents, text};
use crate::ui::node::{Element, Node};

/// The guide as the build reads it.
pub(super) fn guide() -> Guide {
    let files = Files::each(text).expect("the files are there");
    Guide::read(&files, &documents()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// Elements as they are written into the page.
pub(super) fn html(elements: Vec<Element>) -> String {
    elements.into_iter().map(|it| Node::from(it).to_html()).collect()
}
