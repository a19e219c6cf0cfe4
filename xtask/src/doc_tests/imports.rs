//! Imports have no cycles, neither between files nor between folders, and views do not import the modules that listen to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{entries, root};

/// The folders of each crate's files.
const CRATES: [&str; 6] =
    ["src", "crates/domain/src", "crates/search-kernel/src", "crates/wasm-codec/src", "xtask/src", "tests"];

/// The elements, whose folders have the same layers.
const ELEMENTS: [&str; 3] = ["finder", "comparison", "guide"];

/// Modules that no view imports: listeners, effects and click handlers.
const ABOVE_VIEWS: [&str; 3] = ["events", "effects", "actions"];

/// The files of an element that are above its views.
const NO_VIEWS: [&str; 4] = ["mod", "events", "effects", "actions"];

/// The layers of an element. Elements can omit a layer that they do not need.
const LAYERS: [&str; 10] =
    ["actions", "context", "controls", "effects", "events", "options", "state", "strings", "url_state", "view"];

/// The files that only one element has. Their first lines describe them.
const OWN_FILES: [&str; 4] = ["finder/dataset", "finder/list_status", "guide/chart_keyboard", "guide/guide_dom"];

/// The modules of a crate: the path, such as `["finder", "state"]`, and the code of the file.
type Modules = BTreeMap<Vec<String>, String>;

/// Adds the files under `folder`, whose module is `path`.
fn collect(folder: &Path, path: &[String], modules: &mut Modules) {
    for entry in entries(folder) {
        let name = entry.file_stem().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() {
            collect(&entry, &[path, &[name]].concat(), modules);
        } else if entry.extension().is_some_and(|end| end == "rs") {
            // `browser` is the root of the browser tests only at the top level.
            let is_folder = ["mod", "lib", "main"].contains(&&*name) || (name == "browser" && path.is_empty());
            let module = if is_folder { path.to_vec() } else { [path, &[name]].concat() };
            modules.entry(module).or_default().push_str(&fs::read_to_string(&entry).unwrap());
        }
    }
}

/// An import: the path, its local name, and whether it is a re-export.
struct Import {
    path: Vec<String>,
    name: String,
    is_public: bool,
}

/// The imports of a file, without those of its tests.
fn imports(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = code.split("#[cfg(test)]\npub(super) mod tests {").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let mut at = 0;
    while at < lines.len() {
        let is_public = lines[at].starts_with("pub");
        let begin = lines[at].split_once("use ").filter(|(before, _)| {
            before.is_empty()
                || (before.starts_with("pub")
                    && !before.contains([' ', '{']) | before.ends_with(") ") | (*before == "pub "))
        });
        if let Some((_, begin)) = begin {
            let mut text = begin.to_owned();
            while !text.contains(';') && at + 1 < lines.len() {
                at += 1;
                text.push_str(lines[at].trim());
            }
            let text = text.split(';').next().unwrap_or_default();
            expand(&[], text, is_public, &mut imports);
        }
        at += 1;
    }
    imports
}

/// Adds the imports that `text` abbreviates: `a::{b, c as d}` is `a::b` and `a::c`.
fn expand(before: &[String], text: &str, is_public: bool, imports: &mut Vec<Import>) {
    let mut path = before.to_vec();
    let mut rest = text.trim();
    while let Some((first, after)) = rest.split_once("::").filter(|(first, _)| !first.contains(['{', ','])) {
        path.push(first.trim().to_owned());
        rest = after.trim();
    }
    if let Some(inner) = rest.strip_prefix('{') {
        let inner = inner.strip_suffix('}').unwrap_or(inner);
        let (mut depth, mut begin) = (0, 0);
        for (at, char) in inner.char_indices() {
            match char {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    expand(&path, &inner[begin..at], is_public, imports);
                    begin = at + 1;
                }
                _ => {}
            }
        }
        if !inner[begin..].trim().is_empty() {
            expand(&path, &inner[begin..], is_public, imports);
        }
        return;
    }
    let (item, name) = rest.split_once(" as ").unwrap_or((rest, rest));
    if item != "self" {
        path.push(item.to_owned());
    }
    let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name.to_owned() };
    imports.push(Import { path, name, is_public });
}

