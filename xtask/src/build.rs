//! Builds `dist/` from the sources.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::pack::edition::Edition;
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::{bindgen, pack, progress, setup, size};

/// The page that Trunk starts from: the builder.
const PAGE: &str = "index.html";

/// The second step of a build.
const GLUE_STEP: &str = "write the JavaScript around the WebAssembly (wasm-bindgen)";

/// How the widget is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Compiles faster, and only the script with all elements: for development.
    Development,
    /// As it is published.
    Release,
}

/// What to build, and the target folder.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    profile: Profile,
    /// The folder, if it is not `dist/`.
    into: Option<PathBuf>,
}

impl BuildOptions {
    /// Parses the arguments after `build`.
    pub(crate) fn parse(arguments: &[&str]) -> Result<Self> {
        let mut options = Self { profile: Profile::Release, into: None };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match *argument {
                "--development" => options.profile = Profile::Development,
                "--into" => options.into = Some(arguments.next().context("--into needs a folder")?.into()),
                other => bail!("`{other}` is not an option of build: use --development or --into FOLDER"),
            }
        }
        Ok(options)
    }
}

/// Builds. After a release build of `dist/`, prints its sizes.
pub(crate) fn build(project: &Project, options: &BuildOptions) -> Result<()> {
    let toolbox = setup::for_build(project, steps(options.profile))?;
    match &options.into {
        Some(folder) => once(project, &toolbox, options.profile, folder),
        None => {
            once(project, &toolbox, options.profile, &project.dist())?;
            match options.profile {
                Profile::Release => size::size(project, &toolbox).map(drop),
                Profile::Development => Ok(()),
            }
        }
    }
}

/// Builds `dist/`, with the same files as `trunk build --release`.
pub(crate) fn release(project: &Project, toolbox: &Toolbox) -> Result<()> {
    once(project, toolbox, Profile::Release, &project.dist())
}

/// The steps of a build.
pub(crate) fn steps(profile: Profile) -> Vec<String> {
    [profile.step(), GLUE_STEP, profile.pack_step()].map(str::to_owned).into()
}

/// Builds into a folder. Its previous content stays until everything has succeeded.
pub(crate) fn once(project: &Project, toolbox: &Toolbox, profile: Profile, folder: &Path) -> Result<()> {
    let staging = project.parts().join("staging");
    empty(&staging)?;
    let built = progress::run(profile.step(), "cargo xtask build", || {
        Edition::Full.compile(project, toolbox, profile == Profile::Release)
    })?;
    progress::run(GLUE_STEP, "cargo xtask build", || bindgen::generate(&built, &staging).map(drop))?;
    progress::run(profile.pack_step(), "cargo xtask build", || {
        fs::copy(project.path(PAGE), staging.join(PAGE))?;
        pack::pack(project, toolbox, &pack::Staging::new(staging.clone(), profile == Profile::Release))
    })?;
    replace(&staging, folder)
}

impl Profile {
    const fn step(self) -> &'static str {
        match self {
            Self::Development => "compile the widget to WebAssembly",
            Self::Release => "compile the widget to WebAssembly, for release",
        }
    }

    const fn pack_step(self) -> &'static str {
        match self {
            Self::Development => "pack",
            Self::Release => "pack with the scripts for one element",
        }
    }
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// Moves the content of a folder to another one, whose content is deleted. The target folder itself stays, because a
/// server might have it open.
fn replace(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }
            .with_context(|| format!("cannot remove {}", path.display()))?;
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        move_to(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Renames a file. If the file systems differ and renaming fails, copies it.
fn move_to(from: &Path, to: &Path) -> Result<()> {
    if fs::rename(from, to).is_ok() {
        return Ok(());
    }
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            move_to(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::copy(from, to).map(drop).with_context(|| format!("cannot write {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_options_are_parsed() {
        let options = BuildOptions::parse(&["--development", "--into", "target/x"]).unwrap();
        assert_eq!(options, BuildOptions { profile: Profile::Development, into: Some("target/x".into()) });
        assert_eq!(BuildOptions::parse(&[]).unwrap(), BuildOptions { profile: Profile::Release, into: None });
        assert!(BuildOptions::parse(&["--fast"]).unwrap_err().to_string().contains("--development"));
        assert!(BuildOptions::parse(&["--into"]).is_err());
    }

    #[test]
    fn previous_build_is_removed() {
        let scratch = std::env::temp_dir().join(format!("gpf-build-{}", std::process::id()));
        let (from, to) = (scratch.join("from"), scratch.join("to"));
        for folder in [from.join("guides"), to.join("old")] {
            fs::create_dir_all(folder).unwrap();
        }
        fs::write(from.join("guides/a.html"), "new").unwrap();
        fs::write(to.join("b.html"), "old").unwrap();
        replace(&from, &to).unwrap();
        let names: Vec<_> = fs::read_dir(&to).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names, ["guides"]);
        assert_eq!(fs::read_to_string(to.join("guides/a.html")).unwrap(), "new");
        fs::remove_dir_all(scratch).unwrap();
    }
}
