//! Every control of the finder has a role and a name for screen readers, in every engine.

use anyhow::{Context, Result};

use gpf_domain::format::federations;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("leeds").await?;
    let found = Expected::text("leeds");
    found.is_shown_by(&finder).await?;
    let first = found.federations().next().context("nothing is found")?;
    let in_region = found.federations().filter(|it| it.regions().first() == first.regions().first()).count();
    let region = first.regions().first().context("no region is known")?.name();
    let bar = (format!(".gpf-region-button[data-id='{region}']"), format!("{region} {in_region}"));
    let (summary, count) = (format!("1. {}…", first.name()), federations(found.len() as u32));
    let (csv, print) = (format!("Download {count} (CSV)"), format!("Print {count}"));
    finder.open_first().await?;
    let expected = [
        (".gpf-controls", "search", "Find a GP federation"),
        ("#gpf-search", "searchbox", "Search by name, place or postcode"),
        ("#gpf-region", "combobox", "NHS region"),
        ("#gpf-status", "combobox", "Status"),
        ("#gpf-legal-form", "combobox", "Legal form"),
        ("#gpf-sort", "combobox", "Sort by"),
        (".gpf-clear", "button", "Clear search and filters"),
        (".gpf-england", "img", "Map of your results. Each number marks…"),
        (".gpf-map-heading", "heading", "Federations by region"),
        (".gpf-region-list", "group", "Federations by region"),
        (&*bar.0, "button", &*bar.1),
        (".gpf-federation > summary", "summary", &*summary),
        (".gpf-sources > summary", "summary", "Sources (…"),
        (".gpf-found > [role=status]", "status", "…"),
        (".gpf-copy-link", "button", "Copy link to these results"),
        (".gpf-download", "button", &*csv),
        (".gpf-print", "button", &*print),
    ];
    finder.has_roles_and_names(b, &expected).await?;
    b.all_named(&finder.controls_shown().await?).await
}
