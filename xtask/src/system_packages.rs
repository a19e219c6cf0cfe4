//! The browsers, WordPress and a linter of PHP, with their names in Debian and its derivatives.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{run, try_output};
use crate::progress;
use crate::project::is_ci;
use crate::toolbox::Toolbox;

/// A program or folder that `check` or the tests start or serve.
struct Part {
    /// The possible names. If it is not a program, its full path.
    programs: &'static [&'static str],
    /// The package that contains it.
    package: &'static str,
    /// The work that needs it, such as the tests in an engine.
    work: &'static str,
}

/// What parts are needed for. The tests begin with the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Check,
    Test,
}

impl Purpose {
    fn parts(self) -> impl Iterator<Item = &'static Part> {
        FOR_CHECK.iter().chain(if self == Self::Test { &FOR_TESTS[..] } else { &[] })
    }
}

const FOR_CHECK: [Part; 1] = [part(&[PHP_LINT], "php-codesniffer", "the lint of PHP")];

const PHP_LINT: &str = "phpcs";

const FOR_TESTS: [Part; 17] = [
    part(&["chromium", "chromium-browser", "google-chrome"], "chromium", "tests in Chromium"),
    part(&["chromedriver"], "chromium-driver", "tests in Chromium"),
    part(&["firefox-esr", "firefox"], "firefox-esr", "tests in Firefox"),
    part(&["WebKitWebDriver"], "webkit2gtk-driver", "tests in WebKit"),
    part(&["Xvfb"], "xvfb", "tests in WebKit"),
    part(&["nginx", "/usr/sbin/nginx"], "nginx", "tests of frames and offline pages"),
    // A database and PHP's own web server, started only for the tests and not as services of the machine.
    part(&["php"], "php-cli", "tests in WordPress"),
    part(&["mariadbd", "/usr/sbin/mariadbd"], "mariadb-server-core", "tests in WordPress"),
    part(&["/usr/share/wordpress/wp-load.php"], "wordpress", "tests in WordPress"),
    part(
        &["/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css"],
        "wordpress-theme-twentytwentythree",
        "tests in WordPress",
    ),
    // An invisible desktop with Orca.
    part(&["orca"], "orca", "tests with a screen reader"),
    part(&["dbus-daemon"], "dbus-daemon", "tests with a screen reader"),
    part(&["/usr/libexec/at-spi-bus-launcher"], "at-spi2-core", "tests with a screen reader"),
    part(&["openbox"], "openbox", "tests with a screen reader"),
    part(&["xdotool"], "xdotool", "tests with a screen reader"),
    // As wide as Arial, the same in every release of Debian, and additional characters.
    part(&["/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf"], "fonts-croscore", "screenshots"),
    part(&["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"], "fonts-dejavu-core", "screenshots"),
];

const fn part(programs: &'static [&'static str], package: &'static str, work: &'static str) -> Part {
    Part { programs, package, work }
}

/// The missing packages, and how they can be installed. On a person's computer nothing is ever installed without
/// asking.
pub(crate) struct Wanted {
    purpose: Purpose,
    packages: Vec<&'static str>,
    way: Way,
}

/// How packages can be installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// As root: in most containers.
    Directly,
    /// In an unattended run, or after a person has agreed.
    WithSudo,
    /// Not at all: the command to run is shown.
    ByHand,
}

/// The user who runs this.
#[derive(Clone, Copy, Debug)]
struct User {
    has_apt: bool,
    is_root: bool,
    is_ci: bool,
    /// Whether a question can be asked, and `sudo` be run.
    can_be_asked: bool,
}

impl User {
    fn of(toolbox: &Toolbox) -> Self {
        Self {
            has_apt: is_on_path("apt-get"),
            is_root: try_output(toolbox.command("id").arg("-u")).as_deref() == Some("0"),
            is_ci: is_ci(),
            can_be_asked: is_on_path("sudo") && io::stdin().is_terminal() && io::stderr().is_terminal(),
        }
    }

