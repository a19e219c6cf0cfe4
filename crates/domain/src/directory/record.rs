//! The records for scripts and for `federations.json`.

use serde::Serialize;

use super::{Federation, LegalForm, Region, Source};
use crate::strings::filled;

/// A federation as a plain record, for scripts and for `federations.json`. `null` means "not known" or "none".
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FederationRecord<'a> {
    /// Unique, kebab-case. It stays the same between releases.
    pub id: &'a str,
    /// The federation's name.
    pub name: &'a str,
    /// Other names and spellings.
    pub aliases: Vec<&'a str>,
    /// Its former names.
    pub former_names: Vec<&'a str>,
    /// Whether it is in Wikipedia's list of federations.
    pub listed: bool,
    /// `active`, `unconfirmed` or `ended`.
    pub status: &'a str,
    /// When it was last known active: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub last_seen: Option<&'a str>,
    /// The source that shows it active then.
    pub last_seen_by: Option<&'a str>,
    /// Its town, borough or district.
    pub place: Option<&'a str>,
    /// The area its practices serve, in words.
    pub covers: Option<&'a str>,
    /// The names of the NHS regions it works in, the main one first. Empty if not known.
    pub regions: Vec<&'a str>,
    /// Whether the regions are `stated`, `inferred` or `unknown`.
    pub region_basis: &'a str,
    /// Its integrated care board, without "NHS" and "ICB".
    pub icb: Option<&'a str>,
    /// The month of the list of boards that `icb` is taken from: `YYYY-MM`.
    pub icb_as_of: Option<&'a str>,
    /// The board that `icb` replaced.
    pub former_icb: Option<&'a str>,
    /// The postcode areas that it covers at least in part, such as `WA`.
    pub postcode_areas: Vec<&'a str>,
    /// Postcodes such as `WA8 7QE`, or districts such as `WA8`, in its list. Most of them are of its office.
    pub postcodes: Vec<&'a str>,
    /// The longitude of its place in decimal degrees (WGS 84, east is positive).
    pub longitude: Option<f64>,
    /// The latitude of its place in decimal degrees (WGS 84).
    pub latitude: Option<f64>,
    /// The id of its legal form, such as `community-interest-company`.
    pub legal_form: Option<&'a str>,
    /// Its http or https address.
    pub website: Option<&'a str>,
    /// The number of its GP practices.
    pub practices: Option<u32>,
    /// The date of `practices`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub practices_as_of: Option<&'a str>,
    /// The number of patients registered with its practices.
    pub patients: Option<u32>,
    /// The date of `patients`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub patients_as_of: Option<&'a str>,
    /// When it was founded: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub founded: Option<&'a str>,
    /// Its services for patients and practices.
    pub services: Vec<&'a str>,
    /// Names of its practices, rarely all of them.
    pub member_practices: Vec<&'a str>,
    /// Its number in the register of Companies House.
    pub company_number: Option<&'a str>,
    /// Its provider id in the register of the Care Quality Commission.
    pub cqc_provider_id: Option<&'a str>,
    /// Its code in the NHS's Organisation Data Service.
    pub ods_code: Option<&'a str>,
    /// Other useful information.
    pub notes: Option<&'a str>,
    /// When it ended or, if it is active, will end: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub ended_on: Option<&'a str>,
    /// Why it ended or, if it is active, will end.
    pub ended_why: Option<&'a str>,
    /// The id of the federation that followed it, or its name if it is not in the directory.
    pub successor: Option<&'a str>,
    /// The names of the columns whose values are worked out and not stated by a source.
    pub worked_out: Vec<&'a str>,
    /// Its sources. An editor's own list can be without them.
    pub sources: Vec<SourceRecord<'a>>,
    /// For each of `sources` in turn, the facts that it supports, each with its date, such as `practices 2019,
    /// website`. Empty if the list does not state them.
    pub source_facts: Vec<&'a str>,
    /// The day the record was last compared with its sources: `YYYY-MM-DD`.
    pub checked_on: Option<&'a str>,
    /// The values of an editor's own columns. Empty in the built-in list.
    pub details: Vec<DetailRecord<'a>>,
}

/// The value of an editor's own column for a federation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DetailRecord<'a> {
    /// The column's heading.
    pub label: &'a str,
    /// The cell.
    pub value: &'a str,
}

/// A source as a plain record. `null` means "not known".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SourceRecord<'a> {
    /// The source's id, or the text that the file has in its place.
    pub id: &'a str,
    /// The document's title.
    pub title: &'a str,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// When it was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// Its http or https address.
    pub url: Option<&'a str>,
    /// The day it was last read: `YYYY-MM-DD`.
    pub checked_on: Option<&'a str>,
}

impl<'a> SourceRecord<'a> {
    /// The record of a source in the list of sources, or else only of its name.
    #[must_use]
    pub fn new(id: &'a str, source: Option<&'a Source>) -> Self {
        let Some(source) = source else {
            return Self { id, title: id, publisher: None, date: None, url: None, checked_on: None };
        };
        Self {
            id,
            title: &source.title,
            publisher: source.publisher.as_deref(),
            date: source.date.as_deref(),
            url: source.url.as_deref(),
            checked_on: source.checked_on.as_deref(),
        }
    }
}

impl<'a> Federation<'a> {
    /// All data of the directory about it.
    #[must_use]
    pub fn record(self) -> FederationRecord<'a> {
        FederationRecord {
            id: self.id(),
            name: self.name(),
            aliases: self.aliases().collect(),
            former_names: self.former_names().collect(),
            listed: self.is_listed(),
            status: self.status().id(),
            last_seen: filled(self.last_seen()),
            last_seen_by: filled(self.last_seen_by()),
            place: filled(self.place()),
            covers: filled(self.covers()),
            regions: self.regions().iter().map(Region::name).collect(),
            region_basis: self.region_basis().id(),
            icb: filled(self.icb()),
            icb_as_of: filled(self.icb_as_of()),
            former_icb: filled(self.former_icb()),
            postcode_areas: self.postcode_areas().collect(),
            postcodes: self.postcodes().collect(),
            longitude: self.longitude(),
            latitude: self.latitude(),
            legal_form: self.legal_form().map(LegalForm::id),
            website: filled(self.website()),
            practices: self.practices(),
            practices_as_of: filled(self.practices_as_of()),
            patients: self.patients(),
            patients_as_of: filled(self.patients_as_of()),
            founded: filled(self.founded()),
            services: self.services().collect(),
            member_practices: self.member_practices().collect(),
            company_number: filled(self.company_number()),
            cqc_provider_id: filled(self.cqc_provider_id()),
            ods_code: filled(self.ods_code()),
            notes: filled(self.notes()),
            ended_on: filled(self.ended_on()),
            ended_why: filled(self.ended_why()),
            successor: filled(self.successor()),
            worked_out: self.worked_out().collect(),
            sources: self.sources().map(|(id, source)| SourceRecord::new(id, source)).collect(),
            source_facts: self.source_facts().collect(),
            checked_on: filled(self.checked_on()),
            details: self.details().map(|(label, value)| DetailRecord { label, value }).collect(),
        }
    }
}
