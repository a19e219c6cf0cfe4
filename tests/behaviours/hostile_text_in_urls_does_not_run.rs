//! Malicious texts in the page's URL, in the URL of the frame page, and in messages to it: nothing runs, and nothing
//! responds.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, TAGS, page};
use crate::harness::xss::{TEXTS, allow_complaints, nothing_ran};

/// The parameters of a link to a view, and some unknown ones.
const OF_A_VIEW: &str =
    "const names = ['search', 'q', 'text', 'region', 'status', 'legal-form', 'legalForm', 'sort', 'kind',
    'forms', 'criteria', 'requirements', 'only-differences', 'open', 'section', '__proto__', 'constructor'];";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    allow_complaints(b);
    b.allow_console("in the address of embed.html");
    let address = b.serve("/attack.html", page(SCRIPTS).replace("-finder loading", "-finder url-sync loading"), &[]);
    let framed = b.serve("/frame.html", "<!doctype html><title>x</title>".to_owned(), &[]);
    let embed = framed.replace("frame.html", "embed.html");
    for (at, text) in TEXTS.iter().enumerate() {
        b.go_to("about:blank").await?;
        let query: String = b
            .js(
                &format!("{OF_A_VIEW} return new URLSearchParams(names.map((name) => ['gpf-' + name, arguments[0]])).toString()"),
                &[(*text).into()],
            )
            .await?;
        b.go_to(&format!("{address}?{query}#{}", query.replace('&', "/"))).await?;
        for tag in TAGS {
            b.finder_at(tag).await.with_context(|| format!("with text {at}"))?;
        }
        nothing_ran(b, &format!("with text {at} in a link to a view")).await?;

        let options: String = b
            .js(
                "const names = ['view', 'title', 'x', 'constructor', ...arguments[1].flatMap((tag) => customElements.get(tag).observedAttributes)];
                 return new URLSearchParams([...new Set(names)].filter((it) => it !== 'loading').map((name) => [name, arguments[0]])).toString()",
                &[(*text).into(), TAGS.to_vec().into()],
            )
            .await?;
        for view in ["", "&view=comparison", "&view=guide"] {
            // The first of two counts.
            let address = format!(
                "{embed}?{}{options}&gpf-search=x",
                view.trim_start_matches('&').to_owned() + if view.is_empty() { "" } else { "&" }
            );
            b.go_to(&address).await?;
            let there = "const root = document.querySelector('main > *').shadowRoot;
                return !!root.querySelector('.gpf') && !root.firstElementChild.matches('[style],[data-prerendered]')";
            b.wait_for("the whole widget of the frame page", there, &[]).await?;
            nothing_ran(b, &format!("with text {at} in the frame page's address {view}")).await?;
            let (is_title, base): (bool, String) = b
                .js(
                    "const plain = arguments[0].replace(/[\\t\\n\\f\\r ]+/g, ' ').replace(/^ | $/g, '');
                     const letters = (text) => text.replace(/\\0/g, '');
                     return [letters(document.title) === letters(plain), document.querySelector('base').target]",
                    &[(*text).into()],
                )
                .await?;
            ensure!(is_title, "the title is not what the address says, letter by letter");
            ensure!(base == "_blank", "the base is changed");
        }
        // The frame page does not handle messages.
        b.js::<Value>(
            "window.before = document.querySelector('main > *').shadowRoot.innerHTML;
                 for (const data of [arguments[0], { type: 'gpf-resize', height: arguments[0] }, { type: arguments[0] },
                     { type: 'gpf-options', region: 'London' }, JSON.stringify({ search: arguments[0] })]) {
                     window.postMessage(data, '*');
                     window.dispatchEvent(new MessageEvent('message', { data, origin: 'https://example.invalid' }));
                 }
                 return null",
            &[(*text).into()],
        )
        .await?;
        b.settle(50).await?;
        let is_same: bool =
            b.js("return window.before === document.querySelector('main > *').shadowRoot.innerHTML", &[]).await?;
        ensure!(is_same, "a message changed the frame page");
        nothing_ran(b, &format!("with text {at} in a message")).await?;
    }
    Ok(())
}
