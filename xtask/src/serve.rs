//! The builder page, rebuilt whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::build::{self, Profile};
use crate::command::run;
use crate::local_server::{content_type, respond};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::{progress, setup};

const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// What the pages are made of.
const WATCHED: [&str; 13] = [
    "index.html",
    "Cargo.toml",
    "src",
    "crates",
    "assets",
    "docs",
    "integrations",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "CODE_OF_CONDUCT.md",
    "SECURITY.md",
    "SUPPORT.md",
];

/// The interval between two checks of the files.
const PAUSE: Duration = Duration::from_millis(500);

/// The URL at which a page asks for changes.
const CHANGES: &str = "/__changes";

/// How long a request waits for a change before it is repeated.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// Appended to every page: reloads it after a build.
const RELOAD: &str = "<script>(async()=>{for(let n='';;){try{const r=await fetch('/__changes?'+n),t=await r.text();\
    if(n&&t!==n)location.reload();n=t}catch{await new Promise(r=>setTimeout(r,1000))}}})()</script>\n";

/// Serves until stopped. Without `is_release`, builds are faster, and the script is larger.
pub(crate) fn serve(project: &Project, is_release: bool) -> Result<()> {
    let profile = if is_release { Profile::Release } else { Profile::Development };
    let then = [build::steps(profile), vec!["serve the page".to_owned()]].concat();
    let toolbox = setup::for_build(project, then)?;
    let folder = project.target().join("serve");
    let before = newest(project);
    build::once(project, &toolbox, profile, &folder)?;
    let (port, server) = listen()?;
    let builds = Builds::default();
    progress::begin(format!("serve http://127.0.0.1:{port}/ until Ctrl+C, and build after each change"));
    progress::note(&format!("documentation and live demos: http://127.0.0.1:{port}/guides/contents.html"));
    thread::scope(|scope| -> Result<()> {
        scope.spawn(|| {
            for request in server.incoming_requests() {
                let (folder, builds) = (&folder, &builds);
                scope.spawn(move || answer(request, folder, builds));
            }
        });
        rebuild_after_changes(project, &toolbox, profile, &folder, &builds, before)
    })
}

/// Never ends.
fn rebuild_after_changes(
    project: &Project,
    toolbox: &Toolbox,
    profile: Profile,
    folder: &Path,
    builds: &Builds,
    mut before: Option<SystemTime>,
) -> ! {
    loop {
        thread::sleep(PAUSE);
        let now = newest(project);
        if now == before {
            continue;
        }
        before = now;
        progress::begin("build after a change");
        match rebuild(project, toolbox, profile, folder) {
            Ok(()) => builds.add(),
            // The next change might correct it.
            Err(error) => progress::note(&format!("{error:#}")),
        }
    }
}

/// The guide and the fallback are rendered by code in this program, so cargo must compile it again. Windows cannot
/// replace a running program: there they do not change.
fn rebuild(project: &Project, toolbox: &Toolbox, profile: Profile, folder: &Path) -> Result<()> {
    if cfg!(windows) {
        return build::once(project, toolbox, profile, folder);
    }
    let mut cargo = toolbox.command("cargo");
    cargo.args(["run", "--quiet", "--package", "xtask", "--", "build", "--into"]).arg(folder);
    cargo.args((profile == Profile::Development).then_some("--development"));
    run(cargo.current_dir(project.root()))
}

/// The newest modification time of the watched files. A removed file changes the time of its folder.
fn newest(project: &Project) -> Option<SystemTime> {
    WATCHED.iter().filter_map(|path| newest_in(&project.path(path))).max()
}

fn newest_in(path: &Path) -> Option<SystemTime> {
    let about = fs::metadata(path).ok()?;
    let own = about.modified().ok();
    if !about.is_dir() {
        return own;
    }
    let entries = fs::read_dir(path).ok()?.flatten();
    entries.filter_map(|entry| newest_in(&entry.path())).chain(own).max()
}

/// The number of builds.
#[derive(Default)]
struct Builds {
    count: Mutex<u32>,
    changed: Condvar,
}

