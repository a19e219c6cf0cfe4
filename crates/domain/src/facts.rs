//! The facts about a federation, as the lines that people read: in the finder's details, in print and in the fallback.

use std::borrow::Cow;

use crate::directory::checks::is_web_address;
use crate::directory::{FactField, Federation, LegalForm, Region, RegionBasis, Status};
use crate::fold::fold;
use crate::{format, strings};

/// A fact about a federation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The label, such as "Covers".
    pub label: Cow<'static, str>,
    /// The value.
    pub value: String,
    /// A note on the fact, such as how or when it was found.
    pub note: Option<String>,
    /// The web address that the value links to.
    pub url: Option<String>,
}

/// A source of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactSource {
    /// Title, publisher and date, in one line.
    pub text: String,
    /// Its web address.
    pub url: Option<String>,
    /// The facts that it supports, each with its date, in words, if the list states them.
    pub facts: Option<String>,
}

/// All facts about a federation, in the order of interest: its website, whether it is still active, where it works, its
/// size, and the rest.
///
/// Unknown facts are left out. [`not_stated`] lists them.
#[must_use]
pub fn facts(federation: Federation<'_>) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::with_capacity(20), federation };
    facts.link(WEBSITE, FactField::Website, federation.website(), federation.website());
    facts.place();
    facts.at_work();
    facts.size();
    facts.add(SERVICES, Some(FactField::Services), &list("; ", &mut federation.services()), "");
    facts.legal_form();
    facts.nhs_area();
    facts.add("Founded", Some(FactField::Founded), &format::format_date(federation.founded()), "");
    facts.add("Also known as", None, &join(&mut other_names(federation).into_iter()), "");
    let members = if federation.has_other_members() { MEMBERS } else { MEMBER_PRACTICES };
    facts.add(members, Some(FactField::MemberPractices), &list("; ", &mut federation.member_practices()), "");
    let provider = federation.cqc_provider_id();
    let register = ["https://www.cqc.org.uk/provider/", provider].concat();
    facts.link("Care Quality Commission (CQC) provider", FactField::CqcProviderId, provider, &register);
    facts.add("ODS code", Some(FactField::OdsCode), federation.ods_code(), "");
    facts.add("Notes", None, federation.notes(), "");
    for (label, value) in federation.details() {
        let url = is_web_address(value).then(|| value.to_owned());
        facts.facts.push(Fact { label: label.to_owned().into(), value: value.to_owned(), note: None, url });
    }
    facts.facts
}

struct Facts<'a> {
    facts: Vec<Fact>,
    federation: Federation<'a>,
}

