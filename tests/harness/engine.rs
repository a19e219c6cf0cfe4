//! The three browser engines: the programs and the settings of each.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;
use browser_tests::turns::Weight;
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::fonts;
use super::process::find_program;

/// A browser engine. WebKitGTK takes the place of Safari.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// The programs that an engine's tests start.
#[derive(Debug, Clone, Default)]
pub(crate) struct Programs {
    driver: PathBuf,
    browser: PathBuf,
}

impl Programs {
    /// The browser's major version, such as "156". Empty if the browser does not report one.
    pub(crate) fn major_version(&self) -> String {
        let said = Command::new(&self.browser).arg("--version").stderr(Stdio::null()).output();
        let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let version = said.split_whitespace().find(|word| word.starts_with(|it: char| it.is_ascii_digit()));
        version.and_then(|version| version.split('.').next()).unwrap_or_default().to_owned()
    }
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The prefix of test names.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the driver and the browser.
    ///
    /// # Errors
    /// Returns what is missing, in one sentence with Debian's names.
    pub(crate) fn programs(self) -> Result<Programs, String> {
        let (drivers, browser, packages) = match self {
            Self::Chromium => (
                &["chromedriver"][..],
                find_program(&["chromium", "chromium-browser", "google-chrome"]),
                "Debian: chromium, chromium-driver",
            ),
            Self::Firefox => (
                &["geckodriver"][..],
                find_program(&["firefox-esr", "firefox"]),
                "Debian: firefox-esr; and cargo install geckodriver",
            ),
            Self::WebKit => (
                &["WebKitWebDriver"][..],
                find_program(&["Xvfb"]).and_then(|_| mini_browser()),
                "Debian: webkit2gtk-driver, xvfb",
            ),
        };
        match (find_program(drivers), browser) {
            (Some(driver), Some(browser)) => Ok(Programs { driver, browser }),
            _ => Err(format!("{self} or its driver is not installed ({packages})")),
        }
    }

    /// Only Chromium supports the DevTools protocol and gives access to its console.
    pub(crate) fn has_devtools(self) -> bool {
        self == Self::Chromium
    }

    /// Engines without a headless mode.
    pub(crate) fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// Whether tests that measure need a session of their own.
    pub(crate) fn is_different_for(self, one: Weight, other: Weight) -> bool {
        self == Self::WebKit && one != other
    }

    /// The command that starts the driver on this port, for tests of this weight.
    ///
    /// # Errors
    /// Returns an error if the session's folder cannot be written to.
    pub(crate) fn driver(
        self,
        programs: &Programs,
        weight: Weight,
        port: u16,
        home: &Path,
        display: Option<&str>,
    ) -> Result<Command> {
        let fonts = fonts::settings(home)?;
        let mut command = Command::new(&programs.driver);
        command.stdout(Stdio::null());
        match self {
            Self::Chromium => {
                if let Some(file) = fonts {
                    command.env("FONTCONFIG_FILE", file);
                }
                command.arg(format!("--port={port}"))
            }
            Self::Firefox => {
                command.args(["--port", &port.to_string(), "--log", "fatal"]).arg("--profile-root").arg(home)
            }
            Self::WebKit => command
                .arg(format!("--port={port}"))
                // The tests do not use the settings, cookies and caches of the person who runs them.
                .env("HOME", home)
                .env("XDG_CONFIG_HOME", home)
                .env("XDG_CACHE_HOME", home)
                .env("XDG_DATA_HOME", home)
                .env("GDK_BACKEND", "x11")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("NO_AT_BRIDGE", "1")
                // Without a graphics card, the processor composes layers, which is a fifth of this engine's time. But
                // without layers, memory is freed later.
                .envs((weight == Weight::Light).then_some(("WEBKIT_DISABLE_COMPOSITING_MODE", "1")))
                // Every page optimises the WebAssembly for itself, which is a tenth of this engine's time. Heavy tests are
                // long enough to need it.
                .envs((weight == Weight::Light).then_some(("JSC_useOMGJIT", "0")))
                .env_remove("http_proxy")
                .env_remove("https_proxy"),
        };
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        Ok(command)
    }

    /// The capabilities for a new session. `home` is an empty folder. Firefox has a window only if it is not
    /// `is_headless`.
    pub(crate) fn capabilities(self, programs: &Programs, home: &Path, is_headless: bool) -> Capabilities {
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": programs.browser,
                    "args": chromium_arguments(home),
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "proxy": { "proxyType": "direct" },
                "moz:firefoxOptions": {
                    "binary": programs.browser,
                    "args": if is_headless { &["-headless"][..] } else { &[] },
                    "prefs": { "intl.accept_languages": "en-GB, en" },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": programs.browser, "args": ["--automation"] },
            }),
        };
        match wanted {
            Value::Object(map) => map.into(),
            _ => unreachable!("every arm is an object"),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

fn chromium_arguments(home: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        "--lang=en-GB",
        "--window-size=1280,1000",
        // The same fonts and colours on every machine.
        "--font-render-hinting=none",
        "--disable-lcd-text",
        "--force-device-scale-factor=1",
        "--force-color-profile=srgb",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", home.join("profile").display()));
    // Chromium's own sandbox does not work for root, the user of most containers.
    if rustix::process::geteuid().is_root() {
        arguments.push("--no-sandbox".to_owned());
    }
    arguments
}

/// MiniBrowser is not in `PATH`: distributions install it beside the library.
fn mini_browser() -> Option<PathBuf> {
    let mut places = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    places.extend(std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path()));
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    versions
        .iter()
        .flat_map(|version| places.iter().map(move |place| place.join(version).join("MiniBrowser")))
        .find(|file| file.is_file())
}
