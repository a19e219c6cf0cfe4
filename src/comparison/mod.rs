//! `<gp-legal-form-comparison>`: which legal form, and which way of working together, could a group of practices take?
//!
//! Built as the finder is: [`state`] holds what the reader asked for, [`view`] is one function of it, and what the
//! reader does comes back through `hear` as a change of the state.

pub(crate) mod address;
pub(crate) mod after;
mod answers;
mod cases;
mod choices;
mod deeds;
mod findings;
mod hear;
pub mod link;
mod paper;
#[cfg(feature = "ssr")]
pub mod plain;
mod requirements;
mod shortlist;
pub mod state;
mod table;
pub mod view;
