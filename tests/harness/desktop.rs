//! An invisible desktop with Orca: a screen, a window manager, a separate bus, and the screen reader.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, thread};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::patience::Limit;
use tempfile::TempDir;

use super::folders::tests_folder;
use super::fonts;
use super::process::{Running, Screen, find_program};
use super::waiting::{START, WAIT_TIMEOUT};

/// The Debian packages it needs, in addition to Firefox and its driver.
const PROGRAMS: [(&str, &str); 6] = [
    ("orca", "orca"),
    ("Xvfb", "xvfb"),
    ("dbus-daemon", "dbus-daemon"),
    ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
];

/// Orca is a package of the system's own Python.
const PYTHON: &str = "/usr/bin/python3";

/// The missing packages in one sentence with Debian's names, or `None`.
pub(crate) fn missing() -> Option<String> {
    let packages: Vec<&str> =
        PROGRAMS.iter().filter(|(program, _)| find_program(&[program]).is_none()).map(|it| it.1).collect();
    let programs = (!packages.is_empty()).then(|| {
        format!("the screen reader needs more programs (Debian: {}): `cargo xtask setup`", packages.join(", "))
    });
    programs.or_else(fonts::missing)
}

/// Everything ends with the desktop. Fields are dropped in this order.
pub(crate) struct Desktop {
    orca: Orca,
    _window_manager: Running,
    _bus: Running,
    place: Place,
    _screen: Screen,
}

/// The environment that programs need to find this desktop.
struct Place {
    home: TempDir,
    /// fontconfig's settings.
    fonts: PathBuf,
    display: String,
    /// The address of the bus. Empty until it runs.
    bus: String,
}

struct Orca {
    /// Orca ends when its input is closed.
    questions: ChildStdin,
    asked: u32,
    heard: Arc<Mutex<Vec<String>>>,
    _process: Running,
}

impl Desktop {
    /// Starts the whole desktop.
    ///
    /// # Errors
    /// Returns an error if one of the programs does not start.
    pub(crate) fn start() -> Result<Self> {
        let screen = Screen::start()?;
        let home = tempfile::Builder::new().prefix("gpf-desktop-").tempdir()?;
        // The bus requires a folder that only this user can read.
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700))?;
        // Orca reads line by line, and line breaks depend on the font.
        let fonts = fonts::settings(home.path())?.context("there are no fonts")?;
        let mut place = Place { home, fonts, display: screen.display.clone(), bus: String::new() };

        let mut bus = Command::new("dbus-daemon");
        place.put(bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]));
        let mut bus = Running::start(bus.stdout(Stdio::piped()))?;
        bus.first_line()?.trim().clone_into(&mut place.bus);

        let mut window_manager = Command::new("openbox");
        place.put(window_manager.stdout(Stdio::null()));
        let window_manager = Running::start(&mut window_manager)?;
        let orca = Orca::start(&place)?;
        let mut desktop = Self { orca, _window_manager: window_manager, _bus: bus, place, _screen: screen };
        desktop.wait_until_quiet().context("Orca did not start")?;
        Ok(desktop)
    }

    /// Starts a program on this desktop, so that Orca can read it.
    pub(crate) fn put(&self, command: &mut Command) {
        self.place.put(command);
    }

    /// The version of Orca, such as "43.1".
    pub(crate) fn version(&self) -> String {
        self.orca.lines("version ").first().cloned().unwrap_or_default()
    }

    /// The number of utterances up to now.
    pub(crate) fn utterances(&self) -> usize {
        self.orca.lines("said ").len()
    }

    /// All utterances except the first `from`.
    pub(crate) fn said_since(&self, from: usize) -> Vec<String> {
        self.orca.lines("said ").split_off(from)
    }

    /// Presses the key as a user would and waits until Orca has handled it: `Tab`, `shift+Tab`, `Insert+a`.
    ///
    /// # Errors
    /// Returns an error if the key does not arrive.
    pub(crate) fn press(&self, key: &str) -> Result<()> {
        self.keys(&["key", key], key, key.split('+').count())
    }

    /// Types a text.
    ///
    /// # Errors
    /// Returns an error if the key presses do not arrive.
    pub(crate) fn type_text(&self, text: &str) -> Result<()> {
        // Shift is a separate key.
        let capitals = text.chars().filter(|it| it.is_uppercase()).count();
        self.keys(&["type", text], text, text.chars().count() + capitals)
    }

    /// Waits until Orca has finished speaking about everything up to now.
    ///
    /// # Errors
    /// Returns an error if it does not finish in time.
    pub(crate) fn wait_until_quiet(&mut self) -> Result<()> {
        self.orca.asked += 1;
        let (question, limit) = (self.orca.asked.to_string(), Limit::of(START));
        writeln!(self.orca.questions, "{question}").context("Orca has ended")?;
        let is_quiet = || self.orca.lines("quiet ").contains(&question).then_some(());
        limit.poll(is_quiet).with_context(|| format!("Orca did not fall silent within {}", limit.waited()))
    }

    fn keys(&self, arguments: &[&str], name: &str, count: usize) -> Result<()> {
        let expected = self.orca.lines("key up ").len() + count;
        let mut command = Command::new("xdotool");
        self.put(command.args(arguments).stdin(Stdio::null()));
        let output = command.output().context("xdotool does not start")?;
        ensure!(output.status.success(), "xdotool {name}: {}", String::from_utf8_lossy(&output.stderr).trim());
        let limit = Limit::of(WAIT_TIMEOUT);
        let has_arrived = || (self.orca.lines("key up ").len() >= expected).then_some(());
        limit
            .poll(has_arrived)
            .with_context(|| format!("Orca did not hear of the key {name} within {}", limit.waited()))
    }
}

impl Place {
    fn put(&self, command: &mut Command) {
        let home = self.home.path();
        command
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("FONTCONFIG_FILE", &self.fonts)
            .env_remove("WAYLAND_DISPLAY")
            // The tests do not use the settings of the person who runs them.
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("GSETTINGS_BACKEND", "memory")
            .env("LANG", "C.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LANGUAGE")
            // Makes browsers send their accessibility tree to the bus.
            .env("GNOME_ACCESSIBILITY", "1")
            .env("NO_AT_BRIDGE", "0")
            .env_remove("AT_SPI_BUS_ADDRESS");
        if self.bus.is_empty() {
            command.env_remove("DBUS_SESSION_BUS_ADDRESS");
        } else {
            command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        }
    }
}

impl Orca {
    fn start(place: &Place) -> Result<Self> {
        let mut command = Command::new(PYTHON);
        command.arg("-B").arg(tests_folder().join("screen-reader/start_orca.py")).arg(place.home.path().join("orca"));
        place.put(command.stdout(Stdio::piped()));
        let (mut process, questions) = Running::start_with_input(&mut command)?;
        let output = process.output()?;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&heard);
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        let orca = Self { questions, asked: 0, heard, _process: process };
        let limit = Limit::of(START);
        if limit.poll(|| orca.heard().first().cloned()).is_none() {
            bail!("Orca did not start within {}", limit.waited());
        }
        Ok(orca)
    }

    fn heard(&self) -> MutexGuard<'_, Vec<String>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The rest of every line that begins with `kind`.
    fn lines(&self, kind: &str) -> Vec<String> {
        self.heard().iter().filter_map(|line| line.strip_prefix(kind)).map(str::to_owned).collect()
    }
}
