//! Code that several elements share: views and access to the browser.

pub mod action_id;
pub mod clipboard;
pub mod download;
pub mod event_target;
#[cfg(feature = "ssr")]
pub mod fallback_list;
pub mod focus;
pub mod heading;
pub mod highlight;
pub mod link;
pub mod membership;
pub mod print_sheet;
pub mod render_phase;
pub mod strings;
pub mod timer;
pub mod url_params;
pub mod vdom;
pub mod widget_events;
