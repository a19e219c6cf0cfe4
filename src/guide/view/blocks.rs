//! The blocks of a section.

use gpf_domain::guide::{Block, Citation, Definition, Guide, Item, Picture, Reading, ReadingKind, Section};

use super::glossary::{TermLinks, glossary};
use super::heading::title;
use super::populations::populations;
use super::readiness_form::readiness_form;
use super::timeline::timeline;
use crate::ui::link::external;
use crate::ui::strings::SOURCE;
use crate::ui::vdom::{VElement, VNode, el, el_class};

/// The blocks of a section. Consecutive blocks with the same source share one source line.
pub(super) fn blocks(guide: &Guide, section: &Section, links: &TermLinks<'_>) -> Vec<VNode> {
    let mut nodes: Vec<VNode> = Vec::new();
    let mut blocks = section.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        nodes.extend(self::block(guide, block, links).into_iter().map(VNode::from));
        let next = blocks.peek().and_then(|it| it.cite());
        if let Some(cite) = block.cite().filter(|cite| next != Some(*cite)) {
            nodes.push(cited(guide, cite).into());
        }
    }
    nodes
}

fn block(guide: &Guide, block: &Block, links: &TermLinks<'_>) -> Vec<VElement> {
    match block {
        Block::Paragraph { text, .. } => vec![el("p").children(links.linked_text(text))],
        Block::List { intro, items, is_ordered, .. } => {
            let list = if *is_ordered { el_class("ol", "gpf-list gpf-counted") } else { el_class("ul", "gpf-list") };
            vec![el("p").children(links.linked_text(intro)), list.extend(items.iter().map(|it| item(it, links)))]
        }
        Block::Terms { intro, terms, .. } => {
            let terms = terms.iter().flat_map(|it| term(it, links));
            vec![el("p").children(links.linked_text(intro)), el_class("dl", "gpf-terms").extend(terms)]
        }
        Block::Note { text } => vec![el_class("p", "gpf-note").children(links.linked_text(text))],
        Block::Picture(Picture::Timeline) => timeline(guide, links),
        Block::Picture(Picture::Populations) => populations(guide),
        Block::Readiness => readiness_form(guide),
        Block::Glossary => glossary(guide),
        Block::Readings => ReadingKind::ALL.into_iter().flat_map(|kind| readings(guide, kind)).collect(),
    }
}

fn item(item: &Item, links: &TermLinks<'_>) -> VElement {
    let text = el("li").children(links.linked_text(&item.text));
    let note = item.note.iter().map(|it| el_class("span", "gpf-small").text(" ").children(links.linked_text(it)));
    text.extend(note)
}

fn term(term: &Definition, links: &TermLinks<'_>) -> [VElement; 2] {
    [el("dt").children(links.linked_text(&term.name)), el("dd").children(links.linked_text(&term.meaning))]
}

fn cited(guide: &Guide, cite: &Citation) -> VElement {
    el_class("p", "gpf-small gpf-cite").text([SOURCE, &guide.cite_short(cite), "."].concat())
}

fn readings(guide: &Guide, kind: ReadingKind) -> [VElement; 2] {
    let of_kind = guide.readings.iter().filter(|it| it.kind == kind);
    [title(2, "gpf-kind", kind.label()), el_class("ul", "gpf-list").extend(of_kind.map(reading))]
}

fn reading(reading: &Reading) -> VElement {
    let name = match &reading.url {
        Some(url) => external(url.clone(), reading.title.clone()),
        None => el("cite").text_owned(&reading.title),
    };
    let note = reading.note.as_deref().map_or(String::new(), |it| [" ", it].concat());
    el("li")
        .text([&reading.publisher, ": "].concat())
        .child(name)
        .text(".")
        .child(el_class("span", "gpf-small").text(note))
}
