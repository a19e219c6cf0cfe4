//! A page that contains a page of the product in a frame, each with its own origin.

use anyhow::Result;

use super::browser::Browser;
use super::nginx::Nginx;

/// The page as an editor would write it.
pub(crate) struct Framed<'a> {
    /// Additions to the page's head, such as the listener of the guide.
    pub(crate) head: &'a str,
    /// The page in the frame, with its query.
    pub(crate) frame: &'a str,
    /// Other attributes of the frame.
    pub(crate) attributes: &'a str,
    /// Header lines of the product's pages.
    pub(crate) headers: &'a [&'a str],
    /// The host name of the frame's URL. The host name of the page is `page`.
    pub(crate) host: &'a str,
}

impl Default for Framed<'_> {
    fn default() -> Self {
        let attributes = "width=\"700\" height=\"400\"";
        Self { head: "", frame: "embed.html", attributes, headers: &[], host: "frames" }
    }
}

impl Framed<'_> {
    /// Opens the page. The server ends when the return value is dropped.
    ///
    /// # Errors
    /// Returns an error if the server does not start or the page does not load.
    pub(crate) async fn open(&self, b: &mut Browser) -> Result<Nginx> {
        let server = Nginx::start(self.headers)?;
        let frame = server.at(self.host, &format!("gpf/{}", self.frame)).replace('&', "&amp;");
        let texts = [("head", self.head), ("frame", &*frame), ("attributes", self.attributes)];
        server.add_host("frame.html", &texts)?;
        b.go_to(&server.at("page", "frame.html")).await?;
        Ok(server)
    }
}