impl Facts<'_> {
    /// The fact, unless it is empty. A value of a field can be worked out.
    fn fact(&self, label: &'static str, field: Option<FactField>, value: &str, note: &str) -> Option<Fact> {
        if value.is_empty() {
            return None;
        }
        let is_worked_out = field.is_some_and(|field| self.federation.worked_out().any(|one| field.is_named(one)));
        let note = match (is_worked_out, note) {
            (false, "") => None,
            (false, note) => Some(note.to_owned()),
            (true, "") => Some(WORKED_OUT.to_owned()),
            (true, note) => Some([note, ", ", WORKED_OUT].concat()),
        };
        Some(Fact { label: label.into(), value: value.to_owned(), note, url: None })
    }

    /// Adds the fact, unless it is empty.
    fn add(&mut self, label: &'static str, field: Option<FactField>, value: &str, note: &str) {
        self.facts.extend(self.fact(label, field, value, note));
    }

    /// Adds the fact with a web address that it links to.
    fn link(&mut self, label: &'static str, field: FactField, value: &str, url: &str) {
        let fact = self.fact(label, Some(field), value, "");
        self.facts.extend(fact.map(|fact| Fact { url: Some(url.to_owned()), ..fact }));
    }

    /// When it was last known active, and how it ended.
    fn at_work(&mut self) {
        let federation = self.federation;
        let by = match federation.last_seen_by() {
            "" => String::new(),
            publisher => ["source: ", publisher].concat(),
        };
        let seen = format::format_date(federation.last_seen());
        let is_unseen = seen.is_empty() && federation.status() == Status::Unconfirmed;
        // Only the documents of a list with sources were checked. An editor's own list names its sources in words.
        let unseen = if federation.sources().any(|(_, source)| source.is_some()) { UNSEEN } else { NOT_KNOWN };
        self.add(LAST_SEEN, Some(FactField::SeenActive), if is_unseen { unseen } else { &seen }, &by);
        let (ended_on, ended_why) = (format::format_date(federation.ended_on()), federation.ended_why());
        if federation.status() == Status::Ended {
            self.add("Ended", Some(FactField::EndedOn), &ended_on, "");
            self.add("Why it ended", Some(FactField::EndedWhy), ended_why, "");
        } else {
            // Without a day it ends in a month or a year.
            self.add(if federation.ended_on().len() > 7 { "Ends on" } else { "Ends in" }, None, &ended_on, "");
            self.add("Why it ends", None, ended_why, "");
        }
        self.add(FOLLOWED_BY, Some(FactField::MergedInto), &successor_name(federation), "");
        self.add("Formerly", None, &join(&mut federation.former_names()), "");
    }

    /// The area that it covers, in one line with its place if the area does not mention the place.
    fn place(&mut self) {
        let (place, covers) = (self.federation.place(), self.federation.covers());
        if covers.is_empty() {
            self.add("Place", None, place, "");
        } else if strings::contains(&fold(covers), &fold(place)) {
            self.add("Covers", Some(FactField::Covers), covers, "");
        } else {
            self.add("Covers", Some(FactField::Covers), &[covers, "; place: ", place].concat(), "");
        }
    }

    /// Its numbers of practices and patients, with one date if both have the same.
    fn size(&mut self) {
        let federation = self.federation;
        let patients = federation.patients().map(|count| count_of(count, " patient")).unwrap_or_default();
        let sizes = [
            (FactField::Practices, practices(federation), federation.practices_as_of()),
            (FactField::Patients, patients, federation.patients_as_of()),
        ];
        let sizes = sizes.map(|(field, size, as_of)| self.fact(SIZE, Some(field), &size, &format::format_date(as_of)));
        let [Some(first), Some(second)] = sizes else { return self.facts.extend(sizes.into_iter().flatten()) };
        let is_same = first.note == second.note;
        let of = |fact: &Fact| {
            let [open, note, close] = match &fact.note {
                Some(note) if !is_same => [" (", note, ")"],
                _ => ["", "", ""],
            };
            [&*fact.value, open, note, close].concat()
        };
        let value = [&*of(&first), ", ", &of(&second)].concat();
        let note = first.note.filter(|_| is_same);
        self.facts.push(Fact { label: SIZE.into(), value, note, url: None });
    }

    /// Its legal form, with its number in the register of companies.
    fn legal_form(&mut self) {
        let (form, company) =
            (self.federation.legal_form().map_or("", LegalForm::label), self.federation.company_number());
        let register = ["https://find-and-update.company-information.service.gov.uk/company/", company].concat();
        if company.is_empty() {
            self.add(LEGAL_FORM, Some(FactField::LegalForm), form, "");
        } else if form.is_empty() {
            self.link("Company number", FactField::CompanyNumber, company, &register);
        } else {
            self.link(LEGAL_FORM, FactField::LegalForm, &[form, ", number ", company].concat(), &register);
        }
    }

    /// Its board and region, and its postcodes. The postcode areas of a place are only for searching. Those of an
    /// editor's own list are shown, unless its postcodes include them.
    fn nhs_area(&mut self) {
        let federation = self.federation;
        let regions = join(&mut federation.regions().iter().map(Region::name));
        let basis = match federation.region_basis() {
            RegionBasis::Inferred => "worked out from the place",
            RegionBasis::Stated => "stated by the source",
            RegionBasis::Unknown => "",
        };
        let as_of = match (federation.icb_as_of(), federation.former_icb()) {
            ("", _) => String::new(),
            (month, "") => ["as of ", &format::format_date(month)].concat(),
            (month, former) => {
                // A board that was announced, but that no source shows to have begun.
                let is_announced = federation.worked_out().any(|one| one == FactField::Icb.id());
                let from = if is_announced { "announced for " } else { "from " };
                [from, &format::format_date(month), "; previously ", former].concat()
            }
        };
        let icb = federation.icb();
        if icb.is_empty() {
            self.add("NHS region", None, &regions, basis);
        } else {
            let comma = if regions.is_empty() { "" } else { ", " };
            self.add("NHS area", None, &[icb, " ICB", comma, &regions].concat(), &as_of);
        }
        let postcodes = join(&mut federation.postcodes());
        let label = if postcodes.contains(',') { "Postcodes" } else { "Postcode" };
        self.add(label, Some(FactField::Postcode), &postcodes, "");
        let letters = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let is_of = |area: &str, postcode: &str| postcode.get(..letters(postcode)) == Some(area);
        if federation.sources().next().is_none()
            && !federation.postcode_areas().all(|area| federation.postcodes().any(|postcode| is_of(area, postcode)))
        {
            self.add("Postcode areas", None, &join(&mut federation.postcode_areas()), "approximate");
        }
    }
}

