//! Tests that the guide has every point of every list in the sources: none left out, none added, in the same order.

use crate::project::guide;
use gpf_domain::guide::{Block, QuestionKind, ReadingKind};

/// A list in a source: the section and the list's number in it, from 1, and words that identify each of its points.
struct Listed {
    section: &'static str,
    list: usize,
    points: &'static [&'static [&'static str]],
}

/// Counted by hand in the sources.
const LISTS: [Listed; 9] = [
    Listed {
        section: "reasons",
        list: 1,
        points: &[
            &["new services", "outside hospital"],
            &["tender", "commissioning consortium"],
            &["efficiency", "scale", "back office", "purchasing"],
            &["join up", "between practices", "other providers"],
            &["compete", "private companies"],
            &["clinical governance", "safer", "better"],
            &["training", "education"],
        ],
    },
    Listed {
        section: "wishes",
        list: 1,
        points: &[
            &["trust", "shared vision", "future", "halton"],
            &["patients", "(ccg)", "nhs england", "borough council", "industry", "stake"],
            &["honestly", "struggle", "help between practices"],
            &["everyday work", "local people"],
            &["share the load", "team", "manage"],
            &["works best", "learn"],
            &["same level of care", "wherever they live", "borough"],
            &["new", "improve", "better value", "community", "quality", "clinical standards"],
            &["income", "back into services"],
        ],
    },
    Listed {
        section: "not",
        list: 1,
        points: &[
            &["jobs", "clinicians"],
            &["mergers"],
            &["profit", "partners"],
            &["judging"],
            &["same problems", "alone"],
        ],
    },
    Listed {
        section: "benefits",
        list: 1,
        points: &[
            &["relationship", "doctor"],
            &["know", "local patients need"],
            &["experience", "local gps"],
            &["consultations", "several sites"],
            &["nearer home", "reassuring"],
            &["say in how", "run"],
            &["wider range", "continuity of care"],
            &["team", "community nurses", "hospital specialists", "social care"],
        ],
    },
    Listed {
        section: "benefits",
        list: 2,
        points: &[&["autonomy"], &["few partners", "many salaried gps"], &["less choice"], &["local people"]],
    },
    Listed {
        section: "components",
        list: 1,
        points: &[
            &["continuity of care"],
            &["relationship", "staff", "community"],
            &["decisions"],
            &["stakeholders", "businesses"],
        ],
    },
    Listed {
        section: "components",
        list: 2,
        points: &[
            &["patients gain"],
            &["which practices"],
            &["in common", "fit together"],
            &["open and honest"],
            &["strengths", "weaknesses", "opportunities", "threats"],
            &["partners and practice managers"],
            &["workforce", "future"],
            &["partnership agreement", "bound", "retire"],
            &["affiliation"],
            &["corporate governance", "management"],
            &["sharing profit"],
            &["financial results", "clinical protocols"],
            &["staff"],
            &["premises", "need to change"],
            &["continuing professional development"],
            &["evaluate jobs", "agenda for change"],
            &["quality framework", "quality practice award"],
        ],
    },
    Listed {
        section: "services",
        list: 1,
        points: &[
            &["guide and co-ordinate", "services in the community", "resources"],
            &["sharing costs", "more patients", "profitable"],
            &["commissioners", "larger groups of patients", "larger areas"],
        ],
    },
    Listed {
        section: "context",
        list: 1,
        points: &[
            &["1 april 2013", "(ccgs)", "procurement", "tendering"],
            &["2013/14", "more work", "less investment"],
            &["april 2014", "place to place", "economies of scale"],
            &["unscheduled care", "recruiting and keeping"],
            &["£15 billion to £20 billion", "2011 to 2014", "2009"],
            &["more efficient", "primary, secondary and tertiary", "more integrated", "gps should lead"],
            &["sources of income"],
            &["private corporations"],
            &["monitor", "fair chance", "nothing would keep", "type of provider"],
            &["call to action", "£30 billion", "2013/14 and 2020/21", "debate"],
        ],
    },
];

const QUESTIONS: [&[&str]; 5] = [
    &["partners and staff", "often", "future"],
    &["viable", "sustainable"],
    &["quality and regulation", "regularly"],
    &["nhs reforms", "contract", "patients"],
    &["advice", "local gps", "local medical committee", "consultants"],
];

const THREATS: [&[&str]; 4] = [
    &["deliver more", "shrink"],
    &["longer consultations", "older", "complex"],
    &["less serious", "less access"],
    &["redundant"],
];

/// The titles that the guidance lists as further reading.
const LISTED: [&str; 18] = [
    "Primary care federations: Putting patients first",
    "Primary care federations toolkit",
    "Securing the future of General Practice",
    "Transforming General Practice",
    "Primary care for the 21st century: learning from New Zealand's independent practitioner associations",
    "Developing a federation",
    "Developing GP federations: will clinical commissioning stand in the way?",
    "Practice Mergers",
    "All Together Now?",
    "Evolve or Die: A Stark Warning for General Practice",
    "Benefits and Challenges of Federation",
    "Federation & GP Practices",
    "How will commissioning affect my income?",
    "Making collaboration work",
    "Preparing for a practice merger",
    "Surviving the changes to enhanced services",
    "Revenue & Customs Brief 23/12",
    "How we established a 40-practice federation to compete for bigger contracts",
];

/// Other documents that the sources cite or refer to.
const CITED: [&str; 15] = [
    "Health and Social Care Act 2012",
    "2013/14 contract imposition in England",
    "Competition and choice",
    "A fair playing field for the benefit of NHS patients",
    "Call to Action",
    "Guidance to practices on how to employ shared staff",
    "Wilder Collaboration Factors Inventory",
    "Quality Practice Award",
    "VAT Act 1994, Schedule 9, group 16",
    "Business structures for doctors",
    "What is a CIO?",
    "Charities Act 2006, paragraph 2(2)(d)",
    "Definitions of collaborative, alliance and federation",
    "The RCGP Roadmap",
    "Five Year Forward View",
];

#[track_caller]
fn assert_told(what: &str, texts: &[&str], points: &[&[&str]]) {
    assert_eq!(texts.len(), points.len(), "{what}: {texts:#?}");
    for (text, words) in texts.iter().zip(points) {
        for word in *words {
            assert!(text.to_lowercase().contains(word), "{what}: no \"{word}\" in: {text}");
        }
    }
}

#[test]
fn expected_lists_have_the_lengths_of_the_sources() {
    let count =
        |section| LISTS.iter().filter(|one| one.section == section).map(|one| one.points.len()).collect::<Vec<_>>();
    assert_eq!(count("reasons"), [7]);
    assert_eq!(count("wishes"), [9]);
    assert_eq!(count("not"), [5]);
    assert_eq!(count("benefits"), [8, 4]);
    assert_eq!(count("components"), [4, 17]);
    assert_eq!(count("services"), [3]);
}

#[test]
fn every_point_of_every_list_is_in_the_guide() {
    let guide = guide();
    for listed in &LISTS {
        let section = guide.section(listed.section).expect("the section is there");
        let mut lists = section.blocks.iter().filter_map(|block| match block {
            Block::List { items, .. } => Some(items),
            _ => None,
        });
        let items =
            lists.nth(listed.list - 1).unwrap_or_else(|| panic!("{} has no list {}", listed.section, listed.list));
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        assert_told(listed.section, &texts, listed.points);
    }
}

#[test]
fn every_question_and_threat_is_in_the_guide() {
    let guide = guide();
    for (kind, points) in [(QuestionKind::Question, &QUESTIONS[..]), (QuestionKind::Threat, &THREATS[..])] {
        let of_kind = guide.questions.iter().filter(|question| question.kind == kind);
        let texts: Vec<&str> = of_kind.map(|question| question.text.as_str()).collect();
        assert_told(kind.id(), &texts, points);
    }
    let of_threats = guide.questions.iter().filter(|question| question.kind == QuestionKind::Threat);
    assert!(of_threats.into_iter().all(|question| question.text.starts_with("Has the practice considered")));
}

#[test]
fn every_document_is_in_the_reading_list() {
    let guide = guide();
    for (kind, titles) in [(ReadingKind::Listed, &LISTED[..]), (ReadingKind::Cited, &CITED[..])] {
        let found: Vec<&str> =
            guide.readings.iter().filter(|one| one.kind == kind).map(|one| one.title.as_str()).collect();
        assert_eq!(found.len(), titles.len(), "{found:#?}");
        for (found, title) in found.iter().zip(titles) {
            assert!(found.starts_with(title), "\"{found}\" is not \"{title}\"");
        }
    }
    let sources = guide.readings.iter().filter(|one| one.kind == ReadingKind::Source);
    assert_eq!(sources.count(), 5);
}
