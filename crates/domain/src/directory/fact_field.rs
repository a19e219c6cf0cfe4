//! The fields of a federation that a source supports.

use crate::named_enum;

named_enum! {
    /// A field of a federation: its name in the columns `worked_out` and `source_facts`, and its name for people.
    #[derive(Debug)]
    pub enum FactField {
        /// Its website.
        Website => "website", "website";
        /// The area that its practices serve.
        Covers => "covers", "area";
        /// Its integrated care board.
        Icb => "icb", "icb";
        /// When it was last known active.
        SeenActive => "seen_active", "last known active";
        /// The number of its practices.
        Practices => "practices", "practices";
        /// The number of patients of its practices.
        Patients => "patients", "patients";
        /// Its services for patients or practices.
        Services => "services", "services";
        /// Its legal form.
        LegalForm => "legal_form", "legal form";
        /// Its number in the register of Companies House.
        CompanyNumber => "company_number", "company number";
        /// The postcode of its office.
        Postcode => "postcode", "postcode";
        /// When it was founded.
        Founded => "founded", "founded";
        /// Practices that belong to it.
        MemberPractices => "member_practices", "member practices";
        /// Its provider id in the register of the Care Quality Commission.
        CqcProviderId => "cqc_provider_id", "CQC provider";
        /// Its code in the NHS's Organisation Data Service.
        OdsCode => "ods_code", "ODS code";
        /// When it ended.
        EndedOn => "ended_on", "end date";
        /// Why it ended.
        EndedWhy => "ended_why", "why it ended";
        /// The federation that it became part of.
        MergedInto => "merged_into", "what followed it";
    }
}

impl FactField {
    /// The name of a field for people. That of any other column stays as it is.
    pub(crate) fn in_words(column: &str) -> &str {
        match Self::parse(column) {
            Some(field) => field.label(),
            None => column,
        }
    }

    /// Whether the text is the field's name, or the one for people, as in a file that was exported.
    pub(crate) fn is_named(self, text: &str) -> bool {
        text == self.id() || text == self.label()
    }
}
