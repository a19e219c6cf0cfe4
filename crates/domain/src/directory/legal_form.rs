//! The legal forms that a federation can have.

use super::filter_choice::filter_choice;
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
    /// The forms that [`LegalForm::LimitedCompany`] can be.
    pub const LIMITED_COMPANIES: [Self; 2] = [Self::CompanyLimitedByShares, Self::CompanyLimitedByGuarantee];

    /// Its position in [`LegalForm::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

filter_choice! {
    /// A value of the legal form filter: a form, or that no source states one.
    pub enum LegalFormChoice {
        /// Federations of this form.
        Is(LegalForm),
        /// Federations without a stated form.
        NotStated => "not-stated", "Not stated",
    }
}

impl LegalFormChoice {
    /// The value for a federation with this form.
    #[must_use]
    pub const fn of(form: Option<LegalForm>) -> Self {
        match form {
            Some(form) => Self::Is(form),
            None => Self::NotStated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LegalForm, LegalFormChoice};

    #[test]
    fn every_legal_form_is_parsed_from_its_id_and_label() {
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
