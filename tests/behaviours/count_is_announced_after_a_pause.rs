//! Screen readers announce the count after a pause in typing, not with every key, and nothing before.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder
        .js::<Value>(
            "host.said = [];
             new MutationObserver(() => {
                 const regions = [...root.querySelectorAll('div[role=status]')];
                 const text = regions.map((region) => region.textContent).join('');
                 if (text !== host.said.at(-1)) host.said.push(text);
             }).observe(root, { subtree: true, childList: true, characterData: true });",
            &[],
        )
        .await?;
    ensure!(finder.count("div[role=status]").await? == 2, "two live regions take turns");
    let silence = finder.texts("div[role=status]").await?;
    ensure!(silence.iter().all(String::is_empty), "it speaks before anybody asked: {silence:?}");

    let announced = async || -> Result<Vec<String>> {
        let said: Vec<String> = finder.js("return host.said", &[]).await?;
        Ok(said.into_iter().filter(|text| !text.is_empty()).collect())
    };
    finder.type_text("warrin").await?;
    Expected::text("warrin").is_shown_by(&finder).await?;
    let expected = Expected::text("warrin").summary();
    finder.eventually_contains("div[role=status]", &expected).await?;
    let said = announced().await?;
    ensure!(said == [expected.clone()], "said was {said:?}");

    // The same count for another text is announced again, by the other live region.
    let before: Vec<String> = finder.texts("div[role=status]").await?;
    finder.type_text("gton").await?;
    let expected = Expected::text("warrington").summary();
    finder.eventually_contains("div[role=status]", &expected).await?;
    let after = finder.texts("div[role=status]").await?;
    ensure!(before[0].is_empty() == after[1].is_empty(), "the regions do not take turns: {before:?}, then {after:?}");
    Ok(())
}
