//! Where a part of the guide comes from.

/// A place in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The source's id.
    pub source: String,
    /// The heading in it; `None` where it has none, or none that fits.
    pub at: Option<String>,
}
