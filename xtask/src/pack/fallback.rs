//! What is shown where WebAssembly can't run: everything, rendered by the widget's own views.

use crate::data::Data;

/// The fallback of each element, as HTML.
pub(crate) struct Fallback {
    /// Every federation.
    pub(crate) finder: String,
    /// Every form and model with all that is said of it.
    pub(crate) comparison: String,
}

/// Renders the fallbacks.
pub(crate) fn render(data: &Data) -> Fallback {
    Fallback {
        finder: gp_federations::prerender::finder(&data.directory),
        comparison: gp_federations::prerender::comparison(&data.catalogue),
    }
}
