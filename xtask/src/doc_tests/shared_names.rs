//! Names that the loader and the WebAssembly both use are written in JavaScript and in Rust. They must be the same.

use gp_federations::ui::url_params::DEFAULT_PREFIX;
use gp_federations::ui::vdom::PRERENDERED;
use gp_federations::ui::widget_events::{SHOW_FEDERATIONS, SHOW_FORM};
use gpf_domain::import::Merge;

use super::text;

/// The constants of the loader: the file, and a line of it with the names that Rust has.
fn constants() -> [(&'static str, String); 4] {
    let requests = [(SHOW_FORM, "comparison"), (SHOW_FEDERATIONS, "finder")];
    let requests = requests.map(|(request, view)| format!("'{}': '{view}'", request.name)).join(", ");
    let merges = Merge::ALL.map(|merge| format!("'{}'", merge.id())).join(", ");
    [
        ("assets/loader/lazy.js", format!("const REQUESTS = {{ {requests} }};")),
        ("assets/loader/first-view.js", format!("const DEFAULT_PREFIX = '{DEFAULT_PREFIX}';")),
        ("assets/loader/first-view.js", format!("const PRERENDERED = '{PRERENDERED}';")),
        ("assets/loader/page-list.js", format!("const MERGES = [{merges}];")),
    ]
}

#[test]
fn loader_and_webassembly_use_the_same_names() {
    for (file, line) in constants() {
        assert!(text(file).lines().any(|it| it == line), "{file} does not have the line {line:?}");
    }
}

#[test]
fn the_style_sheet_knows_prerendered_views() {
    assert!(text("assets/styles/_results.scss").contains(&format!("[{PRERENDERED}]")));
}
