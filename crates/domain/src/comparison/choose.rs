//! Choosing forms, models and questions by what people and scripts write.

use std::fmt;

use super::{Catalogue, Criterion, RequiredAnswer, Requirement, Subject, SubjectKind};

/// Something was asked for by an id that nothing has. `Display` lists the ids that would be accepted:
///
/// `"llp" is not a legal form. Use one of: gp-partnership, company-limited-by-shares, …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownId {
    /// What was asked for, such as "legal form".
    pub what: &'static str,
    /// What was written.
    pub given: String,
    /// What can be written instead.
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
    /// The forms or models with these ids or names, each once, in the order in which they are written. Case, spaces
    /// and hyphens do not matter. For no ids: none; a view that means "all of them" takes [`Catalogue::subjects`].
    ///
    /// # Errors
    /// For the first one that is not an id or a name of this kind.
    pub fn choose_subjects(&self, kind: SubjectKind, ids: &[&str]) -> Result<Vec<&Subject>, UnknownId> {
        let all = self.subjects(kind);
        let mut chosen: Vec<&Subject> = Vec::with_capacity(ids.len());
        for given in ids {
            let found = all.iter().find(|subject| same(&subject.id, given) || same(&subject.name, given));
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

    /// The questions with these ids or labels, as [`choose_subjects`](Self::choose_subjects) does.
    ///
    /// # Errors
    /// For the first one that is not asked of this kind.
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

    /// The requirements written as `asset-lock=yes` (or `asset-lock:yes`, or only `asset-lock` for a yes), each once.
    /// A no can be required only where the question has a [`when_no`](Criterion::when_no).
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

    /// Everything that can be required of forms or of models.
    pub fn requirements(&self, kind: SubjectKind) -> impl Iterator<Item = Requirement> {
        self.criteria(kind).flat_map(|criterion| {
            RequiredAnswer::ALL.into_iter().filter_map(|wanted| {
                criterion.phrase(wanted)?;
                Some(Requirement { criterion: criterion.id.clone(), wanted })
            })
        })
    }

    fn one_criterion(&self, kind: SubjectKind, given: &str) -> Option<&Criterion> {
        self.criteria(kind).find(|criterion| same(&criterion.id, given) || same(&criterion.label, given))
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

/// The parts of a list as attributes and addresses write it: between commas or semicolons, without empty ones.
pub fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether two names differ in nothing but case, spaces, hyphens and underscores.
fn same(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase())
}
