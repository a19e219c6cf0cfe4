//! `cargo xtask data check FILE`: how the finder would read an editor's own file.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use gpf_domain::import::{ImportOptions, ImportReport, Imported, read};

/// Reports how the file is read, and its problems. Returns an error if no row can be used.
pub(crate) fn check(file: &str) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {file}"))?;
    let Imported { report, .. } =
        read(&bytes, &ImportOptions { file, size: Some(bytes.len()), ..ImportOptions::default() });
    print!("{}", told(&report));
    if report.used == 0 {
        bail!("{file}: no row can be used. The finder would show the built-in list.");
    }
    Ok(())
}

fn told(report: &ImportReport) -> String {
    let mut text = String::new();
    for column in &report.columns {
        let heading = &column.heading;
        let _ = match column.column {
            Some(name) if name == heading => continue,
            Some(name) => writeln!(text, "column \"{heading}\" is read as {name}"),
            None => writeln!(text, "column \"{heading}\" is shown in each federation's details"),
        };
    }
    for problem in &report.problems {
        let _ = writeln!(text, "{problem}");
    }
    let more = report.problem_count as usize - report.problems.len();
    if more > 0 {
        let _ = writeln!(text, "… and {more} more problems");
    }
    let _ = writeln!(text, "{}: {}, {}", report.file, report.encoding, report.summary());
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn corpus(file: &str) -> String {
        let path = Project::locate().unwrap().path("crates/domain/tests/corpus").join(file);
        path.to_str().unwrap().to_owned()
    }

    #[test]
    fn file_with_a_valid_row_passes_and_its_problems_are_reported() {
        assert!(check(&corpus("cut-rows.csv")).is_ok());
        let bytes = fs::read(corpus("dates.csv")).unwrap();
        let told = told(&read(&bytes, &ImportOptions { file: "dates.csv", ..ImportOptions::default() }).report);
        assert!(told.contains("column \"last checked\" is read as checked_on\n"), "{told}");
        assert!(
            told.contains("dates.csv:3: last checked: \"11/22/2026\" has the month first. Put the day first"),
            "{told}"
        );
        assert!(told.ends_with("dates.csv: UTF-8, 6 of 6 rows used\n"), "{told}");
    }

    #[test]
    fn file_without_a_valid_row_fails() {
        for file in ["web-page.csv", "empty.csv", "no-name.csv", "workbook.csv", "only-header.csv"] {
            let error = check(&corpus(file)).unwrap_err().to_string();
            assert!(error.contains("no row can be used"), "{error}");
        }
        let error = check("no/such/file.csv").unwrap_err().to_string();
        assert_eq!(error, "cannot read no/such/file.csv");
    }
}
