//! The legal forms and all that is compared, from `assets/data`, as the build reads them.

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
    /// The page's comparison, once it shows something. It has the same ways in as a finder.
    ///
    /// # Errors
    /// When none appears in time.
    pub(crate) async fn comparison(&self) -> Result<Finder> {
        self.finder_at("gp-legal-form-comparison").await
    }
}

/// Opens what can be required: the questions are there from then on.
///
/// # Errors
/// When it cannot be opened, or there are none.
pub(crate) async fn open_requirements(comparison: &Finder) -> Result<()> {
    comparison.click(".gpf-requirements > summary").await?;
    comparison
        .wait_for("the questions", "return !!root.querySelector('.gpf-requirements [data-field=requirement]')", &[])
        .await
}

/// Requires an answer to a question, or with "" none; a no and none only where there is a choice between three.
///
/// # Errors
/// When it cannot be required.
pub(crate) async fn require(comparison: &Finder, criterion: &str, answer: &str) -> Result<()> {
    let css = format!("[data-field=requirement][data-id={criterion}][value='{answer}']");
    // Clear of the line at the foot, as Tab would bring it: drivers scroll no further than the window's edge.
    comparison.js::<Value>("root.querySelector(args[0]).focus()", &[css.clone().into()]).await?;
    comparison.click(&css).await
}

/// Waits until the table's columns are these forms or models, in the catalogue's order.
///
/// # Errors
/// When they are others in the end.
pub(crate) async fn compares(comparison: &Finder, kind: SubjectKind, ids: &[&str]) -> Result<()> {
    let names: Vec<&str> = catalogue()
        .subjects(kind)
        .iter()
        .filter(|subject| ids.contains(&&*subject.id))
        .map(|subject| &*subject.name)
        .collect();
    ensure!(names.len() == ids.len(), "not all of {ids:?} are there");
    // Where there is room for a table, these are its columns; in a narrow place they are the forms that are ticked.
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
