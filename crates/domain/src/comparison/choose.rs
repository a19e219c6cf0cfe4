//! Selecting forms, models and questions by the ids that people and scripts write.

use std::fmt;

use super::{Catalogue, Criterion, RequiredAnswer, Requirement, Subject, SubjectKind};
use crate::directory::label_match::normalised;

/// An unknown id was asked for. `Display` lists the accepted ids:
///
/// `"llp" is not a legal form. Use one of: gp-partnership, company-limited-by-shares, …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownId {
    /// The kind of id, such as "legal form".
    pub what: &'static str,
    /// The unknown id.
    pub given: String,
    /// The accepted ids.
    pub accepted: Vec<String>,
}

impl fmt::Display for UnknownId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        write!(f, "\"{}\" is not {article} {}. Use one of: ", self.given.trim(), self.what)?;
        for (at, id) in self.accepted.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            f.write_str(id)?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownId {}

impl Catalogue {
    /// The forms or models with these ids or names, each once, in the given order. Case, spaces and hyphens are
    /// ignored. No ids select nothing: a view that needs all of them uses [`Catalogue::subjects`].
    ///
    /// # Errors
    /// For the first one that is not an id or a name of this kind.
    pub fn choose_subjects(&self, kind: SubjectKind, ids: &[&str]) -> Result<Vec<&Subject>, UnknownId> {
        let all = self.subjects(kind);
        let mut chosen: Vec<&Subject> = Vec::with_capacity(ids.len());
        for given in ids {
            let found =
                all.iter().find(|subject| is_same_name(&subject.id, given) || is_same_name(&subject.name, given));
            let subject = found.ok_or_else(|| UnknownId {
                what: kind.label(),
                given: (*given).to_owned(),
                accepted: all.iter().map(|subject| subject.id.clone()).collect(),
            })?;
            if !chosen.iter().any(|one| one.id == subject.id) {
                chosen.push(subject);
            }
        }
        Ok(chosen)
    }

    /// The questions with these ids or labels. It parses them like [`choose_subjects`](Self::choose_subjects).
    ///
    /// # Errors
    /// For the first one that does not apply to this kind.
    pub fn choose_criteria(&self, kind: SubjectKind, ids: &[&str]) -> Result<Vec<&Criterion>, UnknownId> {
        let mut chosen: Vec<&Criterion> = Vec::with_capacity(ids.len());
        for given in ids {
            let criterion = self.one_criterion(kind, given).ok_or_else(|| UnknownId {
                what: "criterion",
                given: (*given).to_owned(),
                accepted: self.criteria(kind).map(|criterion| criterion.id.clone()).collect(),
            })?;
            if !chosen.iter().any(|one| one.id == criterion.id) {
                chosen.push(criterion);
            }
        }
        Ok(chosen)
    }

    /// The requirements in the format `asset-lock=yes` (or `asset-lock:yes`, or `asset-lock` for "yes"), each once.
    /// "No" can only be required if the question has a [`when_no`](Criterion::when_no).
    ///
    /// # Errors
    /// For the first one that cannot be required of this kind.
    pub fn choose_requirements(&self, kind: SubjectKind, texts: &[&str]) -> Result<Vec<Requirement>, UnknownId> {
        let mut chosen: Vec<Requirement> = Vec::with_capacity(texts.len());
        for given in texts {
            let requirement = self.one_requirement(kind, given).ok_or_else(|| UnknownId {
                what: "requirement",
                given: (*given).to_owned(),
                accepted: self.requirements(kind).map(|requirement| requirement.id()).collect(),
            })?;
            if !chosen.contains(&requirement) {
                chosen.push(requirement);
            }
        }
        Ok(chosen)
    }

    /// All possible requirements for forms or for models.
    pub fn requirements(&self, kind: SubjectKind) -> impl Iterator<Item = Requirement> {
        self.criteria(kind).flat_map(|criterion| {
            RequiredAnswer::ALL.into_iter().filter_map(|wanted| {
                criterion.phrase(wanted)?;
                Some(Requirement { criterion: criterion.id.clone(), wanted })
            })
        })
    }

    fn one_criterion(&self, kind: SubjectKind, given: &str) -> Option<&Criterion> {
        self.criteria(kind)
            .find(|criterion| is_same_name(&criterion.id, given) || is_same_name(&criterion.label, given))
    }

    fn one_requirement(&self, kind: SubjectKind, given: &str) -> Option<Requirement> {
        let (criterion, wanted) = match given.split_once(['=', ':']) {
            Some((criterion, wanted)) => (criterion, RequiredAnswer::parse(wanted)?),
            None => (given, RequiredAnswer::Yes),
        };
        let criterion = self.one_criterion(kind, criterion)?;
        criterion.phrase(wanted)?;
        Some(Requirement { criterion: criterion.id.clone(), wanted })
    }
}

/// The items of a list in attributes and addresses, which are separated by commas or semicolons. Empty items are
/// skipped.
pub fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether two names are equal apart from case, spaces, hyphens and underscores.
fn is_same_name(left: &str, right: &str) -> bool {
    normalised(left) == normalised(right)
}
