//! With Windows' high contrast colours nothing is lost: axe again, and a picture for people.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // Only Chromium can be asked for them.
    if !b.engine.has_devtools() {
        return Ok(());
    }
    b.force_colours(true).await?;
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;
    ensure!(b.js::<bool>("return matchMedia('(forced-colors: active)').matches", &[]).await?);
    b.check_accessibility("with forced colours").await?;
    // A match must look different from the rest of its name. (The row with the focus marks itself as a whole.)
    finder.js::<Value>("root.activeElement.blur()", &[]).await?;
    let (name, mark): (String, String) = finder
        .js(
            "const name = root.querySelector('.gpf-name');
             return [name, name.querySelector('mark')].map((element) => {
                 const style = getComputedStyle(element);
                 return ['backgroundColor', 'color', 'textDecorationLine', 'borderBottomStyle']
                     .map((property) => style[property]).join(' ');
             });",
            &[],
        )
        .await?;
    ensure!(name != mark, "matches look like the rest of the name: {mark}");
    // All 4 sides of a border would get a colour, and the open row's arrow would be a box.
    let [top, left]: [String; 2] = finder
        .js(
            "const arrow = getComputedStyle(root.querySelector('.gpf-federation .gpf-who'), '::before');
             return [arrow.borderTopColor, arrow.borderLeftColor];",
            &[],
        )
        .await?;
    ensure!(top != left && left == "rgba(0, 0, 0, 0)", "the arrow of an open row points nowhere: {top}, {left}");
    b.keep_picture("forced-colours").await?;
    for page in ["comparison", "guide"] {
        b.open(&[page, ".html"].concat()).await?;
        let element = if page == "guide" { b.guide().await? } else { b.comparison().await? };
        element.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
        b.check_accessibility(&["the ", page, " with forced colours"].concat()).await?;
        b.keep_picture(&["forced-colours-", page].concat()).await?;
    }
    b.force_colours(false).await
}
