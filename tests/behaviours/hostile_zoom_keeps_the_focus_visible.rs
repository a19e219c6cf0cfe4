//! At 400% zoom a screen has 320 by 256 pixels: nothing is wider, and the focused element is visible and not covered.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, all_run};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("hostile-zoomed.html").await?;
    b.enter_frame("iframe").await?;
    all_run(b).await?;
    for tag in TAGS {
        let element = b.finder_at(tag).await?;
        element.fits_the_page("at 400%").await?;
        let hidden: Vec<String> = element
            .js(
                "return [...root.querySelectorAll('input, select, button, summary, a[href]')]
                     .filter((it) => it.checkVisibility ? it.checkVisibility({ visibilityProperty: true }) : it.offsetHeight)
                     .slice(0, 40)
                     .map((it) => {
                         it.focus();
                         it.scrollIntoView({ block: 'nearest' });
                         const { left, top, right, bottom } = it.getBoundingClientRect();
                         const [x, y] = [(left + right) / 2, Math.max(top, 0) + Math.min(bottom - top, 20) / 2];
                         const at = root.elementFromPoint(x, y);
                         const isOurs = at && (it.contains(at) || at.contains(it) || (it.labels && [...it.labels].includes(at)));
                         return root.activeElement === it && isOurs && right <= innerWidth + 1 ? ''
                             : `${it.outerHTML.slice(0, 80)} at ${x}, ${y} under ${at && at.outerHTML.slice(0, 60)}`;
                     })
                     .filter((it) => it);",
                &[],
            )
            .await?;
        ensure!(hidden.is_empty(), "{tag}: not to be seen when it has the focus: {hidden:#?}");
    }
    Ok(())
}
