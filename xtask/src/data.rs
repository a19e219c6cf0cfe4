//! The data in `assets/data`, read and checked by the same code that checks an editor's file.

use std::fs;

use anyhow::{Context, Result, bail};
use gpf_core::comparison::Catalogue;
use gpf_core::comparison::authoring::{self, Files};
use gpf_core::directory::{Directory, Fault, Federation};
use gpf_core::guide::{self, Guide};

use crate::project::Project;

const FEDERATIONS: &str = "assets/data/federations.csv";
const SOURCES: &str = "assets/data/sources.csv";

/// The files, and what they say.
pub(crate) struct Data {
    /// The text of `federations.csv`.
    pub(crate) federations: String,
    /// The text of `sources.csv`.
    pub(crate) sources: String,
    /// Both of them, understood.
    pub(crate) directory: Directory,
    /// The legal forms and all that is compared, from the TOML files.
    pub(crate) catalogue: Catalogue,
    /// The guide, from the TOML files.
    pub(crate) guide: Guide,
}

/// Reads the data. A fault in it is an error that names file, row and column.
pub(crate) fn read(project: &Project) -> Result<Data> {
    let text = |file: &str| fs::read_to_string(project.path(file)).with_context(|| format!("cannot read {file}"));
    let (federations, sources) = (text(FEDERATIONS)?, text(SOURCES)?);
    let import = Directory::from_csv(FEDERATIONS, &federations, &sources);
    refuse(&import.faults)?;
    let ids: Vec<&str> = import.directory.federations().map(Federation::id).collect();
    let catalogue = authoring::read(&Files::each(text)?, import.directory.sources(), &ids);
    let catalogue = catalogue.or_else(|faults| refuse(&faults).map(|()| Catalogue::default()))?;
    let guide = Guide::read(&guide::Files::each(text)?, import.directory.sources());
    let guide = guide.or_else(|faults| refuse(&faults).map(|()| Guide::default()))?;
    Ok(Data { federations, sources, directory: import.directory, catalogue, guide })
}

fn refuse(faults: &[Fault]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    bail!("the data has faults, mend them first\n{}", lines.join("\n"));
}

/// Says whether the data is sound.
pub(crate) fn check(project: &Project) -> Result<()> {
    let data = read(project)?;
    println!("{FEDERATIONS}: {} federations, no fault", data.directory.len());
    let all = &data.catalogue;
    println!(
        "{}: {} legal forms, {} collaboration models, {} findings, {} case studies, no fault",
        Files::FINDINGS,
        all.forms.len(),
        all.models.len(),
        all.findings.len(),
        all.cases.len()
    );
    let guide = &data.guide;
    println!(
        "{}: {} sections, {} questions, {} moments, {} populations, {} documents to read, no fault",
        guide::Files::SECTIONS,
        guide.sections.len(),
        guide.questions.len(),
        guide.moments.len(),
        guide.populations.len(),
        guide.readings.len()
    );
    Ok(())
}
