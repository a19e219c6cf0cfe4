//! The web servers of the fixtures: two ports, so that a page and its script can have different origins.

use std::collections::HashMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, ensure};
use tiny_http::{Header, Request, Response};

use super::folders::{dist_folder, tests_folder};
use super::{lists, local_server};

pub(crate) const RECORDER: &str = include_str!("recorder.js");

/// Serves `tests/pages/` under `/pages/`, editors' files under `/lists/`, and `dist/` under `/`.
pub(crate) struct Server {
    ports: [u16; 2],
    visits: AtomicU32,
    requests: Requests,
    pages: Pages,
}

/// Files that tests have added, by host name and path.
type Pages = Arc<Mutex<HashMap<String, Written>>>;
type Requests = Arc<Mutex<HashMap<String, Vec<String>>>>;

/// A file that a test has added, and its header lines.
#[derive(Debug, Clone)]
struct Written {
    content: String,
    headers: Vec<String>,
}

/// A separate host name for one test: its own origin, storage, cookies and list of requests.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    host: String,
    ports: [u16; 2],
}

impl Visit {
    /// The URL of a page in `tests/pages/`.
    pub(crate) fn page(&self, page: &str) -> String {
        format!("{}/pages/{page}", self.origin())
    }

    /// The origin that pages are opened from.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}:{}", self.host, self.ports[0])
    }
}

impl Server {
    /// Starts both servers. They end with the process.
    ///
    /// # Errors
    /// Returns an error if no port is available, or there is nothing to serve: every behaviour would run into its time
    /// limit.
    pub(crate) fn start() -> Result<Self> {
        let script = dist_folder().join("gp-federations.js");
        ensure!(script.is_file(), "there is no {}: `cargo xtask build` makes it", script.display());
        let requests = Requests::default();
        let pages = Pages::default();
        let servers = [listen()?, listen()?];
        let ports = [port(&servers[0])?, port(&servers[1])?];
        for server in servers {
            let server = Arc::new(server);
            // Browsers request a few files at a time.
            for _ in 0..3 {
                let (server, requests, pages) = (Arc::clone(&server), Arc::clone(&requests), Arc::clone(&pages));
                std::thread::spawn(move || {
                    for request in server.incoming_requests() {
                        answer(request, ports, &requests, &pages);
                    }
                });
            }
        }
        Ok(Self { ports, visits: AtomicU32::new(0), requests, pages })
    }

    /// Returns an unused host name. Browsers resolve every name under `localhost` to this machine.
    pub(crate) fn visit(&self) -> Visit {
        let number = self.visits.fetch_add(1, Ordering::Relaxed);
        Visit { host: format!("visit-{number}.localhost"), ports: self.ports }
    }

    /// Serves a page that the test contains, and returns its URL.
    pub(crate) fn put(&self, visit: &Visit, path: &str, html: &str) -> String {
        let type_of_pages = content_type(Path::new("page.html"));
        self.serve(visit, path, with_recorder(html, "/__recorder.js"), &[&*type_of_pages])
    }

    /// Serves a file that the test contains, in place of a file at the same path, and returns its URL.
    pub(crate) fn serve(&self, visit: &Visit, path: &str, content: String, headers: &[&str]) -> String {
        let headers = headers.iter().map(|it| (*it).to_owned()).collect();
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.insert([&*visit.host, path].concat(), Written { content, headers });
        [&*visit.origin(), path].concat()
    }

    /// The requests of this visit, in order: `GET /pages/bare.html`.
    pub(crate) fn requests(&self, visit: &Visit) -> Vec<String> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.get(&visit.host).cloned().unwrap_or_default()
    }
}

/// The recorder goes before all other scripts of a page.
pub(crate) fn with_recorder(page: &str, address: &str) -> String {
    let tag = format!("<script src=\"{address}\"></script>");
    match page.find("<head>") {
        Some(at) => format!("{}<head>{tag}{}", &page[..at], &page[at + "<head>".len()..]),
        None => format!("{tag}{page}"),
    }
}

fn listen() -> Result<tiny_http::Server> {
    tiny_http::Server::http((Ipv4Addr::LOCALHOST, 0)).map_err(|error| anyhow!("the test server: {error}"))
}

fn port(server: &tiny_http::Server) -> Result<u16> {
    Ok(server.server_addr().to_ip().context("the test server has no port")?.port())
}

fn answer(request: Request, ports: [u16; 2], requests: &Requests, pages: &Pages) {
    let host = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Host"))
        .and_then(|header| header.value.as_str().split(':').next())
        .unwrap_or_default()
        .to_owned();
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    let response = match path.as_str() {
        "/__recorder.js" => Response::from_data(RECORDER).with_header(header("Content-Type: text/javascript")),
        // Browsers request the icon without a link, and a 404 would appear in the console.
        "/favicon.ico" => Response::from_data([]).with_status_code(204),
        _ => {
            let line = format!("{} {}", request.method(), request.url());
            let mut requests = requests.lock().unwrap_or_else(PoisonError::into_inner);
            requests.entry(host.clone()).or_default().push(line);
            drop(requests);
            let other_origin = format!("http://{host}:{}", ports[1]);
            let written = pages.lock().unwrap_or_else(PoisonError::into_inner).get(&[&*host, &*path].concat()).cloned();
            let written = written.map(|Written { content, headers }| {
                let mut response = Response::from_data(content);
                headers.iter().for_each(|line| response.add_header(header(line)));
                response
            });
            written
                .or_else(|| file(&path, &other_origin))
                .unwrap_or_else(|| Response::from_string("not here").with_status_code(404))
        }
    };
    local_server::respond(request, response.with_header(header("Cache-Control: no-store")));
}

fn file(path: &str, other_origin: &str) -> Option<Response<std::io::Cursor<Vec<u8>>>> {
    let relative = Path::new(path.trim_start_matches('/'));
    if relative.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = if let Ok(page) = relative.strip_prefix("pages") {
        tests_folder().join("pages").join(page)
    } else if let Ok(list) = relative.strip_prefix("lists") {
        lists::corpus_folder().join(list)
    } else {
        dist_folder().join(relative)
    };
    let content = if relative == Path::new(lists::LONG) { lists::long().to_vec() } else { fs::read(&file).ok()? };
    let is_page = file.extension().is_some_and(|extension| extension == "html");
    let content = match is_page {
        true => with_recorder(&String::from_utf8_lossy(&content), "/__recorder.js")
            .replace("{{other-origin}}", other_origin)
            .into_bytes(),
        false => content,
    };
    let mut response = Response::from_data(content).with_header(header(&content_type(&file)));
    for line in extra_headers(&file) {
        response.add_header(header(&line));
    }
    Some(response)
}

/// `strict-csp.headers` beside `strict-csp.html` contains header lines for that page.
fn extra_headers(file: &Path) -> Vec<String> {
    let beside: PathBuf = file.with_extension("headers");
    let lines = fs::read_to_string(beside).unwrap_or_default();
    lines.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The header line with the type of a file.
pub(crate) fn content_type(file: &Path) -> String {
    ["Content-Type: ", local_server::content_type(file)].concat()
}

fn header(line: &str) -> Header {
    line.parse().unwrap_or_else(|()| panic!("not a header line: {line}"))
}
