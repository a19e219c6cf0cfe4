//! The three elements in every kind of container that a page can have.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::all_elements::{ELEMENTS, TAGS, all_show};
use super::browser::Browser;

const PAGE: &str = include_str!("../pages/layouts.html");

/// Moves an element through all containers.
const MEASURE: &str = concat!(include_str!("layouts.js"), "return findProblems(...arguments);");

/// Takes the shorter entries out of long lists: a list of all federations would be laid out hundreds of times, and the longest
/// entries are the ones that might not fit.
const KEEP_THE_LONGEST: &str = "for (const tag of arguments[0]) {
        const entries = [...document.querySelector(tag).shadowRoot.querySelectorAll('.gpf-plain > li')];
        entries.sort((one, other) => other.textContent.length - one.textContent.length);
        for (const entry of entries.slice(50)) entry.remove();
    }";

/// The tested widths: wide, and the narrowest that a page must support. No browser window can be that narrow, but a
/// frame can.
const WIDTHS: [u32; 2] = [1280, 320];

/// How the elements are moved into their containers.
pub(crate) struct Layouts<'a> {
    /// Additions to the page's head.
    pub(crate) head: &'a str,
    /// The value of `loading`. Lazy elements are far below the visible part.
    pub(crate) loading: &'a str,
    /// The state of each element, as returned by [`super::all_elements::observed_states`].
    pub(crate) state: &'a str,
}

impl Layouts<'_> {
    /// Checks that each element fills the available width and no more, and has the same height as elsewhere.
    ///
    /// # Errors
    /// Returns an error, with the elements, the containers and the measured values, if one does not.
    pub(crate) async fn hold(&self, b: &mut Browser) -> Result<()> {
        let space = if self.loading == "lazy" { "<p style=\"height: 9000px\">Much to read</p>" } else { "" };
        let elements = ELEMENTS.replace("eager", self.loading);
        let page = PAGE
            .replacen("<head>", &["<head><script src=\"/__recorder.js\"></script>", self.head].concat(), 1)
            .replacen("<div id=\"top\"></div>", &[space, "<div id=\"top\">", &elements, "</div>"].concat(), 1);
        b.serve("/pages/every-layout.html", page, &[]);
        let frame = "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>A frame</title>
            <iframe src=\"every-layout.html\" title=\"A page\" height=\"600\" style=\"border: 0\" width=\"";
        b.open_written("/pages/layouts-in-a-frame.html", &format!("{frame}{}\"></iframe></html>", WIDTHS[0])).await?;
        b.enter_frame("iframe").await?;
        all_show(b, None, TAGS.len(), self.state).await?;
        b.js::<Value>(KEEP_THE_LONGEST, &[json!(TAGS)]).await?;
        for width in WIDTHS {
            b.js::<()>("frameElement.width = arguments[0]", &[json!(width)]).await?;
            b.wait_for("the width", "return innerWidth === arguments[0]", &[json!(width)]).await?;
            for tag in TAGS {
                let wrong: Vec<String> = b.js(MEASURE, &[json!(tag), json!(self.state != "waits")]).await?;
                ensure!(wrong.is_empty(), "{tag} in a window of {width} px:\n    {}", wrong.join("\n    "));
            }
        }
        Ok(())
    }
}
