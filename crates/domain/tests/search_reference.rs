//! Tests that the quick search finds the same as a simple one, in the same order, whatever is typed in sequence.
//!
//! The simple search follows the wording of the rules: row by row, word by word, without an index and without a
//! session. Postcodes and typos are tested by `search_properties`.

use crate::facet_counts;
use crate::made_up::{MadeUp, MadeUpList};
use crate::project;
use crate::reference_initials::are_initials;
use gpf_domain::directory::{Directory, Federation, LegalFormChoice, RegionChoice, Status};
use gpf_domain::fold::fold;
use gpf_domain::search::{Correction, Index, Query, SearchResults, SearchSession, Sort};
use std::collections::BTreeSet;

/// Pseudo-random numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }
}

/// A record's folded words by field, the most prominent first: name, aliases, place, the rest.
struct Record([Vec<String>; 4]);

impl Record {
    fn of(federation: Federation<'_>) -> Self {
        let words = |texts: &[&str]| {
            let words = texts.iter().map(|text| fold(text)).collect::<Vec<_>>().join(" \u{1f} ");
            words.split_whitespace().map(str::to_owned).collect()
        };
        let mut rest = vec![federation.covers()];
        for region in federation.regions().iter() {
            rest.push(region.name());
        }
        rest.push(federation.icb());
        rest.push(federation.former_icb());
        rest.extend(federation.member_practices());
        Self([
            words(&[federation.name()]),
            words(&federation.aliases().chain(federation.former_names()).collect::<Vec<_>>()),
            words(&[federation.place()]),
            words(&rest),
        ])
    }

    fn name(&self) -> &[String] {
        &self.0[0]
    }
}

/// Ranks of matches, the best first.
const WHOLE_NAME: usize = 0;
const NAME_START: usize = 1;
const WORD_START: usize = 2;
const IN_NAME: usize = 3;
const ALIAS: usize = 4;

/// Whether `word` is the other spelling of the typed word, which can be incomplete.
fn is_other_spelling(word: &str, typed: &str) -> bool {
    let pairs = [("limited", "ltd"), ("ltd", "limited"), ("saint", "st"), ("st", "saint")];
    typed.len() > 1 && pairs.iter().any(|&(full, other)| full.starts_with(typed) && word == other)
}

/// The number of consecutive words that were typed as one. The last can be incomplete if at least 3 of its letters are
/// typed.
fn apart(words: &[String], typed: &str) -> Option<usize> {
    let mut rest = typed;
    for (at, word) in words.iter().enumerate() {
        let begins = (rest.chars().count() >= 3 || typed == "coop" && rest == "op") && word.starts_with(rest);
        if at > 0 && (begins || word == rest) {
            return Some(at + 1);
        }
        rest = rest.strip_prefix(&**word).filter(|after| !after.is_empty() && !word.is_empty())?;
    }
    None
}

/// The rank of one word alone, if the record has it.
fn rank_of(record: &Record, typed: &str) -> Option<usize> {
    let name = record.name();
    let ways: [&dyn Fn(&str) -> bool; 2] = [&|word| word.starts_with(typed), &|word| is_other_spelling(word, typed)];
    let starts = ways.iter().filter_map(|fits| {
        let first = name.iter().position(|word| fits(word))?;
        let begins_name = first == 0 || first == 1 && name[0] == "the";
        let is_all = first + 1 == name.len() && (name[first] == typed || is_other_spelling(&name[first], typed));
        Some(if !begins_name {
            WORD_START
        } else if is_all {
            WHOLE_NAME
        } else {
            NAME_START
        })
    });
    let written_apart = (0..name.len()).filter_map(|first| {
        let count = apart(&name[first..], typed)?;
        let begins_name = first == 0 || first == 1 && name[0] == "the";
        let is_all = first + count == name.len() && name[first..].concat() == typed;
        Some(match () {
            () if !begins_name => WORD_START,
            () if is_all => WHOLE_NAME,
            () => NAME_START,
        })
    });
    let starts = starts.chain(written_apart);
    let in_name = name.iter().any(|word| word.contains(typed)).then_some(IN_NAME);
    let has = |field: &Vec<String>| {
        field.iter().any(|word| word.contains(typed) || is_other_spelling(word, typed))
            || (0..field.len()).any(|from| apart(&field[from..], typed).is_some())
    };
    let elsewhere = record.0[1..].iter().position(has).map(|field| ALIAS + field);
    starts.min().or(in_name).or(elsewhere)
}