impl Builds {
    fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Returns the count once it is not `known`, or after a while.
    fn other_than(&self, known: &str, longest: Duration) -> String {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(count, longest, |count| count.to_string() == known);
        waited.unwrap_or_else(PoisonError::into_inner).0.to_string()
    }
}

/// Takes the first free port.
fn listen() -> Result<(u16, Server)> {
    for port in PORTS {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            let server = Server::from_listener(listener, None).map_err(|error| anyhow!("the server: {error}"))?;
            return Ok((port, server));
        }
    }
    Err(anyhow!("every port from {} to {} is taken: stop another server", PORTS.start(), PORTS.end()))
}

fn answer(request: Request, folder: &Path, builds: &Builds) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let response = if path == CHANGES {
        Response::from_string(builds.other_than(query, LONGEST_WAIT))
    } else {
        match content(folder, path) {
            Some((bytes, kind)) => Response::from_data(bytes).with_header(header("Content-Type", kind)),
            None => Response::from_string("This file does not exist.").with_status_code(404),
        }
    };
    respond(request, response.with_header(header("Cache-Control", "no-store")));
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of headers are ASCII")
}

/// The content of a file and its type.
fn content(folder: &Path, path: &str) -> Option<(Vec<u8>, &'static str)> {
    let file = file(folder, path)?;
    let mut bytes = fs::read(&file).ok()?;
    let kind = content_type(&file);
    if kind.starts_with("text/html") {
        bytes.extend_from_slice(RELOAD.as_bytes());
    }
    Some((bytes, kind))
}

/// The file of a URL: nothing outside the folder, and the index of a folder.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        // The files of `dist/` have plain names.
        if part.starts_with('.') || part.contains(['\\', ':', '%']) {
            return None;
        }
        file.push(part);
    }
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn urls_lead_only_to_files_in_the_folder() {
        let folder = std::env::temp_dir().join(format!("gpf-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("guides")).unwrap();
        fs::write(folder.join("guides/index.html"), "<p>").unwrap();
        fs::write(folder.join("a.csv"), "a").unwrap();
        let (page, kind) = content(&folder, "/guides/").unwrap();
        assert!(page.starts_with(b"<p>") && page.ends_with(b"</script>\n") && kind == "text/html; charset=utf-8");
        assert_eq!(content(&folder, "/a.csv").unwrap(), (b"a".to_vec(), "text/csv; charset=utf-8"));
        for path in ["/../a.csv", "/guides/../../a", "/%2e%2e/a.csv", "/b.csv", "/guides\\..\\a.csv", "/c:/a.csv"] {
            assert!(content(&folder, path).is_none(), "{path}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn page_is_notified_of_a_build_immediately() {
        let builds = Builds::default();
        let short = Duration::from_millis(20);
        // A page that has just opened, and one after a while without changes.
        assert_eq!(builds.other_than("", LONGEST_WAIT), "0");
        assert_eq!(builds.other_than("0", short), "0");
        thread::scope(|scope| {
            let page = scope.spawn(|| builds.other_than("0", LONGEST_WAIT));
            builds.add();
            assert_eq!(page.join().unwrap(), "1");
        });
    }

    #[test]
    fn every_watched_file_exists() {
        let project = Project::locate().unwrap();
        for path in WATCHED {
            assert!(newest_in(&project.path(path)).is_some(), "{path}");
        }
    }

    #[test]
    fn response_closes_the_connection() {
        let server = Server::http("127.0.0.1:0").unwrap();
        let mut browser = TcpStream::connect(server.server_addr().to_ip().unwrap()).unwrap();
        browser.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n").unwrap();
        respond(server.recv().unwrap(), Response::from_string("A page"));
        let mut response = [0; 1024];
        let mut end = 0;
        while !response[..end].ends_with(b"\r\n\r\nA page") {
            end += browser.read(&mut response[end..]).unwrap();
        }
        let response = String::from_utf8_lossy(&response[..end]).to_lowercase();
        assert!(
            response.starts_with("http/1.0 200 ok\r\n") && response.contains("content-length: 6\r\n"),
            "{response}"
        );
        assert!(!response.contains("keep-alive"), "{response}");
    }
}
