//! The sources that a catalogue keeps.

use super::super::{Catalogue, CitedSource};
use crate::directory::Source;

/// The sources that findings or cases cite: those of the directory, then the law.
pub(super) fn cited(others: &[Source], law: Vec<CitedSource>, catalogue: &Catalogue) -> Vec<CitedSource> {
    let is_cited = |source: &CitedSource| {
        catalogue.findings.iter().any(|finding| finding.source == source.id)
            || catalogue.cases.iter().any(|case| case.source == source.id)
    };
    others.iter().map(CitedSource::from).chain(law).filter(is_cited).collect()
}

impl From<&Source> for CitedSource {
    fn from(source: &Source) -> Self {
        let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
        Self {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: filled(&source.publisher),
            date: filled(&source.date),
            url: filled(&source.url),
            checked_on: filled(&source.checked_on),
        }
    }
}
