//! Helpers of the behaviour tests: browsers, a web server for the fixtures, and checks of a page.

pub(crate) mod accessibility_tree;
pub(crate) mod all_elements;
mod api;
pub(crate) mod axe;
pub(crate) mod browser;
pub(crate) mod builder;
pub(crate) mod catalogue;
mod click;
pub(crate) mod custom_list;
pub(crate) mod desktop;
pub(crate) mod documents;
pub(crate) mod engine;
pub(crate) mod exports;
pub(crate) mod fallback;
pub(crate) mod finder;
pub(crate) mod folders;
pub(crate) mod fonts;
pub(crate) mod frame;
pub(crate) mod geometry;
pub(crate) mod geometry_rule;
pub(crate) mod guide;
pub(crate) mod held_start;
pub(crate) mod layouts;
pub(crate) mod listener;
pub(crate) mod lists;
#[path = "../../xtask/src/local_server.rs"]
mod local_server;
pub(crate) mod nginx;
pub(crate) mod offline;
pub(crate) mod oracle;
pub(crate) mod paper;
pub(crate) mod place;
pub(crate) mod process;
pub(crate) mod resource_usage;
mod script_result;
pub(crate) mod server;
pub(crate) mod session;
pub(crate) mod trial;
pub(crate) mod waiting;
pub(crate) mod wordpress;
pub(crate) mod xss;

pub(crate) use browser::Browser;
pub(crate) use finder::Finder;

/// Whether the tests run unattended. If so, a missing program is a failure.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|ci| ci == "true")
}