/// The module that a path resolves to from `from`. `None` for another crate.
fn resolve(modules: &Modules, from: &[String], path: &[String], depth: u8) -> Option<Vec<String>> {
    let (mut module, mut rest) = match path.first()?.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (from.to_vec(), &path[1..]),
        "super" => (from.split_last()?.1.to_vec(), &path[1..]),
        first => {
            let inner = [from, &[first.to_owned()]].concat();
            modules.contains_key(&inner).then_some((inner, &path[1..]))?
        }
    };
    while let Some((first, after)) = rest.split_first() {
        if first == "super" {
            module.pop();
        } else {
            let inner = [&*module, std::slice::from_ref(first)].concat();
            if !modules.contains_key(&inner) {
                break;
            }
            module = inner;
        }
        rest = after;
    }
    // A re-export belongs to the module that defines it.
    if let Some(name) = rest.first().filter(|_| depth < 8) {
        let passed = imports(modules.get(&module)?).into_iter().find(|it| it.is_public && it.name == *name);
        if let Some(found) = passed.and_then(|it| resolve(modules, &module, &it.path, depth + 1)) {
            return Some(found);
        }
    }
    Some(module)
}

/// For each module, the modules that it imports from.
fn graph(modules: &Modules) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let of = |(module, code): (&Vec<String>, &String)| {
        let used = imports(code).into_iter().filter(|it| !it.is_public);
        let mut used: BTreeSet<_> = used.filter_map(|it| resolve(modules, module, &it.path, 0)).collect();
        used.remove(module);
        (module.clone(), used)
    };
    modules.iter().map(of).collect()
}

/// For each folder and file at the top of a crate, the others that it imports from.
fn graph_of_folders(modules: &Modules) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let top = |module: &[String]| module.iter().take(1).cloned().collect::<Vec<_>>();
    let mut folders: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (module, used) in graph(modules) {
        let all = folders.entry(top(&module)).or_default();
        all.extend(used.iter().map(|it| top(it)).filter(|it| *it != top(&module)));
    }
    folders
}

