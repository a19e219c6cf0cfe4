//! Checks that every file with a version has the same one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::archive::text_in;
use crate::pack::wordpress;
use crate::project::{Project, SCRIPT, VERSION};

/// The lines that contain the version in the build: a file, and its required content.
const BUILT: [(&str, &str); 3] = [
    (SCRIPT, "/*! gp-federations {{version}},"),
    ("embed.html", "gp-federations.js?v={{version}}"),
    ("sw.js", "const VERSION = '{{version}}';"),
];

/// Checks the sources. `Cargo.toml` specifies the version.
pub(crate) fn check_sources(project: &Project) -> Result<()> {
    let package = fs::read_to_string(project.path("package.json"))?;
    check_package(&package, VERSION)
}

/// npm needs no version for a private package. If there is one, it must be this one.
fn check_package(package: &str, version: &str) -> Result<()> {
    let package: serde_json::Value = serde_json::from_str(package).context("package.json")?;
    match package.get("version").map(|it| it.as_str()) {
        Some(Some(other)) if other != version => {
            bail!("package.json says version {other}, Cargo.toml says {version}: make them the same")
        }
        Some(None) => bail!("package.json: \"version\" has to be a text, \"{version}\""),
        _ => Ok(()),
    }
}

/// Checks `dist/`, so that no release contains the build of an older tree.
pub(crate) fn check_built(dist: &Path) -> Result<()> {
    for (file, line) in BUILT {
        let text = fs::read_to_string(dist.join(file)).with_context(|| format!("dist/{file} is missing"))?;
        names(&format!("dist/{file}"), &text, &line.replace("{{version}}", VERSION))?;
    }
    let plugin = fs::read(dist.join(wordpress::ZIP)).with_context(|| format!("dist/{} is missing", wordpress::ZIP))?;
    let header = text_in(&plugin, "gp-federations/gp-federations.php")?;
    check_plugin(&header, VERSION)
}

fn check_plugin(header: &str, version: &str) -> Result<()> {
    let named = header.lines().find_map(|line| line.trim_start_matches([' ', '*']).strip_prefix("Version:"));
    let named = named.context("the WordPress plugin's header has no line \"Version:\"")?.trim();
    ensure!(named == version, "the WordPress plugin says version {named}, Cargo.toml says {version}");
    Ok(())
}

fn names(file: &str, text: &str, line: &str) -> Result<()> {
    ensure!(text.contains(line), "{file} does not hold \"{line}\": it is of another version, build it again");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_in_the_repository_agree() {
        check_sources(&Project::locate().unwrap()).unwrap();
    }

    #[test]
    fn different_version_is_reported_with_its_file() {
        assert!(check_package(r#"{"private":true}"#, "1.2.3").is_ok());
        assert!(check_package(r#"{"version":"1.2.3"}"#, "1.2.3").is_ok());
        let error = check_package(r#"{"version":"1.2.2"}"#, "1.2.3").unwrap_err().to_string();
        assert_eq!(error, "package.json says version 1.2.2, Cargo.toml says 1.2.3: make them the same");
        assert!(check_package(r#"{"version":1}"#, "1.2.3").is_err());

        let plugin =
            |version: &str| format!("<?php\n/**\n * Plugin Name: GP federations\n * Version:           {version}\n */");
        assert!(check_plugin(&plugin("1.2.3"), "1.2.3").is_ok());
        assert!(check_plugin(&plugin("1.2.2"), "1.2.3").unwrap_err().to_string().contains("says version 1.2.2"));
        assert!(check_plugin("<?php", "1.2.3").unwrap_err().to_string().contains("no line"));

        assert!(names("dist/sw.js", "const VERSION = '1.2.2';", "const VERSION = '1.2.3';").is_err());
    }
}
