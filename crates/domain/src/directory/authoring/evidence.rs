//! The evidence: one fact about one federation per row.

use super::tables::{FederationEntry, SourceKind, SourceRow, read};
use crate::directory::checks::{Exactness, is_date, is_web_address, whole_number};
use crate::directory::diagnostic::Diagnostics;
use crate::directory::messages::{self, EMPTY, Message};
use crate::directory::{Entries, FactField, LegalForm, Region};

/// The field of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceField {
    /// The name that a source uses.
    Name,
    /// Another name by which it is known.
    OtherName,
    /// A name that it had before.
    FormerName,
    /// Its main town or area.
    Place,
    /// The area that its practices serve.
    Covers,
    /// Its NHS region.
    Region,
    /// Its website.
    Website,
    /// The number of its practices.
    Practices,
    /// The number of patients of its practices.
    Patients,
    /// Its legal form.
    LegalForm,
    /// Its number in the register of Companies House.
    CompanyNumber,
    /// Its provider id in the register of the Care Quality Commission.
    CqcProviderId,
    /// Its code in the NHS's Organisation Data Service.
    OdsCode,
    /// The postcode of its office.
    Postcode,
    /// When it was founded.
    Founded,
    /// The source shows that it was active on the date.
    SeenActive,
    /// Its services for patients or practices.
    Services,
    /// Practices that belong to it.
    MemberPractices,
    /// The federation that it became part of.
    MergedInto,
    /// When it ended.
    EndedOn,
    /// Why it ended.
    EndedWhy,
    /// A statement for the notes.
    Note,
}

impl EvidenceField {
    /// Every field, with its name in `evidence.csv`.
    pub(super) const ALL: [(&'static str, Self); 22] = [
        ("name", Self::Name),
        ("other_name", Self::OtherName),
        ("former_name", Self::FormerName),
        ("place", Self::Place),
        (FactField::Covers.id(), Self::Covers),
        ("region", Self::Region),
        (FactField::Website.id(), Self::Website),
        (FactField::Practices.id(), Self::Practices),
        (FactField::Patients.id(), Self::Patients),
        (FactField::LegalForm.id(), Self::LegalForm),
        (FactField::CompanyNumber.id(), Self::CompanyNumber),
        (FactField::CqcProviderId.id(), Self::CqcProviderId),
        (FactField::OdsCode.id(), Self::OdsCode),
        (FactField::Postcode.id(), Self::Postcode),
        (FactField::Founded.id(), Self::Founded),
        (FactField::SeenActive.id(), Self::SeenActive),
        (FactField::Services.id(), Self::Services),
        (FactField::MemberPractices.id(), Self::MemberPractices),
        (FactField::MergedInto.id(), Self::MergedInto),
        (FactField::EndedOn.id(), Self::EndedOn),
        (FactField::EndedWhy.id(), Self::EndedWhy),
        ("note", Self::Note),
    ];

    /// Its name in `evidence.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, field)| *field == self).map_or("", |(id, _)| id)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(id, _)| *id == text).map(|&(_, field)| field)
    }
}

/// The certainty of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Kept for later research, never shown. The comment explains why.
    Low,
    /// Worked out, as the comment explains. It is labelled as worked out.
    Medium,
    /// The source states it explicitly about this federation.
    High,
}

/// One fact.
pub(super) struct EvidenceRow {
    pub(super) federation: String,
    pub(super) field: EvidenceField,
    pub(super) value: String,
    /// The date of the statement: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty if the source has no date.
    pub(super) as_of: String,
    pub(super) source: String,
    pub(super) kind: SourceKind,
    pub(super) certainty: Certainty,
    pub(super) has_comment: bool,
}

const NAMES: [&str; 7] = ["federation", "field", "value", "as_of", "source", "certainty", "comment"];

