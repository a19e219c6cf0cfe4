//! The release notes of a version: `## 1.2.3 (2026-11-22)` in CHANGELOG.md, and the text under it.

use anyhow::{Context, Result, bail, ensure};
use gpf_domain::guide::partial_date::PartialDate;

const UNRELEASED: &str = "## Unreleased";

/// Fails unless the changelog has an entry for this version, with a date and content, and nothing is left under
/// "Unreleased".
pub(crate) fn check(changelog: &str, version: &str) -> Result<()> {
    let entries = entries(changelog);
    if let Some((_, text)) = entries.iter().find(|(heading, _)| *heading == UNRELEASED) {
        ensure!(
            text.trim().is_empty(),
            "CHANGELOG.md: something stands under \"{UNRELEASED}\". Make it the entry of this version: \
             \"## {version} (YEAR-MONTH-DAY)\", and put an empty \"{UNRELEASED}\" over it."
        );
    }
    let start = format!("## {version}");
    let (heading, text) = entries
        .iter()
        .find(|(heading, _)| heading.split_whitespace().nth(1) == Some(version))
        .with_context(|| format!("CHANGELOG.md: no entry \"{start} (YEAR-MONTH-DAY)\" for this version"))?;
    let date = heading[start.len()..].trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match date {
        Some(date) if is_date(date) => {}
        _ => bail!("CHANGELOG.md: \"{heading}\" has to be \"{start} (YEAR-MONTH-DAY)\", such as \"(2026-11-22)\""),
    }
    ensure!(!text.trim().is_empty(), "CHANGELOG.md: nothing stands under \"{heading}\"");
    Ok(())
}

/// The changelog with what is unreleased as the entry of this version, unless nothing is.
pub(super) fn with_entry(changelog: &str, version: &str, date: &str) -> String {
    let is_pending = entries(changelog).iter().any(|(heading, text)| *heading == UNRELEASED && !text.trim().is_empty());
    if !is_pending {
        return changelog.to_owned();
    }
    let start = format!("\n{UNRELEASED}\n");
    changelog.replacen(&start, &format!("{start}\n## {version} ({date})\n"), 1)
}

/// Each heading of the second level, with the text under it.
fn entries(changelog: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in changelog.lines() {
        if line.starts_with("## ") {
            entries.push((line.trim_end(), String::new()));
        } else if let Some((_, text)) = entries.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    entries
}

/// Whether this is a valid date, such as `2026-11-22`.
fn is_date(text: &str) -> bool {
    let is_day = text.len() == "2026-11-22".len();
    is_day && PartialDate::read(text).and_then(PartialDate::iso).is_some_and(|date| date == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(changelog: &str) -> String {
        check(changelog, "1.2.3").unwrap_err().to_string()
    }

    #[test]
    fn entry_with_a_date_and_text_is_accepted() {
        let changelog = "# Changelog\n\n## Unreleased\n\n## 1.2.3 (2026-11-22)\n\n- New.\n\n## 1.2.2 (2026-01-01)\n";
        check(changelog, "1.2.3").unwrap();
        assert!(check(changelog, "1.2.2").unwrap_err().to_string().contains("nothing stands under"));
    }

    #[test]
    fn missing_parts_of_an_entry_are_reported() {
        assert!(error("# Changelog\n").contains("no entry \"## 1.2.3 (YEAR-MONTH-DAY)\""));
        assert!(error("## 1.2.30 (2026-11-22)\n\n- New.\n").contains("no entry"));
        assert!(error("## 1.2.3\n\n- New.\n").contains("has to be"));
        assert!(error("## 1.2.3 (soon)\n\n- New.\n").contains("has to be"));
        assert!(error("## Unreleased\n\n- Newer.\n\n## 1.2.3 (2026-11-22)\n\n- New.\n").contains("Unreleased"));
    }

    #[test]
    fn unreleased_section_becomes_the_entry_of_the_version() {
        let pending = "# Changelog\n\n## Unreleased\n\n- New.\n";
        assert!(check(pending, "1.2.3").is_err());
        let with_entry = with_entry(pending, "1.2.3", "2026-11-22");
        assert_eq!(with_entry, "# Changelog\n\n## Unreleased\n\n## 1.2.3 (2026-11-22)\n\n- New.\n");
        check(&with_entry, "1.2.3").unwrap();
        // It is there already.
        assert_eq!(super::with_entry(&with_entry, "1.2.3", "2026-11-23"), with_entry);
    }

    #[test]
    fn release_dates_must_exist() {
        for (text, expected) in [
            ("2026-11-22", true),
            ("2024-02-29", true),
            ("2026-02-29", false),
            ("2026-13-01", false),
            ("2026-11-31", false),
            ("2026-1-1", false),
            ("22-11-2026", false),
            ("2026-11-22-1", false),
        ] {
            assert_eq!(is_date(text), expected, "{text}");
        }
    }
}
