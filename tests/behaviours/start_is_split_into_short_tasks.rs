//! A widget is built in parts, each in a separate task, so that a slow phone stays responsive in between. The page gets
//! an event when all parts are there.

use anyhow::{Result, ensure};

use crate::harness::Browser;

/// Each element, with a selector for each of its parts.
const ELEMENTS: [(&str, &[&str]); 2] = [
    (
        "gp-federation-finder",
        &[".gpf-search", ".gpf-federation", ".gpf-federation:nth-of-type(20)", ".gpf-england path"],
    ),
    (
        "gp-legal-form-comparison",
        &[
            ".gpf-requirements",
            ".gpf-table",
            "tbody:nth-of-type(1) tr:nth-child(6)",
            "tbody:nth-of-type(2) tr:nth-child(6)",
            ".gpf-actions",
            ".gpf-findings",
            ".gpf-not-advice",
        ],
    ),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    b.finder().await?;
    for (tag, parts) in ELEMENTS {
        // The number of parts whenever one is added, and after a hundred microtasks: if the next part did not wait for
        // a task, it would be there by then.
        let seen: Vec<[usize; 2]> = b
            .js_async(
                "const host = document.createElement(arguments[0]);
                 host.setAttribute('loading', 'eager');
                 host.setAttribute('region', 'London');
                 document.body.append(host);
                 const there = () => arguments[1].filter((it) => host.shadowRoot.querySelector(it)).length;
                 const seen = [];
                 const observer = new MutationObserver(async () => {
                     const count = there();
                     if (count === (seen.length && seen[seen.length - 1][0])) return;
                     const entry = [count, 0];
                     seen.push(entry);
                     for (let turn = 0; turn < 100; turn++) await null;
                     entry[1] = there();
                 });
                 observer.observe(host.shadowRoot, { subtree: true, childList: true });
                 await new Promise((ready) => host.addEventListener('gpf-ready', ready, { once: true }));
                 observer.disconnect();
                 host.remove();
                 return seen;",
                &[tag.into(), parts.into()],
            )
            .await?;
        let one_by_one = (1..=parts.len()).map(|count| [count, count]);
        ensure!(seen.iter().copied().eq(one_by_one), "{tag}: its parts came as {seen:?}");
    }
    Ok(())
}
