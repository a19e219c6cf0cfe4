//! The data in `assets/data`, read and checked by the same code that checks an editor's file.

use std::fs;

use anyhow::{Context, Result, bail};
use gpf_core::directory::Directory;

use crate::project::Project;

const FEDERATIONS: &str = "assets/data/federations.csv";
const SOURCES: &str = "assets/data/sources.csv";

/// The two files, and what they say.
pub(crate) struct Data {
    /// The text of `federations.csv`.
    pub(crate) federations: String,
    /// The text of `sources.csv`.
    pub(crate) sources: String,
    /// Both of them, understood.
    pub(crate) directory: Directory,
}

/// Reads the data. A fault in it is an error that names file, row and column.
pub(crate) fn read(project: &Project) -> Result<Data> {
    let text = |file: &str| fs::read_to_string(project.path(file)).with_context(|| format!("cannot read {file}"));
    let (federations, sources) = (text(FEDERATIONS)?, text(SOURCES)?);
    let import = Directory::from_csv(FEDERATIONS, &federations, &sources);
    if !import.faults.is_empty() {
        let lines: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
        bail!("the data has faults, mend them first\n{}", lines.join("\n"));
    }
    Ok(Data { federations, sources, directory: import.directory })
}

/// Says whether the data is sound.
pub(crate) fn check(project: &Project) -> Result<()> {
    let data = read(project)?;
    println!("{FEDERATIONS}: {} federations, no fault", data.directory.len());
    Ok(())
}
