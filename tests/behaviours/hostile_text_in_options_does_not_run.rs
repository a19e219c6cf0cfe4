//! Malicious texts in every option of every element, as attribute, property and placeholder option, in the search box,
//! in events and in calls: nothing runs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, TAGS, all_run, page};
use crate::harness::xss::{TEXTS, allow_complaints, nothing_ran};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    allow_complaints(b);
    let address = b.serve("/attack.html", page(SCRIPTS), &[]);
    b.go_to(&address).await?;
    all_run(b).await?;
    for (at, text) in TEXTS.iter().enumerate() {
        let options: usize = b
            .js(
                "let count = 0;
                 for (const tag of arguments[0]) {
                     const host = document.querySelector(tag);
                     for (const name of host.constructor.observedAttributes) {
                         host.setAttribute(name, arguments[1]);
                         host[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = arguments[1];
                         count += 1;
                     }
                 }
                 return count;",
                &[TAGS.to_vec().into(), (*text).into()],
            )
            .await?;
        ensure!(options > 20, "only {options} options were tried");
        let finder = b.finder().await?;
        // The heading contains exactly the given text.
        finder
            .wait_for(
                "the heading",
                "return (root.querySelector('.gpf-heading') || {}).textContent === args[0].trim()",
                &[(*text).into()],
            )
            .await
            .with_context(|| format!("with text {at}"))?;
        finder.enter(text).await?;
        b.js::<Value>(
            "const [text] = arguments;
             for (const [name, detail] of [
                 ['gpf-show-form', { form: text }], ['gpf-show-federations', { legalForm: text }],
                 ['gpf-show-form', text], ['gpf-show-federations', null],
             ]) document.dispatchEvent(new CustomEvent(name, { detail }));
             for (const [name, ...parameters] of [
                 ['search', { text }], ['search', { region: text }], ['search', { [text]: text }], ['federation', text],
                 ['compare', { forms: text }], ['compare', { [text]: 1 }], ['shortlist', text], ['shortlist', { [text]: text }],
             ]) try { gpFederations[name](...parameters); } catch (error) { if (!/^Error: gpFederations\\./.test(error)) throw error; }
             return null",
            &[(*text).into()],
        )
        .await?;
        nothing_ran(b, &format!("with text {at} in every option")).await?;
    }

    // The same in code that an editor pastes.
    for (at, text) in TEXTS.iter().enumerate() {
        b.js::<Value>(
            "const [text, tags] = arguments, main = document.querySelector('main');
             main.textContent = '';
             for (const [at, view] of ['finder', 'comparison', 'guide', text].entries()) {
                 const div = document.createElement('div');
                 div.dataset.gpFederations = view;
                 for (const name of customElements.get(tags[at % 3]).observedAttributes) div.setAttribute(`data-${name}`, text);
                 div.setAttribute('data-loading', 'eager');
                 div.id = text;
                 main.append(div);
             }
             return null",
            &[(*text).into(), json!(TAGS)],
        )
        .await?;
        b.wait_for("4 widgets", "return [...document.querySelectorAll('main > div > *')].filter((it) => it.shadowRoot.querySelector('.gpf')).length === 4", &[])
            .await?;
        nothing_ran(b, &format!("with text {at} in placeholders")).await?;
    }
    Ok(())
}
