//! What is handed out to scripts and to `federations.json`.

use serde::Serialize;

use super::{Federation, LegalForm, Region, Source};

/// A federation as a plain record, for scripts and for `federations.json`. `null` means "not known" or "none".
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FederationRecord<'a> {
    /// Unique, kebab-case; the same from release to release.
    pub id: &'a str,
    /// The federation's name.
    pub name: &'a str,
    /// Other names and spellings it is known by.
    pub aliases: Vec<&'a str>,
    /// `active` or `defunct`.
    pub status: &'a str,
    /// The town, borough or district it belongs to.
    pub place: &'a str,
    /// The area its practices serve, in words.
    pub covers: &'a str,
    /// Names of the NHS regions it works in, the main one first; empty if not known.
    pub regions: Vec<&'a str>,
    /// How the regions are known: `stated`, `inferred` or `unknown`.
    pub region_basis: &'a str,
    /// Its integrated care board, without "NHS" and "ICB".
    pub icb: Option<&'a str>,
    /// The month of the list of boards that `icb` is taken from: `YYYY-MM`.
    pub icb_as_of: Option<&'a str>,
    /// The postcode areas it covers at least in part, such as `WA`.
    pub postcode_areas: Vec<&'a str>,
    /// Postcodes such as `WA8 7QE`, or districts such as `WA8`, that its list gives; empty in the bundled list.
    pub postcodes: Vec<&'a str>,
    /// The longitude of its place in decimal degrees (WGS 84, east is positive).
    pub longitude: Option<f64>,
    /// The latitude of its place in decimal degrees (WGS 84).
    pub latitude: Option<f64>,
    /// The id of its legal form, such as `community-interest-company`.
    pub legal_form: Option<&'a str>,
    /// Its http or https address.
    pub website: Option<&'a str>,
    /// How many GP practices belong to it.
    pub practices: Option<u32>,
    /// How many patients are registered with its practices.
    pub patients: Option<u32>,
    /// What else is worth knowing; may be empty.
    pub notes: &'a str,
    /// When it ended, or will end if it is active: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub ended_on: Option<&'a str>,
    /// Why it ended, or will end if it is active.
    pub ended_why: Option<&'a str>,
    /// Where this is taken from; an editor's own list may not say.
    pub sources: Vec<SourceRecord<'a>>,
    /// The day the record was last compared with its sources: `YYYY-MM-DD`; empty where an editor's list doesn't say.
    pub checked_on: &'a str,
    /// What columns of an editor's own say; empty in the bundled list.
    pub details: Vec<DetailRecord<'a>>,
}

/// What a column of an editor's own says about a federation.
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
    /// The source's id, or what the file says instead of one.
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
    /// The record of a source that the list of sources has, or else only of its name.
    #[must_use]
    pub fn new(id: &'a str, source: Option<&'a Source>) -> Self {
        let Some(source) = source else {
            return Self { id, title: id, publisher: None, date: None, url: None, checked_on: None };
        };
        Self {
            id,
            title: &source.title,
            publisher: filled(&source.publisher),
            date: filled(&source.date),
            url: filled(&source.url),
            checked_on: filled(&source.checked_on),
        }
    }
}

impl<'a> Federation<'a> {
    /// Everything the directory knows of it.
    #[must_use]
    pub fn record(self) -> FederationRecord<'a> {
        FederationRecord {
            id: self.id(),
            name: self.name(),
            aliases: self.aliases().collect(),
            status: self.status().id(),
            place: self.place(),
            covers: self.covers(),
            regions: self.regions().iter().map(Region::name).collect(),
            region_basis: self.region_basis().id(),
            icb: filled(self.icb()),
            icb_as_of: filled(self.icb_as_of()),
            postcode_areas: self.postcode_areas().collect(),
            postcodes: self.postcodes().collect(),
            longitude: self.longitude(),
            latitude: self.latitude(),
            legal_form: self.legal_form().map(LegalForm::id),
            website: filled(self.website()),
            practices: self.practices(),
            patients: self.patients(),
            notes: self.notes(),
            ended_on: filled(self.ended_on()),
            ended_why: filled(self.ended_why()),
            sources: self.sources().map(|(id, source)| SourceRecord::new(id, source)).collect(),
            checked_on: self.checked_on(),
            details: self.details().map(|(label, value)| DetailRecord { label, value }).collect(),
        }
    }
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