/// Parses the facts, in the order of the file.
pub(super) fn facts(
    text: &str,
    federations: &[FederationEntry],
    sources: &[SourceRow],
    problems: &mut Diagnostics<'_>,
) -> Vec<EvidenceRow> {
    let mut facts: Vec<EvidenceRow> = Vec::new();
    let needed = ["federation", "field", "value", "as_of", "source", "certainty"];
    for (row, [federation, field, value, as_of, source, certainty, comment]) in read(text, &NAMES, &needed, problems) {
        let before = problems.len();
        let mut check = |is_right: bool, column: &'static str, value: &str, message: Message| {
            if !is_right {
                problems.add_message(row, column, value, message);
            }
        };
        let is_known = federations.iter().any(|known| known.id == federation);
        let unknown = Message {
            problem: "is not a federation of federations.csv",
            fix: "use its id, or add the federation there",
        };
        check(is_known, "federation", &federation, unknown);
        let known_source = sources.iter().find(|known| known.id == source);
        check(known_source.is_some(), "source", &source, messages::LISTED_SOURCE);
        check(as_of.is_empty() || is_date(&as_of, Exactness::Any), "as_of", &as_of, messages::DATE);
        let parsed_field = EvidenceField::parse(&field);
        let fields = Message { problem: "is not a field", fix: "use a field that docs/DATA.md lists" };
        check(parsed_field.is_some(), "field", &field, fields);
        let parsed_certainty = match &*certainty {
            "high" => Some(Certainty::High),
            "medium" => Some(Certainty::Medium),
            "low" => Some(Certainty::Low),
            _ => None,
        };
        let certainties = Message { problem: "is not a certainty", fix: "Use \"high\", \"medium\" or \"low\"" };
        check(parsed_certainty.is_some(), "certainty", &certainty, certainties);
        if let Some(field) = parsed_field {
            let problem = problem_of(field, &value);
            check(problem.is_none(), "value", &value, problem.unwrap_or_default());
        }
        let needs_comment = matches!(parsed_certainty, Some(Certainty::Low));
        let explain = Message { problem: EMPTY, fix: "Say why the fact is not to be shown" };
        check(!needs_comment || !comment.is_empty(), "comment", "", explain);
        if problems.len() > before {
            continue;
        }
        if let (Some(source_row), Some(field), Some(certainty)) = (known_source, parsed_field, parsed_certainty) {
            let (kind, has_comment) = (source_row.kind, !comment.is_empty());
            facts.push(EvidenceRow { federation, field, value, as_of, source, kind, certainty, has_comment });
        }
    }
    facts
}

/// The problem with a value of the field, and how to fix it.
fn problem_of(field: EvidenceField, value: &str) -> Option<Message> {
    let unless = |is_right: bool, message| (!is_right).then_some(message);
    match field {
        _ if value.is_empty() => Some(Message { problem: EMPTY, fix: "Enter the value" }),
        EvidenceField::Region => unless(Region::parse(value).is_some(), messages::REGION),
        EvidenceField::Website => unless(is_web_address(value), messages::WEB_ADDRESS),
        EvidenceField::Practices | EvidenceField::Patients => {
            unless(whole_number(value).is_some(), messages::WHOLE_NUMBER)
        }
        EvidenceField::LegalForm => unless(LegalForm::parse(value).is_some(), messages::LEGAL_FORM),
        EvidenceField::Founded | EvidenceField::EndedOn => unless(is_date(value, Exactness::Any), messages::DATE),
        EvidenceField::SeenActive => {
            unless(value == "yes", Message { problem: "is not \"yes\"", fix: "Enter \"yes\". Put the date in as_of" })
        }
        EvidenceField::CompanyNumber => {
            let is_number = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let fix = "Enter its 8 letters and digits, for example 09766352";
            unless(is_number, Message { problem: "is not a company number", fix })
        }
        EvidenceField::Services | EvidenceField::MemberPractices => {
            let message = Message { problem: "is not a list", fix: "Put semicolons between the entries" };
            unless(Entries::of(value).next().is_some(), message)
        }
        _ => None,
    }
}