/// An exceptional status, in a few words: the federation has ended, or was not known to be active in the 3 years before
/// the list was `checked`.
#[must_use]
pub fn exception(federation: Federation<'_>, checked: Option<&str>) -> Option<String> {
    let year = |date: &str| date.get(..4).unwrap_or_default().to_owned();
    let seen = federation.last_seen();
    let status = federation.status();
    if status == Status::Ended {
        return Some([status.label(), " ", &*year(federation.ended_on())].concat().trim_end().to_owned());
    }
    if seen.is_empty() {
        return (status == Status::Unconfirmed).then(|| status.label().to_owned());
    }
    let is_old = checked.is_some_and(|checked| {
        let limit = year(checked).parse().map_or(0, |year: u32| year.saturating_sub(YEARS_UNSEEN));
        let limit = [&*limit.to_string(), checked.get(4..).unwrap_or_default()].concat();
        // Either date can be a year alone.
        *seen < *limit.get(..seen.len()).unwrap_or(&limit)
    });
    // A tag that says which of both it is: an active federation can be marked too.
    let what = if status == Status::Unconfirmed { "Unconfirmed since " } else { "Last known active " };
    (is_old || status == Status::Unconfirmed).then(|| [what, &*year(seen)].concat())
}

/// The number of years without a sign of activity after which a federation is marked.
const YEARS_UNSEEN: u32 = 3;

/// The location for a line of a list: the area that it covers or, if that is not known, its place.
#[must_use]
pub fn location(federation: Federation<'_>) -> &str {
    if federation.covers().is_empty() { federation.place() } else { federation.covers() }
}

/// The month or year in which it was last known active, which is exact enough for a line of a list. Empty if not known.
#[must_use]
pub fn month_last_seen(federation: Federation<'_>) -> String {
    let seen = federation.last_seen();
    format::format_date(seen.get(..7).unwrap_or(seen))
}

/// The number of its practices: `90 practices`. Empty if not known.
#[must_use]
pub fn practices(federation: Federation<'_>) -> String {
    federation.practices().map(|count| count_of(count, " practice")).unwrap_or_default()
}

fn count_of(count: u32, what: &str) -> String {
    [&*format::format_number(count), what, if count == 1 { "" } else { "s" }].concat()
}

/// Its other names, except those that only differ by their legal form or by a part in brackets.
fn other_names(federation: Federation<'_>) -> Vec<&str> {
    let mut known = vec![bare(federation.name())];
    let mut names = Vec::new();
    for name in federation.aliases() {
        let bare = bare(name);
        if !known.contains(&bare) {
            known.push(bare);
            names.push(name);
        }
    }
    names
}

/// A name without parts in brackets and without its legal form.
fn bare(name: &str) -> String {
    let name = name.split('(').next().unwrap_or_default();
    let mut bare = String::new();
    for word in fold(name).split(' ').filter(|it| !matches!(*it, "ltd" | "limited" | "cic" | "llp" | "plc" | "the")) {
        bare.push_str(word);
    }
    bare
}

/// The name of the federation that followed this one; empty if there is none.
#[must_use]
pub fn successor_name(federation: Federation<'_>) -> String {
    let successor = federation.successor();
    federation.sibling(successor).map_or(successor, Federation::name).to_owned()
}

