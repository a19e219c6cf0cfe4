//! A WordPress from Debian's packages, with its own database and the plugin from `dist/`. It starts with the first test
//! that needs it and ends with the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, ensure};
use tempfile::TempDir;

use super::browser::Browser;
use super::folders::{dist_folder, tests_folder};
use super::process::{Running, find_program, free_port};
use super::server::RECORDER;

/// The prefix of the behaviours that need WordPress.
pub(crate) const PREFIX: &str = "wordpress_";

/// The password of all users.
const PASSWORD: &str = "password";

/// Debian's folder of WordPress.
const WORDPRESS: &str = "/usr/share/wordpress";

/// WordPress shows no pages without a theme.
const THEME: &str = "wp-content/themes/twentytwentythree/style.css";

/// A page that loads fast.
const NOTHING: &str = "/wp-includes/images/blank.gif";

/// Held during a log-in: WordPress reads the list of a user's sessions, adds one and saves it, so one of two at the same
/// time is lost.
static LOG_IN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The WordPress of this run, or the reason why there is none.
static RUNNING: Mutex<Option<Result<WordPress, String>>> = Mutex::new(None);

/// What this machine lacks for WordPress: one sentence with Debian's names, or `None`.
pub(crate) fn missing() -> Option<String> {
    let is_there = ["wp-load.php", THEME].iter().all(|file| wordpress().join(file).is_file())
        && find_program(&["php"]).is_some()
        && database_program().is_some();
    (!is_there).then(|| {
        "WordPress or what it needs is not installed \
         (Debian: wordpress, wordpress-theme-twentytwentythree, php-cli, mariadb-server-core)"
            .to_owned()
    })
}

/// Ends WordPress, if a test has started it.
pub(crate) fn end() {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).take();
}

/// WordPress and its database. Fields are dropped in this order, so the database ends last.
struct WordPress {
    _web_server: Running,
    _database: Running,
    _folder: TempDir,
    place: Place,
}

impl Browser {
    /// Opens a page of WordPress, such as `/block/` for `tests/pages/wordpress/posts/editor/block.html`, without
    /// logging in.
    ///
    /// # Errors
    /// Returns an error if WordPress cannot be started, or the page does not load.
    pub(crate) async fn open_wordpress(&mut self, path: &str) -> Result<()> {
        let origin = origin()?;
        // Another test might have used the session before. Cookies are cleared for the open origin.
        self.go_to(&format!("{origin}{NOTHING}")).await?;
        self.driver().delete_all_cookies().await?;
        self.go_to(&format!("{origin}{path}")).await
    }

    /// Logs in and goes to a page.
    ///
    /// # Errors
    /// Returns an error if WordPress rejects the user.
    pub(crate) async fn open_wordpress_as(&mut self, user: &str, path: &str) -> Result<()> {
        // WordPress' own pages for logged-in users write this on each page.
        self.allow_console("JQMIGRATE: Migrate is installed");
        // The block editor of WordPress 7.1.
        self.allow_console("All preloads consumed");
        self.allow_console("was added to the iframe incorrectly");
        self.open_wordpress("/wp-login.php").await?;
        let fill = "document.querySelector('#user_login').value = arguments[0];
            document.querySelector('#user_pass').value = arguments[1];
            document.querySelector('[name=redirect_to]').value = arguments[2];
            document.querySelector('#loginform').submit();";
        let origin = origin()?;
        let nothing = format!("{origin}{NOTHING}");
        let log_in = LOG_IN.lock().await;
        self.js::<()>(fill, &[user.into(), PASSWORD.into(), nothing.as_str().into()]).await?;
        self.wait_for(&format!("{user} to be logged in"), "return location.href === arguments[0]", &[nothing.into()])
            .await?;
        drop(log_in);
        // The block editor is slow when it is opened for the first time: the driver waits longer than our limits.
        self.go_to(&format!("{origin}{path}")).await
    }
}

/// The origin of the running WordPress. Starts it if necessary.
fn origin() -> Result<String> {
    running(|place| Ok(format!("http://{}", place.host)))
}

/// Deletes the plugin. A test that does this runs alone.
///
/// # Errors
/// Returns an error if WordPress cannot be started, or does not delete it.
pub(crate) fn remove_plugin() -> Result<()> {
    running(|place| place.php(&fixtures().join("remove.php"), true))
}

/// Does something with the WordPress that runs, which is started if none does.
fn running<T>(use_it: impl FnOnce(&Place) -> Result<T>) -> Result<T> {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    let wordpress = running.get_or_insert_with(|| {
        // Try again: another program might have taken the port.
        WordPress::start().or_else(|_| WordPress::start()).map_err(|error| format!("{error:#}"))
    });
    match wordpress {
        Ok(wordpress) => use_it(&wordpress.place),
        Err(error) => Err(anyhow!("WordPress did not start: {error}")),
    }
}

