//! Messages about the postcode or the place in a search.

use super::query::{Query, Sort};
use super::results::{Near, SearchResults, SearchedPlace};
use crate::format::{count, format_number};
use crate::near::{AT_LEAST, DistrictCode, Nation, RADIUS_MILES, Tenths};

/// A distance for people: "about 4 miles", "less than 1 mile". Centres and towns are points, so it is never exact.
#[must_use]
pub fn distance(tenths: Tenths) -> String {
    let miles = (u32::from(tenths) + 5) / 10;
    match tenths {
        0..10 => "less than 1 mile".to_owned(),
        _ if miles == 1 => "about 1 mile".to_owned(),
        _ => ["about ", &format_number(miles), " miles"].concat(),
    }
}

/// The notice for a user who typed a postcode, in full sentences. `None` if there is no notice.
#[must_use]
pub fn notice(found: &SearchResults, query: &Query) -> Option<String> {
    say(found, query, false)
}

/// The notice for screen readers, which follows [`summary`](super::summary()) and does not repeat it.
#[must_use]
pub fn announcement(found: &SearchResults, query: &Query) -> Option<String> {
    say(found, query, true)
}

fn say(found: &SearchResults, query: &Query, is_spoken: bool) -> Option<String> {
    let typed = query.text.trim();
    Some(match found.place.as_ref()? {
        SearchedPlace::Near(near) => near_notice(found, near, query, is_spoken),
        SearchedPlace::NoSuchDistrict(district) => {
            let text = ["There is no postcode district ", district, ". Check the postcode"].concat();
            with_area(text, ", or search for the name of a place.", found)
        }
        SearchedPlace::Elsewhere(code, nation)
            if DistrictCode::parse(code).and_then(Nation::beside_england).is_some() =>
        {
            let text = [
                "Part of ",
                code,
                " is ",
                nation.phrase(),
                " and part is in England. The search has no distances for it",
            ];
            with_area(text.concat(), ": search for a place or another postcode in England.", found)
        }
        SearchedPlace::Elsewhere(code, nation) => {
            let text = [code, " is ", nation.phrase(), ". The postcode search is for England only"].concat();
            with_area(text, ": search for a place or a postcode in England.", found)
        }
        SearchedPlace::PostcodeArea(area, example) => {
            let text = [area, " is a postcode area. Add a number, for example ", example].concat();
            with_area(text, ", to see the nearest federations first.", found)
        }
        SearchedPlace::NotAPostcode => {
            ["\"", typed, "\" is not a postcode. Enter a postcode or its first part, for example WA7 2ES or WA7."]
                .concat()
        }
    })
}

fn with_area(mut text: String, end: &str, found: &SearchResults) -> String {
    text.push_str(end);
    if let Some(area) = &found.postcode_area {
        for part in [" Showing federations for postcode area ", area] {
            text.push_str(part);
        }
        text.push_str(". This is approximate: a federation might only cover part of the area.");
    }
    text
}

fn near_notice(found: &SearchResults, near: &Near, query: &Query, is_spoken: bool) -> String {
    let district = &near.nearby.district;
    let (name, sort) = (&*near.name(), found.sort(query.sort));
    let mut text = String::new();
    let mut say = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
    if found.part.is_some() {
        say(&["No federation matches all of the text, so the search uses ", name, " only. "]);
    } else if near.place_name.is_some() && !near.has_text {
        say(&["No federation in this list mentions ", name, ". These are the nearest. "]);
    } else if !near.is_whole {
        say(&["\"", query.text.trim(), "\" is not a full postcode, so the search uses ", name, " only. "]);
    }
    let left_out = count(
        near.left_out,
        "federation is not included because its location is not known.",
        "federations are not included because their locations are not known.",
    );
    if found.rows.is_empty() {
        let why = if near.left_out == 0 { "No federations match the filters." } else { &left_out };
        say(&[name, " is in the NHS region ", district.region.name(), ". ", why]);
        return text;
    }
    let by_text = near.has_text && sort == Sort::Suggested;
    if by_text {
        say(&[
            "Federations that match \"",
            found.part.as_deref().unwrap_or(query.text.trim()),
            "\" come first, then the nearest to ",
        ]);
    } else if !is_spoken {
        say(&["Federations near "]);
    }
    if by_text || !is_spoken {
        say(&[name, " (", district.region.name(), ")"]);
        say(&[if sort == Sort::Nearest { ", nearest first. " } else { ". " }]);
    }
    if let Some(nation) = Nation::beside_england(district.code) {
        say(&["Part of ", name, " is ", nation.phrase(), ". "]);
    }
    if near.is_widened {
        let (least, radius) = (format_number(AT_LEAST), format_number(RADIUS_MILES));
        say(&[
            "Fewer than ",
            &least,
            " federations are within ",
            &radius,
            " miles, so the list includes federations that are further away. ",
        ]);
    }
    say(&[
        "The distance is to the federation's place or postcode district. A federation near you might not cover your area.",
    ]);
    if near.has_unplaced {
        say(&[
            " Federations without a distance are listed because their postcode areas include ",
            &district.code.area(),
            ".",
        ]);
    }
    if near.left_out > 0 {
        say(&[" ", &left_out]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_rounded_to_whole_miles() {
        for (tenths, text) in [
            (0, "less than 1 mile"),
            (9, "less than 1 mile"),
            (10, "about 1 mile"),
            (14, "about 1 mile"),
            (15, "about 2 miles"),
            (44, "about 4 miles"),
            (296, "about 30 miles"),
            (12_345, "about 1,235 miles"),
        ] {
            assert_eq!(distance(tenths), text);
        }
    }
}
