//! The names over the columns stay in view down to the last question, under a header that the page keeps there, and
//! never over what has the focus.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    comparison.wait_for("the last question", "return root.querySelectorAll('.gpf-why').length === 20", &[]).await?;
    let tops = "root.querySelectorAll('tbody tr')[22].scrollIntoView();
        return [...root.querySelectorAll('thead th')].map((it) => Math.round(it.getBoundingClientRect().top))";
    let seen: Vec<i64> = comparison.js(tops, &[]).await?;
    ensure!(seen == [0, 0, 0, 0], "the names stand at {seen:?}");
    comparison.js::<Value>("host.style.setProperty('--gpf-sticky-top', '50px')", &[]).await?;
    let seen: Vec<i64> = comparison.js(tops, &[]).await?;
    ensure!(seen == [50, 50, 50, 50], "under a header of 50 pixels the names stand at {seen:?}");
    comparison.js::<Value>("host.style.removeProperty('--gpf-sticky-top')", &[]).await?;

    // Up through the questions by keyboard: what gets the focus is always below the names.
    let covered: Vec<String> = b
        .js_async(
            "const root = document.querySelector('gp-legal-form-comparison').shadowRoot;
             scrollTo(0, document.documentElement.scrollHeight);
             const [head, covered] = [root.querySelector('thead th'), []];
             for (const it of [...root.querySelectorAll('.gpf-why:not([hidden])')].reverse()) {
                 it.focus();
                 // WebKit is helped a moment later.
                 await new Promise((done) => setTimeout(done, 40));
                 if (it.getBoundingClientRect().top < head.getBoundingClientRect().bottom) covered.push(it.dataset.id);
             }
             return covered",
            &[],
        )
        .await?;
    ensure!(covered.is_empty(), "the names cover {covered:?}");

    // All six fit beside each other here, without any scrolling sideways.
    comparison.click(".gpf-all").await?;
    comparison.wait_for("six columns", "return root.querySelectorAll('thead th').length === 7", &[]).await?;
    comparison.fits_the_page("with six columns").await?;
    // In a column of the page that becomes narrow they are grouped, at once and without a new window.
    comparison.js::<Value>("host.style.width = '600px'", &[]).await?;
    comparison
        .wait_for("groups", "return !root.querySelector('table') && !!root.querySelector('.gpf-answer-group')", &[])
        .await?;
    comparison.js::<Value>("host.style.width = ''", &[]).await?;
    comparison.wait_for("the table again", "return !!root.querySelector('thead')", &[]).await
}