impl WordPress {
    fn start() -> Result<Self> {
        ensure!(plugin().is_file(), "{} is not there: run `cargo xtask build` first", plugin().display());
        let folder = tempfile::Builder::new().prefix("gpf-wordpress-").tempdir()?;
        let port = free_port()?;
        let place = Place { folder: folder.path().to_owned(), host: format!("wordpress.localhost:{port}") };
        place.lay_out()?;
        let database = place.start_database()?;
        place.php(&fixtures().join("install.php"), false)?;
        place.php(&fixtures().join("fill.php"), true)?;
        let web_server = place.start_web_server(port)?;
        Ok(Self { _web_server: web_server, _database: database, _folder: folder, place })
    }
}

/// The folders of one WordPress, and its host name.
struct Place {
    folder: PathBuf,
    host: String,
}

impl Place {
    fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("database.socket")
    }

    /// A copy, because WordPress locates its files by their paths and Debian's configuration belongs to the machine.
    fn lay_out(&self) -> Result<()> {
        let mut copy = Command::new("cp");
        succeed(copy.args(["--recursive", "--dereference"]).args([wordpress(), self.site()]))?;
        fs::copy(fixtures().join("wp-config.php"), self.site().join("wp-config.php"))?;
        // Browsers request the icon without a link, and a 404 would appear in the console.
        fs::write(self.site().join("favicon.ico"), "")?;
        let always = self.site().join("wp-content/mu-plugins");
        fs::create_dir_all(&always)?;
        fs::copy(fixtures().join("mu-plugins/for-the-tests.php"), always.join("for-the-tests.php"))?;
        Ok(fs::write(always.join("recorder.js"), RECORDER)?)
    }

    /// A database that only this WordPress can reach: it listens on a socket in the folder and on no port, so it needs
    /// no users.
    fn start_database(&self) -> Result<Running> {
        let data = self.folder.join("database");
        fs::create_dir(&data)?;
        let mut command = Command::new(database_program().context("there is no mariadbd")?);
        command
            .args(["--no-defaults", "--skip-grant-tables", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"])
            .args(["--innodb-log-file-size=4M", "--innodb-buffer-pool-size=32M", "--performance-schema=off"])
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--socket={}", self.socket().display()))
            .arg(format!("--pid-file={}", self.folder.join("database.pid").display()))
            .stdout(Stdio::null());
        // MariaDB starts as root (the user of most containers) only with an explicit option.
        if rustix::process::geteuid().is_root() {
            command.arg("--user=root");
        }
        let mut running = Running::start(&mut command)?;
        running.wait_until("open its socket", || self.socket().exists())?;
        Ok(running)
    }

    /// PHP with the environment that the fixtures' scripts and `wp-config.php` use.
    fn command(&self, is_network: bool) -> Command {
        let mut command = Command::new("php");
        command
            .env("GPF_SITE", self.site())
            .env("GPF_SOCKET", self.socket())
            .env("GPF_HOST", &self.host)
            .env("GPF_ZIP", plugin())
            .env("GPF_IS_NETWORK", if is_network { "1" } else { "" });
        command
    }

    fn php(&self, script: &Path, is_network: bool) -> Result<()> {
        succeed(self.command(is_network).arg(script))
    }

    /// PHP's own web server. Its workers share the cache of compiled PHP, because compiling takes the longest.
    fn start_web_server(&self, port: u16) -> Result<Running> {
        let mut command = self.command(true);
        command
            .env("PHP_CLI_SERVER_WORKERS", "4")
            .args(["-d", "opcache.enable_cli=1", "-d", "opcache.revalidate_freq=60"])
            .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(self.site())
            .stdout(Stdio::null());
        let mut running = Running::start(&mut command)?;
        running.wait_for_port(port)?;
        Ok(running)
    }
}

/// Runs a program. An error contains its output.
fn succeed(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output()?;
    let said = [&*output.stdout, &*output.stderr].concat();
    ensure!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&said).trim());
    Ok(())
}

/// Debian installs servers in folders that are only in root's `PATH`.
fn database_program() -> Option<PathBuf> {
    let usual = PathBuf::from("/usr/sbin/mariadbd");
    find_program(&["mariadbd"]).or_else(|| usual.is_file().then_some(usual))
}

/// The WordPress that is installed, or another one in the folder that `GPF_WORDPRESS` names.
fn wordpress() -> PathBuf {
    std::env::var_os("GPF_WORDPRESS").map_or_else(|| WORDPRESS.into(), PathBuf::from)
}

/// The plugin as it is released.
pub(crate) fn plugin() -> PathBuf {
    dist_folder().join("gp-federations-wordpress.zip")
}

fn fixtures() -> PathBuf {
    tests_folder().join("pages/wordpress")
}
