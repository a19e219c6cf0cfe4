//! What the elements of a page share: the texts that come with the widget, and what was made of them.

use std::cell::OnceCell;

use js_sys::Uint8Array;

thread_local! {
    pub(super) static PAYLOAD: OnceCell<Payload> = const { OnceCell::new() };
}

/// The texts that come with the widget, as the loader has them, in bytes of UTF-8: one that no element needs stays out of
/// the wasm. As strings their letters would go into it one by one. A script of one element has only those of its own.
pub(super) struct Payload {
    pub(super) federations: Uint8Array,
    pub(super) sources: Uint8Array,
    pub(super) legal_forms: Uint8Array,
    pub(super) names: Uint8Array,
    pub(super) districts: Uint8Array,
}

/// One of the texts.
///
/// # Panics
///
/// Where [`start`](super::exports::start) has not run.
pub(super) fn payload_text(which: fn(&Payload) -> &Uint8Array) -> String {
    let bytes = PAYLOAD.with(|texts| which(texts.get().expect("`start` runs before anything else")).to_vec());
    String::from_utf8(bytes).unwrap_or_default()
}
