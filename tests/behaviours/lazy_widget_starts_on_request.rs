//! A widget also starts with `loading="eager"`, and if another element links to it. The page's functions start the
//! wasm, but no element.

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
    // The call alone has started the wasm. `ready` uses the same start.
    let matching: usize = b
        .js_async("await gpFederations.ready; return gpFederations.search({ text: 'warrington' }).matching", &[])
        .await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(matching > 0 && instances == 1, "{matching} matches, {instances} instances");
    b.settle(300).await?;
    each_shows(b, &["waits", "waits", "waits"]).await?;

    b.js::<Value>("document.querySelector('gp-federation-guide').loading = 'eager'; return null", &[]).await?;
    each_shows(b, &["waits", "waits", "runs"]).await?;

    // As with the link from a federation to its legal form: the element starts and shows it.
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

    // An element that is removed before its start is forgotten. If it is added again near the visible part, it starts.
    b.js::<Value>(
        "window.kept = document.querySelector('gp-federation-finder'); window.kept.remove(); return null",
        &[],
    )
    .await?;
    b.settle(50).await?;
    b.js::<Value>("scrollTo(0, 0); document.querySelector('h1').after(window.kept); return null", &[]).await?;
    each_shows(b, &["runs", "runs", "runs"]).await
}
