//! The builder page, rebuilt whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::build::trunk;
use crate::command::exec;
use crate::project::Project;
use crate::{progress, setup};

const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Serves until stopped. Without `is_release` a change is there sooner, and the script is larger.
pub(crate) fn serve(project: &Project, is_release: bool) -> Result<()> {
    let toolbox = setup::for_build(project)?;
    let port = free_port()?;
    progress::begin(format!("build, then serve http://127.0.0.1:{port}/ until Ctrl+C"));
    let mut command = trunk(project, &toolbox);
    command.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    exec(command.args(is_release.then_some("--release")))
}

fn free_port() -> Result<u16> {
    PORTS
        .into_iter()
        .find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
        .with_context(|| format!("every port from {} to {} is taken: stop another server", PORTS.start(), PORTS.end()))
}
