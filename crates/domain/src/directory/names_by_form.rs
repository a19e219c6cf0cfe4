//! The names of a list's federations by legal form, which the comparison shows.

use super::{Directory, LegalForm, LegalFormChoice};
use crate::format;
use crate::strings::split_once;

/// The maximum number of names per form, because an editor's list can have thousands.
const MAX_NAMED: u32 = 20;

/// The federations of each legal form. A comparison gets them as text: from a finder, which can be of another script,
/// or from its own script, which can be without the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamesByForm([FormNames; LegalFormChoice::ALL.len()]);

/// The federations that have one legal form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormNames {
    /// The number of federations.
    pub count: u32,
    /// The names of the first ones.
    names: String,
}

impl NamesByForm {
    /// The names of a list.
    #[must_use]
    pub fn of(directory: &Directory) -> Self {
        let mut by_form = Self::default();
        for federation in directory.federations() {
            let FormNames { count, names } = &mut by_form.0[LegalFormChoice::of(federation.legal_form()).index()];
            *count += 1;
            if *count <= MAX_NAMED {
                names.push_str(if *count > 1 { ", " } else { "" });
                names.push_str(federation.name());
            }
        }
        by_form
    }

    /// Encodes them as text: a line for each value of [`LegalFormChoice::ALL`], with the number and the names separated
    /// by tabs. No name contains a tab or a line break.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::new();
        for FormNames { count, names } in &self.0 {
            for part in [&*count.to_string(), "\t", names, "\n"] {
                text.push_str(part);
            }
        }
        text
    }

    /// Decodes the text of [`encode`](Self::encode). Missing parts are empty.
    #[must_use]
    pub fn decode(text: &str) -> Self {
        let mut by_form = Self::default();
        for (form, line) in by_form.0.iter_mut().zip(text.lines()) {
            let (count, names) = split_once(line, b'\t').unwrap_or_default();
            *form = FormNames { count: count.parse().unwrap_or_default(), names: names.to_owned() };
        }
        by_form
    }

    /// The federations whose source states that they have this form.
    #[must_use]
    pub fn of_form(&self, form: LegalForm) -> &FormNames {
        &self.0[LegalFormChoice::Is(form).index()]
    }
}

impl FormNames {
    /// Their names as a sentence. Empty if there are none.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self.count {
            0 => String::new(),
            1..=MAX_NAMED => [&self.names, ". "].concat(),
            count => [&*self.names, " and ", &format::format_number(count - MAX_NAMED), " more. "].concat(),
        }
    }
}

#[cfg(all(test, feature = "authoring"))]
mod tests {
    use super::super::authoring::project;
    use super::*;

    #[test]
    fn names_by_form_round_trip() {
        let names = NamesByForm::of(&project().1);
        assert!(names.of_form(LegalForm::CommunityInterestCompany).count > 0);
        assert_eq!(NamesByForm::decode(&names.encode()), names);
        assert_eq!(NamesByForm::decode(""), NamesByForm::default());
    }

    #[test]
    fn long_lists_name_some_federations_and_count_the_rest() {
        let names = NamesByForm::of(&project().1);
        let companies = names.of_form(LegalForm::LimitedCompany);
        assert!(companies.count > MAX_NAMED, "{}", companies.count);
        let rest = [" and ", &format::format_number(companies.count - MAX_NAMED), " more. "].concat();
        assert!(companies.sentence().ends_with(&rest), "{}", companies.sentence());
        assert_eq!(FormNames::default().sentence(), "");
    }
}
