//! Property tests: rules for every directory and every search.

use crate::facet_counts;
use crate::made_up::{MadeUp, MadeUpList};
use crate::reference_initials::{are_initials, are_initials_of_a_start};
use gpf_domain::directory::{Directory, Federation, LegalFormChoice, RegionChoice, Status};
use gpf_domain::fold::fold;
use gpf_domain::search::{Correction, Index, Query, SearchResults, SearchSession, Sort, summary};
use proptest::prelude::*;
use proptest::sample::select;

/// Few words, so that searches find something, and similar ones, so that typos do too.
const WORDS: [&str; 26] = [
    "Halton",
    "Haltom",
    "Walton",
    "Health",
    "Heath",
    "North",
    "Northern",
    "St",
    "Saint",
    "St.",
    "Ltd",
    "Limited",
    "&",
    "and",
    "King’s",
    "Kings",
    "Môn",
    "GP",
    "C.I.C.",
    "東京",
    "Northwest",
    "North-West",
    "Healthcare",
    "Health-care",
    "Co-operative",
    "Cooperative",
];

const AREAS: [&str; 5] = ["", "WA", "WA; L", "L", "M"];
const REGIONS: [&str; 6] =
    ["unknown", "North West", "London", "North West; Midlands", "Midlands; North West", "South East; London; Midlands"];
const FORMS: [&str; 3] = ["", "charity", "limited-company"];

fn phrase(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), words).prop_map(|words| words.join(" "))
}

/// A name, or sometimes an unusual text that a cell can contain.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![9 => phrase(1..4), 1 => "x[^,\"\r\n]{0,8}"]
}

#[derive(Clone, Debug)]
struct Row {
    text: [String; 4],
    areas: &'static str,
    regions: &'static str,
    form: &'static str,
    ended: bool,
    patients: Option<u32>,
}

prop_compose! {
    fn row()(
        text in (name(), phrase(0..3), phrase(0..2), phrase(0..3)),
        areas in select(&AREAS[..]),
        regions in select(&REGIONS[..]),
        form in select(&FORMS[..]),
        ended in any::<bool>(),
        patients in prop::option::of(0..5_u32),
    ) -> Row {
        Row { text: [text.0, text.1, text.2, text.3], areas, regions, form, ended, patients }
    }
}

fn directory(rows: &[Row]) -> Directory {
    let mut list = MadeUpList::new();
    for Row { text: [name, aliases, place, covers], areas, regions, form, ended, patients } in rows {
        let (ended, patients) = (*ended, *patients);
        list.add(&MadeUp { name, aliases, ended, place, covers, regions, areas, form, patients, ..MadeUp::default() });
    }
    list.directory()
}

fn directories() -> impl Strategy<Value = Directory> {
    prop::collection::vec(row(), 0..24).prop_map(|rows| directory(&rows))
}

/// Words of the directory, their first letters, words with typos, postcodes, and random text.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        phrase(0..4),
        (phrase(1..4), 0..12_usize).prop_map(|(text, length)| text.chars().take(length).collect()),
        "[halton ]{0,9}",
        "(hatlon|halten|notrh|helath|nxrth|saint|limit|l|s) (haltn|gp|heatlh|lt|st)?",
        "(inhealthcare|northwest|healthcare|health care|cooperative|coop|co operative|gpnorth|northw|halthcare)( lt| st| northern)?",
        "[halton]{1,4}(north|health|care|gp|west)[halton]{0,3}",
        "(wa|l|m|zz)[0-9]( ?[0-9]?[a-z]{0,2})",
        any::<String>(),
    ]
}

prop_compose! {
    fn queries()(
        text in texts(),
        region in prop::option::of(select(&RegionChoice::ALL[..])),
        status in prop::option::of(select(&Status::ALL[..])),
        legal_form in prop::option::of(select(&LegalFormChoice::ALL[..])),
        sort in select(&Sort::ALL[..]),
    ) -> Query {
        Query { text, region, status, legal_form, sort }
    }
}

fn fresh(directory: &Directory, query: &Query) -> SearchResults {
    Index::new(directory).search(directory, query, &mut SearchSession::default())
}

/// Every searchable word, computed without the index.
fn searchable(federation: Federation<'_>) -> Vec<String> {
    let mut fields =
        vec![fold(federation.name()), fold(federation.place()), fold(federation.covers()), fold(federation.icb())];
    fields.extend(federation.aliases().map(fold));
    fields.extend(federation.regions().iter().map(|region| fold(region.name())));
    fields.join(" \u{1f} ").split(' ').map(str::to_owned).collect()
}

/// Whether one of the words contains the typed one, in either spelling.
fn has_as_typed(words: &[String], typed: &str) -> bool {
    let is_other_spelling = |word: &str| {
        let pairs = [("limited", "ltd"), ("ltd", "limited"), ("saint", "st"), ("st", "saint")];
        typed.len() > 1 && pairs.iter().any(|&(full, other)| full.starts_with(typed) && word == other)
    };
    words.iter().any(|word| word.contains(typed) || is_other_spelling(word))
}

