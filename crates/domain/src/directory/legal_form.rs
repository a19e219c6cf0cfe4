//! The legal forms that a federation can have.

use super::label_match::match_label;
use crate::named_enum;

named_enum! {
    /// The legal form of a federation, if a source states it.
    #[derive(Debug, Hash, PartialOrd, Ord)]
    #[repr(u8)]
    pub enum LegalForm (id or label) {
        /// A partnership of GPs, without limited liability.
        GpPartnership => "gp-partnership", "GP partnership";
        /// A company whose owners hold shares.
        CompanyLimitedByShares => "company-limited-by-shares", "Company limited by shares";
        /// A company that must use its assets for the community (CIC).
        CommunityInterestCompany => "community-interest-company", "Community interest company";
        /// A charity, whatever its other form.
        Charity => "charity", "Charity";
        /// A limited liability partnership (LLP).
        LimitedLiabilityPartnership => "limited-liability-partnership", "Limited liability partnership";
        /// A company whose members give a guarantee and hold no shares.
        CompanyLimitedByGuarantee => "company-limited-by-guarantee", "Company limited by guarantee";
        /// The name contains "Ltd", and no source states whether it is limited by shares or by guarantee.
        LimitedCompany => "limited-company", "Limited company";
    }
}

impl LegalForm {
    /// Its position in [`LegalForm::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A value of the legal form filter: a form, or that no source states one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LegalFormChoice {
    /// Federations of this form.
    Is(LegalForm),
    /// Federations without a stated form.
    NotStated,
}

impl LegalFormChoice {
    /// Every value, in the order of lists: the forms, then "Not stated".
    pub const ALL: [Self; 8] = [
        Self::Is(LegalForm::GpPartnership),
        Self::Is(LegalForm::CompanyLimitedByShares),
        Self::Is(LegalForm::CommunityInterestCompany),
        Self::Is(LegalForm::Charity),
        Self::Is(LegalForm::LimitedLiabilityPartnership),
        Self::Is(LegalForm::CompanyLimitedByGuarantee),
        Self::Is(LegalForm::LimitedCompany),
        Self::NotStated,
    ];

    /// The value for a federation with this form.
    #[must_use]
    pub const fn of(form: Option<LegalForm>) -> Self {
        match form {
            Some(form) => Self::Is(form),
            None => Self::NotStated,
        }
    }

    /// The id in files, attributes and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Is(form) => form.id(),
            Self::NotStated => "not-stated",
        }
    }

    /// The label that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Is(form) => form.label(),
            Self::NotStated => "Not stated",
        }
    }

    /// Parses an [`id`](Self::id) or a [`label`](Self::label), ignoring case, spaces and hyphens.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match_label(&Self::ALL, Self::id, text)
    }

    /// Its position in [`LegalFormChoice::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Is(form) => form.index(),
            Self::NotStated => LegalForm::ALL.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LegalForm, LegalFormChoice};

    #[test]
    fn every_form_is_read_back_from_its_id_and_its_label() {
        for (at, form) in LegalForm::ALL.into_iter().enumerate() {
            assert_eq!(form.index(), at);
            assert_eq!(LegalForm::parse(form.id()), Some(form));
            assert_eq!(LegalForm::parse(form.label()), Some(form));
        }
        for (at, choice) in LegalFormChoice::ALL.into_iter().enumerate() {
            assert_eq!(choice.index(), at);
            assert_eq!(LegalFormChoice::parse(choice.id()), Some(choice));
            assert_eq!(LegalFormChoice::parse(choice.label()), Some(choice));
        }
        for (wrong, none) in [("", None), ("company", None), ("llp", None)] {
            assert_eq!(LegalForm::parse(wrong), none, "{wrong}");
        }
    }
}
