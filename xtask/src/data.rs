//! The data in `assets/data`, read and checked by the same code as an editor's file.

use std::fs;

use anyhow::{Context, Result, anyhow, bail};
use gpf_domain::comparison::Catalogue;
use gpf_domain::comparison::authoring::{self, Files};
use gpf_domain::directory::{Diagnostic, Directory, Federation, authoring as directory};
use gpf_domain::guide::{self, Guide};
use gpf_domain::near::Districts;
use gpf_domain::near::authoring as districts;

use crate::project::Project;

const DISTRICTS: &str = "assets/data/postcode-districts.csv";
const GAZETTEER: &str = "assets/data/gazetteer.csv";

/// The files, and their parsed contents.
pub(crate) struct Data {
    /// The text of `federations.csv`.
    pub(crate) federations: String,
    /// The text of `sources.csv`.
    pub(crate) sources: String,
    /// The coverage of the evidence, and its weak points.
    pub(crate) report: directory::Report,
    /// The directory that both files describe.
    pub(crate) directory: Directory,
    /// The legal forms and everything that is compared, from the TOML files.
    pub(crate) catalogue: Catalogue,
    /// The guide, from the TOML files.
    pub(crate) guide: Guide,
    /// The postcode districts and the gazetteer, in the text format of the script.
    pub(crate) districts: String,
}

/// Reads the data. A problem in it is an error that names file, row and column.
pub(crate) fn read(project: &Project) -> Result<Data> {
    let text = |file: &str| fs::read_to_string(project.path(file)).with_context(|| format!("cannot read {file}"));
    let built = directory::build(&directory::Files::each(text)?);
    let built = match built {
        Ok(built) => built,
        Err(problems) => return refuse(&problems).and_then(|()| bail!("The data has errors. Fix them first.")),
    };
    let (federations, sources, report) = (built.federations, built.sources, built.report);
    // The same checks as for an editor's file: the widget reads only data that has passed both.
    let import = Directory::from_csv("federations.csv", &federations, &sources);
    refuse(&import.problems)?;
    let ids: Vec<&str> = import.directory.federations().map(Federation::id).collect();
    let catalogue = authoring::read(&Files::each(text)?, import.directory.sources(), &ids);
    let catalogue = catalogue.or_else(|problems| refuse(&problems).map(|()| Catalogue::default()))?;
    let guide = Guide::read(&guide::Files::each(text)?, &built.documents);
    let guide = guide.or_else(|problems| refuse(&problems).map(|()| Guide::default()))?;
    let districts = districts::pack(&text(DISTRICTS)?).map_err(|problem| anyhow!("{DISTRICTS}, {problem}"))?;
    let districts =
        districts::add_gazetteer(&text(GAZETTEER)?, &districts).map_err(|problem| anyhow!("{GAZETTEER}, {problem}"))?;
    Ok(Data { federations, sources, directory: import.directory, report, catalogue, guide, districts })
}

fn refuse(problems: &[Diagnostic]) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    bail!("The data has errors. Fix them first.\n{}", lines.join("\n"));
}

/// Reports whether the data is valid.
pub(crate) fn check(project: &Project) -> Result<()> {
    let data = read(project)?;
    println!("{}: {} federations, no problem", directory::Files::EVIDENCE, data.directory.len());
    let all = &data.catalogue;
    println!(
        "{}: {} legal forms, {} collaboration models, {} findings, {} case studies, no problem",
        Files::FINDINGS,
        all.forms.len(),
        all.models.len(),
        all.findings.len(),
        all.cases.len()
    );
    let guide = &data.guide;
    println!(
        "{}: {} sections, {} questions, {} moments, {} populations, {} terms, {} documents to read, no problem",
        guide::Files::SECTIONS,
        guide.sections.len(),
        guide.questions.len(),
        guide.events.len(),
        guide.populations.len(),
        guide.glossary.len(),
        guide.readings.len()
    );
    let districts = Districts::read(&data.districts);
    println!("{DISTRICTS}: {} districts, no problem", districts.all().len());
    println!("{GAZETTEER}: {} names, no problem", districts.gazetteer().count());
    Ok(())
}
