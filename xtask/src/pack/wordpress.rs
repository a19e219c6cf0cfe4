//! The WordPress plugin: `integrations/wordpress` with the script, the plain page, the list of options and the template for
//! translations, in a zip.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::edition::Edition;
use super::translations;
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
    let mut files = text_files(project, toolbox)?;
    for name in Edition::ALL.map(Edition::file).into_iter().chain([PAGE]) {
        let content =
            fs::read(built.join(name)).with_context(|| format!("there is no {name} yet: build the widget first"))?;
        files.push((name.to_owned(), content));
    }
    Ok(fs::write(built.join(ZIP), archive::zip(FOLDER, &files)?)?)
}

/// The files of the plugin that are not built.
fn text_files(project: &Project, toolbox: &Toolbox) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = own_files(&project.path(SOURCE))?;
    files.push(("LICENSE".to_owned(), fs::read(project.path("LICENSE"))?));
    files.push(("elements.php".to_owned(), elements(project, toolbox)?.into_bytes()));
    let template = translations::template(&files, FOLDER, VERSION)?;
    files.push((format!("languages/{FOLDER}.pot"), template.into_bytes()));
    Ok(files)
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

/// The script that writes `elements.php`. Texts are calls of WordPress' function for translations, each with the text itself, as
/// the tools for translators expect. Every element of a page can have an id, and links to a view begin with it.
const ELEMENTS: &str = r"
const id = {
  name: 'id',
  kind: 'text',
  label: 'Name for this widget',
  hint: 'Only needed if a page has several widgets. Links to results start with this name.',
};
const quoted = (text) => `'${text.replace(/['\\]/g, '\\$&')}'`;
const text = (text) => text && { php: `__( ${quoted(text)}, 'gp-federations' )` };
const list = (values) => values && values.map((it) => (typeof it === 'string' ? { php: quoted(it) } : it));
const php = (value, indent) => {
  if (typeof value === 'string') return quoted(value);
  if (value.php) return value.php;
  const lines = Array.isArray(value)
    ? value.map((it) => php(it, indent + '\t'))
    : Object.entries(value)
        .filter(([, it]) => it !== undefined)
        .map(([key, it]) => `${quoted(key)} => ${php(it, indent + '\t')}`);
  return `array(\n${lines.map((line) => `${indent}\t${line},\n`).join('')}${indent})`;
};
const option = ({ name, kind, fallback, values, label, hint, labels }) =>
  ({ name, kind, fallback, values: list(values), label: text(label), hint: text(hint), labels: labels?.map(text) });
const all = {};
for (const [view, { tag, options }] of Object.entries(elements)) {
  const { label, hint } = ELEMENT_WORDS[view];
  const described = options.map((it) => {
    const labels = it.kind === 'choice' ? it.values.map((value) => valueWords(it.name, value)) : undefined;
    return option({ ...it, ...optionWords(it), labels });
  });
  all[view] = { tag, label: text(label), hint: text(hint), options: [...described, option(id)] };
}
console.log(`<?php
/**
 * The elements and their options, made from the lists of the widget.
 */

defined( 'ABSPATH' ) || exit;

return ${php(all, '')};`);
";

