//! Citations, as people read them beside a statement.

use super::{Catalogue, Cell, Finding};
use crate::directory::Source;
use crate::format;

impl Catalogue {
    /// The source and date of a finding in a few words: "BMA GPC, 2013", or "Law: Partnership Act 1890, section 1" if
    /// it is law that was added to the guidance.
    #[must_use]
    pub fn cite(&self, finding: &Finding) -> String {
        let section = finding.section.as_deref().unwrap_or_default();
        let Some(source) = self.source(&finding.source) else { return String::new() };
        if finding.added {
            return ["Law: ", &source.title, ", ", section].concat();
        }
        let mut text = source.short_name();
        if let Some(date) = &finding.date {
            text.push_str(", ");
            text.push_str(&format::format_date(date));
        }
        text
    }

    /// The citations of all findings of a cell, each once, separated by semicolons. Empty if the sources do not state
    /// the answer.
    #[must_use]
    pub fn cite_cell(&self, cell: &Cell) -> String {
        let mut all: Vec<String> = Vec::new();
        for finding in self.findings_of(cell) {
            let citation = self.cite(finding);
            if !all.contains(&citation) {
                all.push(citation);
            }
        }
        all.join("; ")
    }
}

impl Source {
    /// The short name, for narrow places. Ids contain the publisher's initials: "BMA GPC".
    #[must_use]
    pub fn short_name(&self) -> String {
        let letters = self.id.chars().map(|c| if c == '-' { ' ' } else { c.to_ascii_uppercase() });
        letters.collect()
    }

    /// Title, publisher and date, in one line.
    #[must_use]
    pub fn in_full(&self) -> String {
        let mut text = self.title.clone();
        let date = self.date.as_deref().map(format::format_date);
        // The title of an Act contains its year.
        let date = date.filter(|date| text.split([' ', '(', ')']).all(|word| word != date));
        for part in [self.publisher.clone(), date].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(&part);
        }
        text
    }
}
