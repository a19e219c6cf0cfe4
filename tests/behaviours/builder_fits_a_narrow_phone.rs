//! At 320 CSS pixels, nothing in the builder or in a guide scrolls sideways.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::builder::page_with;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let frame = |page: &str| {
        page_with(&format!(
            "<iframe title=\"A phone\" src=\"{page}\" width=\"320\" height=\"900\" frameborder=\"0\"></iframe>"
        ))
    };
    b.open_written("/phone.html", &frame("/index.html#host=static&show=comparison&colour-accent=%23003087")).await?;
    b.enter_frame("iframe").await?;
    b.builder_is_there().await?;
    let width: u32 = b.js("return window.innerWidth", &[]).await?;
    ensure!(width == 320, "the window is {width} wide");
    b.fits_its_window("at the start").await?;
    b.fill_in("policy", "default-src 'self' https://averyveryveryveryverylongname.example.nhs.uk/with/a/long/path/")
        .await?;
    b.js::<Value>("document.querySelectorAll('details').forEach((it) => { it.open = true; }); document.querySelector('#check-form form').requestSubmit()", &[]).await?;
    b.wait_for("the answer", "return !!document.querySelector('.bld-line')", &[]).await?;
    b.fits_its_window("with everything open").await?;
    b.check_accessibility("on a phone").await?;

    b.driver().enter_default_frame().await?;
    b.open_written("/phone.html", &frame("/guides/index.html")).await?;
    b.enter_frame("iframe").await?;
    b.wait_for("the guide", "return !!document.querySelector('table')", &[]).await?;
    b.fits_its_window("in a guide").await?;

    for page in ["contents", "DESIGN", "COVERAGE"] {
        b.driver().enter_default_frame().await?;
        b.open_written("/phone.html", &frame(&format!("/guides/{page}.html"))).await?;
        b.enter_frame("iframe").await?;
        b.wait_for("the page", "return !!document.querySelector('main h1')", &[]).await?;
        b.fits_its_window(&format!("in {page}")).await?;
    }
    Ok(())
}
