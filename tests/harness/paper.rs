//! Paper: how many pages are printed.

use anyhow::Result;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::browser::Browser;
use super::engine::Engine;

const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// How many pages of A4 the page is printed on. Chromium alone says: WebKit's driver prints nothing, and what Firefox
/// prints would have to be unpacked to be counted.
///
/// # Errors
/// When it can't be printed.
pub(crate) async fn pages(b: &Browser) -> Result<Option<usize>> {
    if b.engine != Engine::Chromium {
        return Ok(None);
    }
    let sheet = PrintParameters { page: A4, ..PrintParameters::default() };
    let pdf = b.driver().print_page(sheet).await?;
    let text = String::from_utf8_lossy(&pdf);
    Ok(Some(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()))
}
