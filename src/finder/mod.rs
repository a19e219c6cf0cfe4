//! `<gp-federation-finder>`: which GP federation covers this place?
//!
//! [`state`] holds what the reader asked for and what was found; [`view`] turns it into a page; what the reader does
//! there comes back through `hear` as a change of the state. The widget is downloaded by every page it stands on,
//! so the whole view is one function of the state: Leptos compares what it gives with what is there, and each further
//! reactive closure or event listener would cost kilobytes.

pub(crate) mod address;
mod after;
mod around;
mod deeds;
pub(crate) mod districts;
mod federation;
mod hear;
pub mod link;
pub mod map;
mod menu;
pub mod own;
pub(crate) mod print;
mod report;
mod results;
pub(crate) mod shown;
pub mod state;
pub mod view;
