//! `cargo xtask release`: a folder and a zip of everything to publish, with checksums. It fails if versions or release
//! notes are inconsistent.

mod changelog;
pub(crate) mod rehearsal;
mod versions;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::dependencies::sbom::{self, SBOM};
use crate::hashes::{sha256, sri};
use crate::pack::edition::Edition;
use crate::project::{Project, SCRIPT, VERSION};
use crate::toolbox::Toolbox;
use crate::{archive, build, progress};

/// The folder of releases, beside `dist/`. Git ignores it.
const RELEASES: &str = "releases";

/// Additional files besides `dist/`.
const TEXTS: [&str; 2] = ["LICENSE", "CHANGELOG.md"];

/// The list that `sha256sum --check` reads.
const SUMS: &str = "SHA256SUMS";

/// The scripts for script tags in a page.
const TAGGED: [&str; 5] =
    [SCRIPT, Edition::Finder.file(), Edition::Comparison.file(), Edition::Guide.file(), "embed.js"];

/// The values for `integrity` in those tags.
const INTEGRITY: &str = "INTEGRITY.txt";

/// Checks, builds and assembles the release.
pub(crate) fn release(project: &Project) -> Result<()> {
    // The fast checks first.
    progress::begin("release: versions and changelog");
    versions::check_sources(project)?;
    changelog::check(&fs::read_to_string(project.path("CHANGELOG.md"))?, VERSION)?;
    build::build(project, &build::BuildOptions::parse(&[])?)?;
    progress::begin("release: folder and zip");
    versions::check_built(&project.dist())?;
    let texts = TEXTS.map(|name| project.path(name));
    let sbom = sbom::make(project, &Toolbox::default())?;
    let made = assemble(&project.dist(), &texts, &sbom, &project.path(RELEASES), VERSION)?;
    println!("{}\n{}", made.folder.display(), made.zip.display());
    Ok(())
}

/// The assembled release.
struct Made {
    folder: PathBuf,
    zip: PathBuf,
}

/// Writes `gp-federations-VERSION/`, the same content as a zip, and the zip's checksum beside it.
fn assemble(dist: &Path, texts: &[PathBuf], sbom: &str, releases: &Path, version: &str) -> Result<Made> {
    let mut files = files_of(dist)?;
    for text in texts {
        files.push((name_of(text), fs::read(text).with_context(|| format!("{} is missing", text.display()))?));
    }
    files.push((SBOM.to_owned(), sbom.into()));
    files.sort();
    let sums: String = files.iter().map(|(name, content)| format!("{}  {name}\n", sha256(content))).collect();
    let integrity = integrity(&files, version);
    files.push((SUMS.to_owned(), sums.into_bytes()));
    files.push((INTEGRITY.to_owned(), integrity.into_bytes()));

    let name = format!("gp-federations-{version}");
    let made = Made { folder: releases.join(&name), zip: releases.join(format!("{name}.zip")) };
    if made.folder.exists() {
        fs::remove_dir_all(&made.folder)?;
    }
    for (name, content) in &files {
        let file = made.folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(&made.folder))?;
        fs::write(file, content)?;
    }
    let zip = archive::zip(&name, &files)?;
    fs::write(&made.zip, &zip)?;
    fs::write(releases.join(format!("{name}.zip.sha256")), format!("{}  {name}.zip\n", sha256(&zip)))?;
    Ok(made)
}

/// The attributes that an owner copies for Subresource Integrity.
fn integrity(files: &[(String, Vec<u8>)], version: &str) -> String {
    let scripts = files.iter().filter(|(name, _)| TAGGED.contains(&&**name));
    let lines: String = scripts.map(|(name, content)| format!("{name}  {}\n", sri(content))).collect();
    format!(
        "Values for the integrity attribute of a script tag, for version {version} alone: with one, a browser refuses the \
         script as soon as another version is uploaded in its place.\n\n{lines}"
    )
}

/// The files of a folder and its subfolders, with their relative paths.
pub(crate) fn files_of(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))? {
        let path = entry?.path();
        let name = name_of(&path);
        if path.is_dir() {
            files.extend(files_of(&path)?.into_iter().map(|(inner, content)| (format!("{name}/{inner}"), content)));
        } else {
            files.push((name, fs::read(&path)?));
        }
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A separate folder for one test, removed at the end of the test.
    pub(super) struct Scratch(PathBuf);

    impl Scratch {
        pub(super) fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("gpf-release-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("dist/hosts")).unwrap();
            Self(folder)
        }

        pub(super) fn folder(&self, name: &str) -> PathBuf {
            self.0.join(name)
        }

        pub(super) fn write(&self, name: &str, content: &str) -> PathBuf {
            let file = self.0.join(name);
            fs::write(&file, content).unwrap();
            file
        }

        fn read(&self, name: &str) -> String {
            fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn release_folder_and_zip_contain_all_files_with_checksums() {
        let scratch = Scratch::new("whole");
        scratch.write("dist/gp-federations.js", "abc");
        scratch.write("dist/a.csv", "");
        scratch.write("dist/hosts/a.html", "<p>");
        let licence = scratch.write("LICENSE", "MIT");
        let releases = scratch.0.join("releases");
        let made = assemble(&scratch.0.join("dist"), std::slice::from_ref(&licence), "{}", &releases, "1.2.3").unwrap();

        let sums = scratch.read("releases/gp-federations-1.2.3/SHA256SUMS");
        let names: Vec<&str> = sums.lines().map(|line| line.split("  ").nth(1).unwrap()).collect();
        assert_eq!(names, ["LICENSE", "a.csv", SBOM, "gp-federations.js", "hosts/a.html"]);
        assert!(sums.contains(&format!("{}  gp-federations.js", sha256(b"abc"))));
        assert!(scratch.read("releases/gp-federations-1.2.3/INTEGRITY.txt").contains(&sri(b"abc")));

        let zip = fs::read(&made.zip).unwrap();
        for name in ["LICENSE", "a.csv", "gp-federations.js", SBOM, "hosts/a.html", SUMS, INTEGRITY] {
            let path = format!("gp-federations-1.2.3/{name}");
            assert_eq!(archive::text_in(&zip, &path).unwrap(), scratch.read(&format!("releases/{path}")));
        }
        assert_eq!(
            scratch.read("releases/gp-federations-1.2.3.zip.sha256"),
            format!("{}  gp-federations-1.2.3.zip\n", sha256(&zip))
        );

        // A second run writes the same files, and no file of the first one is left.
        fs::write(made.folder.join("old.txt"), "").unwrap();
        assemble(&scratch.0.join("dist"), &[licence], "{}", &releases, "1.2.3").unwrap();
        assert!(fs::read(&made.zip).unwrap() == zip && !made.folder.join("old.txt").exists());
    }

    #[test]
    fn missing_document_is_reported() {
        let scratch = Scratch::new("missing");
        let error =
            assemble(&scratch.0.join("dist"), &[scratch.0.join("LICENSE")], "{}", &scratch.0, "1.2.3").err().unwrap();
        assert!(error.to_string().ends_with("LICENSE is missing"), "{error}");
    }
}
