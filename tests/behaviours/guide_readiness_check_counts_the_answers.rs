//! The readiness check counts the answers, lists the open questions, can be copied and printed, and stores nothing.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::guide::guide;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let shown = b.guide().await?;
    shown.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    let total = guide().questions.len();
    shown.eventually_contains(".gpf-result .gpf-count", &format!("0 of {total} questions answered")).await?;
    // In document order: questions, then threats.
    let asked = shown.texts(".gpf-question > legend > :last-child").await?;
    let buttons = shown.count(".gpf-result .gpf-buttons:not([hidden])").await?;
    ensure!(buttons == 0, "there are buttons before there is an answer");
    let numbers = shown.texts(".gpf-question > legend > :first-child").await?;
    ensure!(numbers.last() == Some(&format!("Question {total} of {total}")), "the numbers are {numbers:?}");
    ensure!(asked.len() == total, "{} of {total} questions are asked", asked.len());
    let answer = async |at: usize, value: &str| -> Result<()> {
        let css = format!(
            "return [...root.querySelectorAll('.gpf-question')][args[0]].querySelector('[value={value}]').click()"
        );
        shown.js::<Value>(&css, &[at.into()]).await.map(drop)
    };
    answer(0, "yes").await?;
    answer(1, "no").await?;
    answer(2, "not-sure").await?;
    shown
        .eventually_contains(".gpf-result .gpf-count", &format!("3 of {total} questions answered: 1 done, 2 to do"))
        .await?;
    ensure!(
        shown.texts(".gpf-result .gpf-list:not(.gpf-open) > li").await? == asked[..1],
        "what is done is not listed"
    );
    ensure!(
        shown.texts(".gpf-open > li").await? == asked[1..3],
        "what is open: {:?}",
        shown.texts(".gpf-open > li").await?
    );

    b.keep_copies().await?;
    shown.click(".gpf-result [data-action=copy-result]").await?;
    shown.eventually_contains(".gpf-done", "Results copied").await?;
    let copied = b.copied().await?;
    for line in [format!("Yes: {}", asked[0]), format!("No: {}", asked[1]), format!("Not sure: {}", asked[2])] {
        ensure!(copied.contains(&line), "the copy lacks \"{line}\"");
    }
    ensure!(copied.contains("No answer: ") && copied.contains("not legal advice"));
    b.keep_prints("return document.querySelector('gp-federation-guide').hasAttribute('data-gpf-printed')").await?;
    shown.click(".gpf-result [data-action=print]").await?;
    let is_alone: bool = b.printed().await?;
    ensure!(is_alone, "more than the guide is printed");
    let is_limited: bool = shown.js("return host.hasAttribute('data-gpf-printed')", &[]).await?;
    ensure!(!is_limited, "what paper holds is still limited after printing");

    // If a page forbids the clipboard, the text appears in a field, to be copied by hand.
    b.forbid_copies().await?;
    shown.click(".gpf-result [data-action=copy-result]").await?;
    let in_field = "return root.querySelector('.gpf-to-copy')?.value === args[0] && root.activeElement.className.includes('to-copy')";
    shown.wait_for("the text in a field", in_field, &[copied.into()]).await?;

    shown.click(".gpf-result [data-action=clear]").await?;
    shown.eventually_contains(".gpf-result .gpf-count", &format!("0 of {total} questions answered")).await?;
    ensure!(shown.count("input:checked").await? == 0, "an answer is still ticked");
    let stored: usize =
        b.js("return localStorage.length + sessionStorage.length + document.cookie.length", &[]).await?;
    ensure!(stored == 0, "something is stored");
    Ok(())
}
