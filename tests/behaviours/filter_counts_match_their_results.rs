//! Each option of each filter shows as many federations as its count, in all combinations.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::{LegalFormChoice, Region, RegionChoice, Status};
use gpf_domain::search::Query;

use crate::harness::oracle::{Expected, PAGE};
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let mut query = Query { text: "health".to_owned(), ..Query::default() };
    finder.search("health").await?;
    Expected::of(query.clone()).is_shown_by(&finder).await?;
    try_every_choice(&finder, "#gpf-region").await?;

    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    query.region = Some(RegionChoice::Is(Region::NorthWest));
    Expected::of(query.clone()).is_shown_by(&finder).await?;
    try_every_choice(&finder, "#gpf-legal-form").await?;

    finder.choose("#gpf-legal-form", LegalFormChoice::NotStated.id()).await?;
    query.legal_form = Some(LegalFormChoice::NotStated);
    Expected::of(query.clone()).is_shown_by(&finder).await?;
    try_every_choice(&finder, "#gpf-status").await?;

    finder.choose("#gpf-status", Status::Active.id()).await?;
    query.status = Some(Status::Active);
    Expected::of(query).is_shown_by(&finder).await
}

/// Selects each option in turn and compares its count with the rows. Ends on the first option.
async fn try_every_choice(finder: &Finder, select: &str) -> Result<()> {
    let options = "const { options } = root.querySelector(args[0]);
        return [...options].map((option) => [option.value, option.textContent])";
    let options: Vec<(String, String)> = finder.js(options, &[select.into()]).await?;
    let found: usize = finder
        .text(".gpf-count")
        .await?
        .split(' ')
        .next()
        .and_then(|it| it.replace(',', "").parse().ok())
        .context("the line over the results begins with no number")?;
    ensure!(options.len() > 2, "{select} has only {} choices", options.len());
    for (value, text) in options.iter().rev() {
        // The count of the selected option is in the line above the results.
        let promised: usize = match text.rsplit_once('(') {
            Some((_, count)) => count.trim_end_matches(')').replace(',', "").parse().ok(),
            None if value.is_empty() => Some(found),
            None => None,
        }
        .with_context(|| format!("{select} has a choice without a count: {text}"))?;
        finder.choose(select, value).await?;
        // With no other filter, a region shows all of its federations, and without a region all regions are closed.
        let is_by_region = select == "#gpf-region" && finder.count(".gpf-region-group").await? > 0;
        let shown = match (is_by_region, value.is_empty()) {
            (false, _) => promised.min(PAGE),
            (true, false) => promised,
            (true, true) => 0,
        };
        finder
            .wait_for(
                &format!("{select} {text} to show {shown} federations"),
                "return root.querySelectorAll('.gpf-federation').length === args[0]
                     && root.querySelector(args[1]).value === args[2]",
                &[shown.into(), select.into(), value.as_str().into()],
            )
            .await?;
    }
    Ok(())
}
