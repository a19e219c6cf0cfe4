//! On a page in a right-to-left language, our English text runs from left to right and is marked as English. The
//! editor's content keeps the page's language.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, all_run};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("hostile-right-to-left.html").await?;
    all_run(b).await?;
    for tag in TAGS {
        let element = b.finder_at(tag).await?;
        let (direction, language, is_at_left): (String, String, bool) = element
            .js(
                "const view = root.querySelector('.gpf'), heading = root.querySelector('.gpf-heading');
                 const range = document.createRange();
                 range.selectNodeContents(heading);
                 const left = range.getBoundingClientRect().left - view.getBoundingClientRect().left;
                 return [getComputedStyle(view).direction, view.closest('[lang]').lang, left < 60];",
                &[],
            )
            .await?;
        ensure!(
            direction == "ltr" && language == "en-GB" && is_at_left,
            "{tag}: {direction}, {language}, {is_at_left}"
        );
        element.fits_the_page("from right to left").await?;
    }
    Ok(())
}
