//! Parses and checks the catalogue's TOML files. Native only: browsers get the result in the format of
//! [`wire`](super::wire).

mod cases;
mod cells;
mod criteria;
mod findings;
mod sources;
mod subjects;

use super::{Catalogue, SubjectKind};
use crate::data_files::data_files;
use crate::directory::{Diagnostic, Source};
use crate::toml_source::{self, TomlReader};

data_files! {
    /// The contents of the catalogue's files.
    pub struct Files {
        /// The legal forms and their answers.
        legal_forms, LEGAL_FORMS = "assets/data/legal-forms.toml";
        /// The collaboration models and their answers.
        collaboration_models, COLLABORATION_MODELS = "assets/data/collaboration-models.toml";
        /// The questions.
        criteria, CRITERIA = "assets/data/criteria.toml";
        /// The findings, and the Acts that they cite.
        findings, FINDINGS = "assets/data/findings.toml";
        /// The case studies.
        case_studies, CASE_STUDIES = "assets/data/case-studies.toml";
    }
}

/// Parses the catalogue. `sources` are those of the directory (`sources.csv`): the catalogue keeps those that it cites.
/// `federations` are the ids that a case study can refer to.
///
/// # Errors
/// All problems of all files, in order and with their lines. Then there is no catalogue.
pub fn read(files: &Files, sources: &[Source], federations: &[&str]) -> Result<Catalogue, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut catalogue = Catalogue::default();

    let mut criteria = TomlReader::new(Files::CRITERIA, &files.criteria);
    catalogue.criteria = criteria::read(&mut criteria);
    problems.append(&mut criteria.into_problems());

    let mut forms = TomlReader::new(Files::LEGAL_FORMS, &files.legal_forms);
    let form_cells;
    (catalogue.forms, form_cells) = subjects::read(&mut forms, SubjectKind::Form, &catalogue.criteria);

    let mut models = TomlReader::new(Files::COLLABORATION_MODELS, &files.collaboration_models);
    let model_cells;
    (catalogue.models, model_cells) = subjects::read(&mut models, SubjectKind::Model, &catalogue.criteria);

    let mut findings = TomlReader::new(Files::FINDINGS, &files.findings);
    let mut root = findings.root();
    let taken = sources.iter().map(|source| source.id.clone()).collect();
    let law = toml_source::sources::read(&mut root, &mut findings, taken);
    catalogue.findings = findings::read(&mut root, &mut findings, &catalogue, sources, &law);
    root.finish(&mut findings);

    // The findings of cells are only known now.
    catalogue.cells = cells::with_findings(form_cells, &catalogue.findings, &mut forms);
    catalogue.cells.append(&mut cells::with_findings(model_cells, &catalogue.findings, &mut models));

    let mut cases = TomlReader::new(Files::CASE_STUDIES, &files.case_studies);
    catalogue.cases = cases::read(&mut cases, &catalogue, sources, federations);
    catalogue.sources = sources::cited(sources, law, &catalogue);

    for reader in [forms, models, findings, cases] {
        problems.append(&mut reader.into_problems());
    }
    if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
}
