//! The glossary, and the links to it from the text of the guide.

use std::cell::RefCell;

use gpf_domain::guide::{Citation, GlossaryTerm, Guide};

use crate::guide::strings;
use crate::ui::link::external;
use crate::ui::strings::SOURCE;
use crate::ui::vdom::{VElement, VNode, el, el_class};

/// The prefix of the ids of terms in the page.
const ID: &str = "gpf-term-";

/// Links the first use of each term in a section, because a section can be shown alone.
pub(super) struct TermLinks<'a>(RefCell<Vec<&'a GlossaryTerm>>);

impl<'a> TermLinks<'a> {
    /// For a section in which no term has a link yet.
    pub(super) fn new(guide: &'a Guide) -> Self {
        Self(RefCell::new(guide.glossary.iter().collect()))
    }

    /// The text, with a link at the first use of each term.
    pub(super) fn linked_text(&self, text: &str) -> Vec<VNode> {
        let mut unlinked = self.0.borrow_mut();
        let mut nodes = Vec::new();
        let mut rest = text;
        loop {
            let found = unlinked.iter().enumerate().filter_map(|(at, term)| Some((term.find(rest)?, at)));
            let Some((place, at)) = found.min_by_key(|(place, _)| place.start) else { break };
            let term = unlinked.remove(at);
            nodes.push(VNode::Text(rest[..place.start].to_owned().into()));
            let link = el("a").attr("href", ["#", ID, &term.id].concat()).text_owned(&rest[place.clone()]);
            nodes.push(link.into());
            rest = &rest[place.end..];
        }
        nodes.push(VNode::Text(rest.to_owned().into()));
        nodes
    }
}

/// The terms with their definitions. The loader handles the links to them (`assets/loader/term-links.js`).
pub(super) fn glossary(guide: &Guide) -> Vec<VElement> {
    let terms = guide.glossary.iter().flat_map(|it| term(guide, it));
    vec![el_class("dl", "gpf-terms gpf-glossary").extend(terms)]
}

fn term(guide: &Guide, term: &GlossaryTerm) -> [VElement; 2] {
    let meaning = el("dd").text([&term.meaning, " "].concat()).child(source(guide, &term.cite));
    [el("dt").attr("id", [ID, &term.id].concat()).text_owned(&term.name), meaning]
}

/// "Law: Companies Act 2006, section 3(2)." or "Source: NHS England: GP contract, 2023."
fn source(guide: &Guide, cite: &Citation) -> VElement {
    let line = el_class("span", "gpf-small");
    let Some(source) = guide.source(&cite.source) else { return line };
    let name = guide.cite_short(&Citation { at: None, ..cite.clone() });
    let publisher = source.publisher.as_deref().unwrap_or_default();
    let is_law = publisher == "legislation.gov.uk";
    let line = line.text(if is_law { strings::LAW } else { SOURCE });
    // A short name includes the publisher.
    let line = if !is_law && name.starts_with(&source.title) { line.text([publisher, ": "].concat()) } else { line };
    let line = match &source.url {
        Some(url) => line.child(external(url.clone(), name)),
        None => line.text(name),
    };
    let line = match &cite.at {
        Some(at) if is_law => line.text([", ", at].concat()),
        Some(at) => line.text([", \"", at, "\""].concat()),
        None => line,
    };
    line.text(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::view::fixture::{guide, html};
    use crate::guide::view::render;

    /// Every part of the text between `start` and the next quotation mark.
    fn values<'a>(html: &'a str, start: &str) -> Vec<&'a str> {
        html.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_glossary_link_has_a_term_and_unchanged_text() {
        let guide = guide();
        let html = html(vec![render(&guide)]);
        let ids = values(&html, "<dt id=\"");
        assert_eq!(ids.len(), guide.glossary.len());
        let links = values(&html, "href=\"#");
        assert!(links.len() > guide.glossary.len(), "{links:?}");
        for link in links {
            assert!(ids.contains(&link), "{link} leads nowhere");
        }
        let mut texts = guide.sections.iter().filter_map(|it| it.lead.as_ref());
        assert!(texts.all(|text| plain(&html).contains(text)));
    }

    /// The text without tags.
    fn plain(html: &str) -> String {
        let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        parts.collect::<String>().replace("&quot;", "\"")
    }

    #[test]
    fn a_section_links_each_term_once_at_its_first_use() {
        let guide = guide();
        let links = TermLinks::new(&guide);
        let text = "CCGs (clinical commissioning groups) and LMCs.";
        let first = el("p").children(links.linked_text(text));
        let linked = "<p><a href=\"#gpf-term-ccg\">CCGs</a> (clinical commissioning groups) and \
                      <a href=\"#gpf-term-lmc\">LMCs</a>.</p>";
        assert_eq!(html(vec![first]).replace("<!>", ""), linked);
        assert_eq!(html(vec![el("p").children(links.linked_text(text))]), format!("<p>{text}</p>"));
    }

    #[test]
    fn a_term_names_its_law_or_its_source() {
        let html = html(glossary(&guide()));
        for line in [
            ">Law: <a href=\"https://www.legislation.gov.uk/ukpga/2006/46\" rel=\"noreferrer\">Companies Act 2006</a>, section 3(2).<",
            ">Source: NHS England: <a href=\"https://www.england.nhs.uk/long-read/gp-contract/\" rel=\"noreferrer\">GP contract, 2023</a>.<",
            ">Source: <a href=\"https://en.wikipedia.org/wiki/GP_federation\" rel=\"noreferrer\">Wikipedia</a>.<",
        ] {
            assert!(html.contains(line), "{line} is not in {html}");
        }
    }
}
