//! Tests of the whole search, on a small directory.

use gpf_domain::directory::{Directory, LegalForm, LegalFormChoice, Region, RegionChoice, Status};
use gpf_domain::search::{Filter, Index, Query, Relaxation, SearchResults, SearchSession, Sort, relaxations, summary};

use crate::made_up::{MadeUp, MadeUpList};

/// name, aliases, status, place, covers, regions, icb, postcode areas, legal form, patients
const ROWS: [[&str; 10]; 9] = [
    ["Halton", "", "active", "Runcorn", "Runcorn and Widnes", "North West", "", "WA", "", "130000"],
    ["Halton Health Ltd", "", "active", "Widnes", "", "North West", "", "WA; L", "limited-company", ""],
    ["The Halton Group", "", "ended", "", "", "North West", "", "", "", ""],
    ["New Halton Alliance", "", "active", "Leeds", "", "North East and Yorkshire", "", "LS", "charity", "90000"],
    ["Greathalton", "", "active", "Kendal", "", "unknown", "", "", "", ""],
    ["Alpha", "Halton Doctors", "active", "York", "", "North East and Yorkshire; Midlands", "", "YO", "", "2000000"],
    ["Beta", "", "active", "Halton", "", "Midlands", "", "", "", ""],
    ["Gamma", "", "active", "Bristol", "Halton & Frome", "South West", "Bath", "BS; BA", "", ""],
    ["St. Helens Doctors", "", "active", "St Helens", "", "North West", "Cheshire and Merseyside", "WA", "", ""],
];

fn directory() -> Directory {
    let mut list = MadeUpList::new();
    for [name, aliases, status, place, covers, regions, icb, areas, form, patients] in ROWS {
        let (ended, patients) = (status == "ended", patients.parse().ok());
        list.add(&MadeUp { name, aliases, ended, place, covers, regions, icb, areas, location: "", form, patients });
    }
    list.directory()
}

