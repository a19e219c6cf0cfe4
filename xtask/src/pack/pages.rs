//! The pages beside the script, for systems that do not accept a script tag.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::template::filled;
use super::{bundle, standalone};
use crate::data::Data;
use crate::hashes::{sha256, sri};
use crate::progress;
use crate::project::{Project, SCRIPT, VERSION};
use crate::toolbox::Toolbox;

const FRAME: &str = "assets/pages/embed.html";
const FRAME_SCRIPT: &str = "assets/pages/embed.js";
const WORKER: &str = "assets/offline/sw.js";

/// Writes them. `script` is the full script, `css` the style sheet inside it.
pub(crate) fn write(
    project: &Project,
    toolbox: &Toolbox,
    folder: &Path,
    script: &str,
    css: &str,
    data: &Data,
) -> Result<()> {
    progress::begin("pack: pages");
    let template = |file: &str| fs::read_to_string(project.path(file));
    let frame_script = bundle::page_script(project, toolbox, FRAME_SCRIPT)?;
    fs::write(folder.join("embed.js"), &frame_script)?;
    fs::write(folder.join("embed.html"), filled(FRAME, &template(FRAME)?, &[("version", VERSION)])?)?;
    fs::write(folder.join("gp-federations.html"), standalone::page(project, toolbox, script, css, data)?)?;
    let worker = worker(&template(WORKER)?, &[(SCRIPT, script), ("embed.js", &frame_script)])?;
    Ok(fs::write(folder.join("sw.js"), worker)?)
}

/// Removes the lines about Trunk from the builder's page.
pub(crate) fn without_trunk(folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let page = fs::read_to_string(&file)?;
    Ok(fs::write(file, without_trunk_lines(&page)?)?)
}

fn without_trunk_lines(page: &str) -> Result<String> {
    let start = page.find("  <!-- Trunk").context("index.html: no comment about Trunk")?;
    let tag =
        start + page[start..].find("<link data-trunk ").context("index.html: no tag for Trunk after the comment")?;
    let end = tag + page[tag..].find('\n').context("index.html: the tag for Trunk has no end")? + 1;
    Ok([&page[..start], &page[end..]].concat())
}

/// The service worker, which contains the hash of each file.
fn worker(template: &str, files: &[(&str, &str)]) -> Result<String> {
    let files = files.iter().map(|(name, content)| (format!("{name}?v={VERSION}"), sri(content.as_bytes())));
    let list = serde_json::to_string_pretty(&files.collect::<BTreeMap<_, _>>())?;
    // A separate cache for every build, even if two have the same version.
    let digest = &sha256(list.as_bytes())[..16];
    filled(WORKER, template, &[("version", VERSION), ("files", &list), ("digest", digest)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::pass_node_tests;

    #[test]
    fn service_worker_javascript_tests_pass() {
        pass_node_tests("assets/offline/tests/");
    }

    #[test]
    fn builder_page_has_no_trunk_directives() {
        let project = Project::locate().unwrap();
        let source = fs::read_to_string(project.path("index.html")).unwrap();
        let page = without_trunk_lines(&source).unwrap();
        // Trunk itself adds a number to the tag.
        let numbered =
            source.replace("data-cargo-features=\"csr\">", "data-cargo-features=\"csr\" data-trunk-id=\"0\">");
        assert!(numbered != source && without_trunk_lines(&numbered).unwrap() == page);
        assert!(!page.to_lowercase().contains("trunk") && page.contains("<script src=\"gp-federations.js\" defer"));
        assert_eq!(page.lines().count() + 3, source.lines().count());
    }

    #[test]
    fn service_worker_changes_if_a_file_changes() {
        let of = |script: &str| worker("{{version}}{{files}}{{digest}}", &[(SCRIPT, script)]).unwrap();
        assert!(of("a").contains(&format!("\"{SCRIPT}?v={VERSION}\": \"{}\"", sri(b"a"))));
        assert_eq!(of("a"), of("a"));
        let digest = |text: &str| text[text.len() - 16..].to_owned();
        assert_ne!(digest(&of("a")), digest(&of("b")));
    }
}
