//! `assets/loader/packed-modules.d.ts` declares what wasm-bindgen makes of `src/embed`, name by name. TypeScript checks that
//! the loader calls what is declared.

use std::collections::BTreeSet;
use std::fs;

use super::{entries, root, text};

const TYPES: &str = "assets/loader/packed-modules.d.ts";

/// What wasm-bindgen adds itself.
const ADDED: [&str; 2] = ["free", "initSync"];

/// The name that `line` begins with.
fn name(line: &str) -> String {
    line.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}

/// The functions, methods and getters that Rust exports. The types of `src/embed` have no other public ones.
fn exported(code: &str) -> BTreeSet<String> {
    code.lines().filter_map(|line| Some(name(line.trim_start().strip_prefix("pub fn ")?))).collect()
}

/// Those that the module `gpf:glue` declares.
fn declared(types: &str) -> BTreeSet<String> {
    let (_, module) = types.split_once("declare module 'gpf:glue' {\n").expect("the module is declared");
    let members = module.lines().filter_map(|line| {
        let line = line.trim_start();
        let start = ["export const ", "export function ", "readonly "].iter().find_map(|it| line.strip_prefix(it));
        // Otherwise it is a method, or a line that is none of them.
        let name = name(start.unwrap_or(line));
        let is_member = start.is_some() || line[name.len()..].starts_with('(');
        (is_member && !ADDED.contains(&&*name)).then_some(name)
    });
    members.map(|it| if it == "constructor" { "new".to_owned() } else { it }).collect()
}

#[test]
fn loader_types_match_the_wasm_exports() {
    let files = entries(&root().join("src/embed")).into_iter().map(|file| fs::read_to_string(file).unwrap());
    let exported: BTreeSet<String> =
        files.filter(|code| code.contains("#[wasm_bindgen]")).flat_map(|code| exported(&code)).collect();
    assert!(exported.len() > 20, "few functions are exported: {exported:?}");
    assert_eq!(declared(&text(TYPES)), exported, "{TYPES} and src/embed differ");
}

#[test]
fn members_of_all_kinds_are_found() {
    let types = "declare module 'gpf:glue' {\n  /** Says it(). */\n  export const search: A;\n  export function start(\n    \
                 one: B,\n  ): void;\n  class C {\n    constructor(file: string);\n    free(): void;\n    step(): boolean;\n    \
                 readonly error: string;\n  }\n}\n";
    let code = "pub fn search(a: A) {\npub fn start(\n    pub fn new(file: &str) -> Self {\n    pub fn step(&self) {\n    \
                pub fn error(&self) {\n    fn own(&self) {\npub(super) fn other() {\n";
    assert_eq!(declared(types), exported(code));
    assert_eq!(declared(types).len(), 5);
}
