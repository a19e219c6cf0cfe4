//! The WordPress plugin: `integrations/wordpress` with the script, the plain page and the list of options, in a zip.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::edition::Edition;
use crate::archive;
use crate::command::output;
use crate::progress;
use crate::project::{Project, VERSION};
use crate::toolbox::Toolbox;

/// The files of `dist/` for WordPress.
pub(crate) const ZIP: &str = "gp-federations-wordpress.zip";

/// The folder of the plugin's own files.
const SOURCE: &str = "integrations/wordpress";

/// The folder in the zip: WordPress identifies the plugin by it.
const FOLDER: &str = "gp-federations";

/// The same content on one page, for pages without scripts.
const PAGE: &str = "gp-federations.html";

/// The placeholder for the version in the plugin's files.
const VERSION_MARK: &str = "{{version}}";

/// Makes the plugin from the content of the folder `built`, and writes it there.
pub(crate) fn pack(project: &Project, toolbox: &Toolbox, built: &Path) -> Result<()> {
    progress::begin("pack: the WordPress plugin");
    let mut files = own_files(&project.path(SOURCE))?;
    files.push(("LICENSE".to_owned(), fs::read(project.path("LICENSE"))?));
    files.push(("options.json".to_owned(), options(project, toolbox)?.into_bytes()));
    for name in Edition::ALL.map(Edition::file).into_iter().chain([PAGE]) {
        let content =
            fs::read(built.join(name)).with_context(|| format!("there is no {name} yet: build the widget first"))?;
        files.push((name.to_owned(), content));
    }
    Ok(fs::write(built.join(ZIP), archive::zip(FOLDER, &files)?)?)
}

/// The files of the plugin's folder, which has no subfolders, with the version filled in.
fn own_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {SOURCE}"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(entry.path()).with_context(|| format!("cannot read {SOURCE}/{name}"))?;
        files.push((name, text.replace(VERSION_MARK, VERSION).into_bytes()));
    }
    Ok(files)
}

/// The script that writes `options.json`. Every element of a page can have an id, and links to a view begin with it.
const OPTIONS: &str = "
const id = {
  name: 'id',
  kind: 'text',
  description: 'A name for this widget.',
  label: 'Name for this widget',
  hint: 'Only needed if a page has several widgets. Links to results start with this name.',
};
for (const [view, element] of Object.entries(elements)) {
  Object.assign(element, ELEMENT_WORDS[view]);
  for (const option of element.options) {
    const { label, hint } = optionWords(option);
    Object.assign(option, { label, hint });
    if (option.kind === 'choice') option.labels = option.values.map((value) => valueWords(option.name, value));
  }
  element.options.push(id);
}
console.log(JSON.stringify(elements));
";

/// `options.json`: every element and its options, from the lists of the loader and of code editors, in the same order.
fn options(project: &Project, toolbox: &Toolbox) -> Result<String> {
    fs::create_dir_all(project.parts())?;
    let (entry, bundle) = (project.parts().join("options.entry.js"), project.parts().join("options.bundle.mjs"));
    let from = |file| serde_json::to_string(&project.path(file).to_string_lossy());
    let (description, words) = (from("assets/builder/description.js")?, from("assets/builder/words.js")?);
    let imports = [
        &*format!("import {{ elements }} from {description};"),
        &format!("import {{ ELEMENT_WORDS, optionWords, valueWords }} from {words};"),
    ]
    .join("\n");
    fs::write(&entry, imports + OPTIONS)?;
    // Bundled first, because Node before 20.10 cannot import JSON.
    let mut esbuild = toolbox.command(project.npm_program("esbuild"));
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]).arg(&entry).current_dir(project.root());
    fs::write(&bundle, output(&mut esbuild)?)?;
    Ok(String::from_utf8(output(toolbox.command("node").arg(&bundle))?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugin_says_the_version_of_the_widget() {
        let files = own_files(&Project::locate().unwrap().path(SOURCE)).unwrap();
        let text = |name: &str| {
            let (_, content) = files.iter().find(|(other, _)| other == name).unwrap();
            String::from_utf8(content.clone()).unwrap()
        };
        assert!(text("gp-federations.php").contains(&format!("* Version:           {VERSION}\n")));
        assert!(text("readme.txt").contains(&format!("Stable tag: {VERSION}\n")));
        assert!(text("block.json").contains(&format!("\"version\": \"{VERSION}\"")));
    }
}
