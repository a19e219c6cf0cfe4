//! Messages in the browser's console, for developers.

/// Writes a warning to the console.
pub(super) fn warn(message: &str) {
    web_sys::console::warn_1(&["gp-federations: ", message].concat().into());
}
