//! The views about an editor's own list: its progress, why it could not be used, and its source.

use gpf_domain::format;

use crate::finder::dataset::Dataset;
use crate::finder::list_status::{ListProgress, ListStatus};
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::vdom::{VElement, div, el_class};

/// The progress bar that replaces the results while a list is read.
pub(super) fn progress_bar(progress: &ListProgress) -> VElement {
    let mut bar = el_class("progress", "gpf-progress").attr("aria-labelledby", "gpf-reading").attr("max", "1000");
    if let Some(per_mille) = progress.per_mille {
        bar = bar.attr("value", per_mille.to_string());
    }
    div("gpf-bar gpf-reading")
        .child(el_class("p", "gpf-count").attr("id", "gpf-reading").text(progress.label()))
        .child(bar)
}

/// Why the editor's list is not shown.
pub(super) fn error_notice(state: &State) -> Option<VElement> {
    let ListStatus::Rejected { error, .. } = &state.list_status else { return None };
    Some(el_class("p", "gpf-notice gpf-list-error").text_owned(error))
}

/// The source of the list and how recent it is.
pub(super) fn list_caption(data: &Dataset) -> String {
    let in_words = |date: Option<&str>| date.map(format::format_date).unwrap_or_default();
    let (last, date) = (in_words(data.last_checked.as_deref()), in_words(data.directory.date()));
    let Some(file) = &data.file else { return [strings::LIMITS, &last, "."].concat() };
    let label = data.directory.list_name().unwrap_or(file);
    let comma = if date.is_empty() { "" } else { ", " };
    let [checked, end] = if last.is_empty() { [""; 2] } else { [strings::LIST_CHECKED, "."] };
    [strings::LIST, label, comma, &date, ".", checked, &last, end].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::import::{ImportOptions, read};

    fn from(label: Option<&str>, date: Option<&str>, rows: &str) -> String {
        let loaded = read(rows.as_bytes(), &ImportOptions { label, date, ..ImportOptions::default() });
        let mut data = Dataset::new_partial(loaded.directory, loaded.index, Some("ours.csv".to_owned()));
        assert_eq!(data.summarise_rows(1), data.directory.len() == 1);
        assert!(data.summarise_rows(1));
        list_caption(&data)
    }

    #[test]
    fn custom_list_is_named_with_its_date() {
        assert_eq!(
            from(Some("Cheshire team"), Some("2026-10-05"), "name\nA\n"),
            "List: Cheshire team, 5 October 2026."
        );
        assert_eq!(from(None, None, "name\nA\n"), "List: ours.csv.");
        assert_eq!(from(Some(" "), Some(""), "name\nA\n"), "List: ours.csv.");
        let checked = from(None, Some("2026"), "name;checked_on\nA;2026-01-02\nB;2025-12-31\n");
        assert_eq!(checked, "List: ours.csv, 2026. Last checked 2 January 2026.");
    }
}
