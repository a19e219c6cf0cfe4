//! The style sheet of the shadow roots: nhsuk-frontend's Sass, adapted to a shadow root in another page by
//! `scope-styles.mjs`.

use std::fs;

use anyhow::{Context, Result};

use super::edition::Edition;
use crate::command::output;
use crate::project::Project;
use crate::toolbox::Toolbox;

const PAGE: &str = "assets/pages/standalone.scss";
const BUILDER: &str = "assets/builder/builder.scss";
const LIBRARIES: [&str; 3] = ["assets/styles", "node_modules/nhsuk-frontend/dist", "node_modules"];

/// Adapts a style sheet to a shadow root, or reports every problem.
const SCOPE: &str = "xtask/src/pack/scope-styles.mjs";

/// Compiles and adapts the Sass of a script.
pub(crate) fn compile(project: &Project, toolbox: &Toolbox, edition: Edition) -> Result<String> {
    let entry = ["assets/styles/", &edition.file().replace(".js", ".scss")].concat();
    let file = project.parts().join(edition.file().replace(".js", ".css"));
    fs::write(&file, sass(project, toolbox, &entry)?)?;
    let mut scope = toolbox.command("node");
    scope.arg(project.path(SCOPE)).arg(file).current_dir(project.root());
    Ok(String::from_utf8(output(&mut scope).context(entry)?)?)
}

/// The style sheet of the page `gp-federations.html`, which can style everything.
pub(crate) fn compile_page(project: &Project, toolbox: &Toolbox) -> Result<String> {
    sass(project, toolbox, PAGE)
}

/// The style sheet of the builder and of the guides beside it.
pub(crate) fn compile_builder(project: &Project, toolbox: &Toolbox) -> Result<String> {
    sass(project, toolbox, BUILDER)
}

/// Compiles with Dart Sass, the reference implementation. The crate `grass` generated different rules in different runs
/// if `@extend` was inside a media query, as in the lists of nhsuk-frontend.
fn sass(project: &Project, toolbox: &Toolbox, entry: &str) -> Result<String> {
    let mut sass = toolbox.command(project.npm_program("sass"));
    sass.args(["--no-source-map", "--no-charset", "--quiet-deps", entry]).current_dir(project.root());
    for library in LIBRARIES {
        sass.args(["--load-path", library]);
    }
    String::from_utf8(output(&mut sass)?).with_context(|| entry.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_scoping_javascript_tests_pass() {
        crate::command::pass_node_tests("xtask/src/pack/tests/");
    }

    /// The classes with their own rule in a style sheet, not only inside a rule of another class.
    fn own_classes(scss: &str) -> impl Iterator<Item = &str> {
        scss.lines().filter_map(|line| {
            let name = line.strip_suffix(" {").or_else(|| line.strip_suffix(','))?;
            name.strip_prefix(".gpf-")
                .filter(|name| name.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_')))
        })
    }

    /// A row of the finder once lost its layout because a part of the comparison had the same class.
    #[test]
    fn no_class_is_styled_in_two_files() {
        // These apply to every element: print, contrast themes, text sizes.
        const OF_ALL: [&str; 3] = ["_print.scss", "_forced-colours.scss", "_type.scss"];
        let mut owners = std::collections::BTreeMap::new();
        for file in std::fs::read_dir(Project::locate().unwrap().path("assets/styles")).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if OF_ALL.contains(&&*name) {
                continue;
            }
            for class in own_classes(&std::fs::read_to_string(&path).unwrap()) {
                let owner = owners.entry(class.to_owned()).or_insert_with(|| name.clone());
                assert_eq!(*owner, name, ".gpf-{class} has its look from two files");
            }
        }
        assert!(owners.len() > 100, "only {owners:?}");
        assert_eq!(own_classes(".gpf-a {\n  .gpf-b {\n.gpf-c,\n.gpf-d > .gpf-e {\n").collect::<Vec<_>>(), ["a", "c"]);
    }
}
