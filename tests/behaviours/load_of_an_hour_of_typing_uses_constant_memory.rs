//! As many key presses as in an hour of searching, at high speed: memory, nodes and listeners stay constant.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;
use crate::harness::resource_usage::Held;

/// Types texts letter by letter and deletes them: with results, without results, typos, postcodes, other alphabets.
const WORDS: [&str; 8] =
    ["warrington", "federation health", "wa7 2es", "leister", "zzzzzz", "łódź 🏥", "a", "& co. ltd"];

/// The maximum number of further rounds until one adds nothing. WebKit frees what finalizers hold late on a busy machine.
const ROUNDS: usize = 12;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("load.html").await?;
    b.js::<Value>(
        "document.querySelector('section').append(document.createElement('gp-federation-finder')); return null",
        &[],
    )
    .await?;
    let finder = b.finder().await?;
    type_words(b, 6).await?;
    let mut before = Held::by(b).await?;
    type_words(b, 12).await?;
    let mut after = Held::by(b).await?;
    // The peak depends on the engine's timers, so it can be reached late. A leak adds something in every round.
    for _ in 0..ROUNDS {
        if after.is_all_since(before).is_ok() {
            break;
        }
        before = after;
        type_words(b, 12).await?;
        after = Held::by(b).await?;
    }
    after.is_all_since(before)?;
    finder.enter("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}

async fn type_words(b: &Browser, times: usize) -> Result<()> {
    for _ in 0..times {
        b.js_async::<Value>(
            "const { shadowRoot } = document.querySelector('gp-federation-finder');
             const box = shadowRoot.querySelector('#gpf-search');
             const show = async (text) => {
                 box.value = text;
                 box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                 await new Promise((resolve) => setTimeout(resolve));
             };
             for (const word of arguments[0]) {
                 for (let end = 1; end <= word.length; end++) await show(word.slice(0, end));
                 const details = shadowRoot.querySelector('.gpf-federation > summary');
                 if (details) details.click();
                 for (let end = word.length - 1; end >= 0; end--) await show(word.slice(0, end));
             }",
            &[WORDS.to_vec().into()],
        )
        .await?;
    }
    Ok(())
}
