//! `cargo xtask data report`: the coverage of the directory's evidence, and its weak points.

use std::fmt::Write as _;

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use gpf_domain::directory::authoring::Report;

use crate::data;
use crate::project::Project;
use crate::reading_age;

/// Prints the report. A contradiction without an explaining comment is an error.
pub(crate) fn report(project: &Project) -> Result<()> {
    let report = data::read(project)?.report;
    print!("{}{}", text(&report), reading_age::report(project)?);
    let open: Vec<&str> = report.contradictions.iter().filter(|it| !it.is_explained).map(|it| &*it.what).collect();
    ensure!(open.is_empty(), "facts contradict each other, and no comment says why one is shown:\n{}", open.join("\n"));
    Ok(())
}

fn text(report: &Report) -> String {
    let mut text = String::new();
    let federations: usize = report.statuses.values().sum();
    let _ = writeln!(text, "{federations} federations, {} facts, as of {}", report.facts, report.date);
    for (status, count) in &report.statuses {
        let _ = writeln!(text, "  {status}: {count}");
    }
    let _ = writeln!(text, "  known to be active in the 5 years before {}: {}", report.date, report.seen);
    let _ = writeln!(text, "\nFederations with each column filled, in all and by NHS region");
    let _ = write!(text, "{:<18}{:>5}", "column", "all");
    let regions = Region::ALL.map(Region::name);
    for region in regions {
        let short: String = region.split(' ').filter_map(|word| word.chars().next()).collect();
        let _ = write!(text, "{short:>6}");
    }
    text.push('\n');
    for coverage in &report.columns {
        let _ = write!(text, "{:<18}{:>5}", coverage.column, coverage.all);
        for region in regions {
            let _ = write!(text, "{:>6}", coverage.by_region.get(region).copied().unwrap_or_default());
        }
        text.push('\n');
    }
    let mut list = |title: &str, lines: &[String]| {
        let _ = writeln!(text, "\n{title}: {}", lines.len());
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    };
    list("Facts shown that are over 3 years old", &report.old);
    list("Numbers shown without a date, as their sources have none", &report.undated);
    let contradictions: Vec<String> = report
        .contradictions
        .iter()
        .map(|it| format!("{} ({})", it.what, if it.is_explained { "explained" } else { "NOT EXPLAINED" }))
        .collect();
    list("Facts of the same field, date and rank that differ", &contradictions);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_report_contains_the_required_figures() {
        let report = data::read(&Project::locate().unwrap()).unwrap().report;
        assert!(report.statuses.values().sum::<usize>() >= 175, "{:?}", report.statuses);
        assert!(report.seen >= 95, "{}", report.seen);
        assert!(report.contradictions.iter().all(|it| it.is_explained), "{:?}", report.contradictions);
        let text = text(&report);
        for words in ["federations, ", "website ", "over 3 years old", "without a date"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}
