//! Sections can be shown alone or together, under the editor's heading, and the options are live.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::guide::guide;

const SHOWN: &str = ".gpf-section:not([hidden]) .gpf-group";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let known: Vec<&str> = guide().sections.iter().map(|it| &*it.id).collect();
    let known = known.join(", ");
    b.expect_console(format!(
        "console.warn: gp-federations: section=\"why\" is not recognised. Use one of: {known}. Using the"
    ));
    b.allow_console("section=\"why\"");
    b.open("guide-sections.html").await?;
    let title = |id: &str| guide().section(id).map(|it| it.title.clone()).unwrap_or_default();
    let one = b.finder_at("#one gp-federation-guide").await?;
    ensure!(one.texts(SHOWN).await? == [title("reasons")], "{:?}", one.texts(SHOWN).await?);
    // Without a heading of the guide, the section's heading takes its level.
    ensure!(one.count(".gpf-heading:not([hidden])").await? == 0 && one.count("details[open] h2.gpf-group").await? == 1);
    let two = b.finder_at("#two gp-federation-guide").await?;
    // In the order of the guide, not of the option.
    ensure!(two.texts(SHOWN).await? == [title("wishes"), title("not")], "{:?}", two.texts(SHOWN).await?);
    ensure!(two.texts("h3.gpf-heading").await? == ["In Halton"] && two.count("h4.gpf-group").await? > 1);
    ensure!(two.count("details[open].gpf-section").await? == 2, "what is asked for is not open");
    let wrong = b.finder_at("#wrong gp-federation-guide").await?;
    ensure!(wrong.texts(SHOWN).await?.len() == guide().sections.len(), "a wrong id does not show everything");

    two.js::<Value>("host.section = 'benefits'; host.heading = 'Why?'; host.setAttribute('heading-level', '1')", &[])
        .await?;
    ensure!(two.texts(SHOWN).await? == [title("benefits")]);
    ensure!(two.texts("h1.gpf-heading").await? == ["Why?"] && two.count("h2.gpf-group").await? > 1);
    two.js::<Value>("for (const name of ['section', 'heading', 'heading-level']) host.removeAttribute(name)", &[])
        .await?;
    ensure!(two.texts(SHOWN).await?.len() == guide().sections.len());
    ensure!(two.texts("h2.gpf-heading").await? == ["About GP federations"]);
    Ok(())
}
