//! In another language, nothing of the block's settings and of the messages for editors stays English.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_wordpress_as("editor", "/wrong-options/?translated=1").await?;
    let notices: Vec<String> = b
        .js(
            "return [...document.querySelectorAll('.gp-federations-notice')].flatMap((notice) => notice.innerText.split('\\n'))",
            &[],
        )
        .await?;
    ensure!(notices.len() > 3, "the editor reads {notices:?}");
    for notice in &notices {
        ensure!(notice.starts_with('[') && notice.ends_with(']'), "not translated: {notice}");
    }
    for part in ["Use [a whole number].", "Use [one of: East of England, "] {
        ensure!(notices.iter().any(|notice| notice.contains(part)), "\"{part}\" is not in: {notices:?}");
    }
    let page: String = b.js("return fetch(location.href).then((page) => page.text())", &[]).await?;
    ensure!(
        page.contains(">[View all GP federations information on one page]</a>"),
        "the link for pages without scripts"
    );

    b.allow_console("/wp-json/wp/v2/templates/");
    b.allow_console("/wp-json/wp/v2/settings?");
    b.open_wordpress_as("editor", "/wp-admin/post-new.php?translated=1").await?;
    let (count, english): (usize, Vec<String>) = b
        .js(
            "const elements = Object.values(window.gpFederationsElements);
             const texts = elements.flatMap(({ label, hint, options }) => [
                 label, hint, ...options.flatMap((option) => [option.label, option.hint, ...(option.labels || [])]),
             ]).filter((text) => text);
             return [texts.length, texts.filter((text) => !/^\\[.*\\]$/.test(text))];",
            &[],
        )
        .await?;
    ensure!(count > 60, "only {count} texts are in the block's settings");
    ensure!(english.is_empty(), "not translated: {english:?}");
    Ok(())
}
