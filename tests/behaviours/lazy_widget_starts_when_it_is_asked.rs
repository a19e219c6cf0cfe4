//! What ends the waiting besides coming near: `loading="eager"`, and another element that leads there. The page's functions
//! start the wasm without waking anything.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::all_elements::each_shows;
use crate::harness::browser::eventually;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("lazy.html").await?;
    let (text, instances): (String, usize) = b
        .js(
            "let text = ''; try { gpFederations.search({}); } catch (error) { text = error.message; }
             return [text, window.instances];",
            &[],
        )
        .await?;
    ensure!(text.contains("not ready yet") && instances == 0, "search says {text:?}, {instances} instances");
    // That question alone has started it; `ready` goes on with the same start.
    let matching: usize = b
        .js_async("await gpFederations.ready; return gpFederations.search({ text: 'warrington' }).matching", &[])
        .await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(matching > 0 && instances == 1, "{matching} matches, {instances} instances");
    b.settle(300).await?;
    each_shows(b, &["waits", "waits", "waits"]).await?;

    b.js::<Value>("document.querySelector('gp-federation-guide').loading = 'eager'; return null", &[]).await?;
    each_shows(b, &["waits", "waits", "runs"]).await?;

    // As a federation's details lead to its legal form: the element wakes and shows it.
    let signal =
        "document.dispatchEvent(new CustomEvent('gpf-show-form', { detail: { form: 'charity' } })); return null";
    b.js::<Value>(signal, &[]).await?;
    each_shows(b, &["waits", "runs", "runs"]).await?;
    let compared = "return window.heard.filter(({ type }) => type === 'gpf-compare').map(({ detail }) => detail.forms)";
    eventually("the comparison to show charities", async || {
        let forms: Value = b.js(compared, &[]).await?;
        let last = forms.as_array().and_then(|all| all.last()).cloned().unwrap_or_default();
        let has = last.as_array().is_some_and(|ids| ids.contains(&json!("charity")));
        Ok(if has { Ok(()) } else { Err(forms) })
    })
    .await?;

    // Taken out while it waits, it is forgotten; put in again where it is near, it starts.
    b.js::<Value>(
        "window.kept = document.querySelector('gp-federation-finder'); window.kept.remove(); return null",
        &[],
    )
    .await?;
    b.settle(50).await?;
    b.js::<Value>("scrollTo(0, 0); document.querySelector('h1').after(window.kept); return null", &[]).await?;
    each_shows(b, &["runs", "runs", "runs"]).await
}
