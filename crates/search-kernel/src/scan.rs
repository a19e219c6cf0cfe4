//! Matching the typed words with the records.

use crate::find::{NOT_FOUND, SubstringFinder};
use crate::letter_mask::LetterMask;
use crate::needle::Needle;
use crate::rank::{self, Tier};
use crate::records::SearchRecords;
use crate::texts::TextTable;

/// How the typed text has grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refinement {
    /// Its last word is longer.
    LongerTerm,
    /// It has one more word at its end.
    ExtraTerm,
}

/// A row that has all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The row's number.
    pub row: u32,
    /// The last word is not in the name before this byte, so a longer word cannot be either.
    resume_at: u16,
    /// How well the row matches.
    pub tier: Tier,
    /// The worst tier of the words before the last.
    other_terms_tier: Tier,
}

impl Match {
    /// A row that is not found by its text, but by its area or website. It ranks last.
    #[must_use]
    pub fn not_by_text(row: u32) -> Self {
        Self { row, resume_at: 0, tier: Tier::Other, other_terms_tier: Tier::Other }
    }
}

/// A word's position in a record, and its tier.
#[derive(Clone, Copy)]
struct Hit {
    /// The word is not in the name before this byte.
    first: u16,
    /// The best tier that the word has in the record by itself.
    tier: Tier,
}

/// [`Hit::first`] of a word that is not in the name at all.
const NOT_IN_NAME: u16 = u16::MAX;

impl Hit {
    const NONE: Self = Self { first: NOT_IN_NAME, tier: Tier::NoMatch };

    fn in_name(first: usize, tier: Tier) -> Self {
        Self { first: first.min(usize::from(NOT_IN_NAME) - 1) as u16, tier }
    }

    /// The hit of a word that has 2 needles: the earlier position and the better tier.
    fn or(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), tier: self.tier.min(other.tier) }
    }
}

/// Prepared words, to match with records.
pub struct TermMatcher<'w> {
    records: &'w SearchRecords,
    /// The needles of each word.
    terms: &'w [&'w [Needle]],
    searches: Vec<TermSearch<'w>>,
}

struct TermSearch<'w> {
    needles: Vec<NeedleMatcher<'w>>,
    /// The best tier of the word in each secondary text, by number. Empty if too few rows are searched for this to be worthwhile.
    in_secondary_texts: Vec<Tier>,
}

struct NeedleMatcher<'w> {
    finder: SubstringFinder<'w>,
    needle: &'w Needle,
    /// The needle's letters.
    letters: u32,
    /// Whether the needle is one letter. [`LetterMask`] is enough to match that.
    is_letter: bool,
}

impl<'w> NeedleMatcher<'w> {
    fn new(needle: &'w Needle) -> Self {
        let letters = LetterMask::of(needle.bytes()).all;
        let is_letter = needle.bytes().len() == 1 && letters != 0;
        Self { finder: SubstringFinder::new(needle.bytes()), needle, letters, is_letter }
    }

    /// The hit of a one-letter needle in the row's name.
    #[inline(always)]
    fn letter_hit(&self, names: &TextTable, row: u32, letters: LetterMask) -> Hit {
        if letters.all & self.letters == 0 {
            Hit::NONE
        } else if letters.first & self.letters == 0 {
            Hit::in_name(0, Tier::InName)
        } else {
            Hit::in_name(0, rank::of_initial(names.bytes(row), self.needle))
        }
    }

    /// The hit in the row's name. The caller knows that the needle is not before `from` and, if it can be inside a
    /// word, not at `from` either.
    #[inline(always)]
    fn hit(&self, names: &TextTable, row: u32, letters: LetterMask, from: usize) -> Hit {
        if self.is_letter {
            return self.letter_hit(names, row, letters);
        }
        if letters.all & self.letters != self.letters {
            return Hit::NONE;
        }
        let text = names.text.as_bytes();
        let (start, end) = names.bounds(row);
        let from = start + from;
        // A longer word is usually where the shorter one was.
        let is_next = !self.needle.begins_word() && text[from + 1..end].starts_with(self.needle.bytes());
        let at = if is_next { from + 1 } else { self.finder.find(text, from, end) };
        if at == NOT_FOUND {
            return Hit::NONE;
        }
        Hit::in_name(at - start, rank::in_name(&text[start..end], letters, at - start, self.needle))
    }

