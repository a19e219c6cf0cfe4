//! Exports of a comparison: as CSV for a spreadsheet, and as a table for a document.

use super::{Answer, Catalogue, Matrix, Shortlist};
use crate::export::{end_row, push_cell};
use crate::html::push_escaped;

/// The notice with every comparison: on the screen, in print and in files.
pub const NOT_LEGAL_ADVICE: &str = "This is not legal advice. The guidance is from 2013 and parts of it are out of \
                                    date. It does not describe every way of working together. Points marked \
                                    \"Law\" come from legislation that we added. We found no web address \
                                    for the guidance. Get advice from a solicitor before you choose.";

/// The heading over the questions in every table.
pub const QUESTION_HEADING: &str = "Question";

/// The cells of a table as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonExport {
    title: String,
    rows: Vec<Vec<String>>,
}

impl ComparisonExport {
    /// The content of a comparison: a row of headings, the verdict on each form or model (if there are requirements),
    /// and a row for each question. Each cell includes its source and date.
    #[must_use]
    pub fn new(title: &str, all: &Catalogue, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> Self {
        let headings = matrix.subjects.iter().map(|subject| subject.name.clone());
        let mut rows = vec![row(QUESTION_HEADING, headings)];
        if !shortlist.requirements.is_empty() {
            let assessments = matrix.subjects.iter().map(|subject| {
                let assessment = shortlist.assessments.iter().find(|it| it.subject.id == subject.id);
                assessment.map_or("", |it| it.label()).to_owned()
            });
            rows.push(row("Your requirements", assessments));
        }
        for line in &matrix.rows {
            let cells = line.cells.iter().map(|cell| {
                if cell.answer == Answer::NotStated {
                    return cell.answer.label().to_owned();
                }
                [cell.answer.label(), ". ", &cell.explanation, " (", &all.cite_cell(cell), ")"].concat()
            });
            rows.push(row(&line.criterion.question, cells));
        }
        Self { title: title.to_owned(), rows }
    }

    /// CSV (RFC 4180) with a byte order mark and CRLF, which Excel needs. A cell that a spreadsheet would interpret as
    /// a formula is written as text.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut file = String::from('\u{feff}');
        for row in &self.rows {
            for cell in row {
                push_cell(&mut file, cell);
            }
            end_row(&mut file);
        }
        push_cell(&mut file, NOT_LEGAL_ADVICE);
        end_row(&mut file);
        file
    }

    /// An HTML table, which programs such as Word and Outlook accept from the clipboard.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::from("<table border=\"1\"><caption>");
        push_escaped(&mut html, &self.title);
        html.push_str("</caption>");
        for (at, row) in self.rows.iter().enumerate() {
            html.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let (start, end) = match (at, column) {
                    (0, _) => ("<th scope=\"col\">", "</th>"),
                    (_, 0) => ("<th scope=\"row\">", "</th>"),
                    _ => ("<td>", "</td>"),
                };
                html.push_str(start);
                push_escaped(&mut html, cell);
                html.push_str(end);
            }
            html.push_str("</tr>");
        }
        html.push_str("</table><p>");
        push_escaped(&mut html, NOT_LEGAL_ADVICE);
        html.push_str("</p>");
        html
    }

    /// Text with tabs between the cells, which spreadsheets and plain text editors accept.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = self.title.clone();
        text.push('\n');
        for row in &self.rows {
            text.push_str(&row.join("\t"));
            text.push('\n');
        }
        text.push_str(NOT_LEGAL_ADVICE);
        text.push('\n');
        text
    }
}

fn row(first: &str, rest: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(first.to_owned()).chain(rest).collect()
}
