//! A row opens into all known details, with the website first. Each source can be shown, with the facts that it
//! supports.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::{Federation, Status};
use gpf_domain::facts::{WEBSITE, citations, exception, facts, not_stated};
use gpf_domain::format;

use crate::harness::oracle::directory;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let rich = directory().federations().max_by_key(|federation| facts(*federation).len()).context("no federation")?;
    let one = |is: fn(Federation<'static>) -> bool| directory().federations().find(|it| is(*it));
    let ended = one(|it| it.status() == Status::Ended).context("none has ended")?;
    let unseen = one(|it| it.status() == Status::Unconfirmed && it.last_seen().is_empty()).context("all were seen")?;
    let with_website = one(|it| !it.website().is_empty()).context("none has a website")?;
    for federation in [rich, ended, unseen, with_website] {
        check(&finder, federation).await?;
    }
    Ok(())
}

async fn check(finder: &Finder, federation: Federation<'_>) -> Result<()> {
    finder.search(federation.name()).await?;
    let row = format!(".gpf-federation[data-id=\"{}\"]", federation.id());
    finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
    ensure!(finder.count(&format!("{row} dl")).await? == 0, "details are made before anybody asks for them");
    let tags = finder.texts(&format!("{row} .gpf-tag")).await?;
    let last_checked = directory().federations().map(Federation::checked_on).max();
    ensure!(
        tags == exception(federation, last_checked).into_iter().collect::<Vec<_>>(),
        "the tags of {} are {tags:?}",
        federation.name()
    );
    finder.click(&format!("{row} > summary")).await?;
    for fact in facts(federation) {
        if fact.label == WEBSITE && federation.status() != Status::Ended {
            let link = format!("{row} .gpf-website > a");
            finder.eventually_contains(&link, "Website: ").await?;
            let href: String =
                finder.js("return root.querySelector(args[0]).getAttribute('href')", &[link.into()]).await?;
            ensure!(Some(&href) == fact.url.as_ref(), "the website is {href}, not {:?}", fact.url);
            continue;
        }
        finder.eventually_contains(&format!("{row} dt"), &fact.label).await?;
        let value = if fact.label == WEBSITE { federation.name() } else { &fact.value };
        finder.eventually_contains(&format!("{row} dd"), &one_line(value)).await?;
        if let Some(note) = &fact.note {
            finder.eventually_contains(&format!("{row} dd"), &one_line(note)).await?;
        }
    }
    let sources = citations(federation);
    let summary = finder.text(&format!("{row} .gpf-sources > summary")).await?;
    let checked = format::format_date(federation.checked_on());
    let expected = format!("Sources ({}), checked {checked}", sources.len());
    ensure!(summary == expected, "the sources are called {summary}");
    let first = format!("{row} .gpf-sources li");
    let is_shown = "return root.querySelector(args[0]).checkVisibility() === args[1]";
    finder.wait_for("closed sources", is_shown, &[first.as_str().into(), false.into()]).await?;
    finder.click(&format!("{row} .gpf-sources > summary")).await?;
    finder.wait_for("open sources", is_shown, &[first.as_str().into(), true.into()]).await?;
    for source in sources {
        finder.eventually_contains(&first, &one_line(&source.text)).await?;
        let facts = source.facts.with_context(|| format!("{} says nothing of {}", source.text, federation.name()))?;
        finder.eventually_contains(&first, &one_line(&facts)).await?;
    }
    finder.eventually_contains(&format!("{row} .gpf-sources > p"), &one_line(&not_stated(federation))).await
}

/// The same text as in [`Finder::says`].
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