/// The groups of modules that import each other, each as names with `/`.
fn cycles(graph: &BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) -> Vec<Vec<String>> {
    let reached = |from: &Vec<String>| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = next.pop() {
            for used in graph.get(&module).into_iter().flatten() {
                if seen.insert(used.clone()) {
                    next.push(used.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<_, _> = graph.keys().map(|module| (module, reached(module))).collect();
    let mut groups = BTreeSet::new();
    for (module, there) in &reached {
        if there.contains(*module) {
            let is_back = |other: &&Vec<String>| reached.get(other).is_some_and(|it| it.contains(*module));
            groups.insert(there.iter().filter(is_back).map(|it| it.join("/")).collect::<Vec<_>>());
        }
    }
    groups.into_iter().collect()
}

/// The modules of the crate whose files are in this folder of the project.
fn crate_at(folder: &str) -> Modules {
    let mut modules = Modules::new();
    collect(&root().join(folder), &[], &mut modules);
    modules
}

#[test]
fn files_and_folders_have_no_import_cycles() {
    let mut found: Vec<String> = Vec::new();
    for folder in CRATES {
        let modules = crate_at(folder);
        assert!(!modules.is_empty(), "{folder} holds no code");
        let named =
            |it: Vec<String>| it.iter().map(|module| format!("{folder}/{module}")).collect::<Vec<_>>().join(" ");
        found.extend(cycles(&graph(&modules)).into_iter().map(named));
        found.extend(cycles(&graph_of_folders(&modules)).into_iter().map(named));
    }
    assert!(found.is_empty(), "files or folders import each other:\n{}", found.join("\n"));
}

/// Each view that imports a higher layer, with its imports, and the number of views.
fn views_that_import_upwards(modules: &Modules) -> (Vec<String>, usize) {
    let (mut found, mut views) = (Vec::new(), 0);
    for (module, used) in graph(modules) {
        let [element, file, ..] = &module[..] else { continue };
        if !ELEMENTS.contains(&&**element) || NO_VIEWS.contains(&&**file) {
            continue;
        }
        views += 1;
        let above = |it: &&Vec<String>| {
            ELEMENTS.contains(&&*it[0]) && it.get(1).is_some_and(|file| ABOVE_VIEWS.contains(&&**file))
        };
        found.extend(used.iter().filter(above).map(|it| [&module.join("/"), " imports ", &it.join("/")].concat()));
    }
    (found, views)
}

#[test]
fn views_do_not_import_events_effects_or_actions() {
    let (found, views) = views_that_import_upwards(&crate_at("src"));
    assert!(found.is_empty(), "of src: {}", found.join("\n"));
    assert!(views > 20, "only {views} files of views were looked at");
}

/// The files in the folders of the elements that are not layers.
fn no_layers(modules: &Modules) -> Vec<String> {
    let of_elements = modules.keys().filter(|module| module.len() == 2 && ELEMENTS.contains(&&*module[0]));
    let others = of_elements.filter(|module| !LAYERS.contains(&&*module[1])).map(|module| module.join("/"));
    others.filter(|name| !OWN_FILES.contains(&&**name)).collect()
}

#[test]
fn elements_have_the_same_layers() {
    let modules = crate_at("src");
    assert_eq!(no_layers(&modules), [""; 0], "a part of the view belongs in `view`, else name the file as a layer");
    let has = |element: &str, layer: &str| modules.contains_key(&vec![element.to_owned(), layer.to_owned()]);
    for element in ELEMENTS {
        for layer in ["actions", "context", "controls", "events", "state", "strings", "view"] {
            assert!(has(element, layer), "src/{element} has no {layer}");
        }
    }
    for name in OWN_FILES {
        let (element, file) = name.split_once('/').unwrap();
        assert!(has(element, file), "there is no src/{name}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planted_file_beside_the_layers_is_found() {
        let planted =
            [("finder", ""), ("finder/state", ""), ("finder/hear", ""), ("finder/view/row", ""), ("ui/hear", "")];
        assert_eq!(no_layers(&modules(&planted)), ["finder/hear"]);
    }

    fn modules(files: &[(&str, &str)]) -> Modules {
        let path = |name: &str| name.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        files.iter().map(|(name, code)| (path(name), (*code).to_owned())).collect()
    }

    #[test]
    fn a_planted_cycle_is_found() {
        let planted = [
            ("", "mod a;"),
            ("a", "use super::b::{\n    C,\n};\n"),
            ("b", "use crate::c::{self, d::D as E};"),
            ("c", "pub use d::D;\nmod d;"),
            ("c/d", "use crate::a::A;"),
            ("e", "use crate::c::D;"),
        ];
        assert_eq!(cycles(&graph(&modules(&planted))), [["a", "b", "c/d"]]);
        let mut sound = planted;
        sound[4].1 = "#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}\n";
        assert_eq!(cycles(&graph(&modules(&sound))), [[""; 0]; 0]);
    }

    #[test]
    fn reexport_is_attributed_to_its_source_module() {
        let all = modules(&[
            ("", ""),
            ("a", "pub(crate) use self::b::B;\nuse std::fmt;"),
            ("a/b", ""),
            ("a/c", "use super::B;"),
        ]);
        let graph = graph(&all);
        assert_eq!(
            graph[&vec!["a".to_owned(), "c".to_owned()]],
            BTreeSet::from([vec!["a".to_owned(), "b".to_owned()]])
        );
        assert!(graph[&vec!["a".to_owned()]].is_empty());
    }

    #[test]
    fn a_planted_view_that_imports_upwards_is_found() {
        for above in ["events", "effects", "actions"] {
            let planted = [
                ("finder", "mod view;"),
                ("finder/view", "use super::state::State;"),
                ("finder/view/row", &*["use crate::finder::", above, "::go;"].concat()),
                ("finder/state", ""),
                ("finder/events", "use super::actions;"),
                ("finder/effects", ""),
                ("finder/actions", ""),
            ];
            let expected = ["finder/view/row imports finder/", above].concat();
            assert_eq!(views_that_import_upwards(&modules(&planted)), (vec![expected], 3));
        }
    }
}