/// Whether words next to each other are the typed one, which can be incomplete if at least 3 letters of the last are
/// typed, and in "coop".
fn has_apart(words: &[String], typed: &str) -> bool {
    (0..words.len()).any(|from| {
        let mut rest = typed;
        for (at, word) in words[from..].iter().enumerate() {
            let begins = (rest.chars().count() >= 3 || typed == "coop" && rest == "op") && word.starts_with(rest);
            if at > 0 && (begins || word == rest) {
                return true;
            }
            match rest.strip_prefix(&**word) {
                Some(after) if !after.is_empty() && !word.is_empty() => rest = after,
                _ => return false,
            }
        }
        false
    })
}

fn has(words: &[String], typed: &str) -> bool {
    has_as_typed(words, typed) || has_apart(words, typed)
}

/// Whether one word is typed that no word begins with, and that is the initials of a field, or if no row has it, of the
/// start of one.
fn are_initials_of_some(all: &[Vec<String>], typed: &[&str], allows_starts: bool) -> bool {
    let [typed] = *typed else { return false };
    let is_possible = (2..=8).contains(&typed.len()) && typed.bytes().all(|it| it.is_ascii_lowercase());
    let begins = |words: &Vec<String>| has(words, typed) && words.iter().any(|word| word.starts_with(typed));
    let mut fields = all.iter().flat_map(|words| words.split(|word| word == "\u{1f}"));
    is_possible
        && !all.iter().any(begins)
        && fields.any(|field| {
            let words: Vec<&str> = field.iter().map(|word| &**word).filter(|word| !word.is_empty()).collect();
            are_initials(typed, &words) || allows_starts && typed.len() > 2 && are_initials_of_a_start(typed, &words)
        })
}

/// Whether the start of the word is at most one typo from the typed one, by trying every typo.
fn is_near(word: &str, typed: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let begins = |letters: &[Option<char>]| {
        let mut word = word.chars();
        letters.iter().all(|&letter| word.next().is_some_and(|other| letter.is_none_or(|letter| letter == other)))
    };
    let exact: Vec<_> = typed.iter().copied().map(Some).collect();
    let correction = |at: usize| {
        let with = |change: fn(&mut Vec<Option<char>>, usize)| {
            let mut letters = exact.clone();
            change(&mut letters, at);
            begins(&letters)
        };
        // `None` matches any letter.
        with(|letters, at| letters[at] = None)
            || with(|letters, at| letters.insert(at, None))
            || with(|letters, at| _ = letters.remove(at))
            || (at + 1 < exact.len() && with(|letters, at| letters.swap(at, at + 1)))
    };
    begins(&exact) || (0..exact.len()).any(correction)
}

/// The rows that a text matches before any filter, computed one by one.
fn naive_rows(directory: &Directory, found: &SearchResults, text: &str) -> Vec<u32> {
    let typed = fold(text);
    let typed: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let read = |word: &str| -> Vec<&str> {
        let corrections = found.corrections.iter().filter(|correction| correction.typed == word);
        corrections.map(|correction| &*correction.corrected).collect()
    };
    let is_initials = |it: &Correction| are_initials(&it.typed, &it.corrected.split(' ').collect::<Vec<_>>());
    let initials: Vec<_> = found.corrections.iter().filter(|it| is_initials(it)).collect();
    let matches = |federation: Federation<'_>| {
        let words = searchable(federation);
        if !initials.is_empty() {
            let joined = [" ", &words.join(" ")].concat();
            return initials.iter().any(|it| joined.contains(&[" ", &it.corrected].concat()));
        }
        let in_area =
            found.postcode_area.as_deref().is_some_and(|area| federation.postcode_areas().any(|other| other == area));
        let near_all = || {
            typed.iter().all(|word| {
                word.chars().count() >= 5 && words.iter().any(|other| is_near(other, word)) || has(&words, word)
            })
        };
        in_area
            || typed.iter().all(|word| has(&words, word) || read(word).iter().any(|reading| has(&words, reading)))
                && (found.corrections.is_empty() || near_all())
    };
    directory.federations().filter(|&federation| matches(federation)).map(Federation::row).collect()
}

