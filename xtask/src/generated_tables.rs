//! Generated tables in documents, each between a line such as `<!-- table: options finder -->` and the line `<!-- end
//! -->`.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// The first part of a table's first line.
pub(crate) const START: &str = "<!-- table: ";
const END: &str = "<!-- end -->";

/// Updates the tables of a document. `table` returns a table by its name.
pub(crate) fn update(project: &Project, document: &str, table: &dyn Fn(&str) -> Result<String>) -> Result<()> {
    let path = project.path(document);
    let text = with_tables(&fs::read_to_string(&path)?, table).with_context(|| document.to_owned())?;
    Ok(fs::write(&path, text)?)
}

/// The document with each of its tables replaced by the result of `table`.
pub(crate) fn with_tables(document: &str, table: &dyn Fn(&str) -> Result<String>) -> Result<String> {
    let mut parts = document.split(START);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->\n").context("a table has a name")?;
        let (_, after) = rest.split_once(END).with_context(|| format!("the table {name} has no end"))?;
        let table = table(name)?;
        text.push_str(&[START, name, " -->\n\n", &table, "\n", END, after].concat());
    }
    Ok(text)
}
