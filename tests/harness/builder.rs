//! The builder as a user sees it: controls, and the code to paste.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::browser::Browser;
use super::click::click;
use super::folders::dist_folder;

/// The editor's page: only a heading, and the pasted code under it.
pub(crate) fn page_with(pasted: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head>\n\
         <body><main><h1>A page</h1>\n{pasted}\n</main></body></html>"
    )
}

/// The policy that is enough for the builder: it needs no connection.
pub(crate) const STRICT_POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";

impl Browser {
    /// Opens the builder with settings in its URL.
    ///
    /// # Errors
    /// Returns an error if the builder does not start.
    pub(crate) async fn open_builder(&mut self, choices: &str) -> Result<()> {
        self.go_to(&format!("{}/index.html{choices}", self.origin())).await?;
        self.builder_is_there().await
    }

    /// Opens the builder from a folder on disk.
    ///
    /// # Errors
    /// Returns an error if the builder does not start.
    pub(crate) async fn open_builder_from_disk(&mut self) -> Result<()> {
        self.go_to(&format!("file://{}/index.html", dist_folder().canonicalize()?.display())).await?;
        self.builder_is_there().await
    }

    /// Opens the builder under a Content-Security-Policy.
    ///
    /// # Errors
    /// Returns an error if the builder is not built, or cannot be opened.
    pub(crate) async fn open_builder_under(&mut self, policy: &str) -> Result<()> {
        let meta = format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let page = fs::read_to_string(dist_folder().join("index.html")).context("index.html is not built")?;
        self.open_written("/under-policy.html", &page.replacen("<head>", &meta, 1)).await
    }

    /// Waits until the builder's controls and the widget in its preview are ready.
    ///
    /// # Errors
    /// Returns an error if they do not appear in time.
    pub(crate) async fn builder_is_there(&self) -> Result<()> {
        let body = "const widget = document.querySelector('#preview > *');
            return widget && widget.shadowRoot && !!widget.shadowRoot.querySelector('.gpf')
                && !!document.querySelector('#snippets textarea, #snippets a');";
        self.wait_for("the builder and its preview", body, &[]).await
    }

    /// Opens a live demo of the documentation, and goes down the page until each of its widgets has started. Gives what runs
    /// below each block of code, by the names of the elements.
    ///
    /// # Errors
    /// Returns an error if a widget does not start.
    pub(crate) async fn open_demo(&mut self, page: &str) -> Result<Vec<String>> {
        self.go_to(&format!("{}/guides/{page}.html", self.origin())).await?;
        let demos: usize = self.js("return document.querySelectorAll('.bld-demo').length", &[]).await?;
        let mut names = Vec::new();
        for demo in 0..demos {
            let started = "const demo = document.querySelectorAll('.bld-demo')[arguments[0]];
                demo.scrollIntoView();
                const widget = [...demo.querySelectorAll('*')].find((it) => it.shadowRoot);
                return !!widget && !!widget.shadowRoot.querySelector('.gpf')
                    && !widget.shadowRoot.firstElementChild.hasAttribute('style');";
            self.wait_for(&format!("demo {demo} of {page} to start"), started, &[demo.into()]).await?;
            let name = "const demo = document.querySelectorAll('.bld-demo')[arguments[0]];
                return [...demo.querySelectorAll('*')].filter((it) => it.shadowRoot).map((it) => it.localName).join()";
            names.push(self.js(name, &[demo.into()]).await?);
        }
        self.js::<serde_json::Value>("window.scrollTo(0, 0)", &[]).await?;
        Ok(names)
    }

