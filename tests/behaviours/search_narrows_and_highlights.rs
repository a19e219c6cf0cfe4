//! Every key press narrows the list, and the matches are highlighted.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    for typed in ["w", "wa", "warr"] {
        finder.search(typed).await?;
        Expected::text(typed).is_shown_by(&finder).await?;
    }
    let names = finder.texts(".gpf-federation:first-of-type .gpf-name mark").await?;
    ensure!(names == ["Warr"], "marked is {names:?}");

    // Key by key, both spellings of an abbreviation in the name.
    for text in ["limited", "rugby and", "ST"] {
        finder.search(text).await?;
        let expected = Expected::text(text);
        ensure!(expected.len() > 0, "no federation matches {text}: choose another example");
        expected.is_shown_by(&finder).await?;
    }
    Ok(())
}
