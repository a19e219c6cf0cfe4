//! The catalogue as a text of lines, for the browser.
//!
//! A generic JSON reader for these types would take more of the wasm than all of this. A line is a record, its fields
//! stand between tabs and the first of them says what it is; what belongs to a form or a case study follows it. Lists
//! of ids stand between spaces. What can be worked out is not written: a cell rests on the findings that say they bear
//! on it, and a finding is as old as its source.

mod decode;
#[cfg(any(test, feature = "authoring"))]
mod encode;

pub use decode::decode;
#[cfg(any(test, feature = "authoring"))]
pub use encode::encode;

/// What a line is.
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

/// Between the names of a list; names hold spaces.
const BETWEEN_NAMES: char = '|';
