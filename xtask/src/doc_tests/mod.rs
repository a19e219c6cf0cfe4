//! Tests that documents match the code.

mod accessibility;
mod architecture;
mod claims;
mod forms;
mod glue_types;
mod imports;
mod links;
mod names;
mod portable_files;
mod second_writers;
mod shared_names;
mod wording;

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;

/// A file of the project: its relative path, with `/`.
fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The project's folder.
fn root() -> PathBuf {
    Project::locate().unwrap().root().to_owned()
}

/// The content of the folder, sorted by name, without git's own files and those that it ignores.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let ignored = [".git", "dist", "lib", "node_modules", "releases", "target", "temp"];
    entries.retain(|it| !ignored.iter().any(|ignored| it.ends_with(ignored)));
    entries.sort();
    entries
}

/// The files in the folder and its subfolders, sorted by name, as in [`entries`].
fn files(folder: &Path) -> Vec<PathBuf> {
    let all = entries(folder).into_iter();
    all.flat_map(|entry| if entry.is_dir() { files(&entry) } else { vec![entry] }).collect()
}

/// The path of a file from the project's folder on, with `/` on all systems.
fn name(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The rows of all tables of a document, without their headings: the texts of the cells.
fn rows(markdown: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = markdown.lines().collect();
    let is_rule = |line: &str| line.starts_with("|--");
    lines
        .iter()
        .enumerate()
        .filter(|(at, line)| {
            line.starts_with('|') && !is_rule(line) && !lines.get(at + 1).is_some_and(|next| is_rule(next))
        })
        .map(|(_, line)| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// The words in a text that are formatted as code.
fn codes(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The names of all behaviours in the browser tests, with their first lines.
fn behaviours() -> Vec<(String, String)> {
    let files = entries(&root().join("tests/behaviours"));
    let named = files.iter().filter(|file| !file.ends_with("mod.rs"));
    named
        .map(|file| {
            let text = fs::read_to_string(file).unwrap();
            let says = text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join(" ");
            (file.file_stem().unwrap().to_string_lossy().into_owned(), says)
        })
        .collect()
}
