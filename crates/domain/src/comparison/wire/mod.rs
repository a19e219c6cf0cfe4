//! The catalogue in a line format, for the browser.
//!
//! A generic JSON parser for these types would take more of the wasm than all of this. A line is a record. Its fields
//! are separated by tabs, and the first one is its kind. The records that belong to a form or a case study follow it.
//! Lists of ids are separated by spaces. Values that can be worked out are left out: the findings of a cell are those
//! that refer to its question, and the date of a finding is that of its source.

mod decode;
#[cfg(any(test, feature = "authoring"))]
mod encode;

pub use decode::decode;
#[cfg(any(test, feature = "authoring"))]
pub use encode::encode;

/// The kind of a line.
mod tag {
    pub(super) const FORM: &str = "f";
    pub(super) const MODEL: &str = "m";
    pub(super) const CRITERION: &str = "q";
    pub(super) const CELL: &str = "c";
    pub(super) const SOURCE: &str = "s";
    pub(super) const FINDING: &str = "n";
    pub(super) const CASE: &str = "k";
    pub(super) const LINK: &str = "l";
    pub(super) const FIGURE: &str = "u";
    pub(super) const FACT: &str = "t";
}

/// The separator of names in a list, because names contain spaces.
const BETWEEN_NAMES: char = '|';
