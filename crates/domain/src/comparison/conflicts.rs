//! Why no form or model is left.

use super::{Assessment, Requirement, Verdict};

/// The smallest sets of requirements that nothing meets together, in the order of the requirements. Empty if any form
/// or model is left.
///
/// A set cannot be met if each subject conflicts with one of its requirements, or if two of them are opposites. Each
/// subject needs at most one requirement, so a smallest set is never larger than the number of subjects. This keeps the
/// search by growing size small.
pub(super) fn minimal(requirements: &[Requirement], assessments: &[Assessment<'_>]) -> Vec<Vec<Requirement>> {
    if assessments.is_empty() || assessments.iter().any(|assessment| assessment.verdict != Verdict::Conflicts) {
        return Vec::new();
    }
    let search = ConflictSearch { requirements, assessments };
    for size in 1..=requirements.len() {
        let mut found = Vec::new();
        search.extend(&mut Vec::with_capacity(size), 0, size, &mut found);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

struct ConflictSearch<'s, 'a> {
    requirements: &'s [Requirement],
    assessments: &'s [Assessment<'a>],
}

impl ConflictSearch<'_, '_> {
    /// Adds to `found` every set of `size` that begins with `set`, continues with requirements from `next` on and
    /// cannot be met.
    fn extend(&self, set: &mut Vec<usize>, next: usize, size: usize, found: &mut Vec<Vec<Requirement>>) {
        if set.len() == size {
            if self.cannot_be_met(set) {
                found.push(set.iter().map(|&at| self.requirements[at].clone()).collect());
            }
            return;
        }
        for at in next..self.requirements.len() {
            set.push(at);
            self.extend(set, at + 1, size, found);
            set.pop();
        }
    }

    fn cannot_be_met(&self, set: &[usize]) -> bool {
        let opposed = set
            .iter()
            .any(|&one| set.iter().any(|&other| self.requirements[one].contradicts(&self.requirements[other])));
        opposed || self.assessments.iter().all(|assessment| set.iter().any(|&at| self.rules_out(at, assessment)))
    }

    fn rules_out(&self, at: usize, assessment: &Assessment<'_>) -> bool {
        let requirement = &self.requirements[at];
        assessment
            .reasons
            .iter()
            .any(|reason| reason.verdict == Verdict::Conflicts && reason.requirement == *requirement)
    }
}