/// The rank of all words together, if the record has them.
fn rank(record: &Record, typed: &[&str]) -> Option<usize> {
    if let [word] = typed {
        return rank_of(record, word);
    }
    let ranks: Option<Vec<usize>> = typed.iter().map(|word| rank_of(record, word)).collect();
    let worst = ranks?.into_iter().max()?.max(WORD_START);
    if worst > WORD_START {
        return Some(worst);
    }
    let as_phrase = |name: &[String]| {
        let (last, before) = typed.split_last()?;
        let is = |word: &str, typed: &str| word == typed || is_other_spelling(word, typed);
        let mut name = name;
        for typed in before {
            let is_first = name.first().is_some_and(|word| is(word, typed));
            let count =
                if is_first { 1 } else { apart(name, typed).filter(|&count| name[..count].concat() == **typed)? };
            name = &name[count..];
        }
        let there = name.first()?;
        let is_all = name.len() == 1 && is(there, last) || apart(name, last).is_some() && name.concat() == **last;
        if is_all {
            return Some(WHOLE_NAME);
        }
        (there.starts_with(last) || is(there, last) || apart(name, last).is_some()).then_some(NAME_START)
    };
    let without_the = record.name().split_first().filter(|(first, _)| *first == "the").map(|(_, rest)| rest);
    let phrase = as_phrase(record.name()).into_iter().chain(without_the.and_then(as_phrase)).min();
    Some(phrase.unwrap_or(WORD_START))
}

/// The rows that match before any filter, with their ranks.
fn matches(records: &[Record], text: &str) -> Vec<(u32, usize)> {
    let folded = fold(text);
    let typed: Vec<&str> = folded.split_whitespace().collect();
    let ranked = (0..).zip(records).map(|(row, record)| (row, rank(record, &typed)));
    ranked.filter_map(|(row, rank)| Some((row, rank?))).collect()
}

/// The rows that have one of the phrases, which must be what the text is the initials of. No word of a name can begin
/// with the text.
fn rows_of_initials(directory: &Directory, records: &[Record], query: &Query, phrases: &[&str]) -> BTreeSet<u32> {
    let folded = fold(&query.text);
    let typed = folded.trim();
    let joined: Vec<String> = records.iter().map(|record| format!(" {} ", record.0.concat().join(" "))).collect();
    for phrase in phrases {
        assert!(are_initials(typed, &phrase.split(' ').collect::<Vec<_>>()), "{phrase} for {query:?}");
    }
    for (row, rank) in matches(records, typed) {
        assert!(rank > WORD_START && !joined[row as usize].contains(&format!(" {typed}")), "{query:?}");
    }
    let has = |row: &u32| phrases.iter().any(|phrase| joined[*row as usize].contains(&format!(" {phrase}")));
    let passes = |row: &u32| facet_counts::passes(directory.federation(*row), query);
    (0..directory.len() as u32).filter(has).filter(passes).collect()
}

