//! Windows' high contrast colours hide nothing: runs axe again, and saves a picture for people.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    if !b.force_colours().await? {
        return Ok(());
    }
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.open_first().await?;
    ensure!(b.js::<bool>("return matchMedia('(forced-colors: active)').matches", &[]).await?);
    b.check_accessibility("with forced colours").await?;
    // A match must look different from the rest of the name. (The focused row has its own outline.)
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
    // A border on all 4 sides would get a colour, and the open row's arrow would become a box.
    let [top, left]: [String; 2] = finder
        .js(
            "const arrow = getComputedStyle(root.querySelector('.gpf-federation .gpf-who'), '::before');
             return [arrow.borderTopColor, arrow.borderLeftColor];",
            &[],
        )
        .await?;
    ensure!(top != left && left == "rgba(0, 0, 0, 0)", "the arrow of an open row points nowhere: {top}, {left}");
    arrows_are_of_the_theme(&finder).await?;
    b.keep_picture("forced-colours").await?;
    finder.clear().await?;
    Expected::everything().is_shown_by(&finder).await?;
    arrows_are_of_the_theme(&finder).await?;
    for page in ["comparison", "guide"] {
        b.open(&[page, ".html"].concat()).await?;
        let element = if page == "guide" { b.guide().await? } else { b.comparison().await? };
        arrows_are_of_the_theme(&element).await?;
        element.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
        arrows_are_of_the_theme(&element).await?;
        b.check_accessibility(&["the ", page, " with forced colours"].concat()).await?;
        b.keep_picture(&["forced-colours-", page].concat()).await?;
    }
    b.release_colours().await
}

/// The arrow has the same colour as links, and as the text after it.
async fn arrows_are_of_the_theme(element: &Finder) -> Result<()> {
    let (arrows, others): (usize, Vec<String>) = element
        .js(
            "const probe = document.createElement('span');
             probe.style.color = 'LinkText';
             root.append(probe);
             const link = getComputedStyle(probe).color;
             probe.remove();
             const clear = 'rgba(0, 0, 0, 0)';
             const others = [];
             let arrows = 0;
             for (const owner of root.querySelectorAll('.gpf-summary, .gpf-who, .gpf-why')) {
                 const style = getComputedStyle(owner, '::before');
                 if (style.content === 'none' || style.borderLeftStyle !== 'solid') continue;
                 arrows++;
                 const colours = ['Top', 'Right', 'Bottom', 'Left'].map((side) => style[`border${side}Color`]);
                 const inked = colours.filter((colour) => colour !== clear);
                 if (inked.length !== 1 || inked[0] !== link) others.push(`${owner.textContent}: ${colours}`);
             }
             return [arrows, others];",
            &[],
        )
        .await?;
    ensure!(arrows > 0, "no arrow was seen");
    ensure!(others.is_empty(), "arrows in other colours than links: {others:#?}");
    Ok(())
}
