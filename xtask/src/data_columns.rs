//! The tables of `docs/DATA.md` that are generated from the code: the column headings and words that an editor's file
//! can use.

use std::fmt::Write as _;

use anyhow::{Result, ensure};
use gpf_domain::import::{KnownColumn, value_aliases};

use crate::generated_tables::update;
use crate::project::Project;

const GUIDE: &str = "docs/DATA.md";
/// The names of the tables there.
const NAME: &str = "columns";

/// Writes the tables into the guide.
pub(crate) fn write(project: &Project) -> Result<()> {
    update(project, GUIDE, &by_name)
}

fn by_name(name: &str) -> Result<String> {
    ensure!(name == NAME, "there is no table called \"{name}\"");
    Ok(tables())
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
    use std::fs;

    use super::*;
    use crate::generated_tables::with_tables;

    #[test]
    fn column_tables_in_the_guide_match_the_code() {
        let guide = fs::read_to_string(Project::locate().unwrap().path(GUIDE)).unwrap();
        assert!(guide.contains(&format!("<!-- table: {NAME} -->")), "{GUIDE} has no place for the tables");
        assert!(guide == with_tables(&guide, &by_name).unwrap(), "run `cargo xtask docs`");
    }
}
