//! With two of each element on a page, and a search landmark of the page's own, axe finds no violation: no two
//! landmarks have the same name.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;

const HOSTS: [&str; 6] =
    ["#finder", "#another-finder", "#comparison", "#another-comparison", "#guide", "#another-guide"];

/// axe ignores closed content.
const OPEN: &str = "for (const details of root.querySelectorAll('details')) details.open = true";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("several.html").await?;
    open_all(b).await?;
    let (finder, another) = (b.finder_at("#finder").await?, b.finder_at("#another-finder").await?);
    for it in [&finder, &another] {
        it.eventually_contains(".gpf-footer", "wrong-cells.csv").await?;
        it.js::<Value>(OPEN, &[]).await?;
    }
    finder.has_roles_and_names(b, &[(".gpf-controls", "search", "Find a GP federation")]).await?;
    another.has_roles_and_names(b, &[(".gpf-controls", "search", "Find a GP federation, 2")]).await?;
    b.check_accessibility("with two of each").await?;

    another.js::<Value>("host.heading = 'In London'", &[]).await?;
    another.eventually_contains(".gpf-heading", "In London").await?;
    another.has_roles_and_names(b, &[(".gpf-controls", "search", "In London, 2")]).await?;

    // The number of a removed element is free for the next one, and no other name changes.
    b.js::<Value>("document.getElementById('finder').remove()", &[]).await?;
    for id in ["third", "fourth"] {
        let add = "const finder = document.createElement('gp-federation-finder');
                   Object.assign(finder, { id: arguments[0], loading: 'eager' });
                   document.querySelector('main').append(finder)";
        b.js::<Value>(add, &[id.into()]).await?;
        b.finder_at(&["#", id].concat())
            .await?
            .wait_for("it", "return !!root.querySelector('.gpf-controls')", &[])
            .await?;
    }
    let (third, fourth) = (b.finder_at("#third").await?, b.finder_at("#fourth").await?);
    third.has_roles_and_names(b, &[(".gpf-controls", "search", "Find a GP federation")]).await?;
    fourth.has_roles_and_names(b, &[(".gpf-controls", "search", "Find a GP federation, 3")]).await?;
    another.has_roles_and_names(b, &[(".gpf-controls", "search", "In London, 2")]).await?;
    b.check_accessibility("with others in their place").await?;

    b.expect_fallback("no-wasm");
    b.open("several-without-webassembly.html").await?;
    for host in HOSTS {
        let fallback = "return !!root.querySelector('.gpf-fallback')";
        b.finder_at(host).await?.wait_for("the fallback", fallback, &[]).await?;
    }
    open_all(b).await?;
    b.check_accessibility("with the fallbacks of two of each").await
}

async fn open_all(b: &Browser) -> Result<()> {
    for host in HOSTS {
        b.finder_at(host).await?.js::<Value>(OPEN, &[]).await?;
    }
    Ok(())
}