proptest! {
    #[test]
    fn results_match_a_naive_search(directory in directories(), query in queries()) {
        let found = fresh(&directory, &query);
        let mut expected = naive_rows(&directory, &found, &query.text);
        if let Some(part) = &found.part {
            let all = naive_rows(&directory, &SearchResults::default(), &query.text);
            prop_assert_eq!(all, [0; 0], "nothing matches all of {:?}", query.text);
            expected = naive_rows(&directory, &found, part);
        }
        expected.retain(|&row| facet_counts::passes(directory.federation(row), &query));
        let mut rows = found.rows.clone();
        rows.sort_unstable();
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn typos_are_corrected_if_and_only_if_nothing_matches(directory in directories(), query in queries()) {
        let found = fresh(&directory, &query);
        let typed = found.part.clone().unwrap_or_else(|| fold(&query.text));
        let typed: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        let all: Vec<_> = directory.federations().map(searchable).collect();
        let direct = all.iter().any(|words| typed.iter().all(|word| has(words, word)));
        let near = |words: &Vec<String>| typed.iter().all(|word| {
            has(words, word) || word.chars().count() >= 5 && words.iter().any(|other| is_near(other, word))
        });
        if found.postcode_area.is_none() {
            let matching = || all.iter().filter(|words| typed.iter().all(|word| has(words, word)));
            let apart = typed.iter().any(|word| !matching().any(|words| has_as_typed(words, word)));
            let is_read = if direct { apart } else { all.iter().any(near) } || are_initials_of_some(&all, &typed, !direct);
            prop_assert_eq!(!found.corrections.is_empty(), is_read && !typed.is_empty());
        }
        for correction in &found.corrections {
            let is_typo = (correction.typed.chars().count() >= 5 || correction.typed == "coop")
                && is_near(&correction.corrected, &correction.typed);
            let words: Vec<_> = correction.corrected.split(' ').collect();
            prop_assert!(is_typo || are_initials(&correction.typed, &words));
        }
    }

    #[test]
    fn facets_equal_the_number_of_results_of_each_choice(directory in directories(), query in queries()) {
        let found = fresh(&directory, &query);
        let count = |query: &Query| fresh(&directory, query).rows.len() as u32;
        prop_assert_eq!(found.total as usize, directory.len());
        facet_counts::counts_match_the_results_of_each_choice(&found, &query, &count)?;
    }

    #[test]
    fn narrowed_search_matches_a_fresh_search(directory in directories(), typed in prop::collection::vec(queries(), 1..3)) {
        let index = Index::new(&directory);
        let mut session = SearchSession::default();
        for query in typed {
            // Letter by letter, and back.
            let ends: Vec<usize> = query.text.char_indices().map(|(at, _)| at).chain([query.text.len()]).take(24).collect();
            for &end in ends.iter().chain(ends.iter().rev().step_by(2)) {
                let query = Query { text: query.text[..end].to_owned(), ..query.clone() };
                prop_assert_eq!(index.search(&directory, &query, &mut session), fresh(&directory, &query));
            }
        }
    }

    #[test]
    fn each_sort_order_is_correct(directory in directories(), query in queries()) {
        let found = fresh(&directory, &query);
        let rows = &found.rows;
        let federation = |row: u32| directory.federation(row);
        let mut expected = rows.clone();
        expected.sort_unstable();
        match query.sort {
            Sort::Name => {}
            Sort::NameReversed => expected.reverse(),
            Sort::Place => expected.sort_by_key(|&row| (fold(federation(row).place()).is_empty(), fold(federation(row).place()))),
            Sort::Patients => expected.sort_by_key(|&row| federation(row).patients().map_or(i64::MAX, |count| -i64::from(count))),
            Sort::LastSeen => expected.sort_by_key(|&row| std::cmp::Reverse(federation(row).last_seen().to_owned())),
            Sort::Suggested | Sort::Nearest if found.grouped_by_region => expected.sort_by_key(|&row| RegionChoice::of(federation(row).regions()).index()),
            Sort::Suggested | Sort::Nearest => return Ok(()),
        }
        prop_assert_eq!(rows, &expected);
    }

    #[test]
    fn highlighted_pieces_join_to_the_text_and_mark_a_match(directory in directories(), query in queries(), other in any::<String>()) {
        let found = fresh(&directory, &query);
        let texts = found.rows.iter().flat_map(|&row| [directory.federation(row).name(), directory.federation(row).covers()]);
        for text in texts.chain([&*other, &*query.text]) {
            let pieces = found.terms.highlight(text);
            prop_assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text);
            prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
            prop_assert!(pieces.windows(2).all(|two| two[0].is_match != two[1].is_match));
            let words = fold(text);
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let holds_any = found.corrections.is_empty() && found.part.clone().unwrap_or_else(|| fold(&query.text)).split(' ').any(|typed| typed.len() > 1 && has_as_typed(&words, typed));
            if holds_any {
                prop_assert!(pieces.iter().any(|piece| piece.is_match), "{:?} in {:?}", query.text, text);
            }
        }
    }

    #[test]
    fn no_text_causes_a_panic(directory in directories(), text in any::<String>(), query in queries()) {
        let query = Query { text, ..query };
        let found = fresh(&directory, &query);
        prop_assert!(!summary(&found, &query).is_empty());
        prop_assert_eq!(fold(&fold(&query.text)), fold(&query.text));
        let clean = !fold(&query.text).contains(['\u{1f}', '\n', '&', '\'']);
        prop_assert!(clean);
    }
}
