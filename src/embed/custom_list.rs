//! An editor's own list. The loader passes in its bytes and calls for each step, so that the page stays responsive.

use std::sync::Arc;

use gpf_domain::directory::Scope;
use gpf_domain::import::{ImportOptions, ImportReport, Imported, Importer, Progress};
use wasm_bindgen::prelude::*;

use super::js_object::to_js_object;
use super::list_store::{LoadedList, built_in_dataset, set_page_list};
use super::options::{self, log_warning};
use crate::finder::dataset::Dataset;
use crate::finder::strings;

/// Rows per step, for 1 or 2 milliseconds. The loader runs all the steps that fit between 2 frames.
const ROWS_PER_STEP: usize = 500;

/// A list that is being read, or has been read.
#[wasm_bindgen]
pub struct CustomList {
    phase: Phase,
    progress: Progress,
}

enum Phase {
    Importing(Box<Importer>),
    Summarising(Box<Dataset>, Arc<ImportReport>),
    Ready(LoadedList),
    Rejected(Arc<ImportReport>),
}

#[wasm_bindgen]
impl CustomList {
    /// Starts to read a file of this name and, if it is known, size. A wrong `merge` is reported in the console.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn new(
        file: &str,
        size: Option<u32>,
        label: Option<String>,
        date: Option<String>,
        merge: Option<String>,
    ) -> Self {
        let merge = log_warning(options::merge(merge.as_deref()));
        let (base, size) = (built_in_dataset(), size.map(|size| size as usize));
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        let (label, date, today) = (label.as_deref(), date.as_deref(), now.get(..10));
        let options = ImportOptions { file, size, base: Some(&base.directory), merge, label, date, today };
        let progress = Progress { per_mille: 0, needs_input: true, is_done: false };
        Self { phase: Phase::Importing(Box::new(Importer::new(&options))), progress }
    }

    /// Takes the next bytes; 64 kB is a good size. Returns whether more bytes are useful.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        if let Phase::Importing(loading) = &mut self.phase {
            loading.push_bytes(bytes);
            self.progress.needs_input = false;
            return !loading.is_refused();
        }
        false
    }

    /// Ends the input: there are no more bytes.
    pub fn close(&mut self) {
        if let Phase::Importing(loading) = &mut self.phase {
            loading.finish_input();
            self.progress.needs_input = false;
        }
    }

    /// Runs one step. Returns whether there is more to do now. If not, the list needs more bytes, or is finished.
    pub fn step(&mut self) -> bool {
        let is_over = match &mut self.phase {
            Phase::Importing(loading) => {
                self.progress = loading.step(ROWS_PER_STEP);
                self.progress.is_done
            }
            Phase::Summarising(data, _) => data.summarise_rows(ROWS_PER_STEP as u32),
            Phase::Ready(_) | Phase::Rejected(_) => return false,
        };
        if is_over {
            self.phase = std::mem::replace(&mut self.phase, Phase::Rejected(Arc::default())).next();
        }
        !self.progress.needs_input
    }

    /// The progress, out of 1000.
    #[wasm_bindgen(getter)]
    pub fn progress(&self) -> u32 {
        self.progress.per_mille
    }

    /// Why the file cannot be used. `None` if some of it can be.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Option<String> {
        let Phase::Rejected(report) = &self.phase else { return None };
        let Some(problem) = report.problems.first() else {
            let none = if report.columns.is_empty() { strings::NO_HEADER } else { strings::NO_ROWS };
            return Some([&*report.file, none].concat());
        };
        let line = match problem.scope {
            // The problem is about the whole file, so no row is mentioned, unless the problem quotes its text.
            Scope::File if problem.value.is_none() => [&problem.message, ". ", &problem.fix].concat(),
            _ => problem.one_line(),
        };
        Some([&*report.file, strings::CANNOT_BE_USED, &line, "."].concat())
    }

    /// The report about the file, as a plain object.
    ///
    /// # Errors
    ///
    /// If the file has not been read yet.
    pub fn report(&self) -> Result<JsValue, JsError> {
        match &self.phase {
            Phase::Importing(_) | Phase::Summarising(..) => Err(JsError::new("the list is still being read")),
            Phase::Ready(LoadedList { report, .. }) | Phase::Rejected(report) => to_js_object(&**report),
        }
    }

    /// The problems as a CSV file. Empty if the file has not been read yet.
    pub fn problems_csv(&self) -> String {
        match &self.phase {
            Phase::Importing(_) | Phase::Summarising(..) => String::new(),
            Phase::Ready(LoadedList { report, .. }) | Phase::Rejected(report) => report.problems_csv(),
        }
    }

    /// Uses the list in place of the built-in list on the whole page, if it can be used. Returns whether it can.
    pub fn install_for_page(&self) -> bool {
        let read = self.loaded().cloned();
        let is_useful = read.is_some();
        if is_useful {
            set_page_list(read);
        }
        is_useful
    }
}

impl CustomList {
    /// The list, if it can be used.
    pub(super) fn loaded(&self) -> Option<&LoadedList> {
        if let Phase::Ready(read) = &self.phase { Some(read) } else { None }
    }

    /// The report about a file that cannot be used.
    pub(super) fn rejection_report(&self) -> Option<Arc<ImportReport>> {
        if let Phase::Rejected(report) = &self.phase { Some(Arc::clone(report)) } else { None }
    }
}

impl Phase {
    fn next(self) -> Self {
        match self {
            Self::Importing(loading) => {
                let Imported { directory, index, report } = loading.finish();
                if report.used == 0 {
                    return Self::Rejected(Arc::new(report));
                }
                Self::Summarising(
                    Box::new(Dataset::new_partial(directory, index, Some(report.file.clone()))),
                    Arc::new(report),
                )
            }
            Self::Summarising(data, report) => Self::Ready(LoadedList { data: Arc::from(data), report }),
            over => over,
        }
    }
}

/// Goes back to the built-in list.
#[wasm_bindgen]
pub fn reset_page_list() {
    set_page_list(None);
}
