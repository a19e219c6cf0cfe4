//! An earlier revision of the project, built with its own tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{output, run, try_output};
use crate::progress;
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;

/// The files that a revision must have, so that `cargo xtask build` can build it.
const NEEDED: [&str; 3] = ["Cargo.toml", "xtask/Cargo.toml", ".cargo/config.toml"];
/// Compiler flags. Cargo also reads the files of this name in the parent folders.
const CONFIGURATION: &str = ".cargo/config.toml";
/// The required output of its build.
const MADE: [&str; 2] = [SCRIPT, "federations.json"];

/// A commit.
#[derive(Debug)]
pub(crate) struct Revision {
    /// As the user typed it.
    name: String,
    hash: String,
}

impl Revision {
    /// Finds the commit of a name, and checks that it can be built.
    pub(crate) fn find(project: &Project, name: &str) -> Result<Self> {
        if try_output(git(project.root()).args(["rev-parse", "--git-dir"])).is_none() {
            bail!("--compare needs git, and a clone of the project: {} is none", project.root().display());
        }
        let commit = format!("{name}^{{commit}}");
        let found = try_output(git(project.root()).args(["rev-parse", "--verify", "--quiet", &commit]));
        let Some(hash) = found else {
            bail!(
                "--compare: there is no revision `{name}` here. `git log --oneline` lists them; a shallow clone has few"
            );
        };
        let revision = Self { name: name.to_owned(), hash };
        if let Some(file) = NEEDED.iter().find(|file| revision.text(project, file).is_none()) {
            bail!("--compare: `{name}` has no {file}, so `cargo xtask build` cannot build it. Use a later revision");
        }
        Ok(revision)
    }

    /// The first letters of its hash, as git abbreviates it.
    pub(crate) fn short_name(&self) -> &str {
        &self.hash[..10]
    }

    /// A file of the revision.
    fn text(&self, project: &Project, file: &str) -> Option<String> {
        try_output(git(project.root()).arg("show").arg(format!("{}:{file}", self.hash)))
    }

    /// The folder with its build. Builds it unless it exists.
    pub(crate) fn build(&self, project: &Project) -> Result<PathBuf> {
        let folder = project.target().join("bench");
        let built = folder.join("builds").join(self.short_name());
        if built.is_dir() {
            progress::note(&format!("{} is in {} already", self.name, built.display()));
            return Ok(built);
        }
        let name = format!("build {} ({})", self.name, self.short_name());
        progress::run(name, "cargo xtask bench --compare", || {
            self.warn_of_flags(project);
            let tree = folder.join("worktree");
            self.check_out(project, &tree)?;
            let mut cargo = Toolbox::default().command("cargo");
            // A separate target folder keeps the dependencies that the revisions share, without influence on this tree.
            cargo.args(["xtask", "build"]).current_dir(&tree).env("CARGO_TARGET_DIR", folder.join("target"));
            run(&mut cargo).with_context(|| {
                format!(
                    "`{}` cannot be built with its own `cargo xtask build`: see above. An older revision can need \
                     tools that are no longer installed, such as Trunk and wasm-bindgen",
                    self.name
                )
            })?;
            self.check_build(&tree.join("dist"))?;
            fs::create_dir_all(folder.join("builds"))?;
            // Only a complete build gets the final name.
            fs::rename(tree.join("dist"), &built)
                .with_context(|| format!("cannot move the build to {}", built.display()))
        })?;
        Ok(built)
    }

    /// Checks out the files of the revision in `tree`, a git worktree that all revisions use in turn.
    fn check_out(&self, project: &Project, tree: &Path) -> Result<()> {
        if tree.join(".git").is_file() && try_output(git(tree).args(["rev-parse", "--verify", "HEAD"])).is_some() {
            output(git(tree).args(["checkout", "--quiet", "--detach", "--force", &self.hash]))?;
            // The npm packages stay. They are installed again if the revision has different ones.
            output(git(tree).args(["clean", "--quiet", "-ffdx", "--exclude", "node_modules"]))?;
            return Ok(());
        }
        if tree.exists() {
            fs::remove_dir_all(tree).with_context(|| format!("cannot empty {}", tree.display()))?;
        }
        output(git(project.root()).args(["worktree", "prune"]))?;
        let add = ["worktree", "add", "--quiet", "--detach", "--force"];
        output(git(project.root()).args(add).arg(tree).arg(&self.hash)).map(drop)
    }

