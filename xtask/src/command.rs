//! Runs other programs.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// Runs a program with visible output, and returns an error if it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    check_status(command, status)
}

/// Runs a program and returns its output. An error contains its standard error.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error))?;
    check_status(command, output.status).with_context(|| String::from_utf8_lossy(&output.stderr).trim().to_owned())?;
    Ok(output.stdout)
}

/// Runs a program for one line of text. Returns `None` if there is no such program or it fails.
pub(crate) fn try_output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The error of a program that failed.
pub(crate) fn check_status(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", line(command))
}

/// The error of a program that did not start.
pub(crate) fn cannot_start(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return anyhow!("`{program}` could not be started: {error}");
    }
    match &*program {
        "npm" | "npm.cmd" | "node" => anyhow!("`{program}` is missing: install Node.js 20.19 or newer, with npm."),
        "cargo" | "rustc" | "rustup" => {
            anyhow!("`{program}` is missing: install Rust with rustup.")
        }
        _ => anyhow!("`{program}` is missing: run `cargo xtask setup`."),
    }
}

/// A command as a user would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Runs Node's own tests in `folder` of the project. There must be at least one, and all must pass.
#[cfg(test)]
#[track_caller]
pub(crate) fn pass_node_tests(folder: &str) {
    let project = crate::project::Project::locate().unwrap();
    let mut node = Command::new("node");
    node.args(["--no-warnings", "--test", "--test-reporter=spec", folder]).current_dir(project.root());
    // Node must not mistake cargo's test run for its own.
    let output = node.env_remove("NODE_TEST_CONTEXT").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("pass ") && !said.contains("pass 0"), "no test was run: {said}");
}