fn find(query: &Query) -> (Directory, SearchResults) {
    let directory = directory();
    let found = Index::new(&directory).search(&directory, query, &mut SearchSession::default());
    (directory, found)
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn names(query: &Query) -> Vec<String> {
    let (directory, found) = find(query);
    found.rows.iter().map(|&row| directory.federation(row).name().to_owned()).collect()
}

#[test]
fn results_are_ranked_by_the_position_of_matches() {
    let tiers = [
        "Halton",
        "The Halton Group",
        "Halton Health Ltd",
        "New Halton Alliance",
        "Greathalton",
        "Alpha",
        "Beta",
        "Gamma",
    ];
    assert_eq!(names(&text("halton")), tiers);
    assert_eq!(names(&text("  HALTON. ")), tiers);
}

#[test]
fn finds_all_words_in_any_order_and_spelling() {
    for (typed, expected) in [
        ("health halton", &["Halton Health Ltd"][..]),
        ("halton healt", &["Halton Health Ltd"]),
        ("halton runcorn", &["Halton"]),
        ("frome &", &["Gamma"]),
        ("limi", &["Halton Health Ltd"]),
        ("halton health limited", &["Halton Health Ltd"]),
        (
            "lt",
            &[
                "Halton Health Ltd",
                "Alpha",
                "Beta",
                "Gamma",
                "Greathalton",
                "Halton",
                "New Halton Alliance",
                "The Halton Group",
            ],
        ),
        ("saint h", &["St. Helens Doctors"]),
        ("st helens", &["St. Helens Doctors"]),
        ("bath", &["Gamma"]),
        ("halton south west", &["Gamma"]),
        ("merseyside", &["St. Helens Doctors"]),
    ] {
        let mut found = names(&text(typed));
        found.sort_unstable_by_key(|name| expected.iter().position(|other| other == name));
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn phrase_matches_rank_first_in_every_spelling() {
    let (directory, found) = find(&text("doctors saint helens"));
    assert_eq!(directory.federation(found.rows[0]).name(), "St. Helens Doctors");
    for typed in ["the halton", "the halton group"] {
        assert_eq!(names(&text(typed))[0], "The Halton Group", "{typed}");
    }
}

#[test]
fn empty_search_groups_by_main_region() {
    for typed in ["", "  ", "!?"] {
        let (_, found) = find(&text(typed));
        assert!(found.grouped_by_region && found.terms.is_empty());
        assert_eq!(found.rows.len(), ROWS.len());
    }
    assert_eq!(
        names(&text("")),
        [
            "Beta",
            "Alpha",
            "New Halton Alliance",
            "Halton",
            "The Halton Group",
            "Halton Health Ltd",
            "St. Helens Doctors",
            "Gamma",
            "Greathalton"
        ]
    );
}

#[test]
fn sorts() {
    for (typed, sort, first, last) in [
        ("", Sort::Name, "Alpha", "St. Helens Doctors"),
        ("", Sort::NameReversed, "St. Helens Doctors", "Alpha"),
        ("", Sort::Place, "Gamma", "The Halton Group"),
        ("", Sort::Patients, "Alpha", "St. Helens Doctors"),
        ("halton", Sort::Name, "Alpha", "New Halton Alliance"),
        ("halton", Sort::NameReversed, "New Halton Alliance", "Alpha"),
        ("halton", Sort::Place, "Gamma", "The Halton Group"),
        ("halton", Sort::Patients, "Alpha", "Halton Health Ltd"),
    ] {
        let names = names(&Query { sort, ..text(typed) });
        assert_eq!((&*names[0], &**names.last().unwrap()), (first, last), "{typed:?} by {}", sort.id());
    }
}

#[test]
fn forgives_one_typo_per_word_if_nothing_else_matches() {
    for (typed, corrections, count) in [
        ("haltom", &[("haltom", "halton")][..], 7),
        ("hlato", &[("hlato", "halto")], 7),
        ("haltom helath", &[("haltom", "halton"), ("helath", "health")], 1),
        ("halton helath", &[("helath", "health")], 1),
        ("haltom ltd", &[("haltom", "halton")], 1),
        ("doctros", &[("doctros", "doctors")], 2),
        ("limitde", &[], 0),
        ("yrok", &[], 0),
        ("xyzzyx", &[], 0),
        ("halton", &[], 8),
        // No row has "xyz".
        ("halton xyz", &[], 8),
    ] {
        let (_, found) = find(&text(typed));
        let read: Vec<_> =
            found.corrections.iter().map(|correction| (&*correction.typed, &*correction.corrected)).collect();
        assert_eq!((read.as_slice(), found.rows.len()), (corrections, count), "{typed}");
    }
}

#[test]
fn filters_do_not_cause_corrections() {
    // "Halton" is in the directory, so "halton" is not a typo, although the filter excludes all rows.
    let query = Query { legal_form: Some(LegalFormChoice::Is(LegalForm::GpPartnership)), ..text("halton") };
    let (_, found) = find(&query);
    assert!(found.rows.is_empty() && found.corrections.is_empty());
}

#[test]
fn corrected_words_are_highlighted() {
    let (_, found) = find(&text("haltom"));
    let pieces = found.terms.highlight("New Halton");
    assert_eq!(
        pieces.iter().map(|piece| (piece.text, piece.is_match)).collect::<Vec<_>>(),
        [("New ", false), ("Halton", true)]
    );
}

#[test]
fn postcode_is_searched_by_its_area() {
    for (typed, area, expected) in [
        ("WA7 2ES", Some("WA"), &["Halton", "Halton Health Ltd", "St. Helens Doctors"][..]),
        ("wa7", Some("WA"), &["Halton", "Halton Health Ltd", "St. Helens Doctors"]),
        ("l1", Some("L"), &["Halton Health Ltd"]),
        ("zz9 9zz", Some("ZZ"), &[]),
        ("wa", None, &[]),
    ] {
        let (_, found) = find(&text(typed));
        assert_eq!(found.postcode_area.as_deref(), area, "{typed}");
        assert_eq!(names(&text(typed)), expected, "{typed}");
    }
}

#[test]
fn facets_show_the_count_of_each_choice() {
    let query =
        Query { region: Some(RegionChoice::Is(Region::NorthWest)), status: Some(Status::Active), ..text("halton") };
    let (_, found) = find(&query);
    assert_eq!(found.rows.len(), 2);
    let facets = found.facets;
    assert_eq!(facets.region(RegionChoice::Is(Region::NorthWest)), 2);
    assert_eq!(facets.region(RegionChoice::Is(Region::Midlands)), 2);
    assert_eq!(facets.region(RegionChoice::Unknown), 1);
    assert_eq!(facets.regions.any, 7);
    assert_eq!((facets.status(Status::Active), facets.status(Status::Ended), facets.statuses.any), (2, 1, 3));
    assert_eq!(facets.legal_form(LegalFormChoice::NotStated), 1);
    assert_eq!(found.matching_filters, 3);
}

#[test]
fn incremental_search_matches_a_fresh_search() {
    let directory = directory();
    let index = Index::new(&directory);
    for typed in [
        "newhalton all",
        "sthelens doctors",
        "haltonhelath",
        "widnes h",
        "halton widnes",
        "north west halton",
        "saint helens",
        "limited halton",
        "haltom helath",
        "wa7 2es",
    ] {
        let mut session = SearchSession::default();
        for end in 1..=typed.len() {
            let query = text(&typed[..end]);
            let at_once = index.search(&directory, &query, &mut SearchSession::default());
            assert_eq!(index.search(&directory, &query, &mut session), at_once, "{}", query.text);
        }
    }
    assert_eq!(names(&text("widnes h")), ["Halton Health Ltd", "Halton"]);
}

#[test]
fn session_of_another_index_is_not_reused() {
    let (one, other) = (directory(), Directory::default());
    let mut session = SearchSession::default();
    assert_eq!(Index::new(&one).search(&one, &text("halton"), &mut session).rows.len(), 8);
    assert_eq!(Index::new(&other).search(&other, &text("halton"), &mut session).rows.len(), 0);
    assert_eq!(Index::new(&one).search(&one, &text("halton "), &mut session).rows.len(), 8);
}

#[test]
fn summary_describes_the_results() {
    let in_region = |typed, region| Query { region: Some(region), ..text(typed) };
    for (query, expected) in [
        (text(""), "9 federations"),
        (text(" halton "), "8 of 9 federations match \"halton\""),
        (text("bath"), "1 federation of 9 matches \"bath\""),
        (text("xyz"), "No federations match \"xyz\""),
        (in_region("", RegionChoice::Is(Region::NorthWest)), "4 of 9 federations in North West"),
        (in_region("", RegionChoice::Unknown), "1 federation of 9, region not known"),
        (in_region("", RegionChoice::Is(Region::London)), "No federations in London"),
        (
            Query { status: Some(Status::Active), ..in_region("halton", RegionChoice::Is(Region::NorthWest)) },
            "2 of 9 federations match \"halton\" in North West, active",
        ),
        (
            Query { legal_form: Some(LegalFormChoice::Is(LegalForm::GpPartnership)), ..Query::default() },
            "No federations, GP partnership",
        ),
        (
            Query { legal_form: Some(LegalFormChoice::Is(LegalForm::Charity)), ..Query::default() },
            "1 federation of 9, charity",
        ),
        (
            Query { legal_form: Some(LegalFormChoice::NotStated), ..text("wa7") },
            "2 of 9 federations match \"wa7\" (postcode area WA, approximate), legal form not stated",
        ),
        (
            text("haltom helath"),
            "1 federation of 9 matches \"haltom helath\" (with \"halton\" instead of \"haltom\" and \"health\" instead of \"helath\")",
        ),
    ] {
        let (_, found) = find(&query);
        assert_eq!(summary(&found, &query), expected);
    }
    let nothing = Directory::default();
    let found = Index::new(&nothing).search(&nothing, &text(""), &mut SearchSession::default());
    assert_eq!(summary(&found, &text("")), "No federations");
}

#[test]
fn empty_results_suggest_filters_to_remove() {
    let query =
        Query { region: Some(RegionChoice::Is(Region::SouthWest)), status: Some(Status::Active), ..text("helens") };
    let (directory, found) = find(&query);
    let ways = relaxations(&found, &query);
    assert_eq!(ways, [Relaxation { filter: Filter::Text, count: 1 }, Relaxation { filter: Filter::Region, count: 1 }]);
    let index = Index::new(&directory);
    for way in ways {
        let shown = index.search(&directory, &query.without(way.filter), &mut SearchSession::default());
        assert_eq!(shown.rows.len() as u32, way.count, "without {:?}", way.filter);
    }
    let something = text("halton");
    assert_eq!(relaxations(&find(&something).1, &something), []);
}

#[test]
fn symbols_and_spellings_of_co_operative_are_understood() {
    let directory = crate::project::directory();
    let index = Index::new(&directory);
    let names = |typed: &str| -> Vec<&str> {
        let found = index.search(&directory, &text(typed), &mut SearchSession::default());
        found.rows.iter().map(|row| directory.federation(*row).name()).collect()
    };
    let cooperatives = names("co-operative");
    assert!(cooperatives.len() > 1);
    for typed in ["coop", "Coop", "cooperative", "CO·OP"] {
        assert!(cooperatives.iter().all(|it| names(typed).contains(it)), "{typed}: {:?}", names(typed));
    }
    assert_eq!(names("coop"), cooperatives);
    let battersea = names("battersea");
    assert_eq!(battersea.len(), 1);
    for typed in ["battersea 🏥", "★ Battersea →", "ＢＡＴＴＥＲＳＥＡ", "battersea™"] {
        assert_eq!(names(typed), battersea, "{typed}");
    }
    assert_eq!(names("🏥").len(), directory.len());
}

#[test]
fn joined_words_are_split() {
    for (typed, expected, corrected) in [
        ("sthelens", &["St. Helens Doctors"][..], Some(("sthelens", "st helens"))),
        ("newhalton", &["New Halton Alliance"], Some(("newhalton", "new halton"))),
        ("newhaltonall", &["New Halton Alliance"], Some(("newhaltonall", "new halton all"))),
        ("haltondoctors", &["Alpha"], Some(("haltondoctors", "halton doctors"))),
        ("runcornand", &["Halton"], Some(("runcornand", "runcorn and"))),
        ("halton great", &["Greathalton"], None),
        // The first 2 letters of an incomplete word would have too many matches.
        ("newha", &[], None),
        // The last word of one text and the first of another are not next to each other.
        ("widnesnorth", &[], None),
        ("fromesouth", &[], None),
    ] {
        let (_, found) = find(&text(typed));
        assert_eq!(names(&text(typed)), expected, "{typed}");
        let read: Vec<_> =
            found.corrections.iter().map(|correction| (&*correction.typed, &*correction.corrected)).collect();
        assert_eq!(read, corrected.into_iter().collect::<Vec<_>>(), "{typed}");
    }
    let (_, found) = find(&text("newhalton"));
    let pieces = found.terms.highlight("The New Halton Alliance");
    assert_eq!(pieces.iter().map(|it| (it.text, it.is_match)).collect::<Vec<_>>()[1], ("New Halton", true));
    // If it is written in different ways, there is no correction to report.
    let (directory, found) = find(&text("greathalton"));
    assert_eq!((directory.federation(found.rows[0]).name(), found.corrections.len()), ("Greathalton", 0));
}
