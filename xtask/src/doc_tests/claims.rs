//! The claims in `docs/CLAIMS.md` and SECURITY.md have tests. The test `links` checks that the links to them work.

use super::{rows, text};
use crate::data;
use crate::project::Project;

/// The beginning of the table of claims, and its minimum number of rows.
const CLAIMS: [(&str, &str, usize); 2] = [
    ("docs/CLAIMS.md", "# Claims and tests", 12),
    ("SECURITY.md", "## What the widget does, and what it does not", 12),
];

/// Folders that contain tests, and a single test.
const TESTS: [&str; 6] = [
    "tests/behaviours/",
    "crates/domain/tests/",
    "crates/domain/src/",
    "xtask/src/",
    "assets/builder/tests/",
    "bench/long-tasks.mjs",
];

#[test]
fn every_claim_links_to_a_test() {
    for (document, heading, least) in CLAIMS {
        let document_text = text(document);
        let section = document_text.split(heading).nth(1).unwrap_or_else(|| panic!("{document} has no \"{heading}\""));
        let section = section.split("\n## ").next().unwrap_or_default();
        let claims = rows(section);
        assert!(claims.len() >= least, "{document} claims only {} things", claims.len());
        for claim in claims {
            let [says, shown] = claim[..] else { panic!("{document}: a row is a claim and its tests: {claim:?}") };
            let tests: Vec<&str> =
                shown.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect();
            assert!(!tests.is_empty(), "{document}: no test shows that \"{says}\"");
            for test in tests {
                // Relative to the folder of the document.
                let test = test.strip_prefix("../").unwrap_or(test);
                assert!(TESTS.iter().any(|place| test.starts_with(place)), "{document}: {test} is no test");
                let code = text(test);
                let is_test = test.starts_with("tests/behaviours/")
                    || test.ends_with(".test.js")
                    || code.contains(if test.ends_with(".mjs") { "test result: " } else { "#[test]" });
                assert!(is_test, "{document}: {test} holds no test");
            }
        }
    }
}

#[test]
fn documents_have_the_number_of_federations() {
    let data = data::read(&Project::locate().unwrap()).unwrap();
    let (count, listed) = (data.directory.len(), data.directory.federations().filter(|it| it.is_listed()).count());
    for (document, sentence) in [
        ("README.md", format!("The built-in list has {count} federations")),
        ("CHANGELOG.md", format!("**{count} federations**")),
        ("docs/DATA.md", format!("It has {count} federations: the {listed} of Wikipedia's")),
        ("docs/DATA.md", format!("and {} more that a public page", count - listed)),
    ] {
        assert!(text(document).contains(&sentence), "{document} does not say \"{sentence}\"");
    }
}
