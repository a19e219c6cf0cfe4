//! The tables of `docs/DATA.md` that are made from the code: which headings and words an editor's file may use.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use gpf_domain::import::{KnownColumn, value_aliases};

use crate::project::Project;

const GUIDE: &str = "docs/DATA.md";
const START: &str = "<!-- made by `cargo xtask data columns` -->\n";
const END: &str = "<!-- end -->\n";

/// Puts the tables into the guide.
pub(crate) fn write(project: &Project) -> Result<()> {
    let path = project.path(GUIDE);
    let guide = fs::read_to_string(&path)?;
    fs::write(&path, with_tables(&guide)?)?;
    Ok(())
}

fn with_tables(guide: &str) -> Result<String> {
    let parts = guide.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.with_context(|| format!("{GUIDE} has no place for the tables"))?;
    Ok(format!("{before}{START}\n{}\n{END}{after}", tables()))
}

fn tables() -> String {
    let mut text = String::from("| column | other headings that are read as it |\n|---|---|\n");
    for meaning in KnownColumn::all() {
        let _ = writeln!(text, "| `{}` | {} |", meaning.name(), meaning.aliases().join(", "));
    }
    text.push_str("\n| column | word | other words that are read as it |\n|---|---|---|\n");
    for meaning in KnownColumn::all() {
        for (word, others) in value_aliases(meaning) {
            let _ = writeln!(text, "| `{}` | `{word}` | {} |", meaning.name(), others.join(", "));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_says_what_the_code_reads() {
        let guide = fs::read_to_string(Project::locate().unwrap().path(GUIDE)).unwrap();
        assert!(guide == with_tables(&guide).unwrap(), "run `cargo xtask data columns`");
    }
}
