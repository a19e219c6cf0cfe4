//! The results in words.

use super::query::{Filter, Query, Sort};
use super::results::SearchResults;
use super::typo::Correction;
use crate::directory::{LegalFormChoice, RegionChoice};
use crate::format::format_number;

/// One sentence, without a full stop, on what is shown: for the visible count and for screen readers.
///
/// `77 federations`, `3 of 77 federations match "hal" in North West, active`, `25 of 77 federations near WA7, in North
/// West, nearest first`.
#[must_use]
pub fn summary(found: &SearchResults, query: &Query) -> String {
    let shown = found.rows.len() as u32;
    let typed = query.text.trim();
    let has_text = !found.terms.is_empty();
    let mut text = if !has_text && query.region.is_none() && query.status.is_none() && query.legal_form.is_none() {
        federations(shown)
    } else {
        match shown {
            0 => "No federations".to_owned(),
            1 => ["1 federation of ", &format_number(found.total)].concat(),
            _ => [&*format_number(shown), " of ", &federations(found.total)].concat(),
        }
    };
    if let Some(near) = found.near() {
        text.push_str(" near ");
        text.push_str(&near.name());
        // Next to a region that is selected, the place's own region would be confusing.
        match query.region {
            Some(RegionChoice::Is(_)) => text.push(','),
            Some(RegionChoice::Unknown) => {}
            None => {
                for part in [" (", near.nearby.district.region.name(), ")"] {
                    text.push_str(part);
                }
            }
        }
    } else if has_text {
        text.push_str(if shown == 1 { " matches " } else { " match " });
        let searched = found.part.as_deref().unwrap_or(typed);
        match found.corrections.first() {
            // The whole search was one word, which was corrected.
            Some(correction) if correction.typed.eq_ignore_ascii_case(searched) => {
                push_read_as(&mut text, &found.corrections);
                if found.part.is_none() {
                    text.push_str(" (no exact match for ");
                    push_quoted(&mut text, typed);
                    text.push(')');
                }
            }
            Some(_) => {
                push_quoted(&mut text, searched);
                for part in [" (with ", &readings(&found.corrections), ")"] {
                    text.push_str(part);
                }
            }
            None => push_quoted(&mut text, searched),
        }
        if found.part.is_some() {
            text.push_str(" (nothing matches all of ");
            push_quoted(&mut text, typed);
            text.push(')');
        }
    }
    if let Some(area) = &found.postcode_area {
        for part in [" (postcode area ", area, ", approximate)"] {
            text.push_str(part);
        }
    }
    match query.region {
        Some(RegionChoice::Is(region)) => {
            text.push_str(" in ");
            text.push_str(region.name());
        }
        Some(RegionChoice::Unknown) => text.push_str(", region not known"),
        None => {}
    }
    if let Some(status) = query.status {
        text.push_str(", ");
        push_in_sentence(&mut text, status.label());
    }
    match query.legal_form {
        Some(LegalFormChoice::NotStated) => text.push_str(", legal form not stated"),
        Some(form) => {
            text.push_str(", ");
            push_in_sentence(&mut text, form.label());
        }
        None => {}
    }
    if shown > 1 && found.sort(query.sort) == Sort::Nearest {
        text.push_str(", nearest first");
    }
    text
}

/// `77 federations`, `1 federation`, `No federations`.
fn federations(count: u32) -> String {
    if count == 0 { "No federations".to_owned() } else { crate::format::federations(count) }
}

/// The most characters of a typed text in a sentence.
const MAX_QUOTED: usize = 100;

fn push_quoted(text: &mut String, quoted: &str) {
    text.push('"');
    match quoted.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => {
            text.push_str(quoted.get(..end).unwrap_or_default());
            text.push('…');
        }
        None => text.push_str(quoted),
    }
    text.push('"');
}

/// The maximum number of corrections of one word in a sentence.
const MAX_SHOWN: usize = 3;

/// `"halton" or "halten" instead of "haltom"`: the corrections that were searched for in place of words without a
/// match.
#[must_use]
pub fn readings(corrections: &[Correction]) -> String {
    let mut text = String::new();
    for (at, typed) in corrections.chunk_by(|one, next| one.typed == next.typed).enumerate() {
        text.push_str(if at == 0 { "" } else { " and " });
        push_read_as(&mut text, typed);
        text.push_str(" instead of ");
        push_quoted(&mut text, &typed[0].typed);
    }
    text
}

/// `"halton", "halten" or "holton"`.
fn push_read_as(text: &mut String, corrections: &[Correction]) {
    let readings = &corrections[..corrections.len().min(MAX_SHOWN)];
    for (at, correction) in readings.iter().enumerate() {
        let before = match at {
            0 => "",
            _ if at + 1 == readings.len() => " or ",
            _ => ", ",
        };
        text.push_str(before);
        push_quoted(text, &correction.corrected);
    }
}

/// A label in the middle of a sentence: without its capital, unless it begins with an abbreviation ("GP partnership").
fn push_in_sentence(text: &mut String, label: &str) {
    let mut letters = label.chars();
    let first = letters.next();
    let rest = letters.as_str();
    match first {
        Some(first) if !rest.starts_with(|second: char| second.is_ascii_uppercase()) => {
            text.push(first.to_ascii_lowercase());
        }
        Some(first) => text.push(first),
        None => {}
    }
    text.push_str(rest);
}

/// A change to the query that would find something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The part to remove: see [`Query::without`].
    pub filter: Filter,
    /// The number of federations it would find, which is never 0.
    pub count: u32,
}

/// Each filter whose removal alone would find something. Empty if there are results already, or if two filters would
/// have to be removed.
#[must_use]
pub fn relaxations(found: &SearchResults, query: &Query) -> Vec<Relaxation> {
    if !found.rows.is_empty() {
        return Vec::new();
    }
    let facets = &found.facets;
    let ways = [
        (Filter::Text, !found.terms.is_empty(), found.matching_filters),
        (Filter::Region, query.region.is_some(), facets.regions.any),
        (Filter::Status, query.status.is_some(), facets.statuses.any),
        (Filter::LegalForm, query.legal_form.is_some(), facets.legal_forms.any),
    ];
    let helps = |(filter, is_set, count)| (is_set && count > 0).then_some(Relaxation { filter, count });
    ways.into_iter().filter_map(helps).collect()
}
