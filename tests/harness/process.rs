//! Programs that the tests start: each in its own process group, which ends when its handle is dropped.

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

/// How long a program has to end after SIGTERM. After that it is killed.
const END: Duration = Duration::from_secs(3);

/// The process groups that are running, for [`end_all`].
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// Ends every running program of the tests, for when the tests themselves are stopped.
pub(crate) fn end_all() {
    for group in GROUPS.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// A program that ends with its handle, together with its child processes.
pub(crate) struct Running {
    child: Child,
    name: String,
}

impl Running {
    /// Starts the program in its own process group, so that a driver's browser ends with the driver.
    ///
    /// # Errors
    /// Returns an error if the program cannot be started.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Self::spawn(command.stdin(Stdio::null()))
    }

    /// The same as [`Running::start`], but also returns the program's standard input.
    ///
    /// # Errors
    /// See [`Running::start`].
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

    /// The program's standard output, which must be a pipe.
    ///
    /// # Errors
    /// Returns an error if it is not a pipe, or was taken before.
    pub(crate) fn output(&mut self) -> Result<ChildStdout> {
        self.child.stdout.take().context("the output is not a pipe")
    }

    /// The first line of the program's output, which must be a pipe.
    ///
    /// # Errors
    /// Returns an error if the program ends before it writes a line.
    pub(crate) fn first_line(&mut self) -> Result<String> {
        let mut line = String::new();
        BufReader::new(self.output()?).read_line(&mut line)?;
        if line.is_empty() {
            bail!("{} ended before it said anything", self.name);
        }
        Ok(line)
    }

    /// Waits until the program listens on the port.
    ///
    /// # Errors
    /// Returns an error if the program ends first, or does not listen in time.
    pub(crate) fn wait_for_port(&mut self, port: u16) -> Result<()> {
        self.wait_until(&format!("listen on port {port}"), || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())
    }

    /// Waits until the program has finished its job.
    ///
    /// # Errors
    /// Returns an error if the program ends first, or does not finish in time.
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
        // If the program has ended by itself, there is no group to end.
        let _ = kill_process_group(group, Signal::TERM);
        let _ = Limit::of(END).poll(|| (!matches!(self.child.try_wait(), Ok(None))).then_some(()));
        let _ = kill_process_group(group, Signal::KILL);
        // Before `wait`: after it, another program might have the same number.
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| *other != group);
        let _ = self.child.wait();
    }
}

/// A virtual screen, for browsers without a headless mode.
pub(crate) struct Screen {
    _server: Running,
    /// The value for `DISPLAY`.
    pub(crate) display: String,
}

impl Screen {
    /// Starts Xvfb on a free display number.
    ///
    /// # Errors
    /// Returns an error if Xvfb cannot be started.
    pub(crate) fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Running::start(&mut command)?;
        let display = format!(":{}", server.first_line()?.trim());
        Ok(Self { _server: server, display })
    }
}

/// A port that was free just now.
///
/// # Errors
/// Returns an error if no port is free.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The path of the first of these programs that is in `PATH`.
pub(crate) fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}
