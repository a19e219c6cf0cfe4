//! Every control and chart of the guide has a role and a name for screen readers, in every engine.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::guide::guide as data;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let guide = b.guide().await?;
    // The sections with controls. The others contain only text.
    let open =
        "for (const id of ['readiness', 'timeline', 'sizes']) root.querySelector(`[data-section=${id}]`).open = true";
    guide.js::<Value>(open, &[]).await?;
    let points = guide.texts(".gpf-point > title").await?;
    let first = format!("Question 1 of {} {}", data().questions.len(), data().questions[0].text);
    let expected = [
        (".gpf-question", "group", &*first),
        (".gpf-question [value=yes]", "radio", "Yes"),
        (".gpf-question [value=no]", "radio", "No"),
        (".gpf-question [value=not-sure]", "radio", "Not sure"),
        (".gpf-result .gpf-count", "status", "…"),
        (".gpf-point", "img", &*points[0]),
    ];
    guide.has_roles_and_names(b, &expected).await?;
    let controls = guide.controls_shown().await?;
    ensure!(controls.len() > 30, "only {} controls are shown", controls.len());
    b.all_named(&controls).await
}
