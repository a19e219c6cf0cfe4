//! The names of the columns stay in view down to the last question, under the page's sticky header, and never cover the
//! focused element.

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

    // Moves up through the questions by keyboard: the focused element is always below the names.
    let covered: Vec<String> = b
        .js_async(
            "const root = document.querySelector('gp-legal-form-comparison').shadowRoot;
             scrollTo(0, document.documentElement.scrollHeight);
             const [head, covered] = [root.querySelector('thead th'), []];
             for (const it of [...root.querySelectorAll('.gpf-why:not([hidden])')].reverse()) {
                 it.focus();
                 // In WebKit our own scrolling follows a moment later.
                 await new Promise((done) => setTimeout(done, 40));
                 if (it.getBoundingClientRect().top < head.getBoundingClientRect().bottom) covered.push(it.dataset.id);
             }
             return covered",
            &[],
        )
        .await?;
    ensure!(covered.is_empty(), "the names cover {covered:?}");

    // All six forms fit side by side here, without scrolling sideways.
    comparison.click(".gpf-all").await?;
    comparison.wait_for("six columns", "return root.querySelectorAll('thead th').length === 7", &[]).await?;
    comparison.fits_the_page("with six columns").await?;
    // If the column of the page becomes narrow, they are grouped immediately, without a change of the window.
    comparison.js::<Value>("host.style.width = '600px'", &[]).await?;
    comparison
        .wait_for("groups", "return !root.querySelector('table') && !!root.querySelector('.gpf-answer-group')", &[])
        .await?;
    comparison.js::<Value>("host.style.width = ''", &[]).await?;
    comparison.wait_for("the table again", "return !!root.querySelector('thead')", &[]).await
}
