//! Views that more than one element uses.

pub mod heading;
pub mod marked;
#[cfg(feature = "ssr")]
pub mod plain_list;
