//! Starts the benchmark in `bench/`, which runs in Node and Chromium.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::project::{Project, SCRIPT};
use crate::revision::Revision;
use crate::toolbox::Toolbox;
use crate::{build, npm, progress, setup};

/// The arguments.
#[derive(Debug, PartialEq, Eq)]
struct Options<'a> {
    /// The revisions that the working tree is compared with.
    compare: Vec<&'a str>,
    /// The arguments of `bench.mjs`.
    others: Vec<&'a str>,
}

impl<'a> Options<'a> {
    fn parse(arguments: &[&'a str]) -> Result<Self> {
        let mut options = Self { compare: Vec::new(), others: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let revision = match argument.strip_prefix("--compare") {
                Some("") => arguments.next().copied().unwrap_or_default(),
                Some(rest) if rest.starts_with('=') => &rest[1..],
                _ => {
                    options.others.push(argument);
                    continue;
                }
            };
            if revision.is_empty() || revision.starts_with('-') {
                bail!("--compare needs a revision, for example `--compare HEAD~1`");
            }
            options.compare.push(revision);
        }
        Ok(options)
    }
}

/// Installs what is missing, builds the compared revisions (or `dist/` if it does not exist), measures, and prints the
/// tables.
pub(crate) fn bench(project: &Project, arguments: &[&str]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let folder = project.path("bench");
    npm::ensure_in(&folder, &Toolbox::default())?;
    let is_help = options.others.contains(&"--help");
    let builds = if is_help { Vec::new() } else { builds(project, &options.compare)? };
    let toolbox = if is_help || (builds.is_empty() && project.dist().join(SCRIPT).is_file()) {
        // Without a comparison, the existing build is measured.
        Toolbox::default()
    } else {
        let toolbox = setup::for_build(project, Vec::new())?;
        build::release(project, &toolbox)?;
        toolbox
    };
    progress::begin(
        "measure in Chromium (up to an hour for all of them at every length; `--quick` takes some minutes)",
    );
    let mut node = toolbox.command("node");
    node.arg(folder.join("bench.mjs")).args(&options.others);
    for (name, dist) in &builds {
        node.arg("--build").arg(format!("{name}={}", dist.display()));
    }
    node.arg("--dist").arg(project.dist()).arg("--out").arg(project.target().join("bench"));
    crate::command::run(&mut node)
        .context("something could not be measured, or --strict and a budget was missed: see above")
}

/// Builds the revisions. Returns the short name and the folder of each.
fn builds(project: &Project, names: &[&str]) -> Result<Vec<(String, PathBuf)>> {
    // All of them are checked first, because a build takes minutes.
    let revisions = names.iter().map(|name| Revision::find(project, name)).collect::<Result<Vec<_>>>()?;
    revisions.iter().map(|revision| Ok((revision.short_name().to_owned(), revision.build(project)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::pass_node_tests;

    #[test]
    fn revisions_are_separated_from_other_options() {
        let options = Options::parse(&["--quick", "--compare", "HEAD~1", "--compare=v1", "--rows", "178"]).unwrap();
        assert_eq!(options.compare, ["HEAD~1", "v1"]);
        assert_eq!(options.others, ["--quick", "--rows", "178"]);
        assert_eq!(Options::parse(&["--compared"]).unwrap().others, ["--compared"]);
    }

    #[test]
    fn a_comparison_needs_a_revision() {
        for arguments in [&["--compare"][..], &["--compare="], &["--compare", "--quick"]] {
            assert!(Options::parse(arguments).unwrap_err().to_string().contains("needs a revision"), "{arguments:?}");
        }
    }

    #[test]
    fn benchmark_javascript_tests_pass() {
        pass_node_tests("bench/tests/");
    }
}