/// The label of the fact with the successor of a federation.
pub const FOLLOWED_BY: &str = "Followed by";
/// The label of the fact with a federation's website.
pub const WEBSITE: &str = "Website";

const LAST_SEEN: &str = "Last known active";
const UNSEEN: &str = "No source from the last 5 years shows that it is active";
const NOT_KNOWN: &str = "Not known";
const WORKED_OUT: &str = "worked out, not stated by the source";
const LEGAL_FORM: &str = "Legal form";
const SIZE: &str = "Size";
/// The label of the fact with its services.
pub const SERVICES: &str = "Services";
/// The label of the fact with its member practices.
pub const MEMBER_PRACTICES: &str = "Member practices";
/// The label of the same fact in a list in which some of the members are not practices.
pub const MEMBERS: &str = "Members";

/// The facts that the sources do not state about a federation, as one line. Empty if they state all of them.
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

/// The sources of the facts about a federation.
#[must_use]
pub fn citations(federation: Federation<'_>) -> Vec<FactSource> {
    let mut supported = federation.source_facts();
    federation
        .sources()
        .map(|(id, source)| {
            let facts = supported.next().and_then(strings::filled).map(in_words);
            match source {
                Some(source) => FactSource {
                    text: join(
                        &mut [
                            &*source.title,
                            source.publisher.as_deref().unwrap_or_default(),
                            &*source.date.as_deref().map(format::format_date).unwrap_or_default(),
                        ]
                        .into_iter(),
                    ),
                    url: source.url.clone(),
                    facts,
                },
                // An editor's own list can name its source in words.
                None => FactSource { text: id.to_owned(), url: None, facts },
            }
        })
        .collect()
}

/// `practices 2019, legal_form` as `practices (2019), legal form`.
fn in_words(facts: &str) -> String {
    let mut words = String::new();
    for fact in strings::parts(facts, ",") {
        let (column, date) = strings::split_once(fact.trim(), b' ').unwrap_or((fact.trim(), ""));
        for part in [if words.is_empty() { "" } else { ", " }, FactField::in_words(column)] {
            words.push_str(part);
        }
        if !date.is_empty() {
            for part in [" (", &*format::format_date(date), ")"] {
                words.push_str(part);
            }
        }
    }
    words
}

fn join(parts: &mut dyn Iterator<Item = &str>) -> String {
    list(", ", parts)
}

fn list(between: &'static str, parts: &mut dyn Iterator<Item = &str>) -> String {
    let mut joined = String::new();
    strings::join(&mut joined, between, parts);
    joined
}

#[cfg(test)]
mod tests {
    use super::{citations, exception, facts};
    use crate::directory::Directory;
    use crate::import::{ImportOptions, read};

    /// A row of a list, with these cells and an id and a name.
    fn with(columns: &str, cells: &str) -> Directory {
        read(["id,name,", columns, "\na,A,", cells, "\n"].concat().as_bytes(), &ImportOptions::default()).directory
    }

    fn shown(directory: &Directory) -> Vec<String> {
        let line =
            |it: &super::Fact| [&*it.label, ": ", &it.value, "|", it.note.as_deref().unwrap_or_default()].concat();
        facts(directory.federation(0)).iter().map(line).collect()
    }

