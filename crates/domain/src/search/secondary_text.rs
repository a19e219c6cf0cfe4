//! The secondary text of a row: all its searchable text except its name, folded. Its fields are aliases, place and the rest.

use gpf_search_kernel::SearchRecords;

use crate::directory::Federation;
use crate::fold::fold_into;

/// The separator of the fields of a secondary text, and of the texts of a field. It is never in folded text.
pub(super) const FIELD_END: char = '\x1f';

/// The text of the row's secondary text.
pub(super) fn text(records: &SearchRecords, row: u32) -> &str {
    records.secondary_texts().get(records.secondary_text_of(row))
}

/// The folded place of the row.
pub(super) fn place(records: &SearchRecords, row: u32) -> &str {
    let [aliases_end, place_end] = records.ends(records.secondary_text_of(row));
    // The end of the field before and a space come before the place, and a space after it. An empty place has only one
    // of these spaces.
    let place = aliases_end as usize + 2..place_end as usize - 1;
    text(records, row).get(place).unwrap_or_default()
}

/// Appends the secondary text; returns where its aliases and place end.
pub(super) fn push(text: &mut String, federation: Federation<'_>) -> [u32; 2] {
    let start = text.len();
    let end_field = |text: &mut String| {
        end_text(text);
        (text.len() - start) as u32 - 1
    };
    for (at, alias) in federation.aliases().chain(federation.former_names()).enumerate() {
        if at > 0 {
            end_text(text);
        }
        push_words(text, alias);
    }
    let aliases_end = end_field(text);
    push_words(text, federation.place());
    let place_end = end_field(text);
    push_words(text, federation.covers());
    for region in federation.regions().iter() {
        end_text(text);
        push_words(text, region.name());
    }
    end_text(text);
    push_words(text, federation.icb());
    end_text(text);
    push_words(text, federation.former_icb());
    for practice in federation.member_practices() {
        end_text(text);
        push_words(text, practice);
    }
    text.push(' ');
    [aliases_end, place_end]
}

/// Separates the last word of a text from the first word of the next.
fn end_text(text: &mut String) {
    text.push(' ');
    text.push(FIELD_END);
}

/// Appends a space and the folded words.
pub(super) fn push_words(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push(' ');
        fold_into(words, text);
    }
}
