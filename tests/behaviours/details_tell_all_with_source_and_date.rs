//! A row opens into everything known, with its source and the day it was checked.

use anyhow::{Context, Result, ensure};
use gpf_core::directory::Status;
use gpf_core::facts::{citations, facts};
use gpf_core::wording;

use crate::harness::Browser;
use crate::harness::expected::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let rich = directory().federations().max_by_key(|federation| facts(*federation).len()).context("no federation")?;
    let ended = directory().federations().find(|it| it.status() == Status::Ended).context("none has ended")?;
    for federation in [rich, ended] {
        finder.search(federation.name()).await?;
        let row = format!(".gpf-federation[data-id=\"{}\"]", federation.id());
        finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
        ensure!(finder.count(&format!("{row} dl")).await? == 0, "details are made before anybody asks for them");
        finder.click(&format!("{row} > summary")).await?;
        for fact in facts(federation) {
            finder.says(&format!("{row} dt"), &fact.label).await?;
            finder.says(&format!("{row} dd"), &one_line(&fact.value)).await?;
        }
        for citation in citations(federation) {
            finder.says(&format!("{row} .gpf-source"), &one_line(&citation.text)).await?;
        }
        finder.says(&format!("{row} .gpf-source"), &wording::date(federation.checked_on())).await?;
    }
    Ok(())
}

/// As [`Finder::says`] reads a page.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
