//! The browsers and WordPress, and what Debian and its relatives call them.

use anyhow::{Context, Result, bail};

use crate::command::{run, try_output};
use crate::progress;
use crate::project::is_ci;
use crate::toolbox::Toolbox;

/// Something that the tests start or serve.
struct Part {
    /// What it may be called; what is no program has its whole path here.
    programs: &'static [&'static str],
    /// The package that has it.
    package: &'static str,
    /// What can't be tested without it: a browser engine or WordPress.
    engine: &'static str,
}

const PARTS: [Part; 17] = [
    part(&["chromium", "chromium-browser", "google-chrome"], "chromium", "Chromium"),
    part(&["chromedriver"], "chromium-driver", "Chromium"),
    part(&["firefox-esr", "firefox"], "firefox-esr", "Firefox"),
    part(&["WebKitWebDriver"], "webkit2gtk-driver", "WebKit"),
    part(&["Xvfb"], "xvfb", "WebKit"),
    part(&["nginx", "/usr/sbin/nginx"], "nginx", "frames and offline pages"),
    // A database and PHP's own web server run for the tests alone; nothing of it is a service of the machine.
    part(&["php"], "php-cli", "WordPress"),
    part(&["mariadbd", "/usr/sbin/mariadbd"], "mariadb-server-core", "WordPress"),
    part(&["/usr/share/wordpress/wp-load.php"], "wordpress", "WordPress"),
    part(
        &["/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css"],
        "wordpress-theme-twentytwentythree",
        "WordPress",
    ),
    // A desktop that nobody sees, with Orca on it.
    part(&["orca"], "orca", "a screen reader"),
    part(&["dbus-daemon"], "dbus-daemon", "a screen reader"),
    part(&["/usr/libexec/at-spi-bus-launcher"], "at-spi2-core", "a screen reader"),
    part(&["openbox"], "openbox", "a screen reader"),
    part(&["xdotool"], "xdotool", "a screen reader"),
    // As wide as Arial, the same in every release of Debian; and the signs that they lack.
    part(&["/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf"], "fonts-croscore", "screenshots"),
    part(&["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"], "fonts-dejavu-core", "screenshots"),
];

const fn part(programs: &'static [&'static str], package: &'static str, engine: &'static str) -> Part {
    Part { programs, package, engine }
}

/// Finds the browsers or installs them. On a person's machine an engine that can't be had is skipped, loudly.
pub(crate) fn ensure_browsers(toolbox: &Toolbox) -> Result<()> {
    let missing: Vec<&Part> = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|part| part.package).collect();
    let name = format!("install what the tests start: {}", packages.join(" "));
    progress::run(name, "cargo xtask setup", || install_or_say(toolbox, &packages))
}

/// Installs; what can't be had is an error in an automatic run, and a line elsewhere.
fn install_or_say(toolbox: &Toolbox, packages: &[&str]) -> Result<()> {
    let installed = install(toolbox, packages);
    let still_missing = self::missing();
    if still_missing.is_empty() {
        return Ok(());
    }
    let mut engines: Vec<&str> = still_missing.iter().map(|part| part.engine).collect();
    engines.dedup();
    let engines = engines.join(", ");
    let reason = match installed {
        Ok(()) => "they are still not on PATH".to_owned(),
        Err(error) => format!("{error:#}"),
    };
    if is_ci() {
        bail!("no tests in {engines}: {reason}");
    }
    progress::note(&format!("SKIPPED: no tests in {engines}: {reason}"));
    Ok(())
}

fn missing() -> Vec<&'static Part> {
    PARTS.iter().filter(|part| !part.programs.iter().copied().any(is_on_path)).collect()
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // A whole path stays what it is, whatever folder it is joined to.
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn install(toolbox: &Toolbox, packages: &[&str]) -> Result<()> {
    let by_hand = format!("run `sudo apt-get install {}`, then try again", packages.join(" "));
    if !is_on_path("apt-get") {
        bail!("install {} with this system's own package manager, then try again", packages.join(", "));
    }
    let is_root = try_output(toolbox.command("id").arg("-u")).as_deref() == Some("0");
    if !is_root && try_output(toolbox.command("sudo").args(["-n", "true"])).is_none() {
        bail!("{by_hand}");
    }
    let apt_get = |arguments: &[&str]| {
        let mut command = if is_root {
            toolbox.command("env")
        } else {
            let mut sudo = toolbox.command("sudo");
            sudo.args(["-n", "env"]);
            sudo
        };
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
        run(&mut command)
    };
    // Lists that can't be brought up to date may still do.
    apt_get(&["update"]).ok();
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat()).context(by_hand)
}
