//! Only the virtual DOM changes the nodes of its views: the contract in `src/ui/vdom/mod.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use super::{files, name, root};

/// The web-sys names of methods that change nodes.
const WRITERS: [&str; 15] = [
    "append_child",
    "insert_before(",
    "remove_child",
    "replace_child",
    "replace_with",
    "set_text_content",
    "set_node_value",
    "set_inner",
    "set_attribute",
    "remove_attribute",
    "toggle_attribute",
    "class_list",
    "set_checked",
    "set_hidden",
    "set_open(true",
];

/// Files that can change nodes: the virtual DOM itself, and those of the guide, whose text is static and not a view in
/// the browser.
const ALLOWED: [&str; 7] = [
    "src/guide/chart_keyboard.rs",
    "src/guide/guide_dom.rs",
    "src/guide/events.rs",
    "src/guide/mod.rs",
    "src/ui/vdom/dom.rs",
    "src/ui/vdom/leptos.rs",
    "src/ui/vdom/root.rs",
];

/// The files under `folder` that change nodes, each with the first such line.
fn writers(folder: &Path) -> Vec<(String, String)> {
    let writes = |line: &&str| WRITERS.iter().any(|it| line.contains(it)) && !line.trim_start().starts_with("//");
    let first = |file: &PathBuf| {
        let code = fs::read_to_string(file).unwrap();
        code.lines().find(writes).map(|line| (name(file), line.trim().to_owned()))
    };
    files(folder).iter().filter_map(first).collect()
}

#[test]
fn dom_nodes_are_changed_only_in_allowed_files() {
    let found = writers(&root().join("src"));
    let others: Vec<_> = found.iter().filter(|(name, _)| !ALLOWED.contains(&&**name)).collect();
    assert!(others.is_empty(), "change the state, or use `unmanaged_children`: {others:?}");
    // A file that no longer changes nodes must be removed from the list.
    for name in ALLOWED {
        assert!(found.iter().any(|(it, _)| it == name), "{name} changes no nodes");
    }
}
