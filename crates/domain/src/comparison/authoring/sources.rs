//! The sources that a catalogue keeps.

use super::super::Catalogue;
use crate::directory::Source;

/// The sources that findings or cases cite: those of the directory, then the law.
pub(super) fn cited(others: &[Source], law: Vec<Source>, catalogue: &Catalogue) -> Vec<Source> {
    let is_cited = |source: &Source| {
        catalogue.findings.iter().any(|finding| finding.source == source.id)
            || catalogue.cases.iter().any(|case| case.source == source.id)
    };
    others.iter().cloned().chain(law).filter(is_cited).collect()
}
