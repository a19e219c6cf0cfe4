//! A real web server for the headers that administrators set, and for tests in which the server stops.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::folders::{dist_folder, tests_folder};
use super::process::{Running, find_program, free_port};
use super::server::RECORDER;

/// nginx, with the built product under `/gpf/` and the pages of one test beside it.
pub(crate) struct Nginx {
    home: TempDir,
    port: u16,
    running: Option<Running>,
}

impl Nginx {
    /// Starts nginx. `headers` are header lines (`Name: value`) for everything under `/gpf/`. Every page gets the
    /// recorder as its first script.
    ///
    /// # Errors
    /// Returns an error if nginx is not installed or does not start.
    pub(crate) fn start(headers: &[&str]) -> Result<Self> {
        let lines: String = headers
            .iter()
            .filter_map(|header| header.split_once(": "))
            .map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"))
            .collect();
        Self::with_locations(&format!("location /gpf/ {{ {lines} }}"))
    }

    /// The same with these `location` blocks of nginx's configuration.
    ///
    /// # Errors
    /// See [`Nginx::start`].
    pub(crate) fn with_locations(locations: &str) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("gpf-nginx-").tempdir()?;
        let product = home.path().join("site/gpf");
        copy(&dist_folder(), &product).context("there is no dist: run `cargo xtask build` first")?;
        fs::write(home.path().join("site/recorder.js"), RECORDER)?;
        let port = free_port()?;
        fs::write(home.path().join("nginx.conf"), configuration(home.path(), port, locations))?;
        let mut server = Self { home, port, running: None };
        server.start_again()?;
        Ok(server)
    }

    /// Starts nginx again after [`Nginx::stop`].
    ///
    /// # Errors
    /// Returns an error if it does not start.
    pub(crate) fn start_again(&mut self) -> Result<()> {
        let program =
            find_program(&["nginx"]).or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|it| it.is_file()));
        let program = program.context("nginx is not installed (Debian: nginx)")?;
        let mut command = Command::new(program);
        command.arg("-p").arg(self.home.path()).arg("-c").arg(self.home.path().join("nginx.conf"));
        let mut running = Running::start(command.arg("-e").arg("error.log").stdout(Stdio::null()))?;
        let errors = || fs::read_to_string(self.home.path().join("error.log")).unwrap_or_default();
        running.wait_for_port(self.port).with_context(errors)?;
        self.running = Some(running);
        Ok(())
    }

    /// Stops nginx: connections are refused from now on.
    pub(crate) fn stop(&mut self) {
        self.running = None;
    }

    /// The document root.
    pub(crate) fn site(&self) -> PathBuf {
        self.home.path().join("site")
    }

    /// Copies a page of `tests/pages/` to the site, with each `{{name}}` replaced.
    ///
    /// # Errors
    /// Returns an error if there is no such page.
    pub(crate) fn add_host(&self, page: &str, texts: &[(&str, &str)]) -> Result<()> {
        let mut text = fs::read_to_string(tests_folder().join("pages").join(page)).context(page.to_owned())?;
        for (name, value) in texts {
            text = text.replace(&format!("{{{{{name}}}}}"), value);
        }
        Ok(fs::write(self.site().join(page), text)?)
    }

    /// The URL of a file on the site. Browsers resolve every name under `localhost` to this machine, and each name is a
    /// separate origin.
    pub(crate) fn at(&self, host: &str, path: &str) -> String {
        format!("http://{host}.localhost:{}/{path}", self.port)
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(path, target)?;
        }
    }
    Ok(())
}

fn configuration(home: &Path, port: u16, locations: &str) -> String {
    // The master runs as the current user. Workers of root would run as a user without access to the folder.
    let user = if rustix::process::geteuid().is_root() { "user root;" } else { "" };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {name}_temp;\n"))
        .concat();
    format!(
        "{user}
daemon off;
worker_processes 1;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
  types {{ text/html html; text/javascript js; text/css css; application/json json; text/csv csv; }}
  charset utf-8;
  charset_types text/html text/javascript;
  access_log off;
  {temporary}
  server {{
    listen 127.0.0.1:{port};
    root {}/site;
    sub_filter '<head>' '<head><script src=\"/recorder.js\"></script>';
    location = /favicon.ico {{ return 204; }}
    {locations}
  }}
}}
",
        home.display()
    )
}
