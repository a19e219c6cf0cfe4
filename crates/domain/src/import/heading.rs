//! The meanings of headings as people write them: with numbers, brackets, notes and invisible characters.

use std::borrow::Cow;

use super::closest::{self, is_one_letter_off};
use super::column_aliases::{KnownColumn, is_alike};
use super::normalise::{is_organisation, status_of_word};
use super::report::ImportReport;
use crate::directory::column::{COLUMNS, Column};
use crate::directory::messages::Message;
use crate::directory::{Scope, Status};
use crate::fold::fold;
use crate::strings::{self, has_word, parts, split_once};

/// A heading that is known.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) meaning: KnownColumn,
    /// How different the heading is: 0 for the column's own name, 1 for an alias, 2 and 3 for the same with extra
    /// parts, 4 to [`MAX_WEIGHT`] for the same in an object. Of two columns with the same meaning, the one with the
    /// lower weight is used.
    pub(super) weight: u8,
}

/// The highest [`Known::weight`].
pub(super) const MAX_WEIGHT: u8 = 7;

/// Longer texts are not headings.
const MAX_LEN: usize = 120;

/// The meaning of a heading. Case, spaces, punctuation, accents and invisible characters are ignored. So are a number
/// before it, brackets after it, a year at its end, words such as "required", and the table's name that Power BI adds.
/// `Town / City` has the meaning of both its parts.
pub(super) fn read(heading: &str) -> Option<Known> {
    if heading.len() > MAX_LEN {
        return None;
    }
    read_words(heading).or_else(|| read_nested(heading)).or_else(|| {
        let parts = parts(heading, "/|");
        let [first, others @ ..] = &parts[..] else { return None };
        let first = if others.is_empty() { None } else { read_words(first) }?;
        let is_same = |part: &&str| read_words(part).is_some_and(|part| part.meaning == first.meaning);
        others.iter().all(is_same).then_some(Known { weight: 3, ..first })
    })
}

/// The separator of the names of nested properties.
pub(super) const NESTED: &str = ".";

/// The meaning of a nested property, such as `address.town`. Its own name is enough if the object is about a place or
/// about contact details. Power Query uses such headings in tables too.
fn read_nested(heading: &str) -> Option<Known> {
    const OBJECTS: &str = " address addresses location contact contacts geo geometry position coordinates coords point gps \
        latlng area office head office registered office registered address regaddress reg address postal address main \
        office details stats statistics figures web website homepage links size federation organisation ";
    let parts = parts(heading, NESTED);
    let [.., object, own] = parts[..] else { return None };
    let known = read_words(own).filter(|_| has_word(OBJECTS, &folded_heading(object)))?;
    let is_of_place = matches!(
        known.meaning.column(),
        Column::Place
            | Column::Covers
            | Column::Regions
            | Column::Icb
            | Column::PostcodeAreas
            | Column::Postcodes
            | Column::Longitude
            | Column::Latitude
            | Column::Website
            | Column::Practices
            | Column::Patients
    );
    is_of_place.then_some(Known { weight: known.weight + 4, ..known })
}

fn read_words(heading: &str) -> Option<Known> {
    let text = folded_heading(heading);
    let known = read_folded(heading, &text)?;
    // A percentage is not the number itself, and nor is a number of thousands. `Name (M)` is a mandatory name.
    let is_of_patients = known.meaning.column() == Column::Patients;
    let is_other = |word: &str| has_word(THOUSANDS, word) || is_of_patients && matches!(word, "k" | "m");
    let is_number_itself = !heading.contains('%') && !text.split(' ').any(is_other);
    is_number_itself.then_some(known)
}

/// The meaning of a heading whose folded words are `text`.
fn read_folded(heading: &str, text: &str) -> Option<Known> {
    if let Some(known) = known(text, 0) {
        return Some(known);
    }
    if let Some(column) = column_of_table(heading) {
        return read_words(column).map(|known| Known { weight: (known.weight + 2).min(3), ..known });
    }
    let (before, inside) = heading.split_at_checked(bracket(heading))?;
    let after = inside.split_once([')', ']', '}']).map_or("", |(_, after)| after);
    let line = heading.split(['\n', '\r']).next().unwrap_or_default();
    for part in [text, before, after, line] {
        // Most cells have nothing to remove, and this runs for each cell of the first rows.
        let part = if part.len() == heading.len() || part.len() == text.len() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(folded_heading(part))
        };
        // `1. Organisation type` is `organisation type` before it is `type`.
        let words = without_extras(&part);
        for words in [&*part, words, without_owner(words)] {
            if words.len() < text.len()
                && !words.is_empty()
                && let Some(known) = known(words, 2)
                // `Fed 2015` can be a federation's name.
                && (known.meaning != KnownColumn::NAME || !part.ends_with(|c: char| c.is_ascii_digit()))
            {
                return Some(known);
            }
        }
    }
    question(text).or_else(|| counted_in_camel_case(heading))
}

