//! The data that the elements of a page share: the widget's data files, and the data parsed from them.

use std::cell::OnceCell;

use js_sys::Uint8Array;

thread_local! {
    pub(super) static PAYLOAD: OnceCell<Payload> = const { OnceCell::new() };
}

/// The widget's data files, which stay in JavaScript as UTF-8 bytes. A file that no element needs is never copied into
/// the wasm's memory. If they were strings, they would be copied character by character. A script for one element has
/// only its own files.
pub(super) struct Payload {
    pub(super) federations: Uint8Array,
    pub(super) sources: Uint8Array,
    pub(super) legal_forms: Uint8Array,
    pub(super) names: Uint8Array,
    pub(super) districts: Uint8Array,
}

/// One of the files as text.
///
/// # Panics
///
/// If [`start`](super::exports::start) has not run.
pub(super) fn payload_text(which: fn(&Payload) -> &Uint8Array) -> String {
    let bytes = PAYLOAD.with(|texts| which(texts.get().expect("`start` runs before anything else")).to_vec());
    String::from_utf8(bytes).unwrap_or_default()
}
