//! The report on an editor's own list, row by row: a panel that is only there if the editor asks for it.

use gpf_domain::directory::Diagnostic;
use gpf_domain::format::{count, format_number};
use gpf_domain::import::{ColumnMapping, ImportReport, MemberKind};

use crate::finder::controls::Action;
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::vdom::{VElement, action_button, el, el_class, scroll_region};

/// The maximum number of problems in the panel. The copied report has all that are stored.
const MAX_SHOWN: usize = 100;

/// The panel.
pub(super) fn report_panel(state: &State) -> Option<VElement> {
    let report = state.list_status.report().filter(|_| state.settings.show_report)?;
    let title = [strings::DATA_REPORT, &report.summary()].concat();
    let mut panel = el_class("details", "gpf-report")
        .child(el_class("summary", "gpf-summary").child(el_class("span", "gpf-fold-label").text(title)))
        .child(el("p").text([strings::FILE, &report.file, strings::ENCODING, report.encoding, "."].concat()));
    if report.replaced > 0 {
        let replaced =
            [&*count(report.replaced, strings::REPLACED_ONE, strings::REPLACED_MANY), strings::REPLACED].concat();
        panel = panel.child(el("p").text(replaced));
    }
    if !report.columns.is_empty() {
        let columns = report.columns.iter().map(|it| el("li").text(column_line(report, it)));
        panel = panel.child(el("p").text(strings::COLUMNS)).child(el("ul").extend(columns));
    }
    if !report.problems.is_empty() {
        panel = panel.child(problem_table(report));
    }
    let shown = report.problems.len().min(MAX_SHOWN) as u32;
    if report.problem_count > shown {
        let rest = count(report.problem_count - shown, strings::MORE_PROBLEM, strings::MORE_PROBLEMS);
        panel = panel.child(el("p").text(rest));
    }
    Some(panel.child(action_button("gpf-button", Action::CopyReport, strings::COPY_REPORT)))
}

fn column_line(report: &ImportReport, ColumnMapping { heading, column, is_left_out, .. }: &ColumnMapping) -> String {
    match column {
        _ if *is_left_out => {
            let [_, members] = report.member_kind.map_or([""; 2], MemberKind::words);
            [heading, strings::COLUMN_ABOUT, members, strings::LEFT_OUT_COLUMN].concat()
        }
        Some(column) => [heading, " → ", column].concat(),
        None => [heading, strings::OTHER_COLUMN].concat(),
    }
}

fn problem_table(report: &ImportReport) -> VElement {
    let head = el("tr").extend(Diagnostic::HEADINGS.map(|text| el("th").attr("scope", "col").text(text)));
    let rows = report.problems.iter().take(MAX_SHOWN).map(problem_row);
    let table = el_class("table", "gpf-table")
        .child(el_class("caption", "gpf-caption").text(strings::PROBLEMS))
        .child(el("thead").child(head))
        .child(el("tbody").extend(rows));
    scroll_region(strings::PROBLEMS).child(table)
}

fn problem_row(problem: &Diagnostic) -> VElement {
    // In a narrow layout each cell has its own label.
    let cells = problem
        .cells()
        .into_iter()
        .zip(&Diagnostic::HEADINGS[1..])
        .map(|(text, heading)| el("td").attr("data-column", *heading).text_owned(text));
    el("tr")
        .child(el("th").attr("scope", "row").text([strings::ROW, &format_number(problem.row)].concat()))
        .extend(cells)
}

/// The whole report as lines of text.
pub(crate) fn report_text(report: &ImportReport) -> String {
    let mut lines = vec![[&*report.file, ", ", report.encoding, ": ", &report.summary()].concat()];
    lines.extend(report.columns.iter().map(|it| column_line(report, it)));
    lines.extend(report.problems.iter().map(Diagnostic::one_line));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::import::{ImportOptions, read};

    /// The report of a file, as it is copied.
    fn text_of(file: &str) -> String {
        let options = ImportOptions { file: "ours.csv", ..ImportOptions::default() };
        report_text(&read(file.as_bytes(), &options).report)
    }

    #[test]
    fn practice_columns_are_not_reported_as_shown() {
        let file =
            "Practice,Practice email,Membership,Federation\nOak,a@example.org,x,North\nElm,b@example.org,x,North\n";
        let text = text_of(file);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "ours.csv, UTF-8: 2 practices in 1 federation: 2 of 2 rows used");
        assert_eq!(
            lines[1..5],
            [
                "Practice → member_practices",
                "Practice email → about practices, not shown for the federation",
                "Membership → shown in each federation's details",
                "Federation → name"
            ]
        );
    }

    #[test]
    fn the_copied_report_has_columns_and_problems() {
        let file = "Organisation,Phone,website\nHalton,1,javascript:alert(1)\n,2,\n";
        let text = text_of(file);
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