    /// Sets the value of a control, with the events of typing or selecting.
    ///
    /// # Errors
    /// Returns an error if there is no control with this id.
    pub(crate) async fn fill_in(&self, id: &str, value: &str) -> Result<()> {
        let body = "const control = document.getElementById(arguments[0]);
            if (control.type === 'radio' || control.type === 'checkbox') { control.click(); return; }
            control.value = arguments[1];
            for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));";
        self.js::<Value>(body, &[id.into(), value.into()]).await.map(drop)
    }

    /// Clicks the first match of this selector.
    ///
    /// # Errors
    /// Returns an error if it cannot be clicked.
    pub(crate) async fn click(&self, css: &str) -> Result<()> {
        click(&self.find(css).await?, css).await
    }

    /// Selects a file for "Check your list".
    ///
    /// # Errors
    /// Returns an error if there is no such file, or the driver cannot pass it to the browser.
    pub(crate) async fn choose_list(&self, file: &Path) -> Result<()> {
        let path = file.canonicalize().with_context(|| format!("{} is not there", file.display()))?;
        Ok(self.find("#list-file").await?.send_keys(path.to_string_lossy()).await?)
    }

    /// Drops on this element whatever a function body in the page adds to `transfer`. Returns whether the browser would
    /// have run its default action, such as leaving the page for the file.
    ///
    /// # Errors
    /// Returns an error if there is no such element.
    pub(crate) async fn drop_on(&self, css: &str, fill: &str) -> Result<bool> {
        let body = format!(
            "const target = document.querySelector(arguments[0]);
             const dataTransfer = new DataTransfer();
             ((transfer) => {{ {fill} }})(dataTransfer);
             const events = ['dragenter', 'dragover', 'drop'].map((type) =>
                 new DragEvent(type, {{ bubbles: true, cancelable: true, composed: true, dataTransfer }}));
             events.forEach((event) => target.dispatchEvent(event));
             return !events.slice(1).every((event) => event.defaultPrevented);"
        );
        self.js(&body, &[css.into()]).await
    }

    /// Waits until the section's status or error summary contains this text.
    ///
    /// # Errors
    /// Returns an error if it does not in time.
    pub(crate) async fn list_says(&self, part: &str) -> Result<()> {
        let body =
            "const text = ['list-said', 'list-problem'].map((id) => document.getElementById(id).textContent).join(' ');
            return text.includes(arguments[0])";
        let said = self.wait_for(part, body, &[part.into()]).await;
        if said.is_err() {
            let [status, problem] = [self.text_of("#list-said").await?, self.text_of("#list-problem").await?];
            bail!("instead of \"{part}\" the list is said to be: \"{status}\" and \"{problem}\"");
        }
        said
    }

    /// The snippet of one way to add the widget.
    ///
    /// # Errors
    /// Returns an error if the builder does not offer this way.
    pub(crate) async fn snippet(&self, way: &str) -> Result<String> {
        let body = "const field = document.getElementById('snippet-' + arguments[0]); return field && field.value;";
        let text: Option<String> = self.js(body, &[way.into()]).await?;
        text.ok_or_else(|| anyhow::anyhow!("the way {way} is not offered"))
    }

    /// The text of the first match, with normalised spaces. Empty if nothing matches.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn text_of(&self, css: &str) -> Result<String> {
        let body = "const found = document.querySelector(arguments[0]);
            return found ? found.textContent.replace(/\\s+/g, ' ').trim() : '';";
        self.js(body, &[css.into()]).await
    }

    /// Checks that nothing on the page is wider than the window.
    ///
    /// # Errors
    /// Returns an error, which names the element, if something is wider.
    pub(crate) async fn fits_its_window(&self, state: &str) -> Result<()> {
        let wide: Vec<String> = self
            .js(
                "const limit = document.documentElement.clientWidth;
                 const wide = [...document.body.querySelectorAll('*')]
                     .filter((it) => it.checkVisibility() && !it.closest('#preview > *, #list-preview > *, .bld-guide__table, pre, .nhsuk-u-visually-hidden'))
                     .filter((it) => it.getBoundingClientRect().right > limit + 0.5)
                     .map((it) => `${it.localName}#${it.id}.${it.className} ${it.getBoundingClientRect().right}`);
                 if (document.scrollingElement.scrollWidth > limit) wide.push('the page ' + document.scrollingElement.scrollWidth);
                 return wide;",
                &[],
            )
            .await?;
        ensure!(wide.is_empty(), "wider than the window, {state}: {wide:?}");
        Ok(())
    }
}
