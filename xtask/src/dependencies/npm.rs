//! The npm packages of `package-lock.json`.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::package::{Package, Source, standard_spelling};
use crate::project::Project;

/// Licences that npm does not copy to the lock file, because the package has them in an old field.
const NOT_IN_THE_LOCK: [(&str, &str); 1] = [("svg-tags", "MIT")];

/// Every package that npm might install, including those for other platforms.
pub(super) fn all(project: &Project) -> Result<Vec<Package>> {
    parse(&fs::read_to_string(project.path("package-lock.json"))?).context("package-lock.json")
}

fn parse(lock: &str) -> Result<Vec<Package>> {
    let lock: Value = serde_json::from_str(lock)?;
    let packages = lock["packages"].as_object().context("there is no \"packages\"")?;
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let others = packages.iter().filter(|(path, _)| !path.is_empty());
    Ok(others
        .map(|(path, package)| {
            let name = path.rsplit_once("node_modules/").map_or(&**path, |(_, name)| name);
            let known = NOT_IN_THE_LOCK.iter().find(|(known, _)| *known == name).map(|(_, licence)| *licence);
            Package {
                ecosystem: "npm",
                name: name.to_owned(),
                version: text(package, "version"),
                licence: package["license"].as_str().or(known).and_then(standard_spelling),
                source: Some(source(&text(package, "integrity"), &text(package, "resolved"))),
            }
        })
        .collect())
}

/// npm records a checksum for packages from a registry, and none for packages from git or a folder.
fn source(integrity: &str, resolved: &str) -> Source {
    let sum = integrity.strip_prefix("sha512-").and_then(|sum| BASE64_STANDARD.decode(sum).ok());
    match sum {
        Some(sum) if !resolved.starts_with("git") => {
            Source::Registry { algorithm: "SHA-512", sum: sum.iter().map(|byte| format!("{byte:02x}")).collect() }
        }
        _ => Source::Other(format!("\"{resolved}\", without a SHA-512 sum")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npm_packages_have_a_name_and_a_checksum() {
        let packages = parse(
            r#"{"packages":{"":{"license":"MIT"},
                "node_modules/a/node_modules/@b/c":{"version":"1.2.3","license":"MIT","integrity":"sha512-AQID"},
                "node_modules/d":{"version":"2.0.0","resolved":"git+ssh://example.org/d"}}}"#,
        )
        .unwrap();
        let [first, second] = &packages[..] else { panic!("{packages:?}") };
        assert_eq!((&*first.name, &*first.version, first.licence.as_deref()), ("@b/c", "1.2.3", Some("MIT")));
        assert_eq!(second.licence, None);
        assert_eq!(first.source, Some(Source::Registry { algorithm: "SHA-512", sum: "010203".to_owned() }));
        assert!(matches!(&second.source, Some(Source::Other(place)) if place.contains("example.org")));
    }
}