    fn check_build(&self, dist: &Path) -> Result<()> {
        if let Some(file) = MADE.iter().find(|file| !dist.join(file).is_file()) {
            bail!(
                "`{}` was built, but without dist/{file}, which the benchmark reads. Use a later revision",
                self.name
            );
        }
        Ok(())
    }

    /// The worktree is inside the project, so cargo joins both lists of flags.
    fn warn_of_flags(&self, project: &Project) {
        let own = fs::read_to_string(project.path(CONFIGURATION)).unwrap_or_default();
        if self.text(project, CONFIGURATION).is_some_and(|text| text.trim() != own.trim()) {
            progress::note(&format!(
                "{CONFIGURATION} is another one in {}: flags of the working tree are in both builds",
                self.name
            ));
        }
    }
}

fn git(folder: &Path) -> Command {
    let mut git = Toolbox::default().command("git");
    git.arg("-C").arg(folder);
    git
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository with two commits, one without and one with the files of a project.
    fn repository(name: &str) -> (PathBuf, Project) {
        let folder = std::env::temp_dir().join(format!("gpf-revision-{name}-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        let commit = |text: &str| {
            output(git(&folder).args(["add", "."])).unwrap();
            let author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
            output(git(&folder).args(author).args(["commit", "--quiet", "-m", text])).unwrap();
        };
        output(git(&folder).args(["init", "--quiet"])).unwrap();
        fs::write(folder.join("README.md"), "x").unwrap();
        commit("one");
        for file in NEEDED {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), "x").unwrap();
        }
        commit("two");
        let project = Project::at(folder.clone());
        (folder, project)
    }

    #[test]
    fn revision_is_found_or_the_reason_is_reported() {
        let (folder, project) = repository("find");
        let found = Revision::find(&project, "HEAD").unwrap();
        assert_eq!(found.short_name().len(), 10);
        let reason = |name: &str| Revision::find(&project, name).unwrap_err().to_string();
        assert!(reason("v9").contains("no revision `v9`"), "{}", reason("v9"));
        assert!(reason("HEAD~1").contains("`HEAD~1` has no Cargo.toml"), "{}", reason("HEAD~1"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn folder_without_git_is_reported() {
        let folder = std::env::temp_dir().join(format!("gpf-no-git-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let error = Revision::find(&Project::at(folder.clone()), "HEAD").unwrap_err();
        assert!(error.to_string().contains("needs git"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn worktree_has_the_files_of_each_checked_out_revision() {
        let (folder, project) = repository("worktree");
        let tree = folder.join("target/worktree");
        let head = Revision::find(&project, "HEAD").unwrap();
        let hash = output(git(&folder).args(["rev-parse", "HEAD~1"])).unwrap();
        let first = Revision { name: "one".into(), hash: String::from_utf8(hash).unwrap().trim().to_owned() };
        for (revision, has) in [(&head, true), (&first, false), (&head, true)] {
            revision.check_out(&project, &tree).unwrap();
            assert_eq!(tree.join("xtask/Cargo.toml").is_file(), has, "{}", revision.name);
            // The output of a build is removed before the next one.
            assert!(!tree.join("dist").exists());
            fs::create_dir(tree.join("dist")).unwrap();
        }
        // A folder that git no longer knows is created again.
        fs::remove_file(tree.join(".git")).unwrap();
        first.check_out(&project, &tree).unwrap();
        assert!(!tree.join("dist").exists());
        let error = first.check_build(&tree.join("dist")).unwrap_err();
        assert!(error.to_string().contains("without dist/gp-federations.js"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn existing_build_is_reused() {
        let (folder, project) = repository("built");
        let head = Revision::find(&project, "HEAD").unwrap();
        let built = project.target().join("bench/builds").join(head.short_name());
        fs::create_dir_all(&built).unwrap();
        assert_eq!(head.build(&project).unwrap(), built);
        fs::remove_dir_all(&built).unwrap();
        fs::remove_dir_all(folder).unwrap();
    }
}
