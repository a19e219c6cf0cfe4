//! The browser that a test controls: pages, keys, the console, and waiting.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::excerpt::excerpt;
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{WebDriver, WebElement};

use super::engine::Engine;
use super::finder::Finder;
use super::folders::{dist_folder, project_folder, tests_folder};
use super::geometry_rule::Rule;
use super::script_result::{came_back, converted};
use super::server::{RECORDER, Server, Visit, content_type, with_recorder};
use super::session::Session;
use super::waiting::COMMAND_LIMIT;
pub(crate) use super::waiting::eventually;
use super::waiting::{SHOWN, within};

/// A function for scripts in the page: describes an element as `select#gpf-region.gpf-input`.
pub(crate) const NAME_OF: &str = "const nameOf = (element) =>
    [element.localName, element.id && '#' + element.id]
        .concat([...element.classList].filter((name) => name.startsWith('gpf-')).map((name) => '.' + name))
        .join('');";

/// A browser of one engine, lent to one test.
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    session: Session,
    server: Arc<Server>,
    visit: Visit,
    /// Console lines of previous pages.
    heard: Vec<String>,
    expected: Vec<ExpectedMessage>,
    /// Rules of the geometry check that this test is exempt from.
    pub(super) exempt: Vec<Rule>,
}

struct ExpectedMessage {
    part: String,
    once: bool,
}

impl Browser {
    pub(crate) fn new(engine: Engine, session: Session, server: Arc<Server>) -> Self {
        let visit = server.visit();
        Self { engine, session, server, visit, heard: Vec::new(), expected: Vec::new(), exempt: Vec::new() }
    }

    pub(crate) fn into_session(self) -> Session {
        self.session
    }

    /// The WebDriver session, for commands that have no method here.
    pub(crate) fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Measures the current round-trip time of the driver. All time limits are scaled by it.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn calibrate(&self) -> Result<()> {
        self.session.calibrate(self.engine).await
    }