    /// Calls `asks` if a person has to agree.
    fn way(self, asks: impl FnOnce() -> bool) -> Way {
        match self {
            Self { has_apt: false, .. } => Way::ByHand,
            Self { is_root: true, .. } => Way::Directly,
            Self { is_ci: true, .. } => Way::WithSudo,
            Self { can_be_asked: true, .. } if asks() => Way::WithSudo,
            Self { .. } => Way::ByHand,
        }
    }
}

impl Wanted {
    /// Finds out what is missing. On a terminal, asks before anything is installed with `sudo`.
    pub(crate) fn find(toolbox: &Toolbox, purpose: Purpose) -> Self {
        let packages: Vec<&str> = missing(purpose).iter().map(|part| part.package).collect();
        if packages.is_empty() {
            return Self { purpose, packages, way: Way::ByHand };
        }
        let way = User::of(toolbox).way(|| {
            let agrees = asks(&packages, &mut io::stdin().lock(), &mut io::stderr()).unwrap_or(false);
            // Asks for the password now: later, other output would be in between.
            agrees && run(toolbox.command("sudo").arg("--validate")).is_ok()
        });
        Self { purpose, packages, way }
    }

    /// The step of `install`, if it has anything to install.
    pub(crate) fn step(&self) -> Option<String> {
        (!self.packages.is_empty()).then(|| format!("install Debian packages: {}", self.packages.join(" ")))
    }

    /// Installs them. On a person's machine what cannot be installed is skipped, with a message.
    pub(crate) fn install(&self, toolbox: &Toolbox) -> Result<()> {
        match self.step() {
            Some(step) => progress::run(step, "cargo xtask setup", || self.install_or_say(toolbox)),
            None => Ok(()),
        }
    }

    /// Installs them. A package that cannot be installed is an error in an unattended run, and a message otherwise.
    fn install_or_say(&self, toolbox: &Toolbox) -> Result<()> {
        let installed = install(toolbox, self.way, &self.packages);
        let still_missing = missing(self.purpose);
        if still_missing.is_empty() {
            return Ok(());
        }
        let mut work: Vec<&str> = still_missing.iter().map(|part| part.work).collect();
        work.dedup();
        let work = work.join(", ");
        let reason = match installed {
            Ok(()) => "they are still not on PATH".to_owned(),
            Err(error) => format!("{error:#}"),
        };
        if is_ci() {
            bail!("there cannot be {work}: {reason}");
        }
        progress::note(&format!("SKIPPED: {work}: {reason}"));
        Ok(())
    }
}

/// Shows the packages and asks for permission to install them.
fn asks(packages: &[&str], input: &mut impl BufRead, output: &mut impl Write) -> io::Result<bool> {
    writeln!(output, "These packages are missing:\n  {}", packages.join(" "))?;
    write!(output, "Install them with sudo apt-get? Without them, some checks and tests are skipped. [y/N] ")?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

/// Whether there is PHP_CodeSniffer.
pub(crate) fn has_php_lint() -> bool {
    is_on_path(PHP_LINT)
}

fn missing(purpose: Purpose) -> Vec<&'static Part> {
    purpose.parts().filter(|part| !part.programs.iter().copied().any(is_on_path)).collect()
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| file_of(&folder, program, std::env::consts::EXE_SUFFIX).is_file())
}

/// The file of a program in a folder of `PATH`. A full path stays unchanged when it is joined to a folder.
fn file_of(folder: &Path, program: &str, suffix: &str) -> PathBuf {
    folder.join([program, suffix].concat())
}

fn install(toolbox: &Toolbox, way: Way, packages: &[&str]) -> Result<()> {
    let Some([update, install]) = commands(way, packages) else {
        if is_on_path("apt-get") {
            bail!("run `{}`, then try again", by_hand(packages));
        }
        bail!("install {} with this system's own package manager, then try again", packages.join(", "));
    };
    let execute = |words: &[&str]| run(toolbox.command(words[0]).args(&words[1..]));
    // The existing package lists might be sufficient even if updating them fails.
    execute(&update).ok();
    execute(&install).with_context(|| format!("run `{}`, then try again", by_hand(packages)))
}

