//! What a section is made of.

use gpf_domain::guide::{Block, Citation, Guide, Item, Picture, Reading, ReadingKind, Section, Term};

use super::heading::title;
use super::populations::populations;
use super::readiness_form::readiness_form;
use super::timeline::timeline;
use crate::ui::vdom::{VElement, VNode, el, el_class};

/// The blocks of a section; those with the same source after each other share the line that names it.
pub(super) fn blocks(guide: &Guide, section: &Section) -> Vec<VNode> {
    let mut nodes: Vec<VNode> = Vec::new();
    let mut blocks = section.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        nodes.extend(self::block(guide, block).into_iter().map(VNode::from));
        let next = blocks.peek().and_then(|it| it.cite());
        if let Some(cite) = block.cite().filter(|cite| next != Some(*cite)) {
            nodes.push(cited(guide, cite).into());
        }
    }
    nodes
}

fn block(guide: &Guide, block: &Block) -> Vec<VElement> {
    match block {
        Block::Paragraph { text, .. } => vec![el("p").text_owned(text)],
        Block::List { intro, items, is_ordered, .. } => {
            let list = if *is_ordered { el_class("ol", "gpf-list gpf-counted") } else { el_class("ul", "gpf-list") };
            vec![el("p").text_owned(intro), list.extend(items.iter().map(item))]
        }
        Block::Terms { intro, terms, .. } => {
            vec![el("p").text_owned(intro), el_class("dl", "gpf-terms").extend(terms.iter().flat_map(term))]
        }
        Block::Note { text } => vec![el_class("p", "gpf-note").text_owned(text)],
        Block::Picture(Picture::Timeline) => timeline(guide),
        Block::Picture(Picture::Populations) => populations(guide),
        Block::Readiness => readiness_form(guide),
        Block::Readings => ReadingKind::ALL.into_iter().flat_map(|kind| readings(guide, kind)).collect(),
    }
}

fn item(item: &Item) -> VElement {
    let note = item.note.iter().map(|it| el_class("span", "gpf-small").text([" ", it.as_str()].concat()));
    el("li").text_owned(&item.text).extend(note)
}

fn term(term: &Term) -> [VElement; 2] {
    [el("dt").text_owned(&term.name), el("dd").text_owned(&term.meaning)]
}

fn cited(guide: &Guide, cite: &Citation) -> VElement {
    el_class("p", "gpf-small gpf-cite").text(["Source: ", &guide.cite_short(cite), "."].concat())
}

fn readings(guide: &Guide, kind: ReadingKind) -> [VElement; 2] {
    let of_kind = guide.readings.iter().filter(|it| it.kind == kind);
    [title(2, "gpf-kind", kind.label()), el_class("ul", "gpf-list").extend(of_kind.map(reading))]
}

fn reading(reading: &Reading) -> VElement {
    let name = match &reading.url {
        Some(url) => el("a").attr("href", url.clone()).text_owned(&reading.title),
        None => el("cite").text_owned(&reading.title),
    };
    let note = reading.note.as_deref().map_or(String::new(), |it| [" ", it].concat());
    el("li")
        .text([&reading.publisher, ": "].concat())
        .child(name)
        .text(".")
        .child(el_class("span", "gpf-small").text(note))
}