/// The meaning of these words, with at least this weight.
fn known(words: &str, least: u8) -> Option<Known> {
    if let Some(column) = counted(words) {
        return Some(Known { meaning: KnownColumn::of_column(column), weight: least + 1 });
    }
    let meaning = KnownColumn::of(words)?;
    let weight = least + u8::from(KnownColumn::by_name(words).is_none());
    Some(Known { meaning, weight })
}

/// The position of the first bracket, or the end.
fn bracket(heading: &str) -> usize {
    heading.find(['(', '[', '{']).unwrap_or(heading.len())
}

/// `Town` in `Federations[Town]`, as Power BI writes it, but not the notes in `Town [free text]` and `Town[1]`.
pub(super) fn column_of_table(heading: &str) -> Option<&str> {
    const NOTES: &str = " note notes footnote required optional mandatory free text ";
    let (table, column) = heading.split_at_checked(bracket(heading))?;
    let column = column.strip_prefix('[')?.strip_suffix(']')?;
    let words = folded_heading(column);
    let first = words.split(' ').next().unwrap_or_default();
    let is_note =
        first.len() < 2 || strings::is_digits(first) || has_word(NOTES, first) && KnownColumn::of(&words).is_none();
    (!is_note && table.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '\'')).then_some(column)
}

/// The meaning of a heading that asks about the status: `Closed Y/N`, `Open/Closed`, `Active or ended`.
fn question(text: &str) -> Option<Known> {
    for answers in [" y n", " yes no", " true false"] {
        if let Some(words) = text.strip_suffix(answers) {
            let is_of_status =
                |known: &Known| matches!(known.meaning.column(), Column::Status | Column::EndedOn | Column::Listed);
            return known(words, 2).or_else(|| known(without_owner(without_extras(words)), 2)).filter(is_of_status);
        }
    }
    let (mut statuses, mut is_active) = (0, false);
    for word in text.split(' ').filter(|word| *word != "or") {
        let status = status_of_word(word)?;
        statuses += 1;
        is_active |= status == Status::Active;
    }
    (statuses > 1 && is_active).then_some(Known { meaning: KnownColumn::STATUS, weight: 2 })
}

/// The meaning of a property's name such as `numberOfGpPractices`.
fn counted_in_camel_case(heading: &str) -> Option<Known> {
    if !heading.bytes().any(|byte| byte.is_ascii_uppercase()) || heading.contains(' ') {
        return None;
    }
    let mut words = String::with_capacity(heading.len() + 8);
    for c in heading.chars() {
        if c.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(c);
    }
    counted(&fold(&words)).map(|column| Known { meaning: KnownColumn::of_column(column), weight: 1 })
}

/// The heading's words in lower case, without invisible characters.
pub(super) fn folded_heading(heading: &str) -> String {
    let mut letters = String::with_capacity(heading.len());
    let mut next = 0;
    for (at, c) in heading.char_indices() {
        letters.push(match c {
            _ if at < next => continue,
            // A space, as SharePoint writes it.
            '_' if heading.get(at..at + 7) == Some("_x0020_") => {
                next = at + 7;
                ' '
            }
            '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xFEE0) as u8),
            c if is_invisible(c) => continue,
            c => c,
        });
    }
    fold(&letters)
}

/// Characters without a width: direction marks, byte order marks, soft hyphens, and so on.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// Words that mean that the cells are not the numbers themselves.
const THOUSANDS: &str = " 000 000s thousand thousands million millions average mean per ";

/// The column of a heading for a count, such as `Number of GP surgeries`.
fn counted(words: &str) -> Option<Column> {
    let first = ["total number of ", "number of ", "no of ", "num of ", "count of ", "of ", "total ", "no "];
    let mut rest = first.iter().find_map(|first| words.strip_prefix(first))?;
    for of_whom in ["the ", "member ", "gp ", "general ", "registered "] {
        rest = rest.strip_prefix(of_whom).unwrap_or(rest);
    }
    for of_where in [" in your federation", " in the federation", " in federation", " covered", " registered"] {
        rest = rest.strip_suffix(of_where).unwrap_or(rest);
    }
    match rest {
        "practices" | "surgeries" => Some(Column::Practices),
        "patients" | "list size" | "patient list size" | "population" | "patient population" => Some(Column::Patients),
        _ => None,
    }
}

