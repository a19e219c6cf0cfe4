//! Packs a build: from the wasm, its glue and the builder's page in a staging folder, it makes one classic script that
//! contains styles, data and fallback, and the rest of `dist/`.

mod builder;
mod bundle;
mod docs_pages;
pub(crate) mod edition;
mod fallback;
mod formats;
mod minify_names;
mod packages;
mod pages;
mod payload;
mod standalone;
mod streams;
mod strip_paths;
mod styles;
mod template;
mod translations;
pub(crate) mod types;
mod wasm;
pub(crate) mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};
use gpf_domain::comparison::wire;
use gpf_domain::directory::NamesByForm;
use gpf_domain::import::template_csv;

use crate::bindgen::WASM;
use crate::data::{self, Data};
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;
use crate::{npm, progress};
use edition::Edition;

/// The build to pack.
pub(crate) struct Staging {
    folder: PathBuf,
    is_release: bool,
}

impl Staging {
    /// A folder with the wasm, its glue and the builder's page.
    pub(crate) const fn new(folder: PathBuf, is_release: bool) -> Self {
        Self { folder, is_release }
    }

    /// The arguments that Trunk passes to its hooks.
    fn of_trunk() -> Result<Self> {
        let folder = std::env::var_os("TRUNK_STAGING_DIR")
            .context("pack works on what Trunk has just built: run `cargo xtask build`, or `trunk build --release`.")?;
        let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
        Ok(Self::new(folder.into(), is_release))
    }
}

/// Packs Trunk's build.
pub(crate) fn pack_for_trunk(project: &Project) -> Result<()> {
    let toolbox = Toolbox::default();
    npm::ensure(project, &toolbox)?;
    pack(project, &toolbox, &Staging::of_trunk()?)
}

/// Packs.
pub(crate) fn pack(project: &Project, toolbox: &Toolbox, staging: &Staging) -> Result<()> {
    fs::create_dir_all(project.parts())?;

    progress::begin("pack: data");
    let data = data::read(project)?;
    let (federations, sources) = data.directory.pack();
    write_part(project, "data.tsv", [&*sources, "\n", &federations].concat())?;

    let legal_forms = write_part(project, "legal-forms.tsv", wire::encode(&data.catalogue))?;

    let names = NamesByForm::of(&data.directory).encode();

    let districts = write_part(project, "districts.txt", data.districts.clone())?;

    progress::begin("pack: styles");
    let css = write_part(project, "styles.css", style_sheet(project, toolbox, Edition::Full)?)?;

    progress::begin("pack: fallback");
    let fallback = fallback::render(&data, &federations, &sources);
    write_part(project, "fallback.html", fallback.finder.clone())?;
    write_part(project, "fallback-comparison.html", fallback.comparison.clone())?;
    write_part(project, "guide.html", fallback.guide.clone())?;
    write_part(project, "first-view.html", fallback.first_view.clone())?;

    progress::begin(if staging.is_release {
        "pack: 4 scripts (wasm optimised and compressed)"
    } else {
        "pack: script"
    });
    let glue = staging.folder.join(SCRIPT);
    let wasm = staging.folder.join(WASM);
    let payload = payload::Payload {
        federations: &federations,
        sources: &sources,
        legal_forms: &legal_forms,
        names: &names,
        districts: &districts,
        fallback: &fallback,
    };
    let scripts = write_scripts(project, toolbox, staging, &css, [wasm, glue], &payload)?;
    let script = &scripts[0].1;

    replace_staging(&staging.folder, script)?;
    pages::without_trunk(&staging.folder)?;
    pages::write(project, toolbox, &staging.folder, script, &css, &data)?;
    wordpress::pack(project, toolbox, &staging.folder)?;
    builder::write(project, toolbox, &staging.folder, &scripts)?;
    write_open_formats(project, &staging.folder, &data)?;
    packages::write(project, &staging.folder)
}

/// Packs the script with every element, and builds and packs those with one: the full one first.
fn write_scripts(
    project: &Project,
    toolbox: &Toolbox,
    staging: &Staging,
    css: &str,
    full: [PathBuf; 2],
    payload: &payload::Payload<'_>,
) -> Result<Vec<(Edition, String)>> {
    let decoder = &wasm::decoder(project, toolbox)?;
    let script = |edition: Edition, css: &str, [wasm, glue]: [PathBuf; 2]| -> Result<String> {
        let parts = edition.parts(project);
        let wasm = wasm::pack(project, toolbox, decoder, [&wasm, &glue], &parts, staging.is_release)?;
        let script = bundle::script(project, toolbox, edition, &glue, &payload::module(edition, &wasm, css, payload)?)?;
        strip_paths::refuse(edition.file(), script.as_bytes(), &strip_paths::of_this_machine(project)?)?;
        Ok(script)
    };
    let mut scripts = Vec::new();
    if staging.is_release {
        // One is packed while the next one is built.
        let packed = thread::scope(|scope| -> Result<Vec<Result<String>>> {
            let script = &script;
            let mut packing = vec![scope.spawn(move || script(Edition::Full, css, full))];
            for part in Edition::PARTS {
                let (built, css) = (part.build(project, toolbox)?, style_sheet(project, toolbox, part)?);
                packing.push(scope.spawn(move || script(part, &css, built)));
            }
            Ok(packing.into_iter().map(|it| it.join().expect("packing does not panic")).collect())
        })?;
        for (edition, script) in Edition::ALL.into_iter().zip(packed) {
            scripts.push((edition, script?));
        }
    } else {
        // Development builds leave out the 3 other scripts, to save time.
        let script = script(Edition::Full, css, full)?;
        scripts.extend(Edition::ALL.map(|edition| (edition, script.clone())));
    }
    for (edition, script) in &scripts[1..] {
        fs::write(staging.folder.join(edition.file()), script)?;
    }
    Ok(scripts)
}

/// The style sheet of a script.
fn style_sheet(project: &Project, toolbox: &Toolbox, edition: Edition) -> Result<String> {
    bundle::minify_css(project, toolbox, &styles::compile(project, toolbox, edition)?)
}

fn write_part(project: &Project, name: &str, text: String) -> Result<String> {
    fs::write(project.parts().join(name), &text)?;
    Ok(text)
}

/// The script replaces the glue that it contains. A page needs no other file of wasm-bindgen's.
fn replace_staging(staging: &Path, script: &str) -> Result<()> {
    fs::write(staging.join(SCRIPT), script)?;
    fs::remove_file(staging.join(WASM))?;
    let snippets = staging.join("snippets");
    if snippets.is_dir() {
        fs::remove_dir_all(snippets)?;
    }
    Ok(())
}

fn write_open_formats(project: &Project, staging: &Path, data: &Data) -> Result<()> {
    progress::begin("pack: open formats and types");
    fs::write(staging.join("federations.csv"), &data.federations)?;
    fs::write(staging.join("sources.csv"), &data.sources)?;
    fs::write(staging.join("federations-template.csv"), template_csv())?;
    fs::write(staging.join("federations.json"), formats::json(&data.directory)?)?;
    fs::write(staging.join("legal-forms.json"), formats::pretty(&data.catalogue)?)?;
    fs::write(staging.join("federations.schema.json"), formats::schema()?)?;
    fs::write(staging.join("gp-federations.d.ts"), types::declarations(project)?)?;
    let manifest = project.path("assets/loader/custom-elements.json");
    if manifest.is_file() {
        fs::copy(manifest, staging.join("custom-elements.json"))?;
    }
    Ok(())
}