/// The one command that installs them.
fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get install {}", packages.join(" "))
}

/// The commands that update the package lists and install packages.
fn commands<'a>(way: Way, packages: &[&'a str]) -> Option<[Vec<&'a str>; 2]> {
    let start: &[&str] = match way {
        Way::ByHand => return None,
        Way::Directly => &["env"],
        // Never waits for a password.
        Way::WithSudo => &["sudo", "--non-interactive", "env"],
    };
    let apt_get = |arguments: &[&'a str]| [start, &["DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    Some([apt_get(&["update"]), apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: User = User { has_apt: true, is_root: false, is_ci: false, can_be_asked: true };

    /// The way to install, and whether a question was asked.
    fn way(user: User, answer: bool) -> (Way, bool) {
        let mut is_asked = false;
        let way = user.way(|| {
            is_asked = true;
            answer
        });
        (way, is_asked)
    }

    #[test]
    fn root_and_ci_install_without_a_prompt() {
        assert_eq!(way(User { is_root: true, ..PERSON }, false), (Way::Directly, false));
        assert_eq!(way(User { is_root: true, can_be_asked: false, ..PERSON }, false), (Way::Directly, false));
        assert_eq!(way(User { is_ci: true, can_be_asked: false, ..PERSON }, false), (Way::WithSudo, false));
    }

    #[test]
    fn user_is_asked_before_sudo() {
        assert_eq!(way(PERSON, true), (Way::WithSudo, true));
        assert_eq!(way(PERSON, false), (Way::ByHand, true));
    }

    #[test]
    fn nothing_is_installed_if_the_user_cannot_be_asked_or_apt_is_missing() {
        assert_eq!(way(User { can_be_asked: false, ..PERSON }, true), (Way::ByHand, false));
        assert_eq!(way(User { has_apt: false, is_root: true, is_ci: true, ..PERSON }, true), (Way::ByHand, false));
        assert!(commands(Way::ByHand, &["nginx"]).is_none());
        let error = install(&Toolbox::default(), Way::ByHand, &["nginx", "xvfb"]).unwrap_err().to_string();
        let expected = if is_on_path("apt-get") { "`sudo apt-get install nginx xvfb`" } else { "nginx, xvfb" };
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn only_yes_is_accepted() {
        for (answer, expected) in
            [("y\n", true), ("Yes\n", true), ("\n", false), ("n\n", false), ("", false), ("yep\n", false)]
        {
            let mut output = Vec::new();
            assert_eq!(asks(&["nginx", "xvfb"], &mut answer.as_bytes(), &mut output).unwrap(), expected, "{answer:?}");
            let text = String::from_utf8(output).unwrap();
            assert!(text.contains("nginx xvfb") && text.contains("sudo"), "{text}");
        }
    }

    #[test]
    fn program_files_have_the_suffix_of_the_system() {
        let folder = Path::new("/opt/bin");
        assert_eq!(file_of(folder, "firefox", ""), Path::new("/opt/bin/firefox"));
        assert_eq!(file_of(folder, "firefox", ".exe"), Path::new("/opt/bin/firefox.exe"));
        assert_eq!(file_of(folder, "/usr/sbin/nginx", ""), Path::new("/usr/sbin/nginx"));
    }

    #[test]
    fn sudo_never_waits_for_a_password() {
        let [update, install] = commands(Way::WithSudo, &["nginx"]).unwrap();
        assert_eq!(update, ["sudo", "--non-interactive", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"]);
        assert_eq!(install[5..], ["install", "--yes", "--no-install-recommends", "nginx"]);
        assert_eq!(commands(Way::Directly, &["nginx"]).unwrap()[0][0], "env");
    }
}
