//! The crates of the whole workspace, and those that are compiled into the widget.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use serde_json::Value;

use super::package::{Package, Source, standard_spelling};
use crate::command::output;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// The crates that are compiled for the browser, even if the linker removes all of their code. Build dependencies are
/// not included. The graph of `cargo metadata` would have 10 crates more: in it, the features
/// that one package of the workspace needs count for all of them.
const OF_THE_WIDGET: [&str; 12] = [
    "tree",
    "--locked",
    "--package=gp-federations",
    "--target=wasm32-unknown-unknown",
    "--edges=normal,no-proc-macro",
    "--prefix=depth",
    "--format={p}|{l}",
    "--charset=ascii",
    "--color=never",
    "--quiet",
    "--no-default-features",
    "--features=csr",
];

/// A package and its direct dependencies.
pub(super) type Tree = BTreeMap<Package, BTreeSet<Package>>;

/// Every crate of `Cargo.lock`.
pub(super) fn all(project: &Project, toolbox: &Toolbox) -> Result<Vec<Package>> {
    let mut cargo = toolbox.command("cargo");
    let metadata = output(cargo.args(["metadata", "--format-version=1", "--locked"]).current_dir(project.root()))?;
    let metadata = MetadataCommand::parse(std::str::from_utf8(&metadata)?).context("cargo metadata")?;
    let sums = Sums::read(project)?;
    let packages = metadata.packages.into_iter().map(|package| {
        let (name, version) = (package.name.to_string(), package.version.to_string());
        let source = package.source.map(|source| {
            if source.is_crates_io() { sums.source(&name, &version) } else { Source::Other(source.repr) }
        });
        let licence = package.license.and_then(|licence| standard_spelling(&licence));
        Package { ecosystem: "cargo", name, version, licence, source }
    });
    Ok(packages.collect())
}

/// The crates in the wasm, and their dependencies on each other. The first is the widget.
pub(super) fn of_the_widget(project: &Project, toolbox: &Toolbox) -> Result<(Package, Tree)> {
    let lines = output(toolbox.command("cargo").args(OF_THE_WIDGET).current_dir(project.root()))?;
    parse(std::str::from_utf8(&lines)?, &Sums::read(project)?)
}

/// Lines such as `2cfg-if v1.0.5|MIT OR Apache-2.0 (*)`: the depth, the package, and whether its dependencies are
/// listed above.
fn parse(lines: &str, sums: &Sums) -> Result<(Package, Tree)> {
    let mut tree = Tree::new();
    let mut above: Vec<Package> = Vec::new();
    for line in lines.lines() {
        let (depth, package) = read(line, sums).with_context(|| format!("cargo tree says \"{line}\""))?;
        above.truncate(depth);
        if let Some(user) = above.last() {
            tree.entry(user.clone()).or_default().insert(package.clone());
        }
        tree.entry(package.clone()).or_default();
        above.push(package);
    }
    let widget = above.into_iter().next().context("cargo tree says nothing")?;
    Ok((widget, tree))
}

fn read(line: &str, sums: &Sums) -> Option<(usize, Package)> {
    let digits = line.find(|character: char| !character.is_ascii_digit())?;
    let (package, licence) = line[digits..].trim_end_matches(" (*)").split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    // The folder follows if the crate is part of the workspace.
    let source = words.next().is_none().then(|| sums.source(name, version));
    let (name, version, licence) = (name.to_owned(), version.to_owned(), standard_spelling(licence));
    Some((line[..digits].parse().ok()?, Package { ecosystem: "cargo", name, version, licence, source }))
}

/// The checksums of `Cargo.lock`, by name and version.
struct Sums(BTreeMap<(String, String), String>);

impl Sums {
    fn read(project: &Project) -> Result<Self> {
        Self::parse(&fs::read_to_string(project.path("Cargo.lock"))?).context("Cargo.lock")
    }

    fn parse(lock: &str) -> Result<Self> {
        let lock: Value = toml::from_str(lock)?;
        let text = |package: &Value, key: &str| package[key].as_str().map(str::to_owned);
        let packages = lock["package"].as_array().context("there are no packages")?;
        let sums = packages.iter().filter_map(|package| {
            Some(((text(package, "name")?, text(package, "version")?), text(package, "checksum")?))
        });
        Ok(Self(sums.collect()))
    }

    fn source(&self, name: &str, version: &str) -> Source {
        match self.0.get(&(name.to_owned(), version.to_owned())) {
            Some(sum) => Source::Registry { algorithm: "SHA-256", sum: sum.clone() },
            None => Source::Other("somewhere that Cargo.lock has no sum of".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependency_tree_is_parsed_from_depths() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"aa\"\n\
                    [[package]]\nname = \"b\"\nversion = \"2.0.0\"\nchecksum = \"bb\"\n";
        let lines =
            "0own v0.1.0 (/home/somebody/own)|MIT\n1a v1.0.0|MIT/Apache-2.0\n2b v2.0.0|Zlib\n1b v2.0.0|Zlib (*)\n";
        let (widget, tree) = parse(lines, &Sums::parse(lock).unwrap()).unwrap();
        assert_eq!((&*widget.name, widget.source.is_none()), ("own", true));
        let needed: Vec<(&str, Vec<&str>)> =
            tree.iter().map(|(package, needs)| (&*package.name, needs.iter().map(|it| &*it.name).collect())).collect();
        assert_eq!(needed, [("a", vec!["b"]), ("b", vec![]), ("own", vec!["a", "b"])]);
        let b = tree.keys().find(|it| it.name == "b").unwrap();
        assert_eq!(b.licence.as_deref(), Some("Zlib"));
        assert_eq!(tree.keys().next().unwrap().licence.as_deref(), Some("MIT OR Apache-2.0"));
        assert_eq!(b.source, Some(Source::Registry { algorithm: "SHA-256", sum: "bb".to_owned() }));
        assert!(parse("nonsense", &Sums::parse(lock).unwrap()).unwrap_err().to_string().contains("nonsense"));
    }
}
