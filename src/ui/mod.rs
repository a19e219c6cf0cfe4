//! What more than one element uses: views, and the ways to the browser around them.

pub mod address;
pub mod clipboard;
pub mod download;
pub mod focus;
pub mod heading;
pub mod marked;
pub mod node;
#[cfg(feature = "ssr")]
pub mod plain_list;
pub mod signal;
pub mod stage;
pub mod target;
pub mod timer;
