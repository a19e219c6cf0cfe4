//! Which forms or models meet a group's requirements, and why.

use serde::Serialize;

use super::{Answer, Assessment, Catalogue, Reason, Requirement, Subject, SubjectKind, Verdict, conflicts};

/// The assessment of all forms, or all models, against a group's requirements. They stay in the catalogue's order,
/// because nothing is ranked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Shortlist<'a> {
    /// The requirements, each once.
    pub requirements: Vec<Requirement>,
    /// Each form or model with its verdict and the reasons.
    pub assessments: Vec<Assessment<'a>>,
    /// If no form or model is left: the smallest sets of requirements that cannot be met together, all of one size.
    pub contradictions: Vec<Vec<Requirement>>,
}

impl<'a> Shortlist<'a> {
    /// The forms or models that are not ruled out: those that fit, and those that the sources do not state enough
    /// about.
    pub fn remaining(&self) -> impl Iterator<Item = &Assessment<'a>> {
        self.assessments.iter().filter(|assessment| assessment.verdict != Verdict::Conflicts)
    }

    /// All of them: those that fit, those that fit with a condition, those that the sources do not state enough about,
    /// and those that are ruled out.
    #[must_use]
    pub fn by_fit(&self) -> Vec<&Assessment<'a>> {
        let mut all = Vec::with_capacity(self.assessments.len());
        for distance in 0..=3 {
            all.extend(self.assessments.iter().filter(|it| it.distance() == distance));
        }
        all
    }

    /// The forms or models with this verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &Assessment<'a>> {
        self.assessments.iter().filter(move |assessment| assessment.verdict == verdict)
    }
}

impl Catalogue {
    /// Assesses every form, or every model, against these requirements. A requirement that does not apply to this kind
    /// has no effect. [`choose_requirements`](Self::choose_requirements) refuses it.
    ///
    /// The answer "depends" fits, under the condition in its cell: it rules nothing out, because the group can still
    /// choose to meet the condition. If two requirements are opposite answers to one question, nothing can meet both.
    /// Then everything conflicts, even if it has the answer "depends".
    #[must_use]
    pub fn shortlist<'a>(&'a self, kind: SubjectKind, requirements: &[Requirement]) -> Shortlist<'a> {
        let mut asked: Vec<Requirement> = Vec::with_capacity(requirements.len());
        for requirement in requirements {
            let known = self.criterion(&requirement.criterion).is_some_and(|criterion| criterion.asks(kind));
            if known && !asked.contains(requirement) {
                asked.push(requirement.clone());
            }
        }
        let opposed = asked.iter().any(|one| asked.iter().any(|other| one.contradicts(other)));
        let assessments: Vec<Assessment<'_>> =
            self.subjects(kind).iter().map(|subject| self.assess(subject, &asked, opposed)).collect();
        let contradictions = conflicts::minimal(&asked, &assessments);
        Shortlist { requirements: asked, assessments, contradictions }
    }

    fn assess<'a>(&'a self, subject: &'a Subject, asked: &[Requirement], opposed: bool) -> Assessment<'a> {
        let reasons: Vec<Reason<'_>> =
            asked.iter().filter_map(|requirement| self.reason(subject, requirement)).collect();
        let any = |verdict| reasons.iter().any(|reason| reason.verdict == verdict);
        let verdict = if opposed || any(Verdict::Conflicts) {
            Verdict::Conflicts
        } else if any(Verdict::NotStated) {
            Verdict::NotStated
        } else {
            Verdict::Fits
        };
        Assessment { subject, verdict, reasons }
    }

    fn reason<'a>(&'a self, subject: &Subject, requirement: &Requirement) -> Option<Reason<'a>> {
        let cell = self.cell(&subject.id, &requirement.criterion)?;
        let verdict = match cell.answer {
            Answer::NotStated => Verdict::NotStated,
            answer if requirement.rejected_by(answer) => Verdict::Conflicts,
            _ => Verdict::Fits,
        };
        Some(Reason {
            requirement: requirement.clone(),
            verdict,
            conditional: cell.answer == Answer::Depends,
            cell,
            findings: self.findings_of(cell).collect(),
        })
    }
}
