//! One file in an empty folder: every widget works, and no request is sent.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;

use crate::harness::Browser;
use crate::harness::catalogue::{catalogue, compares};
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_alone("gp-federations.html", "").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let forms: Vec<&str> = catalogue().forms.iter().take(3).map(|form| &*form.id).collect();
    compares(&b.comparison().await?, SubjectKind::Form, &forms).await?;
    b.check_accessibility("at the start").await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;

    let asked: Vec<String> = b
        .js("return performance.getEntriesByType('resource').map(({ name }) => name).filter((it) => !it.startsWith('data:'))", &[])
        .await?;
    ensure!(asked.is_empty(), "the page loads {asked:?}");
    // Every heading of the contents exists, and every element of the page is now a widget.
    let missing: Vec<String> = b
        .js(
            "const links = [...document.querySelectorAll('nav a')].map((it) => it.getAttribute('href'));
             const elements = [...document.querySelectorAll('main *')].filter((it) => it.localName.startsWith('gp-'));
             return links.filter((it) => !document.querySelector(it + ':is(h2)'))
                 .concat(links.length === elements.length ? [] : [`${links.length} links, ${elements.length} elements`])
                 .concat(elements.filter((it) => !it.shadowRoot || it.shadowRoot.querySelector('.gpf-fallback')).map((it) => it.localName));",
            &[],
        )
        .await?;
    ensure!(missing.is_empty(), "not as it should be: {missing:?}");
    Ok(())
}