    /// Calls `each` for each text that has the needle, in order, with the text's number and the needle's position in
    /// it.
    fn each(&self, texts: &TextTable, mut each: impl FnMut(u32, usize)) {
        let text = texts.text.as_bytes();
        let mut number = 0;
        let mut hit = self.finder.find(text, 0, text.len());
        while hit < NOT_FOUND {
            number = texts.number_at(hit, number);
            let (start, end) = texts.bounds(number);
            each(number, hit - start);
            hit = self.finder.find(text, end, text.len());
        }
    }
}

impl<'w> TermMatcher<'w> {
    /// Prepares words for a search of about this number of rows.
    #[must_use]
    pub fn new(records: &'w SearchRecords, words: &'w [&'w [Needle]], rows: usize) -> Self {
        let sought = words.iter().map(|word| {
            let seekers: Vec<_> = word.iter().map(NeedleMatcher::new).collect();
            let mut in_secondary_texts = Vec::new();
            if rows >= records.secondary_texts.len() {
                in_secondary_texts.resize(records.secondary_texts.len(), Tier::NoMatch);
                for seeker in &seekers {
                    seeker.each(&records.secondary_texts, |secondary_text, at| {
                        let best = &mut in_secondary_texts[secondary_text as usize];
                        *best = records.tier_in_secondary_text(secondary_text, at).min(*best);
                    });
                }
            }
            TermSearch { needles: seekers, in_secondary_texts }
        });
        Self { records, terms: words, searches: sought.collect() }
    }

    /// Whether the row has word number `at`.
    #[must_use]
    pub fn has(&self, at: usize, row: u32) -> bool {
        self.hit(at, row, 0).tier < Tier::NoMatch
    }

    /// All rows that have all the words, from A to Z.
    #[must_use]
    pub fn match_all(&self) -> Vec<Match> {
        let rarest = self.most_selective();
        let mut matches = self.rows_with_term(rarest);
        if self.searches.len() > 1 {
            self.keep(&mut matches, |found| {
                self.matching(found.row, Some((rarest, Hit { first: found.resume_at, tier: found.tier })))
            });
        }
        matches
    }

    /// The rows that have all the words, of those given.
    #[must_use]
    pub fn match_among(&self, rows: &[u32]) -> Vec<Match> {
        let matches = rows.iter().map(|&row| self.matching(row, None));
        matches.filter(|found| found.tier < Tier::NoMatch).collect()
    }

    /// Keeps the matches that have all the words. The matches are those of the words before they have grown.
    pub fn refine(&self, matches: &mut Vec<Match>, growth: Refinement) {
        let last = self.searches.len() - 1;
        self.keep(matches, |found| {
            let (others, from) = match growth {
                // The other spelling of a word has a space before it, so it can begin one byte earlier.
                Refinement::LongerTerm if found.resume_at == NOT_IN_NAME => (found.other_terms_tier, NOT_IN_NAME),
                Refinement::LongerTerm => (found.other_terms_tier, found.resume_at.saturating_sub(1)),
                Refinement::ExtraTerm => (found.tier, 0),
            };
            self.matched(found.row, others, self.hit(last, found.row, from))
        });
    }

    fn keep(&self, matches: &mut Vec<Match>, matched: impl Fn(&Match) -> Match) {
        let mut kept = 0;
        for at in 0..matches.len() {
            let found = matched(&matches[at]);
            matches[kept] = found;
            kept += usize::from(found.tier < Tier::NoMatch);
        }
        matches.truncate(kept);
    }

    /// All rows that have word number `at`, from A to Z, as matches of that word alone.
    ///
    /// Most rows have the first letters that a user types, so this is the longest of all searches.
    #[must_use]
    pub fn rows_with_term(&self, at: usize) -> Vec<Match> {
        let records = self.records;
        let TermSearch { needles: seekers, in_secondary_texts } = &self.searches[at];
        let in_some_secondary_text = in_secondary_texts.iter().any(|&tier| tier < Tier::NoMatch);
        let (names, text) = (&records.names, records.names.text.as_bytes());
        // No search is necessary for a single letter.
        let letter = seekers.iter().find(|seeker| seeker.is_letter);
        let is_each_row = in_some_secondary_text || letter.is_some();
        // The next position of each needle.
        let mut heads: Vec<_> =
            seekers.iter().filter(|it| !it.is_letter).map(|it| it.finder.find(text, 0, text.len())).collect();
        let next = |heads: &[usize], from: u32| match heads.iter().min() {
            Some(&head) if head < NOT_FOUND => names.number_at(head, from),
            _ => u32::MAX,
        };
        let (mut row, mut hit_row) = (0, next(&heads, 0));
        let mut matches = Vec::new();
        while row < records.len() as u32 {
            let mut best = Hit::NONE;
            if let Some(seeker) = letter {
                best = seeker.letter_hit(names, row, records.letters[row as usize]);
            } else if row == hit_row {
                let (start, end) = names.bounds(row);
                let (name, letters) = (&text[start..end], records.letters[row as usize]);
                for (seeker, head) in seekers.iter().zip(&mut heads) {
                    if *head < end {
                        let first = *head - start;
                        best = best.or(Hit::in_name(first, rank::in_name(name, letters, first, seeker.needle)));
                        *head = seeker.finder.find(text, end, text.len());
                    }
                }
                hit_row = next(&heads, row + 1);
            }
            if best.tier == Tier::NoMatch {
                best.tier = in_secondary_texts[records.secondary_text_of[row as usize] as usize];
            }
            if best.tier < Tier::NoMatch {
                matches.push(Match { row, resume_at: best.first, tier: best.tier, other_terms_tier: Tier::WholeName });
            }
            row = if is_each_row { row + 1 } else { hit_row };
        }
        matches
    }

    /// The word's hit in a row. The caller knows that the word is not before byte `from` of the name.
    #[inline(never)]
    fn hit(&self, at: usize, row: u32, from: u16) -> Hit {
        let records = self.records;
        let TermSearch { needles: seekers, in_secondary_texts } = &self.searches[at];
        let mut best = Hit::NONE;
        if from != NOT_IN_NAME {
            let letters = records.letters[row as usize];
            for seeker in seekers {
                best = best.or(seeker.hit(&records.names, row, letters, usize::from(from)));
            }
        }
        if best.tier == Tier::NoMatch {
            let secondary_text = records.secondary_text_of[row as usize];
            best.tier = match in_secondary_texts.get(secondary_text as usize) {
                Some(tier) => *tier,
                None => self.in_secondary_text(seekers, secondary_text),
            };
        }
        best
    }

    fn in_secondary_text(&self, seekers: &[NeedleMatcher<'_>], secondary_text: u32) -> Tier {
        let (start, end) = self.records.secondary_texts.bounds(secondary_text);
        let text = self.records.secondary_texts.text.as_bytes();
        let first = seekers.iter().map(|seeker| seeker.finder.find(text, start, end)).min();
        let first = first.filter(|&at| at < NOT_FOUND);
        first.map_or(Tier::NoMatch, |at| self.records.tier_in_secondary_text(secondary_text, at - start))
    }

    /// The row as a match, with [`Tier::NoMatch`] if it lacks a word. `known` can be the hit of one word.
    fn matching(&self, row: u32, known: Option<(usize, Hit)>) -> Match {
        let hit = |at| match known {
            Some((known, hit)) if known == at => hit,
            _ => self.hit(at, row, 0),
        };
        let last = self.searches.len() - 1;
        let mut others = Tier::WholeName;
        for at in 0..last {
            others = others.max(hit(at).tier);
            if others == Tier::NoMatch {
                break;
            }
        }
        self.matched(row, others, if others < Tier::NoMatch { hit(last) } else { Hit::NONE })
    }

    fn matched(&self, row: u32, others: Tier, last: Hit) -> Match {
        let tier = if self.searches.len() == 1 {
            last.tier
        } else {
            let worst = others.max(last.tier).max(Tier::WordStart);
            let is_phrase = worst == Tier::WordStart;
            let phrase = if is_phrase { rank::of_phrase(self.records.names.bytes(row), self.terms) } else { None };
            phrase.unwrap_or(worst)
        };
        Match { row, resume_at: last.first, tier, other_terms_tier: others }
    }

    /// The word that is probably in the fewest rows: the longest.
    fn most_selective(&self) -> usize {
        let length = |at: &usize| self.terms[*at].iter().map(|needle| needle.bytes().len()).min();
        (0..self.terms.len()).max_by_key(length).unwrap_or_default()
    }
}
