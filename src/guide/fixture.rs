//! The project's own guide, for tests of its views.

use gpf_core::directory::Directory;
use gpf_core::guide::{Files, Guide};
use leptos::prelude::RenderHtml;

use crate::ui::node::{Element, Node};

/// The guide as the build reads it.
pub(super) fn guide() -> Guide {
    let files = Files {
        sections: include_str!("../../assets/data/guide/sections.toml"),
        questions: include_str!("../../assets/data/guide/questions.toml"),
        reading: include_str!("../../assets/data/guide/reading.toml"),
        timeline: include_str!("../../assets/data/guide/timeline.toml"),
        populations: include_str!("../../assets/data/guide/populations.toml"),
    };
    let federations = include_str!("../../assets/data/federations.csv");
    let import = Directory::from_csv("federations.csv", federations, include_str!("../../assets/data/sources.csv"));
    Guide::read(&files, import.directory.sources()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("\n{}", lines.join("\n"))
    })
}

/// Elements as they are written into the page.
pub(super) fn html(elements: Vec<Element>) -> String {
    elements.into_iter().map(|it| Node::from(it).to_html()).collect()
}
