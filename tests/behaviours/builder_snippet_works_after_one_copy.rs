//! From the builder to a working page: select, copy once, paste.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::builder::page_with;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("").await?;
    let preview = b.finder_at("#preview gp-federation-finder").await?;
    Expected::everything().is_shown_by(&preview).await?;

    b.click("label[for=choose-host-static]").await?;
    b.fill_in("option-region", "London").await?;
    // The preview keeps its element, and changes with the settings.
    Expected::region(Region::London).is_shown_by(&preview).await?;

    b.click("#snippets .bld-copy-button").await?;
    b.wait_for("the copy to be confirmed", "return document.querySelector('.bld-copied').textContent !== ''", &[])
        .await?;
    let said = b.text_of(".bld-copied").await?;
    ensure!(said.starts_with("Copied."), "after \"Copy\" it says \"{said}\"");

    // Paste into a rich text editor with the usual keys.
    let snippet = b.snippet("script").await?;
    b.open_written("/editor.html", &page_with("<label>HTML <textarea id=\"html\"></textarea></label>")).await?;
    b.click("#html").await?;
    b.driver().action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control).perform().await?;
    let pasted: String = b.js("return document.querySelector('#html').value", &[]).await?;
    ensure!(pasted == snippet, "what was pasted is \"{pasted}\", not \"{snippet}\"");

    b.open_written("/team/page.html", &page_with(&pasted)).await?;
    Expected::region(Region::London).is_shown_by(&b.finder().await?).await
}
