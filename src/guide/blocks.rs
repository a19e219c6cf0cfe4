//! What a section is made of.

use gpf_core::guide::{Block, Cite, Guide, Item, Picture, Reading, ReadingKind, Section, Term};

use super::check::check;
use super::populations::populations;
use super::text::title;
use super::timeline::timeline;
use crate::ui::node::{Element, Node, classed, el};

/// The blocks of a section; those with the same source after each other share the line that names it.
pub(super) fn blocks(guide: &Guide, section: &Section) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut blocks = section.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        nodes.extend(self::block(guide, block).into_iter().map(Node::from));
        let next = blocks.peek().and_then(|it| it.cite());
        if let Some(cite) = block.cite().filter(|cite| next != Some(*cite)) {
            nodes.push(cited(guide, cite).into());
        }
    }
    nodes
}

fn block(guide: &Guide, block: &Block) -> Vec<Element> {
    match block {
        Block::Paragraph { text, .. } => vec![el("p").say(text)],
        Block::List { intro, items, is_ordered, .. } => {
            let list = if *is_ordered { classed("ol", "gpf-list gpf-counted") } else { classed("ul", "gpf-list") };
            vec![el("p").say(intro), list.all(items.iter().map(item))]
        }
        Block::Terms { intro, terms, .. } => {
            vec![el("p").say(intro), classed("dl", "gpf-terms").all(terms.iter().flat_map(term))]
        }
        Block::Note { text } => vec![classed("p", "gpf-note").say(text)],
        Block::Picture(Picture::Timeline) => timeline(guide),
        Block::Picture(Picture::Populations) => populations(guide),
        Block::Readiness => check(guide),
        Block::Readings => ReadingKind::ALL.into_iter().flat_map(|kind| readings(guide, kind)).collect(),
    }
}

fn item(item: &Item) -> Element {
    let note = item.note.iter().map(|it| classed("span", "gpf-small").text([" ", it.as_str()].concat()));
    el("li").say(&item.text).all(note)
}

fn term(term: &Term) -> [Element; 2] {
    [el("dt").say(&term.name), el("dd").say(&term.meaning)]
}

fn cited(guide: &Guide, cite: &Cite) -> Element {
    classed("p", "gpf-small gpf-cite").text(["Source: ", &guide.cite_short(cite), "."].concat())
}

fn readings(guide: &Guide, kind: ReadingKind) -> [Element; 2] {
    let of_kind = guide.readings.iter().filter(|it| it.kind == kind);
    [title(2, "gpf-kind", kind.label()), classed("ul", "gpf-list").all(of_kind.map(reading))]
}

fn reading(reading: &Reading) -> Element {
    let name = match &reading.url {
        Some(url) => el("a").set("href", url.clone()).say(&reading.title),
        None => el("cite").say(&reading.title),
    };
    let note = reading.note.as_deref().map_or(String::new(), |it| [" ", it].concat());
    el("li")
        .text([&reading.publisher, ": "].concat())
        .child(name)
        .text(".")
        .child(classed("span", "gpf-small").text(note))
}
