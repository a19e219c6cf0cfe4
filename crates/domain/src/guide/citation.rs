//! Citations of the guide's sources.

/// A place in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The source's id.
    pub source: String,
    /// The heading in the source. `None` if there is none, or none that fits.
    pub at: Option<String>,
}
