//! Decoding.

use super::super::{
    Answer, Case, CaseFact, CaseLink, Catalogue, Cell, Criterion, Figure, Finding, FindingKind, LinkBasis, Subject,
    SubjectKind,
};
use super::{BETWEEN_NAMES, tag};
use crate::directory::Source;
use crate::strings;

/// Decodes the text that [`encode`](super) has written. The build has checked all of it, so there are no errors: a
/// missing field is empty, and a line of an unknown kind is skipped.
#[must_use]
pub fn decode(text: &str) -> Catalogue {
    let mut all = Catalogue::default();
    for line in text.lines() {
        let mut fields = line.split('\t');
        let mark = fields.next().unwrap_or_default();
        let mut next = || fields.next().unwrap_or_default();
        match mark {
            tag::FORM => all.forms.push(subject(SubjectKind::Form, &mut next)),
            tag::MODEL => all.models.push(subject(SubjectKind::Model, &mut next)),
            tag::CELL => {
                let Some(subject) = all.models.last().or(all.forms.last()) else { continue };
                all.cells.push(Cell {
                    subject: subject.id.clone(),
                    criterion: owned(&mut next),
                    answer: Answer::parse(next()).unwrap_or(Answer::NotStated),
                    explanation: owned(&mut next),
                    findings: Vec::new(),
                });
            }
            tag::CRITERION => all.criteria.push(Criterion {
                id: owned(&mut next),
                kinds: next().split(' ').filter_map(SubjectKind::parse).collect(),
                group: owned(&mut next),
                label: owned(&mut next),
                question: owned(&mut next),
                when_yes: owned(&mut next),
                when_no: filled(&mut next),
            }),
            tag::SOURCE => all.sources.push(Source {
                id: owned(&mut next),
                title: owned(&mut next),
                publisher: filled(&mut next),
                date: filled(&mut next),
                url: filled(&mut next),
                checked_on: filled(&mut next),
            }),
            tag::FINDING => {
                let finding = finding(&all, &mut next);
                all.findings.push(finding);
            }
            tag::CASE => {
                let case = case(&all, &mut next);
                all.cases.push(case);
            }
            _ => {
                if let Some(case) = all.cases.last_mut() {
                    belonging(case, mark, &mut next);
                }
            }
        }
    }
    cite_findings(&mut all);
    all
}

type Next<'n, 't> = &'n mut dyn FnMut() -> &'t str;

fn subject(kind: SubjectKind, next: Next<'_, '_>) -> Subject {
    Subject {
        id: owned(next),
        kind,
        name: owned(next),
        short_name: filled(next),
        also_called: list(next(), BETWEEN_NAMES),
        summary: owned(next),
        note: filled(next),
    }
}

fn finding(all: &Catalogue, next: Next<'_, '_>) -> Finding {
    let (id, subjects) = (owned(next), list(next(), ' '));
    let kind = FindingKind::parse(next()).unwrap_or(FindingKind::Fact);
    let (criteria, source) = (list(next(), ' '), owned(next));
    Finding {
        id,
        subjects,
        kind,
        criteria,
        date: date(all, &source),
        source,
        source_item: filled(next),
        section: filled(next),
        added: !next().is_empty(),
        text: owned(next),
        note: filled(next),
    }
}

fn case(all: &Catalogue, next: Next<'_, '_>) -> Case {
    let [id, name, place, summary] = [(); 4].map(|()| owned(next));
    let (note, federation, source) = (filled(next), filled(next), owned(next));
    Case {
        id,
        name,
        place,
        summary,
        note,
        links: Vec::new(),
        federation,
        date: date(all, &source),
        source,
        items: number(next()),
        figures: Vec::new(),
        facts: Vec::new(),
    }
}

/// A line that belongs to a case study.
fn belonging(case: &mut Case, mark: &str, next: Next<'_, '_>) {
    match mark {
        tag::LINK => case.links.push(CaseLink {
            subject: owned(next),
            basis: LinkBasis::parse(next()).unwrap_or(LinkBasis::Inferred),
            note: filled(next),
        }),
        tag::FIGURE => case.figures.push(Figure {
            item: number(next()),
            label: owned(next),
            value: number(next()),
            unit: owned(next),
            qualifier: filled(next),
            note: filled(next),
        }),
        tag::FACT => case.facts.push(CaseFact { item: number(next()), text: owned(next), note: filled(next) }),
        _ => {}
    }
}

fn cite_findings(all: &mut Catalogue) {
    // Most findings support no question, or one.
    for finding in all.findings.iter().filter(|it| !it.criteria.is_empty()) {
        for cell in &mut all.cells {
            if finding.supports(&cell.criterion) && finding.is_about(&cell.subject) {
                cell.findings.push(finding.id.clone());
            }
        }
    }
}

fn date(all: &Catalogue, source: &str) -> Option<String> {
    all.source(source)?.date.clone()
}

fn owned(next: Next<'_, '_>) -> String {
    next().to_owned()
}

fn filled(next: Next<'_, '_>) -> Option<String> {
    strings::filled(next()).map(str::to_owned)
}

fn list(text: &str, between: char) -> Vec<String> {
    text.split(between).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}
