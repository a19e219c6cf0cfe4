//! How an editor's own list was read, row by row: a panel that is there only where the editor asks for it.

use std::sync::Arc;

use gpf_core::directory::Fault;
use gpf_core::import::{ColumnUse, Report};
use gpf_core::wording::{count, number};
use leptos::prelude::*;

use super::state::State;
use super::view::Finder;
use crate::ui::clipboard;
use crate::ui::node::{Element, button, classed, el, scroll};

/// As many faults as the panel shows; the copied report has all that are kept.
const MOST_SHOWN: usize = 100;

/// What a click on the panel's button does.
pub(super) const COPY: &str = "copy-report";

/// The panel.
pub(super) fn panel(state: &State) -> Option<Element> {
    let report = state.own.report.as_ref().filter(|_| state.look.show_report)?;
    let title = ["Data report: ", &report.summary()].concat();
    let mut panel = classed("details", "gpf-report")
        .child(classed("summary", "gpf-summary").child(classed("span", "gpf-fold-label").text(title)))
        .child(el("p").text(["File: ", &report.file, ". Text encoding: ", report.encoding, "."].concat()));
    if report.replaced > 0 {
        let replaced = [&*count(report.replaced, "built-in federation", "built-in federations"), " replaced."].concat();
        panel = panel.child(el("p").text(replaced));
    }
    if !report.columns.is_empty() {
        let columns = report.columns.iter().map(|it| el("li").text(column(it)));
        panel = panel.child(el("p").text("How the columns were read:")).child(el("ul").all(columns));
    }
    if !report.faults.is_empty() {
        panel = panel.child(faults(report));
    }
    let shown = report.faults.len().min(MOST_SHOWN) as u32;
    if report.fault_count > shown {
        let rest =
            count(report.fault_count - shown, "more problem is not shown here.", "more problems are not shown here.");
        panel = panel.child(el("p").text(rest));
    }
    Some(panel.child(button("gpf-button", COPY, "Copy report").set("part", "button")))
}

fn column(ColumnUse { heading, column }: &ColumnUse) -> String {
    match column {
        Some(column) => [heading, " → ", column].concat(),
        None => [heading, " → shown in each federation's details"].concat(),
    }
}

const FAULTS: &str = "Problems and how to fix them";

fn faults(report: &Report) -> Element {
    let head = el("tr").all(Fault::HEADINGS.map(|text| el("th").set("scope", "col").text(text)));
    let rows = report.faults.iter().take(MOST_SHOWN).map(row);
    let table = classed("table", "gpf-table")
        .child(classed("caption", "gpf-caption").text(FAULTS))
        .child(el("thead").child(head))
        .child(el("tbody").all(rows));
    scroll(FAULTS).child(table)
}

fn row(fault: &Fault) -> Element {
    // In a narrow place each cell says what it is.
    let cells = fault
        .cells()
        .into_iter()
        .zip(&Fault::HEADINGS[1..])
        .map(|(text, heading)| el("td").set("data-of", *heading).say(text));
    el("tr").child(el("th").set("scope", "row").text(["Row ", &number(fault.row)].concat())).all(cells)
}

/// The whole report as lines of text.
fn text(report: &Report) -> String {
    let mut lines = vec![[&*report.file, ", ", report.encoding, ": ", &report.summary()].concat()];
    lines.extend(report.columns.iter().map(column));
    lines.extend(report.faults.iter().map(Fault::line));
    lines.join("\n")
}

/// Copies the report.
pub(super) fn copy(finder: Finder) {
    let Some(report) = finder.state.with_untracked(|state| state.own.report.as_ref().map(Arc::clone)) else { return };
    leptos::task::spawn_local(async move {
        let is_copied = clipboard::copy(&text(&report)).await.is_ok();
        let done = if is_copied {
            "Report copied"
        } else {
            "This page does not allow copying. Select the report text and copy it."
        };
        // The widget may have gone while the browser asked for permission.
        _ = finder.state.try_update(|state| state.did(done.into()));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_core::import::{Options, read};

    #[test]
    fn the_copied_report_has_columns_and_faults() {
        let file = "Organisation,Phone,website\nHalton,1,javascript:alert(1)\n,2,\n";
        let report = read(file.as_bytes(), &Options { file: "ours.csv", ..Options::default() }).report;
        let text = text(&report);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "ours.csv, UTF-8: 1 of 2 rows used, 1 row left out");
        assert_eq!(
            lines[1..4],
            ["Organisation → name", "Phone → shown in each federation's details", "website → website"]
        );
        assert!(lines[4].starts_with("Row 2, website: \"javascript:alert(1)\" "), "{text}");
        assert!(lines[5].starts_with("Row 3, Organisation: "), "{text}");
        assert_eq!(lines.len(), 6);
    }
}
