//! The software bill of materials of a release, as CycloneDX: the versions of the dependencies in the script, and the
//! npm packages that are used to build it. Without a date or a serial number, so that the same sources generate the
//! same file.

use anyhow::Result;
use serde_json::{Value, json};

use super::crates::{self, Tree};
use super::npm;
use super::package::{Package, Source};
use crate::project::Project;
use crate::toolbox::Toolbox;

/// Its file name in a release.
pub(crate) const SBOM: &str = "gp-federations.cdx.json";

/// npm packages with code in the product: the NHS styles, and the builder's reader of workbooks. The others are only
/// build tools.
const IN_THE_PRODUCT: [&str; 4] = ["fflate", "nhsuk-frontend", "numfmt", "saxen"];

/// The bill of materials of this tree.
pub(crate) fn make(project: &Project, toolbox: &Toolbox) -> Result<String> {
    let (widget, tree) = crates::of_the_widget(project, toolbox)?;
    let mut npm = npm::all(project)?;
    npm.sort();
    Ok(serde_json::to_string_pretty(&bill(&widget, &tree, &npm))? + "\n")
}

fn bill(widget: &Package, tree: &Tree, npm: &[Package]) -> Value {
    let crates = tree.keys().filter(|package| *package != widget).map(|package| component(package, "required"));
    let tools = npm.iter().map(|package| {
        component(package, if IN_THE_PRODUCT.contains(&&*package.name) { "required" } else { "excluded" })
    });
    let mut needs: Vec<(&Package, Vec<String>)> =
        tree.iter().map(|(package, needs)| (package, needs.iter().map(address).collect())).collect();
    for (package, needs) in &mut needs {
        if *package == widget {
            needs.extend(npm.iter().filter(|it| IN_THE_PRODUCT.contains(&&*it.name)).map(address));
        }
    }
    let needs = needs.into_iter().map(|(package, needs)| json!({ "ref": address(package), "dependsOn": needs }));
    let mut product = component(widget, "required");
    product["type"] = "application".into();
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": product },
        "components": crates.chain(tools).collect::<Vec<_>>(),
        "dependencies": needs.collect::<Vec<_>>(),
    })
}

fn component(package: &Package, scope: &str) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": address(package),
        "name": package.name,
        "version": package.version,
        "scope": scope,
    });
    if let Some(licence) = &package.licence {
        component["licenses"] = json!([{ "expression": licence }]);
    }
    if let Some(source) = &package.source {
        component["purl"] = address(package).into();
        if let Source::Registry { algorithm, sum } = source {
            component["hashes"] = json!([{ "alg": algorithm, "content": sum }]);
        }
    }
    component
}

/// The package's URL, which is also its id in the bill of materials.
fn address(package: &Package) -> String {
    let Package { ecosystem, name, version, .. } = package;
    format!("pkg:{ecosystem}/{}@{version}", name.replace('@', "%40"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;
    use crate::json_schema;

    /// The problems of each bill by CycloneDX's own schema.
    fn problems(project: &Project, bills: &[Value]) -> Vec<Vec<String>> {
        let folder = project.path("node_modules/@cyclonedx/cyclonedx-library/res/schema");
        let read = |name: &str| -> Value {
            let file = folder.join(format!("{name}.SNAPSHOT.schema.json"));
            serde_json::from_slice(&fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
                .unwrap()
        };
        // Those that it refers to.
        let references: serde_json::Map<_, _> = ["spdx", "jsf-0.82"]
            .map(|name| (format!("http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json"), read(name)))
            .into_iter()
            .collect();
        json_schema::problems(&read("bom-1.6"), &references.into(), bills)
    }

    #[test]
    fn sbom_matches_the_cyclonedx_schema() {
        let project = Project::locate().unwrap();
        let text = make(&project, &Toolbox::default()).unwrap();
        let mut bills: Vec<Value> = vec![serde_json::from_str(&text).unwrap()];
        let planted = [
            ("/components/0/scope", json!("needed")),
            ("/components/0/hashes/0/alg", json!("sha256")),
            ("/components/0/hashes/0/content", json!("no digits")),
            ("/components/0/licenses", json!([{ "expresion": "MIT" }])),
            ("/components/0/type", Value::Null),
            ("/version", json!(0)),
            ("/dependencies/0/dependsOn", json!("leptos")),
        ];
        for (path, wrong) in &planted {
            let mut bill = bills[0].clone();
            *bill.pointer_mut(path).unwrap_or_else(|| panic!("{path} is not there")) = wrong.clone();
            bills.push(bill);
        }
        let problems = problems(&project, &bills);
        assert_eq!(problems[0], [""; 0]);
        for ((path, _), problems) in planted.iter().zip(&problems[1..]) {
            assert!(problems.iter().any(|it| it.starts_with(path)), "{path}: {problems:?}");
        }
    }

    /// The useful properties; the schema has those that are required.
    #[test]
    fn sbom_is_complete_and_reproducible() {
        let project = Project::locate().unwrap();
        let text = make(&project, &Toolbox::default()).unwrap();
        assert_eq!(text, make(&project, &Toolbox::default()).unwrap());
        assert!(!text.contains(&*project.root().to_string_lossy()), "a folder of this machine is in it");

        let bill: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&json!("CycloneDX"), &json!("1.6")));
        assert!(bill["version"].as_u64().is_some_and(|version| version >= 1));
        assert_eq!(bill["metadata"]["component"]["name"], "gp-federations");
        assert_eq!(bill["metadata"]["component"]["version"], crate::project::VERSION);

        let components = bill["components"].as_array().unwrap();
        let mut refs = BTreeSet::from([bill["metadata"]["component"]["bom-ref"].as_str().unwrap()]);
        for component in components {
            let text = |key: &str| {
                component[key].as_str().filter(|it| !it.is_empty()).unwrap_or_else(|| panic!("{component}"))
            };
            assert_eq!(text("type"), "library");
            assert!(["required", "excluded"].contains(&text("scope")));
            assert!(text("name").len() * text("version").len() > 0);
            let licence = component["licenses"][0]["expression"].as_str().unwrap();
            assert!(spdx::Expression::parse(licence).is_ok(), "{component}");
            assert!(refs.insert(text("bom-ref")), "twice: {component}");
            // Every dependency has a source and a unique id.
            if component.get("purl").is_some() {
                let length = component["hashes"][0]["content"].as_str().unwrap().len();
                assert_eq!(length, if component["hashes"][0]["alg"] == "SHA-256" { 64 } else { 128 }, "{component}");
            }
        }
        for needs in bill["dependencies"].as_array().unwrap() {
            for name in needs["dependsOn"].as_array().unwrap().iter().chain([&needs["ref"]]) {
                assert!(refs.contains(name.as_str().unwrap()), "{name} is no component");
            }
        }

        let scope = |name: &str| {
            let found = components.iter().find(|component| component["name"] == name);
            found.map(|component| component["scope"].as_str().unwrap())
        };
        assert_eq!(scope("leptos"), Some("required"));
        assert_eq!(scope("nhsuk-frontend"), Some("required"));
        assert_eq!(scope("esbuild"), Some("excluded"));
        // Build dependencies and packing tools are not included.
        assert_eq!(scope("wasm-bindgen-macro"), None);
        assert_eq!(scope("zopfli"), None);
    }
}
