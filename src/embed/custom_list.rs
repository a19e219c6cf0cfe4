//! An editor's own list: the loader feeds it with bytes and takes its steps, so that the page goes on answering.

use std::sync::Arc;

use gpf_domain::directory::Scope;
use gpf_domain::import::{ImportReport, Imported, Importer, Options, Progress};
use wasm_bindgen::prelude::*;

use super::js_object::to_js_object;
use super::list_store::{LoadedList, bundled_dataset, set_page_list};
use super::options::{self, log_warning};
use crate::finder::dataset::Dataset;

/// Rows a step: a millisecond or two. The loader takes as many steps as fit between two frames.
const ROWS_PER_STEP: usize = 500;

/// A list that is being read, or has been.
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
    /// Begins with a file of this name and, where it is known, size. A wrong `merge` is said in the console.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn new(file: &str, size: Option<u32>, label: &str, date: &str, merge: Option<String>) -> Self {
        let merge = log_warning(options::merge(merge.as_deref()));
        let (base, size) = (bundled_dataset(), size.map(|size| size as usize));
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        let today = now.get(..10).unwrap_or_default();
        let options = Options { file, size, base: Some(&base.directory), merge, label, date, today };
        let progress = Progress { per_mille: 0, needs_input: true, is_done: false };
        Self { phase: Phase::Importing(Box::new(Importer::new(&options))), progress }
    }

    /// Takes the next bytes; 64 kB do well. Says whether there is any use in more.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        if let Phase::Importing(loading) = &mut self.phase {
            loading.push_bytes(bytes);
            self.progress.needs_input = false;
            return !loading.is_refused();
        }
        false
    }

    /// Says that there are no more bytes.
    pub fn close(&mut self) {
        if let Phase::Importing(loading) = &mut self.phase {
            loading.finish_input();
            self.progress.needs_input = false;
        }
    }

    /// Works on for a moment. Says whether there is more to do at once: if not, the list wants more bytes, or is done.
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

    /// How much has been done, out of 1000.
    #[wasm_bindgen(getter)]
    pub fn progress(&self) -> u32 {
        self.progress.per_mille
    }

    /// Why nothing of the file can be used; empty where something can.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> String {
        let Phase::Rejected(report) = &self.phase else { return String::new() };
        let Some(problem) = report.problems.first() else {
            let none = " has no rows. Add a header row and a row for each federation, then save the file.";
            return [&*report.file, none].concat();
        };
        let line = match problem.scope {
            // No row is to be looked at.
            Scope::File => [&problem.message, ". ", &problem.fix].concat(),
            _ => problem.one_line(),
        };
        [&*report.file, " cannot be used. ", &line, "."].concat()
    }

    /// What there is to say about the file, as a plain object.
    ///
    /// # Errors
    ///
    /// Where it has not been read yet.
    pub fn report(&self) -> Result<JsValue, JsError> {
        match &self.phase {
            Phase::Importing(_) | Phase::Summarising(..) => Err(JsError::new("the list is still being read")),
            Phase::Ready(LoadedList { report, .. }) | Phase::Rejected(report) => to_js_object(&**report),
        }
    }

    /// The problems as a CSV file; empty where it has not been read yet.
    pub fn problems_csv(&self) -> String {
        match &self.phase {
            Phase::Importing(_) | Phase::Summarising(..) => String::new(),
            Phase::Ready(LoadedList { report, .. }) | Phase::Rejected(report) => report.problems_csv(),
        }
    }

    /// Puts it in the place of the bundled list for the whole page, where it can be used. Says whether it can.
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
    /// The list, where it can be used.
    pub(super) fn loaded(&self) -> Option<&LoadedList> {
        if let Phase::Ready(read) = &self.phase { Some(read) } else { None }
    }

    /// What there is to say about a file that cannot be used.
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
                    Box::new(Dataset::new_partial(directory, index, report.file.clone())),
                    Arc::new(report),
                )
            }
            Self::Summarising(data, report) => Self::Ready(LoadedList { data: Arc::from(data), report }),
            over => over,
        }
    }
}

/// Puts the bundled list back in its place.
#[wasm_bindgen]
pub fn reset_page_list() {
    set_page_list(None);
}
