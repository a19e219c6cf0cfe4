//! The events of an element. They are dispatched from the host element, bubble, and cross shadow boundaries.

use gpf_domain::import::ImportReport;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::js_object::to_js_object;

/// `gpf-ready`: the widget is ready to use.
#[derive(Serialize)]
pub struct ReadyDetail {
    /// The widget's version.
    pub version: &'static str,
}

/// `gpf-results`: the results that the user sees have changed.
#[derive(Serialize)]
pub struct ResultsDetail<'a> {
    /// Federations in the list.
    pub total: u32,
    /// Federations that match.
    pub matching: u32,
    /// The region filter: a region's name or `unknown`. `null` for any.
    pub region: Option<&'a str>,
    /// The text in the search box.
    pub text: &'a str,
}

/// `gpf-select`: the user has opened the details of a federation.
#[derive(Serialize)]
pub struct SelectDetail<'a> {
    /// The federation's id.
    pub id: &'a str,
    /// The federation's name.
    pub name: &'a str,
}

/// `gpf-compare`: the legal forms or models that the user compares have changed.
#[derive(Serialize)]
pub struct CompareDetail<'a> {
    /// `legal-forms` or `models`.
    pub kind: &'static str,
    /// The ids of the forms or models.
    pub forms: &'a [String],
}

/// `gpf-data`: an editor's own list has been read, with its result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListLoadedDetail<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Rows that are not empty, without the header.
    pub rows: u32,
    /// Rows that are used. If 0, another list is shown.
    pub used: u32,
    /// Rows that are left out.
    pub skipped_rows: u32,
    /// Cells that are left out of rows that are used.
    pub ignored_cells: u32,
    /// Built-in federations that a row of the file replaces.
    pub replaced: u32,
    /// The number of problems.
    pub problem_count: u32,
}

impl<'a> ListLoadedDetail<'a> {
    /// The numbers of a report.
    #[must_use]
    pub fn of(report: &'a ImportReport) -> Self {
        let ImportReport { ref file, rows, used, skipped_rows, ignored_cells, replaced, problem_count, .. } = *report;
        Self { file, rows, used, skipped_rows, ignored_cells, replaced, problem_count }
    }
}

/// Dispatches `name` from `host` with `detail` as a plain object.
pub fn dispatch(host: &HtmlElement, name: &str, detail: &impl Serialize) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&to_js_object(detail).unwrap_or(JsValue::NULL));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // An exception in a listener is the page's responsibility.
        _ = host.dispatch_event(&event);
    }
}
