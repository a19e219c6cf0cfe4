//! A widget is made in parts, each in a task of its own, so that a slow phone can answer its reader in between; the page is
//! told when all of them are there.

use anyhow::{Result, ensure};

use crate::harness::Browser;

/// Each element with something of each of its parts.
const ELEMENTS: [(&str, &[&str]); 2] = [
    ("gp-federation-finder", &[".gpf-search", ".gpf-federation", ".gpf-federation:nth-of-type(20)", ".gpf-england"]),
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
        // How many parts are there whenever there is another one, and after a hundred microtasks: had the next one not
        // waited for a task, it would be there then.
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
