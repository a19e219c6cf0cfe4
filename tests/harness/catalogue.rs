//! The legal forms and everything that is compared, from `assets/data`, as the build reads them.

use std::sync::OnceLock;

use anyhow::{Result, ensure};
use gpf_domain::comparison::authoring::{Files, read};
use gpf_domain::comparison::{Catalogue, Subject, SubjectKind};
use gpf_domain::directory::Federation;
use serde_json::Value;

use super::browser::Browser;
use super::finder::Finder;
use super::folders::project_text;
use super::oracle::directory;

/// The legal forms that a comparison compares unless something else is asked for.
pub(crate) const DEFAULT_FORMS: [&str; 3] =
    ["gp-partnership", "company-limited-by-shares", "community-interest-company"];

/// The catalogue.
pub(crate) fn catalogue() -> &'static Catalogue {
    static ALL: OnceLock<Catalogue> = OnceLock::new();
    ALL.get_or_init(|| {
        let ids: Vec<&str> = directory().federations().map(Federation::id).collect();
        let files = Files::each(project_text).expect("the files are there");
        read(&files, directory().sources(), &ids).expect("the data is sound")
    })
}

impl Browser {
    /// The page's comparison, once it has content. It has the same methods as a finder.
    ///
    /// # Errors
    /// Returns an error if no comparison appears in time.
    pub(crate) async fn comparison(&self) -> Result<Finder> {
        self.finder_at("gp-legal-form-comparison").await
    }
}

/// Opens the requirements. From then on their questions are in the document.
///
/// # Errors
/// Returns an error if they cannot be opened, or there are none.
pub(crate) async fn open_requirements(comparison: &Finder) -> Result<()> {
    comparison.click(".gpf-requirements > summary").await?;
    comparison
        .wait_for("the questions", "return !!root.querySelector('.gpf-requirements [data-field=requirement]')", &[])
        .await
}

/// Sets the requirement for a question. "" removes it. "No" exists only for questions with three choices.
///
/// # Errors
/// Returns an error if the requirement cannot be set.
pub(crate) async fn require(comparison: &Finder, criterion: &str, answer: &str) -> Result<()> {
    let css = format!("[data-field=requirement][data-id={criterion}][value='{answer}']");
    // Not under the sticky line at the bottom, as with Tab: drivers scroll only as far as the edge of the window.
    comparison.js::<Value>("root.querySelector(args[0]).focus()", &[css.clone().into()]).await?;
    comparison.click(&css).await
}

/// Waits until the table has columns for these forms or models, in the catalogue's order.
///
/// # Errors
/// Returns an error if the columns are different in the end.
pub(crate) async fn compares(comparison: &Finder, kind: SubjectKind, ids: &[&str]) -> Result<()> {
    let names: Vec<&str> = catalogue()
        .subjects(kind)
        .iter()
        .filter(|subject| ids.contains(&&*subject.id))
        .map(|subject| &*subject.name)
        .collect();
    ensure!(names.len() == ids.len(), "not all of {ids:?} are there");
    // If there is room for a table, these are its columns. In a narrow place they are the selected forms.
    let compared = "
        const columns = [...root.querySelectorAll('thead th')].slice(1).map((e) => e.firstChild.textContent);
        const ticked = [...root.querySelectorAll('.gpf-forms input:checked')].map((e) => e.labels[0].textContent);
        const shown = root.querySelector('.gpf-answer-group') ? ticked : columns;
        return shown.join('|') === args[0]";
    comparison.wait_for(&format!("a comparison of {names:?}"), compared, &[names.join("|").into()]).await
}

/// These forms, in the catalogue's order.
pub(crate) fn forms(ids: &[&str]) -> Vec<&'static Subject> {
    catalogue().forms.iter().filter(|form| ids.contains(&&*form.id)).collect()
}
