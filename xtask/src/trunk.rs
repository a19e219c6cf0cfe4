//! `cargo xtask trunk`: checks that Trunk builds the same files as `cargo xtask build`, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Result, bail, ensure};

use crate::command::run;
use crate::project::{Project, SCRIPT};
use crate::release::files_of;
use crate::tools::{self, Tool};
use crate::{progress, setup};

/// The command.
const ALONE: &str = "cargo xtask trunk";

/// Installs Trunk if it is missing, builds with it, and compares the result with `dist/`.
pub(crate) fn compare(project: &Project) -> Result<()> {
    let dist = project.dist();
    ensure!(dist.join(SCRIPT).is_file(), "dist/{SCRIPT} is missing: run `cargo xtask build` first");
    let mut toolbox = setup::for_build(project, Vec::new())?;
    tools::ensure(project, &mut toolbox, &Tool::wasm_bindgen(project)?)?;
    tools::ensure(project, &mut toolbox, &Tool::trunk())?;
    let folder = project.target().join("trunk");
    progress::run("build with Trunk", ALONE, || {
        fs::create_dir_all(&folder)?;
        // Without a check for a newer Trunk on the network.
        let mut trunk = toolbox.command("trunk");
        trunk.args(["--skip-version-check", "build", "--release", "--dist"]).arg(&folder);
        // Trunk accepts only `true` or `false` here, and some machines have `NO_COLOR=1`.
        run(trunk.env_remove("NO_COLOR").current_dir(project.root()))
    })?;
    progress::run("compare Trunk's files with those in dist/", ALONE, || {
        let [ours, trunks] = [&dist, &folder].map(|folder| files_of(folder).map(BTreeMap::from_iter));
        let differences = differences(&ours?, &trunks?);
        if !differences.is_empty() {
            bail!(
                "{}\nIf dist/ is older than the sources, run `cargo xtask build` and try again.",
                differences.join("\n")
            );
        }
        Ok(())
    })?;
    println!("Trunk makes the same files as cargo xtask build.");
    Ok(())
}

/// A line for each file that only one of the builds has, or that differs.
fn differences(ours: &BTreeMap<String, Vec<u8>>, trunks: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let of_ours = ours.iter().filter_map(|(name, content)| match trunks.get(name) {
        None => Some(format!("{name}: not made by Trunk")),
        Some(other) if other != content => {
            let at = content.iter().zip(other).take_while(|(a, b)| a == b).count();
            Some(format!("{name}: differs from byte {at} ({} bytes, Trunk {} bytes)", content.len(), other.len()))
        }
        Some(_) => None,
    });
    let only_trunks =
        trunks.keys().filter(|name| !ours.contains_key(*name)).map(|name| format!("{name}: only made by Trunk"));
    of_ours.chain(only_trunks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_reported() {
        let files = |list: &[(&str, &str)]| {
            list.iter().map(|(name, it)| ((*name).to_owned(), it.as_bytes().to_vec())).collect()
        };
        let ours = files(&[("a.js", "abc"), ("b.js", "same"), ("guides/c.html", "")]);
        assert!(differences(&ours, &ours).is_empty());
        assert_eq!(
            differences(&ours, &files(&[("a.js", "abX"), ("b.js", "same"), ("d.css", "")])),
            [
                "a.js: differs from byte 2 (3 bytes, Trunk 3 bytes)",
                "guides/c.html: not made by Trunk",
                "d.css: only made by Trunk"
            ]
        );
    }
}
