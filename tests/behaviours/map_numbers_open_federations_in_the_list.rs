//! A number on the map opens the federation with the same number in the list. London is selected in its inset, and all
//! targets can be selected by touch. Very long lists have a map, too.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf-dot, .gpf-on-map").await? == 0, "all federations have numbers");

    // The inset is one target.
    let size: [f64; 2] = finder
        .js(
            "const inset = root.querySelector('.gpf-inset');
             inset.scrollIntoView({ block: 'center' });
             const { left, top, width, height } = root.querySelector('.gpf-frame').getBoundingClientRect();
             root.elementFromPoint(left + width / 2, top + height / 2)
                 .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
             return [width, height]",
            &[],
        )
        .await?;
    ensure!(size.iter().all(|it| *it > 80.0), "the inset is {size:?} pixels large");
    let london = Expected::region(Region::London);
    london.is_shown_by(&finder).await?;
    finder.wait_for("the numbers", "return root.querySelectorAll('.gpf-dot').length > 20", &[]).await?;

    // The last of them is not among the first 20.
    select(&finder, &london, london.found.rows.len() - 1).await?;

    finder.clear().await?;
    finder.search("WA7").await?;
    let near = Expected::text("WA7");
    near.is_shown_by(&finder).await?;
    finder.wait_for("the place", "return !!root.querySelector('[data-close-up] > .gpf-here')", &[]).await?;
    b.check_accessibility("with numbers on the map").await?;
    let name = finder.text(".gpf-federation:nth-of-type(2) > summary").await?;
    ensure!(name.starts_with("2. "), "the second row begins with {name:?}");
    select(&finder, &near, 1).await?;

    // 100,000 federations, and the 40 of them in a part of London.
    b.js::<Value>(
        "const row = (_, at) => `Federation ${at},${at % 2500 ? 'Leeds' : 'Camden'},${at % 2500 ? 53.8 : 51.5},${at % 2500 ? -1.5 : -0.1}`;
         gpFederations.load('name,place,latitude,longitude\\n' + Array.from({ length: 100000 }, row).join('\\n'));
         return null",
        &[],
    )
    .await?;
    finder.search("").await?;
    finder.eventually_contains(".gpf-count", "100,000").await?;
    finder.wait_for("the map of England", "return !!root.querySelector('.gpf-inset')", &[]).await?;
    finder.search("Camden").await?;
    finder.wait_for("40 numbers", "return root.querySelectorAll('.gpf-dot').length === 40", &[]).await
}

/// Selects a number on the map, and checks that the federation is open and has the focus.
async fn select(finder: &Finder, expected: &Expected, at: usize) -> Result<()> {
    let federation = expected.federations().nth(at);
    let id = federation.map(|it| it.id().to_owned()).unwrap_or_default();
    let click = "const dot = [...root.querySelectorAll('.gpf-dot')].find((it) => it.dataset.id === args[0]);
        const { left, top, width, height } = dot.querySelector('circle').getBoundingClientRect();
        scrollBy(0, top - innerHeight / 2);
        const { left: x, top: y } = dot.querySelector('circle').getBoundingClientRect();
        root.elementFromPoint(x + width / 2, y + height / 2)
            .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        return dot.querySelector('text').textContent";
    let number: String = finder.js(click, &[id.clone().into()]).await?;
    ensure!(number == (at + 1).to_string(), "{id} has the number {number}");
    let is_open = "const row = root.querySelector(`.gpf-results details[data-id=\"${args[0]}\"]`);
        return row && row.open && root.activeElement === row.querySelector('summary')";
    finder.wait_for(&id, is_open, &[id.clone().into()]).await
}
