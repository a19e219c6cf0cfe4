//! Tests that every advantage and disadvantage in the guidance is a finding: none left out, none invented.

use crate::project::catalogue;
use gpf_domain::comparison::{Finding, FindingKind};

/// The lists in the guidance, counted by hand: the subject, and a list of keywords for each of its points in order.
/// Together, the findings of a point must mention each of its keywords.
struct Listed {
    subject: &'static str,
    advantages: &'static [&'static [&'static str]],
    disadvantages: &'static [&'static [&'static str]],
}

const GUIDANCE: [Listed; 10] = [
    Listed {
        subject: "gp-partnership",
        advantages: &[&["little regulation"], &["flexible"]],
        disadvantages: &[
            &["trust"],
            &["liable", "individually", "others"],
            &["agreement", "deed"],
            &["shares", "capital markets"],
        ],
    },
    Listed {
        subject: "company-limited-by-shares",
        advantages: &[
            &["limited liability"],
            &["flexible", "regulations"],
            &["easy to set up"],
            &["debt", "equity"],
            &["pension", "gms", "pms", "owns"],
        ],
        disadvantages: &[&["capital", "borrow"], &["publish", "companies house"]],
    },
    Listed {
        subject: "community-interest-company",
        advantages: &[
            &["flexible", "limited liability"],
            &["more lightly than a charity"],
            &["not-for-profit"],
            &["equity", "limited by shares", "debt"],
            &["recognise"],
            &["charitable incorporated organisation", "2014"],
            &["employing authority", "pension"],
        ],
        disadvantages: &[&["tax"], &["profit"], &["community interest report", "every year"]],
    },
    Listed {
        subject: "charity",
        advantages: &[
            &["charity commission", "companies house", "comes into being"],
            &["contracts"],
            &["trustees", "limited liability", "none"],
        ],
        disadvantages: &[&["profit"], &["equity"], &["accounts", "report"], &["pension", "gms", "pms"]],
    },
    Listed {
        subject: "limited-liability-partnership",
        advantages: &[&["liability is limited"], &["flexible"]],
        disadvantages: &[
            &["complicated", "costs", "set up", "run"],
            &["annual returns"],
            &["tax", "limited companies"],
            &["gms", "regulations"],
            &["equity"],
        ],
    },
    Listed {
        subject: "company-limited-by-guarantee",
        advantages: &[
            &["risk", "liability"],
            &["democratic", "articles"],
            &["charitable status"],
            &["subsidiary", "capital", "trading"],
        ],
        disadvantages: &[&["profit"], &["capital"]],
    },
    Listed {
        subject: "simple-alliance",
        advantages: &[&["better", "services"], &["staff", "save"], &["access"], &["flexible"]],
        disadvantages: &[
            &["certain services"],
            &["large private", "enhanced services"],
            &["scope", "last long"],
            &["employment law", "joint contracts", "vat"],
        ],
    },
    Listed {
        subject: "joint-premises",
        advantages: &[
            &["costs"],
            &["staff"],
            &["close", "alliances", "joint ventures"],
            &["staff", "quality framework", "policies"],
        ],
        disadvantages: &[
            &["landlord", "rent", "service charges", "lease"],
            &["fewer surgeries", "travel"],
            &["autonomy", "ventures"],
        ],
    },
    Listed {
        subject: "merger",
        advantages: &[
            &["viable"],
            &["many practices", "midlands medical partnership"],
            &["gms", "pms", "apms"],
            &["equitable funding"],
            &["economies of scale"],
            &["quality frameworks", "policies"],
            &["joint ventures"],
        ],
        disadvantages: &[
            &["planned", "split"],
            &["income", "sharing profits"],
            &["effort", "motivation"],
            &["influence", "very large"],
            &["local connections", "continuity", "remote", "centralised"],
        ],
    },
    Listed {
        subject: "gp-co-operative",
        advantages: &[
            &["additional", "enhanced", "expertise", "experience"],
            &["recruit"],
            &["apms"],
            &["joint ventures", "limited liability partnership"],
        ],
        disadvantages: &[&["gms", "pms"], &["1 to 5 years"], &["low-priced", "corporations"]],
    },
];

fn listed() -> impl Iterator<Item = (&'static str, FindingKind, usize, &'static [&'static str])> {
    GUIDANCE.iter().flat_map(|one| {
        let points = |kind, list: &'static [&'static [&'static str]]| {
            list.iter().enumerate().map(move |(at, words)| (one.subject, kind, at + 1, *words))
        };
        points(FindingKind::Advantage, one.advantages).chain(points(FindingKind::Disadvantage, one.disadvantages))
    })
}

fn item(subject: &str, kind: FindingKind, number: usize) -> String {
    format!("bma-gpc:{subject}:{}:{number}", kind.id())
}

#[test]
fn the_guidance_lists_42_advantages_and_35_disadvantages() {
    let count = |wanted| listed().filter(|(_, kind, ..)| *kind == wanted).count();
    assert_eq!((count(FindingKind::Advantage), count(FindingKind::Disadvantage)), (42, 35));
}

#[test]
fn every_point_of_the_guidance_is_covered_by_findings_of_its_subject() {
    let catalogue = catalogue();
    for (subject, kind, number, words) in listed() {
        let item = item(subject, kind, number);
        let of_item = |finding: &&Finding| finding.source_item.as_deref() == Some(&item) && finding.is_about(subject);
        let told: Vec<&Finding> = catalogue.findings.iter().filter(of_item).collect();
        assert!(told.iter().any(|finding| finding.kind == kind), "{item} has no finding of its own kind");
        let text = told.iter().map(|finding| finding.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(text.contains(word), "{item}: no finding mentions \"{word}\": {text}");
        }
    }
}

#[test]
fn every_advantage_and_disadvantage_is_in_the_guidance() {
    let items: Vec<String> = listed().map(|(subject, kind, number, _)| item(subject, kind, number)).collect();
    for finding in catalogue().findings {
        if finding.kind != FindingKind::Fact {
            let place = finding.source_item.clone().unwrap_or_default();
            assert!(items.contains(&place), "{}: {place} is not in the guidance", finding.id);
            let own = format!("bma-gpc:{}:{}:", finding.subjects.join(" and "), finding.kind.id());
            assert!(place.starts_with(&own), "{}: {place} is another subject's", finding.id);
        }
    }
}

#[test]
fn findings_use_only_list_numbers_of_the_guidance() {
    for finding in catalogue().findings {
        let Some(place) = &finding.source_item else {
            continue;
        };
        let parts: Vec<&str> = place.split(':').collect();
        let kind = FindingKind::parse(parts[2]).unwrap_or(FindingKind::Fact);
        if kind != FindingKind::Fact {
            let last = listed().filter(|(subject, one, ..)| *subject == parts[1] && *one == kind).count();
            assert!(parts[3].parse::<usize>().is_ok_and(|number| number <= last), "{place}");
        }
    }
}

#[test]
fn every_finding_is_reachable_from_a_subject() {
    let catalogue = catalogue();
    for finding in &catalogue.findings {
        for subject in &finding.subjects {
            let shown = catalogue.findings_about(subject, finding.kind).any(|one| one.id == finding.id);
            assert!(catalogue.subject(subject).is_some() && shown, "{}", finding.id);
            for criterion in &finding.criteria {
                let cell = catalogue.cell(subject, criterion).expect("a finding's criterion is asked of its subject");
                assert!(cell.findings.contains(&finding.id), "{} is not behind {subject}: {criterion}", finding.id);
            }
        }
    }
}

/// Prints the findings of each point, for a person to check: `cargo test -p gpf-domain --test comparison_coverage --
/// --ignored --nocapture`.
#[test]
#[ignore = "a list for people"]
fn list_of_points_and_findings() {
    let catalogue = catalogue();
    for (subject, kind, number, _) in listed() {
        let item = item(subject, kind, number);
        println!("{item}");
        for finding in catalogue.findings.iter().filter(|finding| finding.source_item.as_deref() == Some(&item)) {
            println!("    {}: {} [{}]", finding.id, finding.text, finding.criteria.join(", "));
        }
    }
}
