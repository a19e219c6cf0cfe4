//! What is known about a federation, as the lines that a reader sees: in the finder's details, in print and in the
//! fallback.

use crate::directory::{Federation, Region, RegionBasis, Status};
use crate::wording;

/// One known thing about a federation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, such as "Covers".
    pub label: &'static str,
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
    let mut add = |label, value: String, note: String| {
        if !value.is_empty() {
            facts.push(Fact {
                label,
                value,
                note,
                is_link: label == WEBSITE,
            });
        }
    };
    if federation.status() == Status::Defunct {
        add("Ended", wording::date(federation.ended_on()), String::new());
        add(
            "Why it ended",
            federation.ended_why().to_owned(),
            String::new(),
        );
    }
    add("Place", federation.place().to_owned(), String::new());
    add("Covers", federation.covers().to_owned(), String::new());
    add(
        "NHS region",
        join(federation.regions().iter().map(Region::name)),
        match federation.region_basis() {
            RegionBasis::Inferred => "worked out from the place".to_owned(),
            RegionBasis::Stated => "named by the source".to_owned(),
            RegionBasis::Unknown => String::new(),
        },
    );
    let as_of = federation.icb_as_of();
    add(
        "Integrated care board (ICB)",
        federation.icb().to_owned(),
        if as_of.is_empty() {
            String::new()
        } else {
            ["as of ", &wording::date(as_of)].concat()
        },
    );
    add(
        "Postcode areas",
        join(federation.postcode_areas()),
        "approximate".to_owned(),
    );
    add(
        LEGAL_FORM,
        federation
            .legal_form()
            .map(|form| form.label().to_owned())
            .unwrap_or_default(),
        String::new(),
    );
    add(
        PRACTICES,
        federation
            .practices()
            .map(wording::number)
            .unwrap_or_default(),
        String::new(),
    );
    add(
        PATIENTS,
        federation
            .patients()
            .map(wording::number)
            .unwrap_or_default(),
        String::new(),
    );
    add(WEBSITE, federation.website().to_owned(), String::new());
    add("Also listed as", join(federation.aliases()), String::new());
    add("Notes", federation.notes().to_owned(), String::new());
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
    let missing = join(
        missing
            .into_iter()
            .filter_map(|(what, is_missing)| is_missing.then_some(what)),
    );
    if missing.is_empty() {
        missing
    } else {
        ["Not stated in the sources: ", &missing, "."].concat()
    }
}

/// Where the facts about a federation come from.
#[must_use]
pub fn citations(federation: Federation<'_>) -> Vec<Citation> {
    federation
        .sources()
        .map(|(id, source)| match source {
            Some(source) => Citation {
                text: join([
                    &*source.title,
                    &*source.publisher,
                    &*wording::date(&source.date),
                ]),
                url: source.url.clone(),
            },
            // An editor's own list may name its source in plain words.
            None => Citation {
                text: id.to_owned(),
                url: String::new(),
            },
        })
        .collect()
}

fn join<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut joined = String::new();
    for part in parts {
        let part = part.as_ref();
        if part.is_empty() {
            continue;
        }
        if !joined.is_empty() {
            joined.push_str(", ");
        }
        joined.push_str(part);
    }
    joined
}
