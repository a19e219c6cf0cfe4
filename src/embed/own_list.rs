//! An editor's own list: the loader feeds it with bytes and takes its steps, so that the page goes on answering.

use std::sync::Arc;

use gpf_core::directory::Severity;
use gpf_core::import::{Loaded, Loading, Options, Progress, Report};
use wasm_bindgen::prelude::*;

use super::api::to_plain;
use super::options::{self, told};
use super::start::{bundled, set_loaded};
use crate::finder::state::Data;

/// Rows a step: a millisecond or two. The loader takes as many steps as fit between two frames.
const STEP: usize = 500;

/// A list that has been read and can be used.
#[derive(Clone)]
pub(super) struct Read {
    /// The list.
    pub(super) data: Arc<Data>,
    /// How it was read.
    pub(super) report: Arc<Report>,
}

/// A list that is being read, or has been.
#[wasm_bindgen]
pub struct OwnList {
    stage: Stage,
    progress: Progress,
}

enum Stage {
    Reading(Box<Loading>),
    Noting(Box<Data>, Arc<Report>),
    Read(Read),
    Useless(Arc<Report>),
}

#[wasm_bindgen]
impl OwnList {
    /// Begins with a file of this name and, where it is known, size. A wrong `merge` is said in the console.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn new(file: &str, size: Option<u32>, label: &str, date: &str, merge: Option<String>) -> Self {
        let merge = told(options::merge(merge.as_deref()));
        let (base, size) = (bundled(), size.map(|size| size as usize));
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        let today = now.get(..10).unwrap_or_default();
        let options = Options { file, size, base: Some(&base.directory), merge, label, date, today };
        let progress = Progress { per_mille: 0, needs_more: true, is_done: false };
        Self { stage: Stage::Reading(Box::new(Loading::new(&options))), progress }
    }

    /// Takes the next bytes; 64 kB do well. Says whether there is any use in more.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        if let Stage::Reading(loading) = &mut self.stage {
            loading.feed(bytes);
            self.progress.needs_more = false;
            return !loading.is_refused();
        }
        false
    }

    /// Says that there are no more bytes.
    pub fn close(&mut self) {
        if let Stage::Reading(loading) = &mut self.stage {
            loading.close();
            self.progress.needs_more = false;
        }
    }

    /// Works on for a moment. Says whether there is more to do at once: if not, the list wants more bytes, or is done.
    pub fn step(&mut self) -> bool {
        let is_over = match &mut self.stage {
            Stage::Reading(loading) => {
                self.progress = loading.step(STEP);
                self.progress.is_done
            }
            Stage::Noting(data, _) => data.note(STEP as u32),
            Stage::Read(_) | Stage::Useless(_) => return false,
        };
        if is_over {
            self.stage = std::mem::replace(&mut self.stage, Stage::Useless(Arc::default())).next();
        }
        !self.progress.needs_more
    }

    /// How much has been done, out of 1000.
    #[wasm_bindgen(getter)]
    pub fn progress(&self) -> u32 {
        self.progress.per_mille
    }

    /// Why nothing of the file can be used; empty where something can.
    #[wasm_bindgen(getter)]
    pub fn trouble(&self) -> String {
        let Stage::Useless(report) = &self.stage else { return String::new() };
        let Some(fault) = report.faults.first() else {
            let none = " has no rows. Add a header row and a row for each federation, then save the file.";
            return [&*report.file, none].concat();
        };
        let line = match fault.severity {
            // No row is to be looked at.
            Severity::File => [&fault.what, ". ", &fault.right].concat(),
            _ => fault.line(),
        };
        [&*report.file, " cannot be used. ", &line, "."].concat()
    }

    /// What there is to say about the file, as a plain object.
    ///
    /// # Errors
    ///
    /// Where it hasn't been read yet.
    pub fn report(&self) -> Result<JsValue, JsError> {
        match &self.stage {
            Stage::Reading(_) | Stage::Noting(..) => Err(JsError::new("the list is still being read")),
            Stage::Read(Read { report, .. }) | Stage::Useless(report) => to_plain(&**report),
        }
    }

    /// The faults as a CSV file; empty where it hasn't been read yet.
    pub fn faults_csv(&self) -> String {
        match &self.stage {
            Stage::Reading(_) | Stage::Noting(..) => String::new(),
            Stage::Read(Read { report, .. }) | Stage::Useless(report) => report.faults_csv(),
        }
    }

    /// Puts it in the place of the bundled list for the whole page, where it can be used. Says whether it can.
    pub fn use_for_page(&self) -> bool {
        let read = self.read().cloned();
        let is_useful = read.is_some();
        if is_useful {
            set_loaded(read);
        }
        is_useful
    }
}

impl OwnList {
    /// The list, where it can be used.
    pub(super) fn read(&self) -> Option<&Read> {
        if let Stage::Read(read) = &self.stage { Some(read) } else { None }
    }

    /// What there is to say about a file that can't be used.
    pub(super) fn unused_report(&self) -> Option<Arc<Report>> {
        if let Stage::Useless(report) = &self.stage { Some(Arc::clone(report)) } else { None }
    }
}

impl Stage {
    fn next(self) -> Self {
        match self {
            Self::Reading(loading) => {
                let Loaded { directory, index, report } = loading.finish();
                if report.used == 0 {
                    return Self::Useless(Arc::new(report));
                }
                Self::Noting(Box::new(Data::begin(directory, index, report.file.clone())), Arc::new(report))
            }
            Self::Noting(data, report) => Self::Read(Read { data: Arc::from(data), report }),
            over => over,
        }
    }
}

/// Puts the bundled list back in its place.
#[wasm_bindgen]
pub fn unload() {
    set_loaded(None);
}
