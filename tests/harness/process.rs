//! Programs the tests start, and only those: each in its own process group, ended when its handle goes.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use browser_tests::patience::Limit;
use rustix::process::{Pid, Signal, kill_process_group};

use super::waiting::START;

/// How long a program may take to end when it is asked to. Then it is ended.
const END: Duration = Duration::from_secs(3);

/// The process groups that run now, for [`end_all`].
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// Ends every program that was started and still runs: for when the tests themselves are stopped.
pub(crate) fn end_all() {
    for group in GROUPS.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// A program that ends with its handle, together with everything it started.
pub(crate) struct Running {
    child: Child,
    name: String,
}

impl Running {
    /// Starts the program in its own process group, so that ending it also ends the browser it started.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Self::spawn(command.stdin(Stdio::null()))
    }

    /// As [`Running::start`]; also gives what writes to the program's input.
    ///
    /// # Errors
    /// As [`Running::start`].
    pub(crate) fn start_with_input(command: &mut Command) -> Result<(Self, ChildStdin)> {
        let mut running = Self::spawn(command.stdin(Stdio::piped()))?;
        let input = running.child.stdin.take().context("the input is not a pipe")?;
        Ok((running, input))
    }

    fn spawn(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .process_group(0)
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {name}"))?;
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).push(Pid::from_child(&child));
        Ok(Self { child, name })
    }

    /// What the program writes. Its output must be a pipe.
    ///
    /// # Errors
    /// When it is not, or was asked for before.
    pub(crate) fn output(&mut self) -> Result<ChildStdout> {
        self.child.stdout.take().context("the output is not a pipe")
    }

    /// The first line the program writes. Its output must be a pipe.
    ///
    /// # Errors
    /// When the program ends before.
    pub(crate) fn first_line(&mut self) -> Result<String> {
        let mut line = String::new();
        BufReader::new(self.output()?).read_line(&mut line)?;
        if line.is_empty() {
            bail!("{} ended before it said anything", self.name);
        }
        Ok(line)
    }

    /// Waits until something answers on the port.
    ///
    /// # Errors
    /// When the program ends first, or does not listen in time.
    pub(crate) fn wait_for_port(&mut self, port: u16) -> Result<()> {
        self.wait_until(&format!("listen on port {port}"), || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())
    }

    /// Waits until the program has done what it is started for.
    ///
    /// # Errors
    /// When the program ends first, or does not do it in time.
    pub(crate) fn wait_until(&mut self, what: &str, mut is_done: impl FnMut() -> bool) -> Result<()> {
        let limit = Limit::of(START);
        let end = limit.poll(|| match is_done() {
            true => Some(Ok(())),
            false => match self.child.try_wait() {
                Ok(None) => None,
                Ok(Some(status)) => Some(Err(anyhow!("{} ended at once ({status})", self.name))),
                Err(error) => Some(Err(error.into())),
            },
        });
        end.unwrap_or_else(|| bail!("{} did not {what} within {}", self.name, limit.waited()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = Pid::from_child(&self.child);
        // The group is gone already when the program ended by itself: nothing to do then.
        let _ = kill_process_group(group, Signal::TERM);
        let _ = Limit::of(END).poll(|| (!matches!(self.child.try_wait(), Ok(None))).then_some(()));
        let _ = kill_process_group(group, Signal::KILL);
        // Before `wait`: after it, the number may belong to another program.
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| *other != group);
        let _ = self.child.wait();
    }
}

/// A screen that nobody sees, for browsers without a headless mode.
pub(crate) struct Screen {
    _server: Running,
    /// The value for `DISPLAY`.
    pub(crate) display: String,
}

impl Screen {
    /// Starts Xvfb on a display number that is free.
    ///
    /// # Errors
    /// When Xvfb cannot be started.
    pub(crate) fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Running::start(&mut command)?;
        let display = format!(":{}", server.first_line()?.trim());
        Ok(Self { _server: server, display })
    }
}

/// A port that was free a moment ago.
///
/// # Errors
/// When the system has none to give.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Where the first of these programs is on `PATH`.
pub(crate) fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}
