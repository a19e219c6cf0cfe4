//! What a finder says about an editor's own list: while it is read, where it could not be, and where it comes from.

use std::sync::Arc;

use gpf_core::import::Report;
use gpf_core::wording;

use super::state::{Data, State};
use crate::ui::node::{Element, classed, div};

/// What there is to say about an editor's own list; nothing about the bundled one.
#[derive(Debug, Default)]
pub struct Own {
    /// The list that is being read: until then, none is shown.
    pub reading: Option<Reading>,
    /// Why the list could not be used; empty where it could.
    pub trouble: String,
    /// How it was read.
    pub report: Option<Arc<Report>>,
    /// What has yet to be said to people who don't see it.
    pub unsaid: String,
}

/// A list that is being read.
#[derive(Debug)]
pub struct Reading {
    /// The name of its file.
    pub file: String,
    /// How much of it has been read; `None` where that can't be known.
    pub per_mille: Option<u32>,
}

impl Own {
    /// A list that has been read.
    #[must_use]
    pub fn read(report: Option<Arc<Report>>) -> Self {
        Self { report, ..Self::default() }
    }

    /// A list that could not be used, and why.
    #[must_use]
    pub fn unused(trouble: &str, report: Option<Arc<Report>>) -> Self {
        if trouble.is_empty() {
            return Self::read(report);
        }
        let trouble = [trouble, " Showing the built-in list instead."].concat();
        let unsaid = [&*trouble, " "].concat();
        Self { report, trouble, unsaid, reading: None }
    }
}

impl Reading {
    /// What the reader waits for.
    #[must_use]
    pub fn label(&self) -> String {
        ["Loading ", &self.file].concat()
    }
}

/// What is there instead of the results while a list is read.
pub(super) fn reading(reading: &Reading) -> Element {
    let mut bar = classed("progress", "gpf-progress").set("aria-labelledby", "gpf-reading").set("max", "1000");
    if let Some(per_mille) = reading.per_mille {
        bar = bar.set("value", per_mille.to_string());
    }
    div("gpf-bar gpf-reading")
        .child(classed("p", "gpf-count").set("id", "gpf-reading").text(reading.label()))
        .child(bar)
}

/// Why the editor's list is not the one that is shown.
pub(super) fn trouble(state: &State) -> Option<Element> {
    let trouble = &state.own.trouble;
    (!trouble.is_empty()).then(|| classed("p", "gpf-notice gpf-trouble").say(trouble))
}

/// Where the list comes from and how fresh it is.
pub(super) fn freshness(data: &Data) -> String {
    let last = wording::date(&data.last_checked);
    if data.file.is_empty() {
        return [
            "This list is based on public sources, shown with each federation. It does not include every federation in \
             England. Last checked ",
            &last,
            ".",
        ]
        .concat();
    }
    let (label, date) = (data.directory.label(), wording::date(data.directory.date()));
    let (begin, label) = if label.is_empty() { ("List: ", &*data.file) } else { ("List: ", label) };
    let comma = if date.is_empty() { "" } else { ", " };
    let checked = if last.is_empty() { ["", "", ""] } else { [" Last checked ", &*last, "."] };
    [begin, label, comma, &date, ".", &*checked.concat()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_core::import::{Options, read};

    fn from(label: &str, date: &str, rows: &str) -> String {
        let loaded = read(rows.as_bytes(), &Options { label, date, ..Options::default() });
        let mut data = Data::begin(loaded.directory, loaded.index, "ours.csv".to_owned());
        assert_eq!(data.note(1), data.directory.len() == 1);
        assert!(data.note(1));
        freshness(&data)
    }

    #[test]
    fn an_own_list_is_named_with_its_date() {
        assert_eq!(from("Cheshire team", "2026-10-05", "name\nA\n"), "List: Cheshire team, 5 October 2026.");
        assert_eq!(from("", "", "name\nA\n"), "List: ours.csv.");
        let checked = from("", "2026", "name;checked_on\nA;2026-01-02\nB;2025-12-31\n");
        assert_eq!(checked, "List: ours.csv, 2026. Last checked 2 January 2026.");
    }
}
