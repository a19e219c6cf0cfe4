//! What views are made of, and pieces that more than one of them uses.

pub mod heading;
pub mod marked;
pub mod node;
#[cfg(feature = "ssr")]
pub mod plain_list;