/// `elements.php`: every element and its options, from the lists that the loader and code editors go by, in their order.
fn elements(project: &Project, toolbox: &Toolbox) -> Result<String> {
    fs::create_dir_all(project.parts())?;
    let (entry, bundle) = (project.parts().join("elements.entry.js"), project.parts().join("elements.bundle.mjs"));
    let from = |file| serde_json::to_string(&project.path(file).to_string_lossy());
    let (description, words) = (from("assets/builder/description.js")?, from("assets/builder/words.js")?);
    let imports = [
        &*format!("import {{ elements }} from {description};"),
        &format!("import {{ ELEMENT_WORDS, optionWords, valueWords }} from {words};"),
    ]
    .join("\n");
    fs::write(&entry, imports + ELEMENTS)?;
    // Bundled first, as Node older than 20.10 cannot import JSON.
    let mut esbuild = toolbox.command(project.npm_program("esbuild"));
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]).arg(&entry).current_dir(project.root());
    fs::write(&bundle, output(&mut esbuild)?)?;
    Ok(String::from_utf8(output(toolbox.command("node").arg(&bundle))?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(String, String)> {
        let files = text_files(&Project::locate().unwrap(), &Toolbox::default()).unwrap();
        files.into_iter().map(|(name, content)| (name, String::from_utf8(content).unwrap())).collect()
    }

    fn text<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
        &files.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no {name}")).1
    }

    /// A field of the plugin's header or of `readme.txt`.
    fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
        let lines = text.lines().map(|line| line.trim_start_matches([' ', '*']));
        lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).next()
    }

    #[test]
    fn plugin_has_the_version_of_the_widget() {
        let files = files();
        assert_eq!(field(text(&files, "gp-federations.php"), "Version"), Some(VERSION));
        assert_eq!(field(text(&files, "readme.txt"), "Stable tag"), Some(VERSION));
        assert!(text(&files, "block.json").contains(&format!("\"version\": \"{VERSION}\"")));
    }

    /// What Plugin Check requires of the readme and of the plugin's header.
    #[test]
    fn the_plugin_directory_accepts_readme_and_header() {
        let files = files();
        let (plugin, readme) = (text(&files, "gp-federations.php"), text(&files, "readme.txt"));
        let name = field(plugin, "Plugin Name").unwrap();
        assert_eq!(readme.lines().next(), Some(&*format!("=== {name} ===")));
        for same in ["Requires at least", "Requires PHP", "License", "License URI"] {
            assert!(field(plugin, same).is_some_and(|it| !it.is_empty()), "{same}");
            assert_eq!(field(plugin, same), field(readme, same), "{same}");
        }
        assert_eq!(field(plugin, "Text Domain"), Some(FOLDER));
        // Only the readme may have it.
        assert_eq!(field(plugin, "Tested up to"), None);
        let tested = field(readme, "Tested up to").unwrap();
        let (major, minor) = tested.split_once('.').unwrap();
        assert!(major.parse::<u32>().is_ok_and(|it| it >= 7) && minor.parse::<u32>().is_ok(), "{tested}");
        assert!(field(readme, "Tags").unwrap().split(',').count() <= 5);
        let contributors = field(readme, "Contributors").unwrap();
        let is_name =
            |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "_.-".contains(it));
        assert!(contributors.split(", ").all(is_name), "{contributors}");
        let description = readme.split("\n\n").nth(1).unwrap();
        assert!((50..=150).contains(&description.len()), "{description}");
        for section in ["Description", "Installation", "Frequently Asked Questions", "Changelog"] {
            assert!(readme.contains(&format!("\n== {section} ==\n")), "{section}");
        }
    }

    /// What Plugin Check requires of the files: names, no direct access, nothing printed that is not escaped.
    #[test]
    fn the_plugin_directory_accepts_the_files() {
        let files = files();
        for (name, content) in &files {
            let file = name.rsplit('/').next().unwrap();
            let is_plain = |it: char| it.is_ascii_alphanumeric() || ".-_".contains(it);
            assert!(file.chars().all(is_plain) && !file.starts_with('.'), "{name}");
            assert_eq!(files.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name)).count(), 1, "{name}");
            assert!(!content.contains("{{"), "{name} has a mark that was not filled in");
            if name.ends_with(".php") {
                assert!(content.contains("\ndefined( 'ABSPATH' ) || exit;\n"), "{name} can be called directly");
                let code: String = content.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
                for printing in ["echo ", "print ", " printf(", "_e( ", "print_r", "var_dump", "error_log", "eval("] {
                    assert!(!code.contains(printing), "{name} has {printing}");
                }
            }
        }
    }

    #[test]
    fn block_has_a_preview_and_translatable_texts() {
        let files = files();
        let block: serde_json::Value = serde_json::from_str(text(&files, "block.json")).unwrap();
        assert_eq!(block["apiVersion"], 3);
        assert_eq!(block["textdomain"], FOLDER);
        let example = &block["example"]["attributes"];
        let elements = text(&files, "elements.php");
        assert!(elements.contains(&format!("\n\t'{}' => array(\n", example["view"].as_str().unwrap())), "{example}");
        for part in [
            "'tag' => 'gp-federation-finder',",
            "'label' => __( 'Which NHS region should it show first?', 'gp-federations' ),",
            "\t'North West',\n",
            "\t__( 'Region not known', 'gp-federations' ),\n",
        ] {
            assert!(elements.contains(part), "\"{part}\" is not in elements.php");
        }
        let template = text(&files, "languages/gp-federations.pot");
        for part in [
            "#. Plugin Name of the plugin\n#: gp-federations.php\nmsgid \"GP federations\"\nmsgstr \"\"\n",
            "#: block.json\nmsgctxt \"block title\"\nmsgid \"GP federations\"\n",
            "msgid \"Which NHS region should it show first?\"\n",
            "#. translators: %s: a list of values.\n#: options.php\nmsgid \"one of: %s\"\n",
            "#: editor.js\nmsgid \"What to show\"\n",
        ] {
            assert!(template.contains(part), "\"{part}\" is not in the template");
        }
    }
}
