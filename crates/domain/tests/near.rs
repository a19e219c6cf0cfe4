//! Tests of searches near a place: on the project's own list, and on invented lists.

use crate::facet_counts;
use crate::made_up::{MadeUp, MadeUpList};
use crate::project;

use gpf_domain::directory::{Directory, LegalFormChoice, RegionChoice, Status};
use gpf_domain::fold::fold;
use gpf_domain::lat_lon::LatLon;
use gpf_domain::near::authoring::districts;
use gpf_domain::near::{Locator, NamedPlace, Points};
use gpf_domain::search::{
    Index, Query, SearchResults, SearchSession, SearchedPlace, Sort, announcement, notice, relaxations, summary,
};
use proptest::prelude::*;

/// A directory with everything that a search needs.
struct List {
    directory: Directory,
    index: Index,
    points: Points,
}

impl List {
    fn of(directory: Directory) -> Self {
        let index = Index::new(&directory);
        let mut points = Points::default();
        directory.federations().for_each(|it| points.add(it));
        Self { directory, index, points }
    }

    fn search(&self, query: &Query, session: &mut SearchSession) -> SearchResults {
        let locator = Locator { points: &self.points, districts };
        self.index.search_near(&self.directory, query, session, Some(locator))
    }

    fn find(&self, query: &Query) -> SearchResults {
        self.search(query, &mut SearchSession::default())
    }

    fn names(&self, found: &SearchResults) -> Vec<&str> {
        found.rows.iter().map(|row| self.directory.federation(*row).name()).collect()
    }
}

