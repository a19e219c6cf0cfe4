//! The code and its copy button are always in view: at the bottom of the window until the code box is visible.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const IS_SHOWN: &str = "const foot = document.getElementById('foot');
    const box = document.querySelector('.bld-snippet--first textarea');
    return !foot.hidden && box.value.startsWith(foot.querySelector('code').textContent.replace('…', ''))
        && foot.getBoundingClientRect().bottom <= innerHeight + 1";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("").await?;
    b.keep_copies().await?;
    b.wait_for("the code at the foot", IS_SHOWN, &[]).await?;
    // The steps are in this order: what, where, copy. The code is in the third step.
    let steps: Vec<String> = b
        .js(
            "return [...document.querySelectorAll('.bld-step__number')].map((it) => it.parentNode.textContent.trim())",
            &[],
        )
        .await?;
    ensure!(steps.len() == 3 && steps[2].contains("Copy"), "the steps are {steps:?}");

    b.fill_in("choose-host-wordpress", "").await?;
    b.wait_for("the shortcode at the foot", IS_SHOWN, &[]).await?;
    b.js::<Value>("document.querySelector('#foot button').click()", &[]).await?;
    b.wait_for("the copy", "return document.querySelector('#foot button').textContent === 'Copied'", &[]).await?;
    let copied = b.copied().await?;
    ensure!(copied == b.snippet("shortcode").await?, "{copied} was copied");
    b.fill_in("choose-show-guide", "").await?;
    b.wait_for("another code at the foot", IS_SHOWN, &[]).await?;
    ensure!(b.text_of("#foot button").await? == "Copy", "it says that this code was copied");

    b.js::<Value>("document.querySelector('.bld-snippet--first textarea').scrollIntoView({ block: 'center' })", &[])
        .await?;
    b.wait_for("nothing at the foot", "return document.getElementById('foot').hidden", &[]).await
}
