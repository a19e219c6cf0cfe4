//! The postcode districts, which a page that nobody types a postcode into never reads.

use std::sync::OnceLock;

use gpf_domain::near::Districts;

static TEXT: OnceLock<fn() -> String> = OnceLock::new();

/// Says where the text of the districts is to be had. Without it there are none: then a postcode finds by its area.
pub(crate) fn set_source(text: fn() -> String) {
    _ = TEXT.set(text);
}

/// The districts of England, read when they are first asked for. All widgets of a page share them.
pub(super) fn districts() -> &'static Districts {
    static DISTRICTS: OnceLock<Districts> = OnceLock::new();
    DISTRICTS.get_or_init(|| TEXT.get().map(|text| Districts::read(&text())).unwrap_or_default())
}
