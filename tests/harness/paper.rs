//! Print output: the number of pages, and their text.

use anyhow::{Context, Result};
use lopdf::Document;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::browser::Browser;
use super::engine::Engine;

const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// The printed output of a page.
pub(crate) struct Paper {
    /// The number of A4 pages.
    pub(crate) pages: usize,
    /// Their text without spaces, because a PDF file need not contain the spaces.
    text: String,
}

impl Paper {
    /// Whether the output contains this text.
    pub(crate) fn holds(&self, text: &str) -> bool {
        self.text.contains(&without_spaces(text))
    }
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Prints the page. `None` in WebKit, because its driver cannot print.
///
/// # Errors
/// Returns an error if the page cannot be printed, or its PDF cannot be read.
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

/// The number of printed A4 pages, if the engine can print.
///
/// # Errors
/// See [`print`].
pub(crate) async fn pages(b: &Browser) -> Result<Option<usize>> {
    Ok(print(b).await?.map(|paper| paper.pages))
}
