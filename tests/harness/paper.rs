//! Paper: how many pages are printed, and what is on them.

use anyhow::{Context, Result};
use lopdf::Document;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::browser::Browser;
use super::engine::Engine;

const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// What a browser prints.
pub(crate) struct Paper {
    /// How many pages of A4.
    pub(crate) pages: usize,
    /// Their text without spaces, which a PDF file need not have.
    text: String,
}

impl Paper {
    /// Whether this text is on it.
    pub(crate) fn holds(&self, text: &str) -> bool {
        self.text.contains(&without_spaces(text))
    }
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The page on paper. `None` in WebKit, whose driver prints nothing.
///
/// # Errors
/// When it cannot be printed, or what is printed cannot be read.
pub(crate) async fn print(b: &Browser) -> Result<Option<Paper>> {
    if b.engine == Engine::WebKit {
        return Ok(None);
    }
    let sheet = PrintParameters { page: A4, ..PrintParameters::default() };
    let pdf = b.driver().print_page(sheet).await?;
    let document = Document::load_mem(&pdf).context("what is printed is no PDF file")?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).context("the text of the PDF file")?;
    Ok(Some(Paper { pages: pages.len(), text: without_spaces(&text) }))
}

/// How many pages of A4 the page is printed on, where the browser prints.
///
/// # Errors
/// As [`print`].
pub(crate) async fn pages(b: &Browser) -> Result<Option<usize>> {
    Ok(print(b).await?.map(|paper| paper.pages))
}
