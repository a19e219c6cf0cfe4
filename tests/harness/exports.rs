//! What users take out of a page: copied text, a file, paper. These replace the browser's own functions, and return what
//! the widget passed to them.

use anyhow::Result;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::browser::Browser;

/// A file that the widget offered for download.
pub(crate) struct Download {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl Browser {
    /// From now on, [`Browser::copied`] returns what is copied as text.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn keep_copies(&self) -> Result<()> {
        let body = "navigator.clipboard.writeText = async (text) => { window.copied = text; }";
        self.js::<Value>(body, &[]).await.map(drop)
    }

    /// Waits for the text that is copied.
    ///
    /// # Errors
    /// Returns an error if nothing is copied in time.
    pub(crate) async fn copied(&self) -> Result<String> {
        self.wait_for("text in the clipboard", "return !!window.copied", &[]).await?;
        self.js("return window.copied", &[]).await
    }

    /// From now on, the page does not allow copying.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn forbid_copies(&self) -> Result<()> {
        let body = "navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))";
        self.js::<Value>(body, &[]).await.map(drop)
    }

    /// From now on, [`Browser::downloaded`] returns the file that is downloaded.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn keep_downloads(&self) -> Result<()> {
        let body = "const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { window.file = blob; return make.call(URL, blob); };
            HTMLAnchorElement.prototype.click = function () { window.saved = [this.download, this.href]; };";
        self.js::<Value>(body, &[]).await.map(drop)
    }

    /// Waits for the file that is downloaded.
    ///
    /// # Errors
    /// Returns an error if there is none in time.
    pub(crate) async fn downloaded(&self) -> Result<Download> {
        self.wait_for("the file", "return !!window.saved", &[]).await?;
        let body = "return [...saved, file.type, [...new Uint8Array(await file.arrayBuffer())]]";
        let (name, address, media_type, bytes) = self.js_async(body, &[]).await?;
        Ok(Download { name, address, media_type, bytes })
    }

    /// From now on, [`Browser::printed`] returns what the function body `look` returns while the page is printed.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(crate) async fn keep_prints(&self, look: &str) -> Result<()> {
        // The events of a browser around its print dialog.
        let body = format!(
            "window.print = () => {{
                 dispatchEvent(new Event('beforeprint'));
                 window.paper = (() => {{ {look} }})();
                 dispatchEvent(new Event('afterprint'));
             }};"
        );
        self.js::<Value>(&body, &[]).await.map(drop)
    }

    /// Waits until the page is printed.
    ///
    /// # Errors
    /// Returns an error if it is not in time, or its result has another type.
    pub(crate) async fn printed<T: DeserializeOwned>(&self) -> Result<T> {
        self.wait_for("the print dialog", "return !!window.paper", &[]).await?;
        self.js("const { paper } = window; window.paper = null; return paper", &[]).await
    }
}