    /// Empties Chromium's log: a request of the previous test's last page can fail while that page is being left.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn empty_devtools_log(&self) -> Result<()> {
        if self.engine.has_devtools() {
            self.driver().browser_log().await?;
        }
        Ok(())
    }

    // Pages

    /// Opens a page of `tests/pages/` over HTTP. A query string can follow the name.
    ///
    /// # Errors
    /// Returns an error if the product is not built, or the page does not load.
    pub(crate) async fn open(&mut self, page: &str) -> Result<()> {
        product()?;
        self.go_to(&self.visit.page(page)).await
    }

    /// Serves a page that the test contains at this path of the test's own origin, and opens it.
    ///
    /// # Errors
    /// Returns an error if the page does not load.
    pub(crate) async fn open_written(&mut self, path: &str, html: &str) -> Result<()> {
        let address = self.server.put(&self.visit, path, html);
        self.go_to(&address).await
    }

    /// Serves a file that the test contains at this path of the test's own origin, with these header lines. The file
    /// replaces a file of the product at the same path. A page gets a recorder only if it contains the tag
    /// (`/__recorder.js`).
    pub(crate) fn serve(&self, path: &str, content: impl Into<String>, headers: &[&str]) -> String {
        let kind = content_type(Path::new(path));
        self.server.serve(&self.visit, path, content.into(), &[&[&*kind], headers].concat())
    }

    /// Opens a page of `tests/pages/` from a folder on disk, as from a network share.
    ///
    /// # Errors
    /// See [`Browser::open`].
    pub(crate) async fn open_file(&mut self, page: &str) -> Result<()> {
        let folder = self.session.home().join("share");
        fs::create_dir_all(folder.join("pages"))?;
        fs::copy(product()?, folder.join("gp-federations.js"))?;
        fs::write(folder.join("recorder.js"), RECORDER)?;
        let file = folder.join("pages").join(page);
        let content = fs::read_to_string(tests_folder().join("pages").join(page))?;
        fs::write(&file, with_recorder(&content, "../recorder.js"))?;
        self.go_to(&format!("file://{}", file.display())).await
    }

    /// Writes a file where the browser can read it until the end of the session: a browser can read a file later than a
    /// page shows its content.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written.
    pub(crate) fn write_file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let folder = self.session.home().join("files");
        fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        fs::write(&file, content)?;
        Ok(file)
    }

    /// Opens a page of the built product from a folder on disk that contains nothing else. A fragment can follow the
    /// name. `head` is HTML that goes before everything else.
    ///
    /// # Errors
    /// See [`Browser::open`].
    pub(crate) async fn open_alone(&mut self, page: &str, head: &str) -> Result<()> {
        let (name, fragment) = page.find('#').map_or((page, ""), |at| page.split_at(at));
        let folder = self.session.home().join("alone");
        fs::create_dir_all(&folder)?;
        let content = fs::read_to_string(dist_folder().join(name)).with_context(|| format!("dist/{name}"))?;
        let content = content.replacen("<head>", &format!("<head><script>{RECORDER}</script>{head}"), 1);
        fs::write(folder.join(name), content)?;
        self.go_to(&format!("file://{}{fragment}", folder.join(name).display())).await
    }

    /// Opens a URL.
    ///
    /// # Errors
    /// Returns an error if the page does not load.
    pub(crate) async fn go_to(&mut self, address: &str) -> Result<()> {
        self.keep_console().await?;
        let opened = within(COMMAND_LIMIT, self.driver().goto(address)).await;
        opened.and_then(|it| Ok(it?)).with_context(|| format!("opening {}", excerpt(address, SHOWN)))?;
        // Firefox sometimes returns while the previous page is still open.
        let arrived = "const { URL: here, readyState } = document;
            return here === new URL(arguments[0]).href && readyState === 'complete';";
        self.wait_for(&format!("{address} to load"), arrived, &[address.into()]).await
    }

    /// From now on, all commands go to the document inside this frame.
    ///
    /// # Errors
    /// Returns an error if there is no such frame.
    pub(crate) async fn enter_frame(&mut self, css: &str) -> Result<()> {
        let frame = self.find(css).await?;
        self.keep_console().await?;
        Ok(frame.enter_frame().await?)
    }

    /// Returns to the page around the frame.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn leave_frame(&mut self) -> Result<()> {
        self.keep_console().await?;
        Ok(self.driver().enter_default_frame().await?)
    }

    /// Leaves the page, so that nothing of it is still running when the next test starts.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn leave(&mut self) -> Result<()> {
        within(COMMAND_LIMIT, async {
            self.driver().enter_default_frame().await?;
            Ok(self.driver().goto("about:blank").await?)
        })
        .await?
    }

    /// The URL of the current page.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn address(&self) -> Result<String> {
        Ok(self.driver().current_url().await?.to_string())
    }

    /// The requests of this test's pages, in order: `GET /pages/bare.html`.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.server.requests(&self.visit)
    }

    /// The origin of this test's pages. No other test uses it.
    pub(crate) fn origin(&self) -> String {
        self.visit.origin()
    }

    /// Saves a screenshot for people to look at, in `target/browser-tests/`.
    ///
    /// # Errors
    /// Returns an error if the screenshot cannot be taken or saved.
    pub(crate) async fn keep_picture(&self, name: &str) -> Result<PathBuf> {
        let folder = project_folder().join("target/browser-tests");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}-{name}.png", self.engine.id()));
        self.driver().screenshot(&file).await?;
        Ok(file)
    }

    /// Turns Windows' high contrast colours on, and returns whether that is possible: only Chromium can emulate them.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn force_colours(&self) -> Result<bool> {
        let is_possible = self.engine.has_devtools();
        if is_possible {
            self.emulate_colours("active").await?;
        }
        Ok(is_possible)
    }

    /// Turns Windows' high contrast colours off.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn release_colours(&self) -> Result<()> {
        self.emulate_colours("none").await
    }

    async fn emulate_colours(&self, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": "forced-colors", "value": value }] });
        self.driver().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    // Scripts and elements

    /// Runs a function body in the page and returns its result.
    ///
    /// # Errors
    /// Returns an error if the function throws, or its result has another type.
    pub(crate) async fn js<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        let result = within(COMMAND_LIMIT, self.driver().execute(body, arguments)).await;
        converted(&result.and_then(|it| Ok(it?)).with_context(|| in_the_page(body))?)
    }

    /// Runs an async function body in the page and returns the result of its promise.
    ///
    /// # Errors
    /// See [`Browser::js`].
    pub(crate) async fn js_async<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {body} }}).apply(null, arguments).then(
                 (value) => done({{ value: value === undefined ? null : value }}),
                 (error) => done({{ error: String(error) }}));"
        );
        let result = within(COMMAND_LIMIT, self.driver().execute_async(script, arguments)).await;
        let result = result.and_then(|it| Ok(it?)).with_context(|| in_the_page(body))?;
        if let Some(error) = result.json()["error"].as_str() {
            return Err(anyhow!("{error}").context(in_the_page(body)));
        }
        let value = &result.json()["value"];
        T::deserialize(value).with_context(|| came_back(value))
    }

    /// The first matching element of the page, not counting shadow roots.
    ///
    /// # Errors
    /// Returns an error if no element matches.
    pub(crate) async fn find(&self, css: &str) -> Result<WebElement> {
        let found = self.driver().find(thirtyfour::By::Css(css)).await;
        found.with_context(|| format!("nothing on the page matches {css}"))
    }

    /// The page's first finder, once it is complete.
    ///
    /// # Errors
    /// Returns an error if no finder appears in time.
    pub(crate) async fn finder(&self) -> Result<Finder> {
        self.finder_at("gp-federation-finder").await
    }

    /// The finder that matches this selector, once it is complete. Until then its box keeps the height of the previous
    /// content.
    ///
    /// # Errors
    /// Returns an error if the finder does not appear in time.
    pub(crate) async fn finder_at(&self, css: &str) -> Result<Finder> {
        let body = "const host = document.querySelector(arguments[0]), root = host && host.shadowRoot;
            return root && root.querySelector('.gpf') && !root.firstElementChild.matches('[style],[data-prerendered]') ? host : null;";
        let host = eventually(&format!("{css} to show all it has"), async || {
            let result = self.driver().execute(body, [css.into()].as_slice()).await?;
            Ok(if result.json().is_null() { Err("nothing") } else { Ok(result.element()?) })
        })
        .await?;
        Ok(Finder::new(host))
    }

    /// The role that the engine exposes to assistive technology.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn role(&self, element: &WebElement) -> Result<String> {
        self.computed(element, "computedrole").await
    }

    /// The name that the engine exposes to assistive technology.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn name(&self, element: &WebElement) -> Result<String> {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &WebElement, what: &str) -> Result<String> {
        let path = format!("/element/{}/{what}", element.element_id());
        let command = Command::ExtensionCommand(Box::new(Get(path)));
        Ok(self.driver().cmd(command).await?.value()?)
    }

    /// Presses one key. It goes to the focused element.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn press(&self, key: impl Into<char>) -> Result<()> {
        let key = key.into();
        Ok(self.driver().action_chain().key_down(key).key_up(key).perform().await?)
    }

    /// The focused element, searched for in all shadow roots, as `tag#id.class`.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn focused(&self) -> Result<String> {
        self.js(
            &format!(
                "{NAME_OF}
             let at = document.activeElement;
             const inner = () => at && at.shadowRoot && at.shadowRoot.activeElement;
             while (inner()) at = inner();
             if (!at) return '';
             return nameOf(at);"
            ),
            &[],
        )
        .await
    }

    // Waiting

    /// Waits for the given number of milliseconds of the page's own time: for assertions that something does *not*
    /// happen.
    ///
    /// The page's clock is what counts. A page's timers run in the order of their times, even on a busy machine: every
    /// timer that was set for an earlier time than ours has run before ours does. After that, this waits for 2 painted
    /// frames and for all queued tasks. Waiting in the test process would prove none of that.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn settle(&self, milliseconds: u32) -> Result<()> {
        let rest = "await new Promise((done) => setTimeout(done, arguments[0]));
            // A page that is not visible gets no frames.
            const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 1000); });
            await frame();
            await frame();
            const { port1, port2 } = new MessageChannel();
            await new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
            await new Promise((done) => setTimeout(done));
            return null";
        self.js_async::<Value>(rest, &[milliseconds.into()]).await.map(drop)
    }

    /// Waits until a function body returns a true value in the page. If it throws, its value is not true yet: a page that
    /// is still loading has no body, and one that is being left has no document.
    ///
    /// # Errors
    /// Returns an error if it does not in time. The error contains the last value, or what the function threw.
    pub(crate) async fn wait_for(&self, what: &str, body: &str, arguments: &[Value]) -> Result<()> {
        eventually(what, async || {
            let value: Value = match self.js(body, arguments).await {
                Err(error) if is_of_the_page(&error) => return Ok(Err(Value::from(format!("{error:#}")))),
                result => result?,
            };
            let is_true = !matches!(value, Value::Null | Value::Bool(false)) && value != 0 && value != "";
            Ok(if is_true { Ok(()) } else { Err(value) })
        })
        .await
    }

    // The console

    /// Expects one console line (or error) that contains this text.
    pub(crate) fn expect_console(&mut self, part: impl Into<String>) {
        self.expected.push(ExpectedMessage { part: part.into(), once: true });
    }

    /// Allows any number of console lines that contain this text.
    pub(crate) fn allow_console(&mut self, part: impl Into<String>) {
        self.expected.push(ExpectedMessage { part: part.into(), once: false });
    }

    /// All console lines of this test's pages, as recorded inside the pages.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        let mut lines = self.heard.clone();
        lines.extend(self.js::<Vec<String>>("return window.__recorded || []", &[]).await?);
        Ok(lines)
    }

    /// Checks at the end of every test that the console contains only the expected lines.
    ///
    /// # Errors
    /// Returns an error if there is another line, or an expected line is missing.
    pub(crate) async fn check_console(&mut self) -> Result<()> {
        let mut surprises = Vec::new();
        let mut open: Vec<&ExpectedMessage> = self.expected.iter().collect();
        for line in self.console().await? {
            match open.iter().position(|expected| line.contains(&expected.part)) {
                Some(at) if open[at].once => drop(open.remove(at)),
                Some(_) => {}
                None => surprises.push(line),
            }
        }
        ensure!(surprises.is_empty(), "the console is not empty:\n    {}", surprises.join("\n    "));
        let unmet: Vec<&str> = open.iter().filter(|expected| expected.once).map(|expected| &*expected.part).collect();
        ensure!(unmet.is_empty(), "the console lacks:\n    {}", unmet.join("\n    "));
        self.check_devtools_log().await
    }

    /// Chromium's own log also contains messages that no script can see: blocked loads, deprecations, interventions.
    async fn check_devtools_log(&self) -> Result<()> {
        if !self.engine.has_devtools() {
            return Ok(());
        }
        let log = self.driver().browser_log().await?;
        let surprises: Vec<String> = log
            .into_iter()
            // Hints for developers, which do not indicate a problem of the page.
            .filter(|entry| entry.level != "DEBUG")
            .map(|entry| entry.message.replace("\\\"", "\"").replace("\\u003C", "<"))
            .filter(|line| !self.expected.iter().any(|expected| line.contains(&expected.part)))
            .collect();
        ensure!(surprises.is_empty(), "Chromium's console is not empty:\n    {}", surprises.join("\n    "));
        Ok(())
    }

    /// Saves the console lines before the page is left.
    async fn keep_console(&mut self) -> Result<()> {
        self.heard = self.console().await?;
        Ok(())
    }
}

/// The location of an error. Shortened, because a script can contain half a megabyte of a library, which would hide the
/// cause.
fn in_the_page(body: &str) -> String {
    format!("in the page: {}", excerpt(body, SHOWN))
}

/// Whether the page's script threw this, or WebKit left the page while the script ran: the driver works.
fn is_of_the_page(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<WebDriverError>();
    error.is_some_and(|it| match it.as_inner() {
        WebDriverErrorInner::JavascriptError(_) => true,
        WebDriverErrorInner::NoSuchFrame(_) => it.to_string().contains("before the unload event"),
        _ => false,
    })
}

/// `dist/gp-federations.js`.
fn product() -> Result<PathBuf> {
    let file = dist_folder().join("gp-federations.js");
    ensure!(file.is_file(), "{} is not there: run `cargo xtask build` first", file.display());
    Ok(file)
}

/// A WebDriver command that the client library does not support.
#[derive(Debug)]
struct Get(String);

impl ExtensionCommand for Get {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        self.0.as_str().into()
    }
}
