//! Tests of the whole guide's data.

use crate::project;
use crate::project::guide;
use gpf_domain::guide::{Block, Citation, GlossaryTerm, Guide, Picture, Section};

fn texts(section: &Section) -> Vec<&str> {
    let of_blocks = section.blocks.iter().flat_map(Block::texts);
    [Some(section.title.as_str()), section.lead.as_deref()].into_iter().flatten().chain(of_blocks).collect()
}

#[test]
fn every_section_exists_and_has_a_source() {
    let guide = guide();
    let ids: Vec<&str> = guide.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, Guide::SECTIONS);
    for section in &guide.sections {
        assert!(!guide.sources_of(section).is_empty(), "{}", section.id);
    }
}

#[test]
fn charts_questions_and_readings_are_each_in_one_section() {
    let guide = guide();
    for (id, block) in [
        ("readiness", Block::Readiness),
        ("timeline", Block::Picture(Picture::Timeline)),
        ("sizes", Block::Picture(Picture::Populations)),
        ("glossary", Block::Glossary),
        ("reading", Block::Readings),
    ] {
        let holders = guide.sections.iter().filter(|section| section.blocks.contains(&block));
        assert_eq!(holders.map(|section| section.id.as_str()).collect::<Vec<_>>(), [id]);
    }
}

#[test]
fn sections_about_ccgs_mention_that_they_ended() {
    for section in &guide().sections {
        let text = texts(section).join("\n");
        assert!(!text.contains("CCG") || text.contains("ended in July 2022"), "{}", section.id);
    }
}

/// An opinion has its owner, and the rules of 2013 have their end date.
#[test]
fn opinions_and_ended_rules_are_presented_as_such() {
    let guide = guide();
    let text_of = |id: &str| {
        let section = guide.sections.iter().find(|section| section.id == id).expect("the section is there");
        texts(section).join("\n")
    };
    assert!(text_of("sharing").contains("the article describes the Care Quality Commission (CQC) as a burden"));
    assert!(text_of("readiness").contains("as far as the law permits"));
    for id in ["services", "context"] {
        let text = text_of(id);
        assert!(text.contains("Provider Selection Regime") && text.contains("January 2024"), "{id}");
    }
    assert!(text_of("context").contains("Primary Care Federation Network"));
    assert!(text_of("what").contains("does not list every federation"));
}

/// Each section can be shown alone, so each must explain its abbreviations.
#[test]
fn every_section_spells_out_its_abbreviations() {
    for section in &guide().sections {
        let text = texts(section).join("\n");
        for short in ["AQP", "BMA", "CCG", "CPD", "CQC", "GMS", "GPC", "ICB", "PCN", "QOF", "RCGP", "SOP", "SWOT"] {
            let is_said = !text.contains(short) || text.contains(&["(", short].concat());
            assert!(is_said, "{} does not say what {short} is", section.id);
        }
    }
}

#[test]
fn guide_texts_are_small_to_download() {
    let guide = guide();
    let mut bytes: usize = guide.sections.iter().flat_map(|section| texts(section)).map(str::len).sum();
    bytes += guide.questions.iter().map(|one| one.text.len() + one.help.as_ref().map_or(0, String::len)).sum::<usize>();
    let readings = guide.readings.iter();
    bytes += readings
        .map(|one| one.publisher.len() + one.title.len() + one.note.as_ref().map_or(0, String::len))
        .sum::<usize>();
    bytes += guide.glossary.iter().map(|one| one.name.len() + one.meaning.len()).sum::<usize>();
    assert!(bytes <= 26_500, "{bytes} bytes");
}

/// Every element explains itself, so the guide, the comparison or the finder uses each term.
#[test]
fn every_glossary_term_is_used() {
    let guide = guide();
    let facts = gpf_domain::export::csv(&project::directory(), &[]);
    let catalogue = format!("{:?}", project::catalogue());
    let in_guide: Vec<&str> = guide.sections.iter().flat_map(texts).collect();
    for term in &guide.glossary {
        let is_used = in_guide.iter().chain([&facts.as_str(), &catalogue.as_str()]).any(|it| term.find(it).is_some());
        assert!(is_used, "{} is not used", term.name);
        assert!(term.find(&term.name).is_some(), "{} is not among its own words", term.name);
    }
}

#[test]
fn term_matches_only_whole_words() {
    let words = vec!["asset lock".to_owned(), "CIC".to_owned()];
    let (id, name, meaning, cite) = Default::default();
    let term = GlossaryTerm { id, name, meaning, words, cite };
    let found = |text: &'static str| term.find(text).map(|place| &text[place]);
    assert_eq!(found("Asset locks and CICs."), Some("Asset locks"));
    assert_eq!(found("A CIC's asset lock"), Some("CIC"));
    assert_eq!(found("(CICs)"), Some("CICs"));
    for text in ["CICERO", "asset locksmith", "scic", "éCIC", ""] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn guide_texts_follow_the_content_style() {
    let guide = guide();
    let of_questions = guide.questions.iter().map(|question| question.text.as_str());
    let of_glossary = guide.glossary.iter().map(|term| term.meaning.as_str());
    for text in guide.sections.iter().flat_map(texts).chain(of_questions).chain(of_glossary) {
        for correction in [" two ", " three ", " & ", "e.g.", "i.e.", " etc", "  ", "“", "”", " - ", "–"] {
            assert!(!text.contains(correction), "\"{correction}\" in: {text}");
        }
    }
}

#[test]
fn a_citation_names_title_publisher_date_and_place() {
    let guide = guide();
    let at = Some("Context and challenges".to_owned());
    let cite = Citation { source: "bma-gpc".to_owned(), at };
    assert_eq!(
        guide.cite(&cite),
        "Collaborative GP alliances and federations: guidance for GPs, British Medical Association, General \
         Practitioners Committee (GPC), 2013, \"Context and challenges\""
    );
    assert_eq!(guide.cite_short(&cite), "BMA guidance, 2013, \"Context and challenges\"");
    let undated = Citation { source: "wikipedia".to_owned(), at: None };
    assert_eq!(guide.cite_short(&undated), "Wikipedia");
    let act = Citation { source: "health-and-care-act-2022".to_owned(), at: None };
    assert_eq!(guide.cite_short(&act), "Health and Care Act 2022");
}