/// The expected rows, in order.
fn expected(directory: &Directory, records: &[Record], query: &Query) -> Vec<u32> {
    let is_typed = !fold(&query.text).is_empty();
    let mut rows = if is_typed {
        matches(records, &query.text)
    } else {
        (0..directory.len() as u32).map(|row| (row, 0)).collect()
    };
    rows.retain(|&(row, _)| facet_counts::passes(directory.federation(row), query));
    let federation = |row: u32| directory.federation(row);
    match query.sort {
        Sort::Suggested | Sort::Nearest if is_typed => rows.sort_by_key(|&(_, rank)| rank),
        Sort::Suggested | Sort::Nearest => {
            rows.sort_by_key(|&(row, _)| RegionChoice::of(federation(row).regions()).index());
        }
        Sort::Name => {}
        Sort::NameReversed => rows.reverse(),
        Sort::Place => rows.sort_by_key(|&(row, _)| {
            let place = fold(federation(row).place());
            (place.is_empty(), place)
        }),
        Sort::Patients => {
            rows.sort_by_key(|&(row, _)| federation(row).patients().map_or(i64::MAX, |count| -i64::from(count)));
        }
        Sort::LastSeen => rows.sort_by_key(|&(row, _)| std::cmp::Reverse(federation(row).last_seen().to_owned())),
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// Types into one search box for a while, and checks the results after each keystroke.
fn type_into(directory: &Directory, texts: usize, seed: u64) {
    let index = Index::new(directory);
    let records: Vec<Record> = directory.federations().map(Record::of).collect();
    let mut dice = Dice(seed);
    let mut session = SearchSession::default();
    let mut query = Query::default();
    let mut keys = 0;
    for _ in 0..texts {
        let typed = something_to_type(&records, &mut dice);
        for letter in typed.chars() {
            query.text.push(letter);
            // Sometimes the user corrects the text, or selects a filter or an order between two keystrokes.
            match dice.roll(12) {
                0 => _ = query.text.pop(),
                1 => query.region = dice.roll(2).eq(&0).then(|| *dice.pick(&RegionChoice::ALL)),
                2 => query.status = dice.roll(4).eq(&0).then(|| *dice.pick(&Status::ALL)),
                3 => query.legal_form = dice.roll(4).eq(&0).then(|| *dice.pick(&LegalFormChoice::ALL)),
                4 => query.sort = *dice.pick(&Sort::ALL),
                _ => {}
            }
            keys += usize::from(holds(directory, &index, &records, &query, &mut session));
        }
        match dice.roll(3) {
            0 => query.text.clear(),
            1 => query.text.push(' '),
            _ => {
                while query.text.pop().is_some() && dice.roll(6) > 0 {
                    keys += usize::from(holds(directory, &index, &records, &query, &mut session));
                }
            }
        }
        if query.text.split(' ').count() > 4 {
            query.text.clear();
        }
    }
    assert!(keys > 3 * texts, "only {keys} keys of {texts} texts found anything as typed");
}

/// A word of the list, or its start, end or middle. Sometimes two words, or a letter.
fn something_to_type(records: &[Record], dice: &mut Dice) -> String {
    let record = dice.pick(records);
    let field = &record.0[[0, 0, 0, 1, 2, 3][dice.roll(6)]];
    if field.is_empty() {
        return ["t", "st", "saint h", "ltd", "limi", "the", "1", "東"][dice.roll(8)].to_owned();
    }
    let mut word: Vec<char> = dice.pick(field).chars().filter(|it| *it != '\u{1f}').collect();
    if word.is_empty() || dice.roll(5) == 0 {
        // Words next to each other, typed as one.
        let from = dice.roll(field.len());
        let some = field[from..].iter().take(2 + dice.roll(2)).filter(|it| **it != "\u{1f}");
        word = some.flat_map(|it| it.chars()).collect();
    }
    if word.is_empty() {
        return "t".to_owned();
    }
    let from = if dice.roll(4) == 0 { dice.roll(word.len()) } else { 0 };
    let to = if dice.roll(2) == 0 { word.len() } else { from + 1 + dice.roll(word.len() - from) };
    word[from..to].iter().collect()
}

/// Compares a search with the simple one. Returns whether the words matched as typed.
fn holds(directory: &Directory, index: &Index, records: &[Record], query: &Query, session: &mut SearchSession) -> bool {
    let found = index.search(directory, query, session);
    if let Some(part) = &found.part {
        assert!(matches(records, &query.text).is_empty(), "{query:?}");
        let alone = Query { text: part.clone(), ..query.clone() };
        let mut expected = index.search(directory, &alone, &mut SearchSession::default());
        if query.sort == Sort::Suggested {
            // Those that have the most words that were typed come first.
            let folded = fold(&query.text);
            let missing = |row: &u32| {
                folded.split_whitespace().filter(|word| rank_of(&records[*row as usize], word).is_none()).count()
            };
            expected.rows.sort_by_key(missing);
        }
        assert_eq!(SearchResults { part: None, ..found }, expected, "{query:?}");
        return false;
    }
    let is_initials = |correction: &Correction| {
        correction.corrected.contains(' ') && !correction.corrected.replace(' ', "").starts_with(&correction.typed)
    };
    if found.corrections.iter().any(is_initials) {
        let phrases: Vec<_> = found.corrections.iter().map(|correction| &*correction.corrected).collect();
        let rows = rows_of_initials(directory, records, query, &phrases);
        assert_eq!(found.rows.iter().copied().collect::<BTreeSet<_>>(), rows, "{query:?}");
        assert_eq!(found, index.search(directory, query, &mut SearchSession::default()), "{query:?}");
        return false;
    }
    if found.corrections.iter().any(|correction| !correction.corrected.contains(' ')) || found.postcode_area.is_some() {
        assert!(found.postcode_area.is_some() || matches(records, &query.text).is_empty(), "{query:?}");
        assert_eq!(found, index.search(directory, query, &mut SearchSession::default()), "{query:?}");
        return false;
    }
    let expected = expected(directory, records, query);
    assert_eq!(found.rows.len(), expected.len(), "{query:?}");
    assert_eq!(found.rows, expected, "{query:?}");
    let any_region = Query { region: None, ..query.clone() };
    assert_eq!(found.facets.regions.any as usize, self::expected(directory, records, &any_region).len(), "{query:?}");
    true
}

#[test]
fn bundled_list_matches_the_reference_search() {
    let directory = project::directory();
    type_into(&directory, 150, 1);
}

/// This number of invented organisations. Some differ only by name, as in long lists.
fn invented(rows: usize) -> Directory {
    const SIDES: [&str; 7] = ["The ", "North ", "St ", "Saint ", "The The ", "", ""];
    const TOWNS: [&str; 11] = [
        "Halton",
        "Haltonbury",
        "Camden",
        "St Helens",
        "York",
        "Athens",
        "Thetford",
        "東京",
        "Môn",
        "Northwest",
        "North West",
    ];
    const WORK: [&str; 12] = [
        "Primary Care",
        "Health",
        "GP",
        "1st Care",
        "Community & Care",
        "T",
        "Practice",
        "Union",
        "Healthcare",
        "Health Care",
        "Co-operative",
        "Cooperative",
    ];
    const KINDS: [&str; 7] = [" Ltd", " Limited", " C.I.C.", " Federation", " Alliance", " Ltd Partners", ""];
    let mut dice = Dice(7);
    let mut list = MadeUpList::new();
    for _ in 0..rows {
        let town = *dice.pick(&TOWNS);
        let name = [dice.pick(&SIDES), town, " ", dice.pick(&WORK), dice.pick(&KINDS)].concat();
        let alias =
            if dice.roll(7) == 0 { format!("{} Doctors {}", dice.pick(&TOWNS), dice.roll(90)) } else { String::new() };
        let (place, covers) = if dice.roll(5) == 0 {
            (String::new(), String::new())
        } else {
            (town.to_owned(), format!("{town} and {}", dice.pick(&TOWNS)))
        };
        let regions = *dice.pick(&["North West", "London; Midlands", "unknown"]);
        let ended = dice.roll(9) == 0;
        let icb = *dice.pick(&["", "Cheshire and Merseyside"]);
        let form = *dice.pick(&["", "charity", "limited-company"]);
        let patients = Some(dice.roll(50) as u32 * 1000 + 1000);
        let [name, aliases, place, covers] = [&*name, &alias, &place, &covers];
        let (areas, location) = ("WA", "");
        list.add(&MadeUp { name, aliases, ended, place, covers, regions, icb, areas, location, form, patients });
    }
    list.directory()
}

#[test]
fn long_list_matches_the_reference_search() {
    type_into(&invented(3000), 60, 2);
}

#[test]
fn short_list_matches_the_reference_search() {
    for seed in 0..20 {
        type_into(&invented(1 + seed as usize), 60, seed);
    }
}
