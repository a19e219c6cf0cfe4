//! Tests of facts that were once wider or narrower than in their source. They check the words that limit each fact, or
//! its value, and not its sentence.

use crate::project;
use crate::project::{catalogue, directory, guide};
use gpf_domain::comparison::Case;
use gpf_domain::guide::Block;

/// Checks that the text has each of the words, and none of those after `!`.
#[track_caller]
fn assert_words(place: &str, text: &str, words: &[&str]) {
    let text = text.to_lowercase();
    for word in words {
        match word.strip_prefix('!') {
            Some(word) => assert!(!text.contains(word), "{place} says \"{word}\": {text}"),
            None => assert!(text.contains(word), "{place} does not say \"{word}\": {text}"),
        }
    }
}

#[test]
fn case_studies_claim_no_more_than_their_source() {
    let cases = catalogue().cases;
    let case = |id: &str| cases.iter().find(|case| case.id == id).unwrap_or_else(|| panic!("no {id}"));
    let fact = |case: &Case, item| case.facts.iter().find(|fact| fact.item == item).map(|fact| fact.text.clone());
    for (id, item, words) in [
        ("at-medics", 12, &["some of london's most deprived", "wider", "easier"][..]),
        ("at-medics", 13, &["worked in", "!taken on"]),
        ("hurley-group", 3, &["some of the most deprived"]),
        ("midlands-medical-partnership", 9, &["improve", "develop", "corporate", "!businesslike"]),
        ("badger", 1, &["based on", "company limited by guarantee", "!grew"]),
        ("new-zealand-ipas", 2, &["early 1990s"]),
    ] {
        let text = fact(case(id), item).unwrap_or_else(|| panic!("{id} has no fact {item}"));
        assert_words(&format!("{id}, item {item}"), &text, words);
    }
    for (id, words) in [
        ("at-medics", &["some of them", "!many of them"][..]),
        ("midlands-medical-partnership", &["1 partnership", "separate"]),
        ("suffolk-gp-federation", &["cannot easily", "!none of them"]),
        ("badger", &["also provides", "!grew"]),
    ] {
        assert_words(id, &case(id).summary, words);
    }
    let practices = case("midlands-medical-partnership").figures.iter().find(|it| it.label == "Practices");
    assert_eq!(practices.map(|it| (it.value, it.note.as_deref())), Some((4, Some("Separate ones."))));
    let note = case("new-zealand-ipas").note.as_deref().unwrap_or_default();
    assert_words("new-zealand-ipas", note, &["organisational forms", "!variety of legal forms"]);
}

#[test]
fn findings_claim_no_more_than_their_source() {
    let catalogue = catalogue();
    for (id, words) in [
        ("alliance-pools-resources", &["can make better use"][..]),
        ("premises-economies-of-scale", &["can share", "certain staff", "costs of the premises"]),
        ("co-operative-out-of-hours", &["arranged", "2004", "!set up"]),
        ("partnership-no-shares", &["capital markets", "no shares", "!investors"]),
        ("guarantee-who-runs-it", &["appointed executive board", "!they appoint"]),
        ("law-company-distributions", &["only out of profits", "bonus shares", "winding up", "!nothing else"]),
        ("law-company-votes", &["show of hands", "1 vote", "on a poll"]),
        ("law-gms-partnership", &["medical practitioner", "general medical practitioner", "not a limited partner"]),
        ("law-gms-share-company", &["legally and beneficially", "general medical practitioner"]),
        ("law-apms-any-person", &["any person", "july 2022", "icbs"]),
        ("law-cic-dividend-cap", &["total", "articles", "resolution", "exempt"]),
        ("law-cic-conversion", &["not fully paid", "exempt charity"]),
        // Schedule 9 of the VAT Act 1994, group 16, item 1(a) to (d).
        (
            "law-cost-sharing-conditions",
            &["exempt from vat or not a business", "directly necessary", "exactly", "competition"],
        ),
    ] {
        let finding = catalogue.findings.iter().find(|it| it.id == id).unwrap_or_else(|| panic!("no {id}"));
        assert_words(id, &finding.text, words);
    }
    let premises = catalogue.models.iter().find(|it| it.id == "joint-premises").expect("it is a model");
    assert_words("joint-premises", &premises.summary, &["usually", "!often"]);
}

#[test]
fn guide_agrees_with_its_sources() {
    let guide = guide();
    for (id, words) in [
        (
            "what",
            &["across the country", "there are other ways", "vary a lot with the circumstances", "says the bma"][..],
        ),
        (
            "what",
            &[
                "only after they have worked together",
                "told clinical commissioning groups",
                "not another name",
                "!should come only",
            ],
        ),
        (
            "reasons",
            &[
                "members of the royal college",
                "these 7 are among them",
                "had rarely been pressed so hard",
                "!7 reasons came",
            ],
        ),
        ("wishes", &["help between practices", "the same level of care"]),
        ("sharing", &["workload and stress can fall", "not everyone has to do it", "!workload and stress fall"]),
        (
            "context",
            &["an early priority", "primary care federation network", "a gp, and chief executive", "!its first tasks"],
        ),
        (
            "context",
            &["nothing would keep the best services", "more efficient", "more integrated", "!would reach patients"],
        ),
        ("readiness", &["as far as the law permits"]),
        ("sizes", &["all the population figures", "!every number of people"]),
    ] {
        let section = guide.sections.iter().find(|it| it.id == id).expect("it is a section");
        let texts = section.blocks.iter().flat_map(Block::texts).chain(section.lead.as_deref());
        assert_words(id, &texts.collect::<Vec<_>>().join("\n"), words);
    }
    for (title, words) in [
        ("RCGP members are surveyed", &["practices might federate", "lists 7"][..]),
        ("New Zealand's GPs", &["many gps and primary care clinicians", "2 decades later", "!many of them"]),
        ("seems to be the most common name", &["seems"]),
        ("The Primary Care Federation Network", &["nhs confederation", "about 200"]),
    ] {
        let event = guide.events.iter().find(|it| it.title.contains(title)).unwrap_or_else(|| panic!("no {title}"));
        assert_words(title, &event.text, words);
    }
    let act = guide.events.iter().find(|it| it.title == "Health and Social Care Act").expect("it is an event");
    // "Any qualified provider" is under the second of these headings.
    assert_eq!(act.cite.at.as_deref(), Some("Context and challenges; Developing Services"));
}

#[test]
fn notes_about_places_have_the_date_to_which_they_apply() {
    let directory = directory();
    for (id, words) in [
        ("iceni-healthcare-ltd", &["in july 2022", "fell under", "1 april 2026", "!fall under"][..]),
        ("suffolk-gp-federation", &["in july 2022", "fell under", "1 april 2026", "!falls under"]),
        ("modality-partnership", &["in july 2022", "fell under"]),
        ("yorkshire-health-network", &["north yorkshire ccg on 1 april 2020", "july 2022"]),
        ("gp-health-connect-ltd", &["access to the same level of care"]),
        ("primary-care-sheffield", &["dr andy hilton, a gp"]),
        ("alliance-for-better-care", &["october 2018"]),
    ] {
        let federation = directory.find(id).unwrap_or_else(|| panic!("no {id}"));
        assert_words(id, federation.notes(), words);
    }
    // Its area has a source of its own, with the date from which it is known.
    let evidence = project::text("assets/data/directory/evidence.csv");
    let covers = |line: &&str| line.starts_with("alliance-for-better-care,covers,") && line.contains(",2018-10,s5,");
    assert!(evidence.lines().any(|line| covers(&line)));
}