/// The words without a date at their end, as in `List size at 01/01/2026`. All words if there is no year.
fn without_day(words: &str) -> &str {
    const MONTHS: &str = " jan january feb february mar march apr april may jun june jul july aug august sep sept \
        september oct october nov november dec december ";
    let (mut rest, mut has_year) = (words, false);
    while let Some((before, word)) = strings::rsplit_once(rest, b' ') {
        let is_year = word.len() == 4
            && strings::is_digits(word)
            && matches!(word.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
        if !(strings::is_digits(word)
            || has_word(MONTHS, word)
            || has_year && has_word(" at as of on in for from to q1 q2 q3 q4 ", word))
        {
            break;
        }
        has_year |= is_year;
        rest = before;
    }
    if has_year { rest } else { words }
}

/// The words without a number before them, a date after them, and the words that forms add.
pub(super) fn without_extras(words: &str) -> &str {
    let mut words = without_day(words);
    if let Some((first, rest)) = split_once(words, b' ')
        && strings::is_digits(first.strip_prefix('q').unwrap_or(first))
    {
        words = rest;
    }
    // `What is the name of your federation?` in a form, and `Town0` in SharePoint.
    for extra in ["please ", "enter ", "provide ", "what is ", "which ", "sum of ", "the full ", "the ", "your "] {
        words = words.strip_prefix(extra).unwrap_or(words);
    }
    // `ICB24NM`, as the Office for National Statistics writes it.
    words = words.strip_suffix("nm").unwrap_or(words);
    let letters = words.trim_end_matches(|c: char| c.is_ascii_digit());
    if !letters.ends_with(' ') {
        words = letters;
    }
    for extra in [" required", " mandatory", " optional"] {
        words = words.strip_suffix(extra).unwrap_or(words);
    }
    words
}

/// The words without the federation: `GP federation website`, `Website of the federation`.
fn without_owner(words: &str) -> &str {
    let mut words = words;
    for owner in [" of federation", " of the federation", " of organisation"] {
        words = words.strip_suffix(owner).unwrap_or(words);
    }
    for owner in ["gp federation ", "federation ", "organisation "] {
        words = words.strip_prefix(owner).unwrap_or(words);
    }
    words
}

/// A column that might have the federations' names.
pub(super) struct NameColumn {
    /// The rank of its heading. The lowest is best.
    rank: u8,
    is_title: bool,
    first: String,
    is_constant: bool,
    /// The number of cells so far, of those that cannot be names, and of those that are organisations' names.
    seen: u32,
    odd: u32,
    organisations: u32,
}

impl NameColumn {
    /// `None` if this is not a heading for names.
    pub(super) fn of(heading: &str) -> Option<Self> {
        Self::with(heading, read(heading))
    }

    /// The same for a heading whose meaning is known.
    pub(super) fn with(heading: &str, known: Option<Known>) -> Option<Self> {
        known.filter(|known| matches!(known.meaning.column(), Column::Name | Column::Aliases))?;
        let words = folded_heading(heading);
        let rank = match known {
            // Only if nothing else is a name. Otherwise it is one of the other names.
            Some(Known { meaning, .. }) if meaning.column() == Column::Aliases && words.starts_with("trading") => 5,
            Some(Known { meaning, .. }) if meaning != KnownColumn::NAME => return None,
            None => return None,
            Some(_) if strings::contains(&words, "federation") => 0,
            Some(Known { weight: 0 | 2, .. }) => 1,
            Some(_) if words.starts_with("title") => 4,
            Some(Known { weight, .. }) => 1 + weight.min(2),
        };
        let first = String::new();
        Some(Self { rank, is_title: rank == 4, first, is_constant: true, seen: 0, odd: 0, organisations: 0 })
    }

    /// Whether the heading is the plain word for the column, so that it is a header even if no other heading is known.
    pub(super) const fn is_plain(&self) -> bool {
        self.rank <= 1
    }

    /// Counts a cell.
    pub(super) fn observe(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        let words = fold(cell);
        if self.seen == 0 {
            self.first.clone_from(&words);
        }
        self.is_constant &= words == self.first;
        self.seen += 1;
        self.odd += u32::from(is_no_name(&words));
        self.organisations += u32::from(is_organisation(&words));
    }

    /// The sort key: the best column has the lowest.
    fn order(&self) -> (u8, u8) {
        let worth = if self.seen == 0 {
            1
        } else if self.odd * 2 > self.seen || self.is_constant && self.seen > 1 {
            2
        } else {
            u8::from(self.organisations * 2 < self.seen)
        };
        (worth, self.rank)
    }

    /// The sort key as a number. The highest number means that it is never a name.
    pub(super) fn weight(&self, has_surname: bool) -> u8 {
        let (worth, rank) = self.order();
        if self.is_address(has_surname) { u8::MAX } else { 8 * worth + rank }
    }

    /// In a list of people, "Name" is less likely to be the federation's than "Organisation".
    pub(super) const fn demote(&mut self) {
        if self.rank == 1 {
            self.rank = 3;
        }
    }

    /// Whether it contains titles of people.
    fn is_address(&self, has_surname: bool) -> bool {
        self.is_title && (has_surname || self.odd * 2 > self.seen)
    }

    /// The position of the column of names among `columns`. `has_surname` means that there is a column of surnames, so
    /// that "title" is the title of a person.
    pub(super) fn best(columns: &[(usize, Self)], has_surname: bool) -> Option<usize> {
        let mut best: Option<(usize, (u8, u8))> = None;
        for (at, column) in columns {
            if !column.is_address(has_surname) && best.is_none_or(|(_, order)| column.order() < order) {
                best = Some((*at, column.order()));
            }
        }
        best.map(|(at, _)| at)
    }
}

/// Whether the heading is for the surnames of people.
pub(super) fn is_surname(heading: &str) -> bool {
    const SURNAMES: &str = " surname last name family name first name forename ";
    has_word(SURNAMES, &folded_heading(heading))
}

/// Whether the heading is for what people do.
pub(super) fn is_job(heading: &str) -> bool {
    matches!(&*folded_heading(heading), "job title" | "job role" | "role" | "position")
}

/// Whether these words answer a question or address a person, or are only a number.
fn is_no_name(words: &str) -> bool {
    const NO_NAMES: &str = " yes no y n true false x dr mr mrs ms miss mx prof professor sir dame rev ";
    words.bytes().all(|byte| !byte.is_ascii_alphabetic() && byte.is_ascii()) || has_word(NO_NAMES, words)
}

/// Reports the headings that are not known and that are a typo away from one that is. Their columns are shown as details,
/// because a heading can be a word of its own.
pub(super) fn report_typos(
    headings: &[String],
    row: u32,
    is_about_member: fn(&str) -> bool,
    report: &mut ImportReport,
) {
    let mut taken = [false; COLUMNS];
    taken[Column::Name as usize] = true;
    let mut unknown = Vec::new();
    for heading in headings {
        match read(heading) {
            Some(known) => taken[known.meaning.column() as usize] = true,
            None => unknown.push(heading),
        }
    }
    for heading in unknown {
        if !is_about_member(heading)
            && let Some(close) = closest::heading(&folded_heading(heading), &taken)
            && !headings.iter().any(|heading| is_alike(heading, close))
        {
            let fix =
                ["Did you mean the column \"", close, "\"? If so, correct the heading. If not, leave it as it is"];
            let message = Message { problem: "This heading is not known", fix: fix.concat() };
            report.add(Scope::Note, row, heading.clone(), "", message);
        }
    }
}

/// Whether an unknown heading with these words can be over the federations of members, and not over facts about them.
pub(super) fn might_be_of_federation(words: &str) -> bool {
    const FACTS: &str = " code codes id ids ods number numbers no count email emails lead leads website status previous \
        former type date dates chair manager director contact phone telephone address postcode notes y n yes ";
    let mut has_federation = false;
    for word in words.split(' ') {
        if has_word(FACTS, word) {
            return false;
        }
        has_federation |= matches!(word, "federation" | "federations");
    }
    has_federation
}

/// The heading that is most similar to one for names.
pub(super) fn closest<'h>(headings: &[&'h str]) -> Option<&'h str> {
    /// Parts of headings, with a score for each.
    const PARTS: [(&str, i32); 21] = [
        ("federation", 4),
        ("alliance", 4),
        ("name", 4),
        ("organi", 2),
        ("provider", 2),
        ("practice", 2),
        ("practices", -4),
        ("company", 2),
        ("group", 2),
        ("network", 2),
        ("first", -4),
        ("last", -4),
        ("surname", -4),
        ("user", -4),
        ("file", -4),
        ("contact", -4),
        ("lead", -4),
        ("manager", -4),
        ("code", -4),
        ("number", -4),
        ("postcode", -4),
    ];
    let mut best = (0, None);
    for &heading in headings {
        let mut letters = folded_heading(heading);
        // `Current federation` beside `Practice name`.
        let mut likeness = if might_be_of_federation(&letters) { 4 } else { 0 };
        letters.retain(|c| c != ' ');
        for (part, worth) in PARTS {
            if strings::contains(&letters, part) {
                likeness += worth;
            }
        }
        for word in ["name", "federation", "organisation"] {
            if letters != word && is_one_letter_off(letters.as_bytes(), word.as_bytes()) {
                likeness += 5;
            }
        }
        if likeness > best.0 {
            best = (likeness, Some(heading));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_recognised_in_common_spellings() {
        for (heading, expected) in [
            ("Name", Some(Column::Name)),
            ("Federation\u{a0}name", Some(Column::Name)),
            ("\u{feff}N\u{ad}a\u{200b}me\u{200e}", Some(Column::Name)),
            ("Ｎａｍｅ", Some(Column::Name)),
            ("Federation\u{2003}Name:", Some(Column::Name)),
            ("Name (required)", Some(Column::Name)),
            ("(required) Name", Some(Column::Name)),
            ("Name*", Some(Column::Name)),
            ("1. Name", Some(Column::Name)),
            ("Q2) Town", Some(Column::Place)),
            ("Name - mandatory", Some(Column::Name)),
            ("Town [free text]", Some(Column::Place)),
            ("Federations[Town]", Some(Column::Place)),
            ("'GP federation'[Town]", Some(Column::Place)),
            ("Sum of Patients", Some(Column::Patients)),
            ("Patients (%)", None),
            ("Patients (000s)", None),
            ("Patients ('000)", None),
            ("Population covered (thousands)", None),
            ("Average list size", None),
            ("Patients per practice", None),
            ("Number of member practices", Some(Column::Practices)),
            ("No. of GP surgeries", Some(Column::Practices)),
            ("# of practices", Some(Column::Practices)),
            ("Total patients registered", Some(Column::Patients)),
            ("Number of PCNs", None),
            ("List Size at 01/01/2026", Some(Column::Patients)),
            ("Practices, as at 31 March 2025", Some(Column::Practices)),
            ("Patients Jan-2026", Some(Column::Patients)),
            ("Town 2", None),
            ("Fed 2", None),
            ("Fed 2015", None),
            ("Fed2", None),
            ("Town0", Some(Column::Place)),
            ("What is the name of your federation?", Some(Column::Name)),
            ("Please enter your website", Some(Column::Website)),
            ("Address.Town", Some(Column::Place)),
            ("RegAddress.PostCode", Some(Column::Postcodes)),
            ("Lead.Name", None),
            ("Borough / District", Some(Column::Place)),
            ("Town | City", Some(Column::Place)),
            ("Town / Region", None),
            ("Federation / PCN", None),
            ("Federation\nname", Some(Column::Name)),
            ("Town\nwhere the office is", Some(Column::Place)),
            ("Lead (name)", None),
            ("GPPracticeName", None),
            ("1st contact", None),
            ("", None),
            ("()", None),
        ] {
            assert_eq!(read(heading).map(|known| known.meaning.column()), expected, "{heading:?}");
        }
        assert!(read(&"name ".repeat(200)).is_none());
    }

    #[test]
    fn closest_heading_to_a_name_is_found() {
        for (headings, expected) in [
            (&["PracticeCode", "GPPracticeName", "AddressLine1"][..], Some("GPPracticeName")),
            (&["Nmae", "Town"], Some("Nmae")),
            (&["Federaton", "Town"], Some("Federaton")),
            (&["Contact name", "Federation title"], Some("Federation title")),
            (&["User name", "Practice code"], None),
            (&["Number of practices", "ICB24NM"], None),
            (&["Practices", "Locality lead"], None),
            (&["Practice name", "Practice code", "Current federation"], Some("Current federation")),
            (&["Practice name", "Previous federation", "Federation 2026"], Some("Federation 2026")),
            (&["Practice name", "Federation code"], Some("Practice name")),
            (&[], None),
        ] {
            assert_eq!(closest(headings), expected, "{headings:?}");
        }
    }
}
