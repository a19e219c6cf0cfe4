//! Views that more than one element uses.

pub mod heading;
pub mod marked;
pub mod plain_list;
