//! In the documentation, each live demo shows the one widget that the code above it says, in a page that people can come to
//! from the list of all pages.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (page, element, count) in [
        ("finder", "gp-federation-finder", 3),
        ("comparison", "gp-legal-form-comparison", 2),
        ("guide", "gp-federation-guide", 2),
    ] {
        b.go_to(&format!("{}/guides/contents.html", b.origin())).await?;
        let links: u32 = b
            .js("return document.querySelectorAll('main a[href=\"' + arguments[0] + '.html\"]').length", &[page.into()])
            .await?;
        ensure!(links == 1, "the contents lead to {page} {links} times");
        let shown = b.open_demo(page).await?;
        ensure!(shown == vec![element; count], "the demos of {page} show {shown:?}");
        let current: Vec<String> = b
            .js("return [...document.querySelectorAll('[aria-current]')].map((it) => it.getAttribute('href'))", &[])
            .await?;
        ensure!(current == [format!("{page}.html")], "the navigation marks {current:?}");
    }
    b.open_demo("finder").await?;
    let own = b.finder_at("[heading=\"Our federations\"]").await?;
    ensure!(own.count(".gpf-federation").await? == 2, "the demo of an own list does not show the list");
    Ok(())
}