fn bundled() -> List {
    List::of(project::directory())
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

const CSV: &str = include_str!("../../../assets/data/postcode-districts.csv");

/// The centre of a district in the CSV file.
fn middle(district: &str) -> LatLon {
    let row = CSV.lines().find(|line| line.split(',').next() == Some(district)).expect("the district");
    let cells: Vec<&str> = row.split(',').collect();
    let [latitude, longitude] = [cells[1], cells[2]].map(|cell| cell.parse().unwrap());
    LatLon { latitude, longitude }
}

/// Distances by the spherical law of cosines, which is not the formula of the widget.
fn miles(one: LatLon, other: LatLon) -> f64 {
    let [[lat1, lon1], [lat2, lon2]] = [one, other].map(|place| [place.latitude, place.longitude].map(f64::to_radians));
    let cosine = lat1.sin() * lat2.sin() + lat1.cos() * lat2.cos() * (lon2 - lon1).cos();
    cosine.clamp(-1.0, 1.0).acos() * 6_371.0 / 1.609_344
}

#[test]
fn bundled_list_is_sorted_by_distance_from_a_postcode() {
    let list = bundled();
    for (typed, district) in [
        ("SE1", "SE1"),
        ("CH41", "CH41"),
        ("BS1", "BS1"),
        ("PL1", "PL1"),
        ("YO1", "YO1"),
        ("wa7 2es", "WA7"),
        ("TR21", "TR21"),
        ("ec1a1bb", "EC1A"),
    ] {
        let found = list.find(&text(typed));
        let near = found.near().unwrap_or_else(|| panic!("{typed}: {:?}", found.place));
        assert_eq!(near.nearby.district.code.name(), district);
        assert!(found.rows.len() >= 3, "{typed}: {}", found.rows.len());
        let middle = middle(district);
        let mut last = (false, 0);
        for &row in &found.rows {
            let federation = list.directory.federation(row);
            let tenths = near.nearby.tenths(row);
            let is_known = federation.coordinates().is_some() || federation.postcodes().next().is_some();
            assert_eq!(tenths.is_some(), is_known, "{}", federation.id());
            let rank = (federation.status() == Status::Ended, tenths.unwrap_or(u16::MAX));
            assert!(rank >= last, "{typed}: {} is not in order", federation.id());
            last = rank;
            if let (Some(tenths), Some(place)) = (tenths, federation.coordinates()) {
                // The centre is stored to 0.5 miles, and the distance to a tenth.
                let (shown, expected) = (f64::from(tenths) / 10.0, miles(middle, place));
                assert!((shown - expected).abs() < 0.6, "{typed}, {}: {shown}, not {expected}", federation.id());
            }
        }
        // No federation that is nearer is left out.
        let farthest = found.rows.iter().filter_map(|row| near.nearby.tenths(*row)).max().unwrap_or_default();
        let listed = |row: u32| found.rows.contains(&row);
        for federation in list.directory.federations().filter(|it| !listed(it.row())) {
            let tenths = near.nearby.tenths(federation.row());
            assert!(
                tenths.is_none_or(|it| it > 300 && u32::from(it) >= u32::from(farthest.min(300))),
                "{}",
                federation.id()
            );
        }
    }
}

/// Where a railway station, a market place or a town hall of the district is. The list that the middles come from had
/// W10 (Ladbroke Grove) in Clerkenwell, N6 (Highgate) in Hackney and TA1 (Taunton) 6 miles from the town.
#[test]
fn district_centres_are_near_populated_places() {
    let places = [
        ("B1", 52.479, -1.903),
        ("BD23", 53.959, -2.026),
        ("BS1", 51.453, -2.590),
        ("CB1", 52.194, 0.137),
        ("CH1", 53.193, -2.893),
        ("CH41", 53.393, -3.014),
        ("CM7", 51.875, 0.557),
        ("CO2", 51.885, 0.899),
        ("CV21", 52.379, -1.250),
        ("DE1", 52.922, -1.476),
        ("DL1", 54.521, -1.547),
        ("EX32", 51.080, -4.058),
        ("EX39", 51.017, -4.207),
        ("GL53", 51.899, -2.074),
        ("HR1", 52.061, -2.708),
        ("LE3", 52.631, -1.160),
        ("M1", 53.477, -2.230),
        ("N1", 51.546, -0.104),
        ("N6", 51.578, -0.146),
        ("NE1", 54.968, -1.617),
        ("NR1", 52.627, 1.307),
        ("OX1", 51.753, -1.270),
        ("PL1", 50.370, -4.143),
        ("S11", 53.368, -1.500),
        ("SE1", 51.503, -0.100),
        ("SW9", 51.465, -0.114),
        ("TA1", 51.015, -3.103),
        ("TA24", 51.204, -3.475),
        ("TS1", 54.579, -1.235),
        ("W10", 51.517, -0.210),
        ("WV6", 52.596, -2.170),
        ("YO1", 53.958, -1.080),
    ];
    let distances = places
        .map(|(district, latitude, longitude)| (district, miles(middle(district), LatLon { latitude, longitude })));
    let far: Vec<_> = distances.into_iter().filter(|(_, miles)| *miles > 1.6).collect();
    assert!(far.is_empty(), "miles from there: {far:?}");
}

#[test]
fn remote_place_has_at_least_3_results() {
    let list = bundled();
    let found = list.find(&text("TR21"));
    let near = found.near().unwrap();
    assert!(near.is_widened && found.rows.len() >= 3);
    let said = notice(&found, &text("TR21")).unwrap();
    assert!(said.contains("Fewer than 3 federations are within 30 miles"), "{said}");
}

/// name, covers, areas, longitude and latitude, region, status, form
const ROWS: [[&str; 7]; 10] = [
    ["Runcorn Doctors", "", "WA", "-2.73,53.33", "North West", "active", "charity"],
    ["Warrington Doctors", "", "WA", "-2.59,53.39", "North West", "active", ""],
    ["Chester Doctors", "", "CH", "-2.89,53.19", "North West", "ended", ""],
    ["Stoke Doctors", "", "ST", "-2.18,53.00", "Midlands", "active", ""],
    ["York Doctors", "", "YO", "-1.08,53.96", "North East and Yorkshire", "active", "charity"],
    ["Exeter Doctors", "", "EX", "-3.53,50.72", "South West", "active", ""],
    ["Somewhere in Warrington", "", "WA", "", "North West", "active", ""],
    ["Nowhere", "", "", "", "unknown", "active", ""],
    ["M1 Alliance", "", "", "-0.1,51.5", "London", "active", ""],
    ["South Bank", "SE1 and SE16", "", "-3.5,54.6", "North West", "active", ""],
];

fn made_up() -> List {
    let mut list = MadeUpList::new();
    for [name, covers, areas, location, regions, status, form] in ROWS {
        let ended = status == "ended";
        list.add(&MadeUp { name, ended, covers, regions, areas, location, form, ..MadeUp::default() });
    }
    List::of(list.directory())
}

#[test]
fn nearby_covering_and_text_matches_are_listed_in_order() {
    let list = made_up();
    for (typed, expected) in [
        // Those within 30 miles, the nearest first. Then those without a known location that cover the area. Those that
        // have ended come last.
        ("WA7", &["Runcorn Doctors", "Warrington Doctors", "Somewhere in Warrington", "Chester Doctors"][..]),
        ("wa72es", &["Runcorn Doctors", "Warrington Doctors", "Somewhere in Warrington", "Chester Doctors"]),
        // Fewer than 3 are so near.
        ("YO1", &["York Doctors", "Warrington Doctors", "Stoke Doctors"]),
        ("TD15", &["South Bank", "York Doctors", "Warrington Doctors"]),
        // A name that matches the text comes first, however far away it is.
        ("M1", &["M1 Alliance", "Warrington Doctors", "Runcorn Doctors"]),
        ("SE1", &["South Bank", "M1 Alliance", "Stoke Doctors"]),
        // SE16 is not SE1.
        ("SE1 6AA", &["M1 Alliance", "Stoke Doctors", "Exeter Doctors"]),
        // Other text is searched as usual.
        ("warrington", &["Warrington Doctors", "Somewhere in Warrington"]),
        ("m1 alliance", &["M1 Alliance"]),
    ] {
        let mut found = list.names(&list.find(&text(typed)));
        if typed == "SE1" || typed == "SE1 6AA" {
            // The third one depends on a mile.
            found.truncate(2);
            assert_eq!(found, expected[..2], "{typed}");
        } else {
            assert_eq!(found, expected, "{typed}");
        }
    }
}

#[test]
fn every_sort_order_works_near_a_place() {
    let list = made_up();
    let names = |typed: &str, sort| {
        let found = list.find(&Query { sort, ..text(typed) });
        list.names(&found).join(", ")
    };
    assert_eq!(names("M1", Sort::Nearest), "Warrington Doctors, Runcorn Doctors, M1 Alliance");
    assert_eq!(names("M1", Sort::Name), "M1 Alliance, Runcorn Doctors, Warrington Doctors");
    assert_eq!(names("M1", Sort::NameReversed), "Warrington Doctors, Runcorn Doctors, M1 Alliance");
    assert_eq!(names("", Sort::Nearest), names("", Sort::Suggested));
    assert_eq!(names("doctors", Sort::Nearest), names("doctors", Sort::Suggested));

    let offered = |typed: &str| {
        let found = list.find(&text(typed));
        Sort::ALL.into_iter().filter(|sort| found.offers(*sort)).map(Sort::id).take(2).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(offered("wa7"), "nearest name");
    assert_eq!(offered("m1"), "suggested nearest");
    assert_eq!(offered("doctors"), "suggested name");
    assert_eq!(offered("wa99"), "suggested name");
    assert_eq!(list.find(&text("wa7")).sort(Sort::Suggested), Sort::Nearest);
    assert_eq!(list.find(&text("wa")).sort(Sort::Nearest), Sort::Suggested);
}

#[test]
fn nearby_search_is_widened_within_the_filters() {
    let list = made_up();
    let query = Query { legal_form: LegalFormChoice::parse("charity"), ..text("WA7") };
    let found = list.find(&query);
    // The second is 80 miles away.
    assert_eq!(list.names(&found), ["Runcorn Doctors", "York Doctors"]);
    assert!(found.near().unwrap().is_widened);
    let query = Query { region: RegionChoice::parse("unknown"), ..text("WA7") };
    let found = list.find(&query);
    assert!(found.rows.is_empty());
    let said = notice(&found, &query).unwrap();
    let why = "WA7 is in the NHS region North West. 1 federation is not included because its location is not known.";
    assert_eq!(said, why);
    let ways: Vec<_> = relaxations(&found, &query).iter().map(|way| way.count).collect();
    assert_eq!(ways, [1, 4]);
}

#[test]
fn postcode_notices_explain_the_result_and_the_fix() {
    let list = bundled();
    for (typed, said) in [
        (
            "WA7",
            "Federations near WA7 (North West), nearest first. The distance is to the federation's place or postcode district. A federation near you might not cover your area.",
        ),
        (
            "WA7 2E5",
            "\"WA7 2E5\" is not a full postcode, so the search uses WA7 only. Federations near WA7 (North West)",
        ),
        ("WA99", "There is no postcode district WA99. Check the postcode, or search for the name of a place."),
        ("ZZ9 9ZZ", "There is no postcode district ZZ9. Check the postcode, or search for the name of a place."),
        (
            "EH1 1AA",
            "EH1 is in Scotland. The postcode search is for England only: search for a place or a postcode in England.",
        ),
        ("sy23", "SY23 is in Wales."),
        ("TD6 9AA", "TD6 is in Scotland. The postcode search is for England only"),
        ("ka9", "KA9 is in Scotland."),
        ("SY19 7DU", "SY19 is in Wales."),
        (
            "NP16 7AA",
            "Part of NP16 is in Wales and part is in England. The search has no distances for it: search for a place or another postcode in England.",
        ),
        ("dg16", "Part of DG16 is in Scotland and part is in England."),
        ("TD15 1AA", "Federations near TD15 (North East and Yorkshire), nearest first. Part of TD15 is in Scotland. "),
        ("ch4", "Federations near CH4 (North West), nearest first. Part of CH4 is in Wales. The distance is"),
        ("BT7 1NN", "BT7 is in Northern Ireland."),
        ("IM1", "IM1 is on the Isle of Man."),
        ("CF", "CF is in Wales."),
        ("HX", "HX is a postcode area. Add a number, for example HX1, to see the nearest federations first."),
        ("WAA7 2ES", "\"WAA7 2ES\" is not a postcode. Enter a postcode or its first part, for example WA7 2ES or WA7."),
    ] {
        let query = text(typed);
        let found = list.find(&query);
        let notice = notice(&found, &query).unwrap_or_else(|| panic!("{typed}"));
        assert!(notice.starts_with(said), "{typed}: {notice}");
        // There are always suggestions.
        assert!(!found.rows.is_empty() || !relaxations(&found, &query).is_empty(), "{typed}");
    }
    let query = text("WA7");
    let spoken = announcement(&list.find(&query), &query).unwrap();
    assert!(spoken.starts_with("The distance is to the federation's place or postcode district."), "{spoken}");
    for typed in ["", "Mo", "Bristol", "halton", "1", "gp", "PCN 12", "Health G4S", "Unit B7", "N1 Health Centre"] {
        assert_eq!(list.find(&text(typed)).place, None, "{typed}");
    }
}

#[test]
fn summaries_name_the_place() {
    let list = made_up();
    let said = |query: &Query| summary(&list.find(query), query);
    assert_eq!(said(&text("wa7 2es")), "4 of 10 federations near WA7 (North West), nearest first");
    let query = Query { status: Some(Status::Active), sort: Sort::Name, ..text("wa7") };
    assert_eq!(said(&query), "3 of 10 federations near WA7 (North West), active");
    let query = Query { region: RegionChoice::parse("unknown"), ..text("WA7") };
    assert_eq!(said(&query), "No federations near WA7, region not known");
    // The region is only there once.
    let query = Query { region: RegionChoice::parse("North West"), ..text("WA7") };
    assert_eq!(said(&query), "4 of 10 federations near WA7, in North West, nearest first");
    let query = Query { region: RegionChoice::parse("London"), sort: Sort::Name, ..text("WA7") };
    assert_eq!(said(&query), "1 federation of 10 near WA7, in London");
}

#[test]
fn list_without_locations_is_searched_by_postcode_area() {
    let mut list = MadeUpList::new();
    list.add(&MadeUp { name: "A", regions: "North West", areas: "WA", ..MadeUp::default() });
    let list = List::of(list.directory());
    for typed in ["WA7 2ES", "wa72es", "WA7 2"] {
        let found = list.find(&text(typed));
        assert_eq!((found.postcode_area.as_deref(), found.place, found.rows.len()), (Some("WA"), None, 1), "{typed}");
        assert_eq!(found.part, None, "{typed}");
    }
}

#[test]
fn office_postcode_works_like_coordinates() {
    let csv = "Name,Postcode\nBristol,bs1 4dj\nCheshire,PL1 1AA; CH1; ST1\nNowhere,\nRuncorn,WA7 2ES\nWrong,WA99 1AA\n";
    let list =
        List::of(gpf_domain::import::read(csv.as_bytes(), &gpf_domain::import::ImportOptions::default()).directory);
    assert_eq!(list.directory.len(), 5);
    let found = list.find(&text("wa7"));
    let said = |typed: &str| announcement(&list.find(&text(typed)), &text(typed)).unwrap();
    let left_out = "1 federation is not included because its location is not known.";
    assert!(said("wa7").ends_with(&format!("their postcode areas include WA. {left_out}")), "{}", said("wa7"));
    // One whose postcode area is another is left out too.
    let left_out = "2 federations are not included because their locations are not known.";
    assert!(said("BS1").ends_with(left_out), "{}", said("BS1"));
    // If there are several postcodes, the nearest counts. One without a known district still covers its area.
    assert_eq!(list.names(&found), ["Runcorn", "Cheshire", "Wrong"]);
    assert_eq!(found.near().unwrap().nearby.tenths(found.rows[0]), Some(0));
    assert_eq!(found.near().unwrap().nearby.tenths(found.rows[2]), None);
    assert_eq!(list.names(&list.find(&text("BS2")))[0], "Bristol");
}

#[test]
fn postcode_in_an_address_finds_the_same_results() {
    let list = bundled();
    for (typed, postcode, district) in [
        ("Runcorn Town Hall, WA7 5TD", "WA75TD", "WA7"),
        ("10 Downing Street, London, SW1A 2AA", "sw1a2aa", "SW1A"),
        ("Dr Smith, The Surgery, Ely CB7 4HF", "CB74HF", "CB7"),
        ("Halton WA7 5", "wa7", "WA7"),
    ] {
        for (region, sort) in [(None, Sort::Suggested), (RegionChoice::parse("London"), Sort::Name)] {
            let (query, alone) = (Query { region, sort, ..text(typed) }, Query { region, sort, ..text(postcode) });
            let (mut found, expected) = (list.find(&query), list.find(&alone));
            assert_eq!(summary(&found, &query), summary(&expected, &alone));
            let said = format!("No federation matches all of the text, so the search uses {district} only. ");
            for notice in [notice, announcement] {
                assert_eq!(notice(&found, &query).unwrap(), said.clone() + &notice(&expected, &alone).unwrap());
            }
            // Apart from this, nothing differs: the words that are highlighted are those of the postcode.
            assert!(found.part.take().is_some(), "{typed}");
            assert_eq!(found.terms.highlight(typed), expected.terms.highlight(typed));
            found.terms = expected.terms.clone();
            assert_eq!(found, expected, "{typed}");
        }
    }
    for (typed, said) in [
        ("The Royal Mile, Edinburgh EH1 1AA", "EH1 is in Scotland."),
        ("Runcorn, WA99 1AA", "There is no postcode district WA99."),
    ] {
        let found = list.find(&text(typed));
        assert!(notice(&found, &text(typed)).unwrap().starts_with(said), "{typed}");
    }
    // Words come first, if a federation has all of them.
    let list = made_up();
    let found = list.find(&text("alliance m1"));
    assert_eq!((list.names(&found), found.place), (vec!["M1 Alliance"], None));
    // A list without places is searched by area.
    let mut list = MadeUpList::new();
    list.add(&MadeUp { name: "A", areas: "WA", ..MadeUp::default() });
    list.add(&MadeUp { name: "M1 Alliance", ..MadeUp::default() });
    let list = List::of(list.directory());
    assert_eq!(list.names(&list.find(&text("Runcorn WA7 2ES"))), ["A"]);
    assert_eq!(list.find(&text("nobody m1")).rows, [0; 0]);
}

#[test]
fn other_nations_are_searched_by_postcode_area() {
    let mut list = MadeUpList::new();
    list.add(&MadeUp { name: "A", areas: "EH", location: "-2.7,53.3", ..MadeUp::default() });
    let list = List::of(list.directory());
    let found = list.find(&text("EH1"));
    assert_eq!((found.postcode_area.as_deref(), found.rows.len()), (Some("EH"), 1));
    assert!(matches!(found.place, Some(SearchedPlace::Elsewhere(..))));
    assert!(notice(&found, &text("EH1")).unwrap().contains("Showing federations for postcode area EH."));
}

prop_compose! {
    fn queries()(
        text in prop::sample::select(vec![
            "WA7", "m1", "SE1", "yo1 1aa", "td15", "wa99", "eh1", "wv", "waa7 2es", "wa7 2e5", "doctors", "runcorn wa7 2es", "x, m1", "ely eh1 1aa", "CH41", "", "ex", "d", "1",
        ]),
        region in prop::option::of(prop::sample::select(RegionChoice::ALL.to_vec())),
        status in prop::option::of(prop::sample::select(Status::ALL.to_vec())),
        legal_form in prop::option::of(prop::sample::select(LegalFormChoice::ALL.to_vec())),
        sort in prop::sample::select(Sort::ALL.to_vec()),
    ) -> Query {
        Query { text: text.to_owned(), region, status, legal_form, sort }
    }
}

proptest! {
    #[test]
    fn counts_match_the_results_of_each_choice(query in queries()) {
        let list = made_up();
        let found = list.find(&query);
        let count = |query: &Query| list.find(query).rows.len() as u32;
        facet_counts::counts_match_the_results_of_each_choice(&found, &query, &count)?;
    }

    #[test]
    fn incremental_search_matches_a_fresh_search(typed in prop::collection::vec(queries(), 1..4)) {
        let list = made_up();
        let mut session = SearchSession::default();
        for query in typed {
            for end in 0..=query.text.len() {
                let query = Query { text: query.text[..end].to_owned(), ..query.clone() };
                prop_assert_eq!(list.search(&query, &mut session), list.find(&query));
            }
        }
    }

    #[test]
    fn no_text_causes_a_panic(typed in "\\PC{0,12}", like in "[a-z0-9 ]{0,10}") {
        let list = made_up();
        for query in [text(&typed), text(&like)] {
            let found = list.find(&query);
            prop_assert!(!summary(&found, &query).is_empty());
            let _ = notice(&found, &query);
        }
    }
}

#[test]
fn town_without_a_federation_finds_nearby_ones() {
    let list = "name,place,status,longitude,latitude\nPenwith Practices,Penzance,active,-5.537,50.118\n\
        Fal Group,Falmouth,active,-5.071,50.153\nOld Fal,Falmouth,ended,-5.071,50.153\nTrurow Care,Leek,active,-2.02,53.1\n";
    let loaded = gpf_domain::import::read(list.as_bytes(), &gpf_domain::import::ImportOptions::default());
    let mut points = Points::default();
    loaded.directory.federations().for_each(|it| points.add(it));
    let locator = Locator { points: &points, districts };
    let search = |query: &Query| {
        loaded.index.search_near(&loaded.directory, query, &mut SearchSession::default(), Some(locator))
    };
    let names = |found: &SearchResults| -> Vec<String> {
        found.rows.iter().map(|row| loaded.directory.federation(*row).name().to_owned()).collect()
    };
    // A town is not a typo of a name in the list, and ended federations come last.
    for town in ["Dorchester", " TORQUAY "] {
        let found = search(&text(town));
        assert!(found.near().is_some() && found.corrections.is_empty() && found.rows.len() == 3, "{town}");
    }
    let found = search(&text("Plymouth"));
    assert_eq!(names(&found)[..2], ["Fal Group", "Penwith Practices"]);
    assert_eq!(names(&found).last().map(String::as_str), Some("Old Fal"));
    assert!(summary(&found, &text("Plymouth")).contains(" near Plymouth (South West)"));
    let said = announcement(&found, &text("Plymouth")).unwrap();
    assert!(said.starts_with("No federation in this list mentions Plymouth. These are the nearest."), "{said}");
    assert!(said.ends_with("might not cover your area."), "{said}");
    // If a federation mentions the town, the search finds that federation.
    assert!(search(&text("Falmouth")).near().is_none());
    assert_eq!(names(&search(&text("Leek"))), ["Trurow Care"]);
}

/// What people type who do not know how this search works.
#[test]
fn place_in_a_sentence_is_found() {
    let list = List::of(project::directory());
    let first = |typed: &str| {
        let found = list.find(&text(typed));
        let names = list.names(&found);
        (names.first().map(|it| (*it).to_owned()).unwrap_or_default(), found)
    };
    // By words.
    for (typed, name, part) in [
        ("who covers Stockport?", "Viaduct Health", "stockport"),
        ("gp federation for stockport", "Viaduct Health", "stockport"),
        ("which federation is Widnes in", "GP Health Connect Ltd", "widnes"),
        ("NHS Stockport", "Viaduct Health", "stockport"),
        ("Leeds PCN", "Leeds GP Confederation", "leeds"),
        ("Doncaster, all surgeries", "Primary Care Doncaster Ltd", "doncaster"),
    ] {
        let (found_first, found) = first(typed);
        assert_eq!((&*found_first, found.part.as_deref()), (name, Some(part)), "{typed}");
        let said = summary(&found, &text(typed));
        let expected = format!("\"{part}\" (nothing matches all of \"{typed}\")");
        assert!(said.contains(&expected) || found.near().is_some(), "{said}");
    }
    // By distance.
    for (typed, town, name) in [
        ("near Maidstone", "Maidstone", "West Kent Health"),
        ("Bradford-on-Avon GP", "Bradford-on-Avon", "Wiltshire GP Alliance"),
        ("federation in Forest of Dean", "Forest of Dean", "G DOC"),
        ("GP in Kirkby-in-Ashfield", "Kirkby-in-Ashfield", "Primary Integrated Community Services (PICS) Ltd"),
        ("Sutton-in-Ashfield surgery", "Sutton-in-Ashfield", "Primary Integrated Community Services (PICS) Ltd"),
        ("GP federation in Worthing", "Worthing", "Alliance for Better Care"),
        ("Stourbridge, West Midlands", "Stourbridge", "Modality Partnership"),
    ] {
        let (_, found) = first(typed);
        let near = found.near().unwrap_or_else(|| panic!("{typed}"));
        assert_eq!((near.name(), near.is_whole), (town.to_owned(), true), "{typed}");
        let notice = notice(&found, &text(typed)).unwrap();
        let said = format!("No federation matches all of the text, so the search uses {town} only. ");
        assert!(notice.contains(&said), "{notice}");
        assert!(list.names(&found).iter().take(6).any(|it| *it == name), "{typed}: {:?}", list.names(&found));
    }
    // Words of names are words.
    for typed in ["primary care", "the", "health", "gp", "care of nobody at all", "street", "high street"] {
        assert_eq!(list.find(&text(typed)).part, None, "{typed}");
    }
    for typed in ["health xq", "surgeries e", "qqqq federation", "pcns of the surgeries"] {
        let found = list.find(&text(typed));
        assert_eq!((found.rows.len(), found.part), (0, None), "{typed}");
    }
}

/// A town is never an empty list, as long as the list knows where its federations are.
#[test]
fn every_town_and_area_finds_federations() {
    let list = List::of(project::directory());
    assert!(districts().gazetteer().count() > 1_200);
    for NamedPlace { name, is_area, district } in districts().gazetteer() {
        let found = list.find(&text(name));
        assert!(!found.rows.is_empty() && found.part.is_none(), "{name}");
        let Some(near) = found.near() else { continue };
        assert_eq!((near.name(), near.nearby.district), (name.to_owned(), *district));
        assert!(notice(&found, &text(name)).unwrap().contains(name));
        assert!(!(is_area && near.has_text), "those that mention {name} are in it, so no others follow");
    }
    // A federation that only covers the town comes first, and the nearest follow.
    for (town, name, region) in [
        ("Basildon", "Anesi Healthcare", "East of England"),
        ("Whitby", "Heartbeat Alliance", "North East and Yorkshire"),
        ("Oadby", "East Leicestershire and Rutland GP Federation", "Midlands"),
    ] {
        let found = list.find(&text(town));
        let near = found.near().unwrap_or_else(|| panic!("{town}"));
        assert!(near.has_text && list.names(&found)[0] == name && found.rows.len() >= 3, "{town}");
        let said = notice(&found, &text(town)).unwrap();
        let expected = format!("Federations that match \"{town}\" come first, then the nearest to {town} ({region}). ");
        assert!(said.starts_with(&expected), "{said}");
    }
    // A federation in the town is what was looked for.
    for town in ["Sheffield", "Halton", "Bolton"] {
        assert!(list.find(&text(town)).near().is_none(), "{town}");
    }
}

#[test]
fn initials_and_abbreviations_find_names_and_boards() {
    let list = List::of(project::directory());
    for (typed, read) in [
        ("IGPF", "Islington GP Federation"),
        ("nenc", "North East and North Cumbria"),
        ("NEL", "North East London"),
        ("SWL federations", "South West London"),
        ("HIOW", "Hampshire and Isle of Wight"),
        ("LLR", "Leicester, Leicestershire and Rutland"),
        ("GM", "Greater Manchester"),
        ("IoW", "Isle of Wight"),
        ("which federations are in NCL?", "North Central London"),
    ] {
        let found = list.find(&text(typed));
        let corrections = found.corrections.iter().map(|it| &*it.corrected).collect::<Vec<_>>();
        assert!(corrections.contains(&&*fold(read)), "{typed}: {corrections:?}");
        assert!(!found.rows.is_empty());
        for &row in &found.rows {
            let it = list.directory.federation(row);
            let fields = [it.name(), it.covers(), it.icb(), it.former_icb()].map(fold).join("|");
            assert!(corrections.iter().any(|words| fields.contains(words)), "{typed}: {}", it.name());
        }
    }
    let found = list.find(&text("SWL"));
    let said = summary(&found, &text("SWL"));
    assert!(said.ends_with("match \"south west london\" (no exact match for \"SWL\")"), "{said}");
    for (typed, ends) in [
        ("SWL federations", "match \"south west london\" (nothing matches all of \"SWL federations\")"),
        ("Sheffeild contact", "matches \"sheffield\" (nothing matches all of \"Sheffeild contact\")"),
    ] {
        let said = summary(&list.find(&text(typed)), &text(typed));
        assert!(said.ends_with(ends), "{said}");
    }
    // Words, places and postcode areas are not initials.
    for (typed, corrections) in [("MK", 0), ("hal", 0), ("Wem", 0), ("SE", 0), ("xqz", 0)] {
        assert_eq!(list.find(&text(typed)).corrections.len(), corrections, "{typed}");
    }
    for (short, long) in [("Herts", "Hertfordshire"), ("oxon", "Oxfordshire"), ("North Notts", "Nottinghamshire")] {
        let (short, long) = (list.find(&text(short)), list.find(&text(long)));
        assert!(short.corrections.is_empty() && long.rows.iter().all(|row| short.rows.contains(row)));
    }
}

/// Words that no federation has are left out, and the federation with the most words comes first.
/// Each federation of the built-in list, searched for by its name in another form.
#[test]
fn other_forms_of_a_name_find_its_federation() {
    type Form<'f> = &'f dyn Fn(&str) -> String;
    let list = bundled();
    let joined = |name: &str| fold(name).replace(' ', "");
    // Each form, and the number of federations that another federation comes before.
    let forms: [(Form<'_>, usize); 12] = [
        (&|name| format!("{name} website"), 0),
        (&|name| format!("contact {name}"), 0),
        (&|name| format!("{name} phone number"), 0),
        (&|name| format!("NHS {name}"), 0),
        (&|name| name.replace(' ', "-"), 0),
        // Here, and in the rest, a few have all words in the texts of another one.
        (&|name| format!("who runs {name}?"), 1),
        (&|name| format!("{name} chief executive"), 1),
        (&|name| format!("{name} Limited"), 8),
        (&|name| format!("{name} federation"), 5),
        // "And" is a word of the name, which "&" in an address is not.
        (&joined, 5),
        (&|name| format!("https://www.{}.co.uk/about-us", joined(name)), 5),
        (&|name| format!("info@{}.nhs.uk", joined(name)), 5),
    ];
    for (form, allowed) in forms {
        let is_first = |row: &u32| {
            let name = list.directory.federation(*row).name();
            list.find(&text(&form(name))).rows.first() == Some(row)
        };
        let others = (0..list.directory.len() as u32).filter(|row| !is_first(row)).count();
        assert!(others <= allowed, "{others} for {}", form("NAME"));
    }
}

#[test]
fn website_and_email_addresses_find_their_federation() {
    let list = bundled();
    for federation in list.directory.federations().filter(|it| !it.website().is_empty()) {
        let host = federation.website().split('/').nth(2).expect("a host");
        let host = host.strip_prefix("www.").unwrap_or(host);
        for typed in [
            federation.website().to_owned(),
            federation.website().to_uppercase(),
            format!("www.{host}"),
            format!("{host}/contact-us"),
            format!("jo.bloggs@{host}"),
            format!("intranet.{host}"),
        ] {
            let found = list.find(&text(&typed));
            assert!(list.names(&found).contains(&federation.name()), "{typed}");
            assert!(found.part.is_none(), "{typed}");
        }
    }
    // A text with a full stop that is no address is searched for as before.
    for typed in ["St.", "St. Helens", "C.I.C.", "k.2"] {
        let without = list.find(&text(&typed.replace('.', "")));
        assert_eq!(list.find(&text(typed)), without, "{typed}");
    }
    for typed in ["www.xyzzy.org", "xyzzy@nhs.net", "https://", "www."] {
        assert_eq!(list.find(&text(typed)).rows.len(), 0, "{typed}");
    }
}

#[test]
fn words_that_nothing_matches_are_left_out() {
    let list = List::of(project::directory());
    for (typed, name, part) in [
        ("Conexus Healthcare website", "Conexus Healthcare", "conexus healthcare"),
        ("Alexin Healthcare phone number", "Alexin Healthcare", "alexin healthcare"),
        ("Devon Health Limited", "Devon Health", "devon health"),
        ("K2 Healthcare chief executive", "K2 Healthcare", "k2 healthcare"),
        ("GP Care UK Limited website", "GP Care UK Limited", "care uk"),
        ("which GP federation covers Camden", "Haverstock Healthcare Limited", "camden"),
        ("GP Healthcare Alliance, NHS", "GP Healthcare Alliance Ltd", "healthcare alliance"),
        ("Sheffeild contact", "Primary Care Sheffield", "sheffeild"),
        ("Fairfield surgery, Stockport", "Viaduct Health", "stockport"),
        ("North Notts", "Nottingham City GP Alliance", "notts"),
    ] {
        let found = list.find(&text(typed));
        assert_eq!(list.names(&found).first(), Some(&name), "{typed}");
        assert_eq!(found.part.as_deref(), Some(part), "{typed}");
    }
    // A direction alone, or common words alone, would find far too much.
    for typed in ["north xyzzy", "xyzzy", "xyzzy gp federation", "phone number", "federation website"] {
        assert_eq!(list.find(&text(typed)).rows.len(), 0, "{typed}");
    }
}
