//! `<gp-federation-finder>`: which GP federation covers this place?

#![allow(unreachable_pub, reason = "Leptos makes the props of a component public, whoever may see the component")]

mod actions;
pub(crate) mod address;
mod announce;
mod bar;
mod controls;
mod details;
pub mod link;
mod print;
mod results;
mod row;
pub mod state;
pub mod view;
