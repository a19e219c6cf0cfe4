//! What is shown where WebAssembly can't run: every federation, rendered by the widget's own views.

use gpf_core::directory::Directory;

/// The finder's fallback.
pub(crate) fn finder(directory: &Directory) -> String {
    gp_federations::prerender::finder(directory)
}
