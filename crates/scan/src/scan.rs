//! Looking for words.

use crate::find::{Finder, NOWHERE};
use crate::letters::Letters;
use crate::needle::Needle;
use crate::rank::{self, Tier};
use crate::records::Records;
use crate::texts::Texts;

/// How a text has grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Its last word is longer.
    LongerWord,
    /// It has one more word at its end.
    AnotherWord,
}

/// A row that has all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its number.
    pub row: u32,
    /// Before which byte of the name the last word isn't: a longer one can't be either.
    last_at: u16,
    /// How good it is.
    pub tier: Tier,
    /// The worst tier of the words before the last.
    others: Tier,
}

impl Match {
    /// A row that is found by something else than its text, which ranks last.
    #[must_use]
    pub fn by_area(row: u32) -> Self {
        Self { row, last_at: 0, tier: Tier::Rest, others: Tier::Rest }
    }
}

/// Where a word is in a record, and how good that is.
#[derive(Clone, Copy)]
struct Hit {
    /// Before which byte of the name it isn't.
    first: u16,
    /// The best tier it has in the record, as if nothing else had been typed.
    tier: Tier,
}

/// [`Hit::first`] of a word that isn't in the name at all.
const NOT_IN_NAME: u16 = u16::MAX;

impl Hit {
    const NONE: Self = Self { first: NOT_IN_NAME, tier: Tier::Nowhere };

    fn in_name(first: usize, tier: Tier) -> Self {
        Self { first: first.min(usize::from(NOT_IN_NAME) - 1) as u16, tier }
    }

    /// Of two needles of one word, where the first is and how good the better one is.
    fn or(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), tier: self.tier.min(other.tier) }
    }
}

/// Words made ready for looking.
pub struct Sought<'w> {
    records: &'w Records,
    /// The needles of each word.
    words: &'w [&'w [Needle]],
    sought: Vec<SoughtWord<'w>>,
}

struct SoughtWord<'w> {
    seekers: Vec<Seeker<'w>>,
    /// The best tier of the word in each tail, by number; empty if so few tails are asked for that this isn't worth it.
    in_tails: Vec<Tier>,
}

struct Seeker<'w> {
    finder: Finder<'w>,
    needle: &'w Needle,
    /// What it is made of.
    letters: u32,
    /// Whether it is one letter, of which [`Letters`] know all there is to know.
    is_letter: bool,
}

impl<'w> Seeker<'w> {
    fn new(needle: &'w Needle) -> Self {
        let letters = Letters::of(needle.bytes()).all;
        let is_letter = needle.bytes().len() == 1 && letters != 0;
        Self { finder: Finder::new(needle.bytes()), needle, letters, is_letter }
    }

    /// The hit of one letter in the row's name.
    #[inline(always)]
    fn letter_hit(&self, names: &Texts, row: u32, letters: Letters) -> Hit {
        if letters.all & self.letters == 0 {
            Hit::NONE
        } else if letters.first & self.letters == 0 {
            Hit::in_name(0, Tier::InName)
        } else {
            Hit::in_name(0, rank::of_initial(names.bytes(row), self.needle))
        }
    }

    /// The hit in the row's name, which is known not to be before `from`, and if it is letters, not at `from` either.
    #[inline(always)]
    fn hit(&self, names: &Texts, row: u32, letters: Letters, from: usize) -> Hit {
        if self.is_letter {
            return self.letter_hit(names, row, letters);
        }
        if letters.all & self.letters != self.letters {
            return Hit::NONE;
        }
        let text = names.text.as_bytes();
        let (start, end) = names.bounds(row);
        let from = start + from;
        // Mostly a longer word is just where the shorter one was.
        let is_next = !self.needle.begins_word() && text[from + 1..end].starts_with(self.needle.bytes());
        let at = if is_next { from + 1 } else { self.finder.find(text, from, end) };
        if at == NOWHERE {
            return Hit::NONE;
        }
        Hit::in_name(at - start, rank::in_name(&text[start..end], letters, at - start, self.needle))
    }

    /// Calls `each` with the number of each text that has the needle, in order, and with where in it that is.
    fn each(&self, texts: &Texts, mut each: impl FnMut(u32, usize)) {
        let text = texts.text.as_bytes();
        let mut number = 0;
        let mut hit = self.finder.find(text, 0, text.len());
        while hit < NOWHERE {
            number = texts.number_at(hit, number);
            let (start, end) = texts.bounds(number);
            each(number, hit - start);
            hit = self.finder.find(text, end, text.len());
        }
    }
}

