//! What is known about a federation, as the lines that a reader sees: in the finder's details, in print and in the
//! fallback.

use std::borrow::Cow;

use crate::directory::checks::is_web_address;
use crate::directory::{Federation, LegalForm, Region, RegionBasis, Status};
use crate::{text, wording};

/// One known thing about a federation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, such as "Covers".
    pub label: Cow<'static, str>,
    /// The fact itself.
    pub value: String,
    /// What to know about the fact, such as how or when it was found; may be empty.
    pub note: String,
    /// Whether the value is a web address.
    pub is_link: bool,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Title, publisher and date, in one line.
    pub text: String,
    /// Its web address; may be empty.
    pub url: String,
}

/// Everything known about a federation, in the order a reader wants it.
///
/// What isn't known has no fact; [`not_stated`] names it.
#[must_use]
pub fn facts(federation: Federation<'_>) -> Vec<Fact> {
    let mut facts = Vec::with_capacity(12);
    let mut add = |label: &'static str, value: &str, note: &str| {
        if !value.is_empty() {
            let is_link = label == WEBSITE;
            facts.push(Fact { label: label.into(), value: value.to_owned(), note: note.to_owned(), is_link });
        }
    };
    let (ended_on, ended_why) = (wording::date(federation.ended_on()), federation.ended_why());
    if federation.status() == Status::Defunct {
        add("Ended", &ended_on, "");
        add("Why it ended", ended_why, "");
    } else {
        // Without a day it ends in a month or a year.
        add(if federation.ended_on().len() > 7 { "Ends on" } else { "Ends in" }, &ended_on, "");
        add("Why it ends", ended_why, "");
    }
    // Most often the one begins with the other.
    if !federation.covers().starts_with(federation.place()) {
        add("Place", federation.place(), "");
    }
    add("Covers", federation.covers(), "");
    add(
        "NHS region",
        &join(&mut federation.regions().iter().map(Region::name)),
        match federation.region_basis() {
            RegionBasis::Inferred => "worked out from the place",
            RegionBasis::Stated => "named by the source",
            RegionBasis::Unknown => "",
        },
    );
    let as_of = match federation.icb_as_of() {
        "" => String::new(),
        month => ["as of ", &wording::date(month)].concat(),
    };
    add("Integrated care board (ICB)", federation.icb(), &as_of);
    let postcodes = join(&mut federation.postcodes());
    add(if postcodes.contains(',') { "Postcodes" } else { "Postcode" }, &postcodes, "");
    let areas = join(&mut federation.postcode_areas());
    // The letters of the postcode say nothing more.
    if !postcodes.starts_with(&areas) {
        add("Postcode areas", &areas, "approximate");
    }
    add(LEGAL_FORM, federation.legal_form().map_or("", LegalForm::label), "");
    add(PRACTICES, &number(federation.practices()), "");
    add(PATIENTS, &number(federation.patients()), "");
    add(WEBSITE, federation.website(), "");
    add("Also listed as", &join(&mut federation.aliases()), "");
    add("Notes", federation.notes(), "");
    for (label, value) in federation.details() {
        facts.push(Fact {
            label: label.to_owned().into(),
            value: value.to_owned(),
            note: String::new(),
            is_link: is_web_address(value),
        });
    }
    facts
}

const LEGAL_FORM: &str = "Legal form";
const PRACTICES: &str = "Practices";
const PATIENTS: &str = "Patients";
const WEBSITE: &str = "Website";

/// What the sources don't say about a federation, as one line; empty where they say it all.
#[must_use]
pub fn not_stated(federation: Federation<'_>) -> String {
    let missing = [
        ("NHS region", federation.regions().is_empty()),
        ("legal form", federation.legal_form().is_none()),
        ("number of practices", federation.practices().is_none()),
        ("number of patients", federation.patients().is_none()),
        ("website", federation.website().is_empty()),
    ];
    let missing = join(&mut missing.into_iter().filter_map(|(what, is_missing)| is_missing.then_some(what)));
    if missing.is_empty() { missing } else { ["Not stated in the sources: ", &missing, "."].concat() }
}

/// Where the facts about a federation come from.
#[must_use]
pub fn citations(federation: Federation<'_>) -> Vec<Citation> {
    federation
        .sources()
        .map(|(id, source)| match source {
            Some(source) => Citation {
                text: join(&mut [&*source.title, &*source.publisher, &*wording::date(&source.date)].into_iter()),
                url: source.url.clone(),
            },
            // An editor's own list may name its source in plain words.
            None => Citation { text: id.to_owned(), url: String::new() },
        })
        .collect()
}

fn join(parts: &mut dyn Iterator<Item = &str>) -> String {
    let mut joined = String::new();
    text::join(&mut joined, ", ", parts);
    joined
}

fn number(value: Option<u32>) -> String {
    value.map(wording::number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::import::{Options, read};

    #[test]
    fn an_editors_own_columns_stand_last() {
        let file = "name,Phone,Contact form,Fax\nHalton,0151 496 0000,https://example.org/form,\n";
        let directory = read(file.as_bytes(), &Options::default()).directory;
        let facts: Vec<_> = facts(directory.federation(0));
        let facts: Vec<_> = facts.iter().map(|fact| (&*fact.label, &*fact.value, fact.is_link)).collect();
        assert_eq!(facts, [("Phone", "0151 496 0000", false), ("Contact form", "https://example.org/form", true)]);
    }
}