    #[test]
    fn unconfirmed_federation_shows_when_it_was_last_active() {
        assert_eq!(shown(&with("status", "unconfirmed")), ["Last known active: Not known|"]);
        assert_eq!(shown(&with("status,source", "unconfirmed,A report")), ["Last known active: Not known|"]);
        let with_sources = r#"{"federations": [{"name": "A", "status": "unconfirmed", "source": "a"}],
                               "sources": [{"id": "a", "title": "A report", "checked_on": "2026-11-22"}]}"#;
        let unseen = "Last known active: No source from the last 5 years shows that it is active|";
        assert_eq!(shown(&read(with_sources.as_bytes(), &ImportOptions::default()).directory), [unseen]);
        let seen = with("status,last_seen,last_seen_by", "unconfirmed,2017-03,Hull Council");
        assert_eq!(shown(&seen), ["Last known active: March 2017|source: Hull Council"]);
        assert_eq!(shown(&with("status", "active")), [""; 0]);
    }

    #[test]
    fn size_shows_one_date_if_both_numbers_share_it() {
        let columns = "practices,practices_as_of,patients,patients_as_of";
        for (cells, expected) in [
            ("27,2019-03,210500,2019-03", "Size: 27 practices, 210,500 patients|March 2019"),
            ("27,2019-03,210500,2021", "Size: 27 practices (March 2019), 210,500 patients (2021)|"),
            ("27,,210500,2021", "Size: 27 practices, 210,500 patients (2021)|"),
            ("1,2020,,", "Size: 1 practice|2020"),
            (",,1,", "Size: 1 patient|"),
        ] {
            assert_eq!(shown(&with(columns, cells)), [expected]);
        }
        assert_eq!(shown(&with(columns, ",,,")), [""; 0]);
    }

    #[test]
    fn place_is_shown_once() {
        for (cells, expected) in [
            ("Ely,", "Place: Ely|"),
            ("Ely,\"Fens, ELY and Soham\"", "Covers: Fens, ELY and Soham|"),
            ("Ely,Soham and March", "Covers: Soham and March; place: Ely|"),
            (",Soham", "Covers: Soham|"),
        ] {
            assert_eq!(shown(&with("place,covers", cells)), [expected]);
        }
    }

    #[test]
    fn company_number_is_shown_with_the_legal_form() {
        let both = shown(&with("legal_form,company_number", "Company limited by guarantee,07654321"));
        assert_eq!(both, ["Legal form: Company limited by guarantee, number 07654321|"]);
        assert_eq!(shown(&with("company_number", "07654321")), ["Company number: 07654321|"]);
    }

    #[test]
    fn spelling_variants_are_not_shown_as_aliases() {
        let list = "id,name,aliases\na,Fenland Care Ltd,Fenland Care (Ely & March); The Fenland Care Limited; Ely Care; Ely Care CIC\n";
        assert_eq!(shown(&read(list.as_bytes(), &ImportOptions::default()).directory), ["Also known as: Ely Care|"]);
    }

    #[test]
    fn only_exceptional_statuses_are_shown() {
        let columns = "status,last_seen,ended_on,merged_into";
        for (cells, expected) in [
            ("active,2026-01,,", None),
            ("active,,,", None),
            ("active,2023-11,,", None),
            ("active,2023,,", None),
            ("active,2023-10,,", Some("Last known active 2023")),
            ("unconfirmed,2025-01-09,,", Some("Unconfirmed since 2025")),
            ("unconfirmed,,,", Some("Unconfirmed")),
            ("ended,2016,2017-02,", Some("Ended 2017")),
            ("ended,,,", Some("Ended")),
            ("ended,,2019,Another", Some("Ended 2019")),
        ] {
            let directory = with(columns, cells);
            let found = exception(directory.federation(0), Some("2026-11-28"));
            assert_eq!(found.as_deref(), expected, "{cells}");
        }
        let old = with(columns, "active,2003,,");
        assert_eq!(exception(old.federation(0), None), None);
    }

    #[test]
    fn each_citation_names_the_facts_that_it_supports() {
        let directory = with(
            "source,source_facts",
            "A report; A page; A third,\"practices 2019, legal_form, seen_active 2025-11-04; website\"",
        );
        let cited: Vec<_> = citations(directory.federation(0)).into_iter().map(|it| (it.text, it.facts)).collect();
        let cited: Vec<_> = cited.iter().map(|(text, facts)| (&**text, facts.as_deref())).collect();
        assert_eq!(
            cited,
            [
                ("A report", Some("practices (2019), legal form, last known active (4 November 2025)")),
                ("A page", Some("website")),
                ("A third", None),
            ]
        );
    }

    #[test]
    fn custom_columns_are_shown_last() {
        let file = "name,Phone,Contact form,Fax\nHalton,0151 496 0000,https://example.org/form,\n";
        let directory = read(file.as_bytes(), &ImportOptions::default()).directory;
        let facts: Vec<_> = facts(directory.federation(0));
        let facts: Vec<_> = facts.iter().map(|fact| (&*fact.label, &*fact.value, fact.url.as_deref())).collect();
        let form = "https://example.org/form";
        assert_eq!(facts, [("Phone", "0151 496 0000", None), ("Contact form", form, Some(form))]);
    }
}