impl<'w> Sought<'w> {
    /// Makes words ready for looking into about so many rows.
    #[must_use]
    pub fn new(records: &'w Records, words: &'w [&'w [Needle]], rows: usize) -> Self {
        let sought = words.iter().map(|word| {
            let seekers: Vec<_> = word.iter().map(Seeker::new).collect();
            let mut in_tails = Vec::new();
            if rows >= records.tails.len() {
                in_tails.resize(records.tails.len(), Tier::Nowhere);
                for seeker in &seekers {
                    seeker.each(&records.tails, |tail, at| {
                        let best = &mut in_tails[tail as usize];
                        *best = records.tier_in_tail(tail, at).min(*best);
                    });
                }
            }
            SoughtWord { seekers, in_tails }
        });
        Self { records, words, sought: sought.collect() }
    }

    /// Whether the row has the word number `at`.
    #[must_use]
    pub fn has(&self, at: usize, row: u32) -> bool {
        self.hit(at, row, 0).tier < Tier::Nowhere
    }

    /// All rows that have all the words, from A to Z.
    #[must_use]
    pub fn in_all(&self) -> Vec<Match> {
        let rarest = self.rarest();
        let mut matches = self.having(rarest);
        if self.sought.len() > 1 {
            self.keep(&mut matches, |found| {
                self.matching(found.row, Some((rarest, Hit { first: found.last_at, tier: found.tier })))
            });
        }
        matches
    }

    /// Those of the rows that have all the words.
    #[must_use]
    pub fn among(&self, rows: &[u32]) -> Vec<Match> {
        let matches = rows.iter().map(|&row| self.matching(row, None));
        matches.filter(|found| found.tier < Tier::Nowhere).collect()
    }

    /// Keeps those of the matches that have all the words, where the matches have what the words have grown from.
    pub fn keep_grown(&self, matches: &mut Vec<Match>, growth: Growth) {
        let last = self.sought.len() - 1;
        self.keep(matches, |found| {
            let (others, from) = match growth {
                // The other spelling of a word has a space before it, so it may be one byte ahead.
                Growth::LongerWord if found.last_at == NOT_IN_NAME => (found.others, NOT_IN_NAME),
                Growth::LongerWord => (found.others, found.last_at.saturating_sub(1)),
                Growth::AnotherWord => (found.tier, 0),
            };
            self.matched(found.row, others, self.hit(last, found.row, from))
        });
    }

    fn keep(&self, matches: &mut Vec<Match>, matched: impl Fn(&Match) -> Match) {
        let mut kept = 0;
        for at in 0..matches.len() {
            let found = matched(&matches[at]);
            matches[kept] = found;
            kept += usize::from(found.tier < Tier::Nowhere);
        }
        matches.truncate(kept);
    }

    /// All rows that have the word number `at`, from A to Z, as matches of that word alone.
    ///
    /// The first letters that are typed are in most rows, so this is the longest of all searches.
    #[must_use]
    pub fn having(&self, at: usize) -> Vec<Match> {
        let records = self.records;
        let SoughtWord { seekers, in_tails } = &self.sought[at];
        let in_some_tail = in_tails.iter().any(|&tier| tier < Tier::Nowhere);
        let (names, text) = (&records.names, records.names.text.as_bytes());
        // One letter is not looked for.
        let letter = seekers.iter().find(|seeker| seeker.is_letter);
        let is_each_row = in_some_tail || letter.is_some();
        // Where each needle is next.
        let mut heads: Vec<_> =
            seekers.iter().filter(|it| !it.is_letter).map(|it| it.finder.find(text, 0, text.len())).collect();
        let next = |heads: &[usize], from: u32| match heads.iter().min() {
            Some(&head) if head < NOWHERE => names.number_at(head, from),
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
            if best.tier == Tier::Nowhere {
                best.tier = in_tails[records.tail_of[row as usize] as usize];
            }
            if best.tier < Tier::Nowhere {
                matches.push(Match { row, last_at: best.first, tier: best.tier, others: Tier::WholeName });
            }
            row = if is_each_row { row + 1 } else { hit_row };
        }
        matches
    }

    /// The word's hit in a row, which is known not to be before byte `from` of its name.
    #[inline(never)]
    fn hit(&self, at: usize, row: u32, from: u16) -> Hit {
        let records = self.records;
        let SoughtWord { seekers, in_tails } = &self.sought[at];
        let mut best = Hit::NONE;
        if from != NOT_IN_NAME {
            let letters = records.letters[row as usize];
            for seeker in seekers {
                best = best.or(seeker.hit(&records.names, row, letters, usize::from(from)));
            }
        }
        if best.tier == Tier::Nowhere {
            let tail = records.tail_of[row as usize];
            best.tier = match in_tails.get(tail as usize) {
                Some(tier) => *tier,
                None => self.in_tail(seekers, tail),
            };
        }
        best
    }

    fn in_tail(&self, seekers: &[Seeker<'_>], tail: u32) -> Tier {
        let (start, end) = self.records.tails.bounds(tail);
        let text = self.records.tails.text.as_bytes();
        let first = seekers.iter().map(|seeker| seeker.finder.find(text, start, end)).min();
        let first = first.filter(|&at| at < NOWHERE);
        first.map_or(Tier::Nowhere, |at| self.records.tier_in_tail(tail, at - start))
    }

    /// The row as a match; its tier says if it lacks a word. The hit of one word may be `known`.
    fn matching(&self, row: u32, known: Option<(usize, Hit)>) -> Match {
        let hit = |at| match known {
            Some((known, hit)) if known == at => hit,
            _ => self.hit(at, row, 0),
        };
        let last = self.sought.len() - 1;
        let mut others = Tier::WholeName;
        for at in 0..last {
            others = others.max(hit(at).tier);
            if others == Tier::Nowhere {
                break;
            }
        }
        self.matched(row, others, if others < Tier::Nowhere { hit(last) } else { Hit::NONE })
    }

    fn matched(&self, row: u32, others: Tier, last: Hit) -> Match {
        let tier = if self.sought.len() == 1 {
            last.tier
        } else {
            let worst = others.max(last.tier).max(Tier::WordStart);
            let is_phrase = worst == Tier::WordStart;
            let phrase = if is_phrase { rank::of_phrase(self.records.names.bytes(row), self.words) } else { None };
            phrase.unwrap_or(worst)
        };
        Match { row, last_at: last.first, tier, others }
    }

    /// The word that is likely to be in the fewest rows: the longest.
    fn rarest(&self) -> usize {
        let length = |at: &usize| self.words[*at].iter().map(|needle| needle.bytes().len()).min();
        (0..self.words.len()).max_by_key(length).unwrap_or_default()
    }
}
