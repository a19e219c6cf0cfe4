//! 1,000 widgets of all three kinds are added and removed: memory, nodes and listeners return to their initial values.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, all_show};
use crate::harness::resource_usage::Held;

/// Each round adds and removes each of the three.
const ROUNDS: [usize; 2] = [40, 300];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("load.html").await?;
    // Without layout, which is not under test and would take most of the time.
    b.js::<Value>("document.querySelector('section').hidden = true; return null", &[]).await?;
    // Some things are created once: the browser's caches, and the memory of the allocator.
    visit(b, ROUNDS[0]).await?;
    let before = Held::by(b).await?;
    visit(b, ROUNDS[1]).await?;
    Held::by(b).await?.is_all_since(before)?;
    // The page still works.
    b.js::<Value>(
        "document.querySelector('section').hidden = false;
         document.querySelector('section').append(...arguments[0].map((tag) =>
             Object.assign(document.createElement(tag), { loading: 'eager' }))); return null",
        &[TAGS.to_vec().into()],
    )
    .await?;
    all_show(b, None, 3, "runs").await
}

async fn visit(b: &Browser, rounds: usize) -> Result<()> {
    // In parts, because scripts have a time limit in the driver.
    for _ in 0..rounds.div_ceil(20) {
        b.js_async::<Value>(
            "await gpFederations.ready;
             const section = document.querySelector('section');
             for (let round = 0; round < arguments[1]; round++) {
                 const ready = [];
                 for (const tag of arguments[0]) {
                     const element = document.createElement(tag);
                     element.setAttribute('loading', 'eager');
                     ready.push(new Promise((resolve) => element.addEventListener('gpf-ready', resolve)));
                     section.append(element);
                 }
                 await Promise.all(ready);
                 await new Promise((resolve) => setTimeout(resolve));
                 section.replaceChildren();
                 await new Promise((resolve) => setTimeout(resolve));
             }",
            &[TAGS.to_vec().into(), 20.min(rounds).into()],
        )
        .await?;
    }
    Ok(())
}
