//! The timeline is a list of periods: each opens by keyboard, one is open, and every event has a date, an organisation
//! and a description.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::guide::moments;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let guide = b.guide().await?;
    guide.js::<Value>("root.querySelector('[data-section=timeline]').open = true", &[]).await?;
    let (periods, open) = (guide.count(".gpf-period").await?, guide.count(".gpf-period[open]").await?);
    ensure!(periods == 5 && open == 1, "{open} of {periods} periods are open");
    // Apart from links in texts, only the summaries of periods and the contents of open ones are tab stops. Charts are
    // not.
    let stops = "[data-section=timeline] :is(a, button, input, select, summary, [tabindex]):not(.gpf-what a)";
    ensure!(guide.count(stops).await? == periods + 1, "there are other stops than the periods");

    let entries = guide.texts(".gpf-period .gpf-moment").await?;
    ensure!(entries.len() == moments().len(), "{} events", entries.len());
    for (entry, moment) in entries.iter().zip(moments()) {
        let head = format!("{}. {}.", moment.words(), moment.kind.label());
        ensure!(entry.starts_with(&head), "{entry:?} does not begin with {head:?}");
        for part in [&moment.title, &moment.text] {
            ensure!(entry.contains(part.as_str()), "{entry:?} lacks {part:?}");
        }
    }
    let summary = ".gpf-period:not([open]) > summary";
    guide.js::<Value>(&format!("root.querySelector('{summary}').focus()"), &[]).await?;
    b.press(' ').await?;
    guide.wait_for("it opens", "return root.querySelectorAll('.gpf-period[open]').length === 2", &[]).await?;
    // The markers are on the line at all widths.
    for width in ["", "320px"] {
        guide.js::<Value>("host.style.width = args[0]", &[width.into()]).await?;
        let off: Vec<String> = guide
            .js(
                "const middle = (it) => { const box = it.getBoundingClientRect(); return box.left + box.width / 2; };
                 return [...root.querySelectorAll('.gpf-period[open] .gpf-moment')]
                     .filter((it) => Math.abs(middle(it.querySelector('.gpf-on-rail'))
                         - it.getBoundingClientRect().left - it.clientLeft / 2) > 1)
                     .map((it) => it.textContent.slice(0, 40))",
                &[],
            )
            .await?;
        ensure!(off.is_empty(), "beside the rail at {width:?}: {off:?}");
        guide.fits_the_page("with the timeline open").await?;
    }
    b.check_accessibility("with two periods open").await
}
