//! Where a statement comes from, in the words that a reader sees beside it.

use super::{Catalogue, Cell, CitedSource, Finding};
use crate::format;

impl Catalogue {
    /// Source and date of a finding in a few words: "BMA GPC, 2013"; "Law: Partnership Act 1890, section 1" where it
    /// is law that was added to what the guidance says.
    #[must_use]
    pub fn cite(&self, finding: &Finding) -> String {
        let section = finding.section.as_deref().unwrap_or_default();
        let Some(source) = self.source(&finding.source) else { return String::new() };
        if finding.added {
            return ["Law: ", &source.title, ", ", section].concat();
        }
        [&*source.short_name(), ", ", &format::date(&finding.date)].concat()
    }

    /// The citations of everything that a cell rests on, each once, between semicolons; empty where no source says.
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

impl CitedSource {
    /// What it is called where there is little room. Ids are made of the publisher's initials: "BMA GPC".
    #[must_use]
    pub fn short_name(&self) -> String {
        let letters = self.id.chars().map(|c| if c == '-' { ' ' } else { c.to_ascii_uppercase() });
        letters.collect()
    }

    /// Title, publisher and date, in one line.
    #[must_use]
    pub fn in_full(&self) -> String {
        let mut text = self.title.clone();
        let date = self.date.as_deref().map(format::date);
        // The year of an Act stands in its title.
        let date = date.filter(|date| text.split([' ', '(', ')']).all(|word| word != date));
        for part in [self.publisher.clone(), date].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(&part);
        }
        text
    }
}
