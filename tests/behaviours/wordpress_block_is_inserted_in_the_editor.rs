//! An editor of a WordPress network inserts the block, sees the widget in the block editor, selects a region and
//! publishes. Visitors see the federations of that region.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;
use thirtyfour::{By, WebElement};

use crate::harness::Browser;
use crate::harness::browser::eventually;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // WordPress' editor requests these although only administrators have access.
    b.allow_console("/wp-json/wp/v2/templates/");
    b.allow_console("/wp-json/wp/v2/settings?");
    b.open_wordpress_as("editor", "/wp-admin/post-new.php").await?;
    enter_canvas(b).await?;
    there(b, ".editor-post-title__input").await?.send_keys("Made in the editor").await?;
    b.leave_frame().await?;
    click(b, ".edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle").await?;
    there(b, ".block-editor-inserter__search input").await?.send_keys("GP federations").await?;
    click(b, ".editor-block-list-item-gp-federations-widget").await?;

    enter_canvas(b).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    b.leave_frame().await?;
    // In a narrow window, opening the list of blocks closes the options. In newer versions they stay open.
    let is_closed = "return !!document.querySelector('[aria-label=\"Settings\"]:not([aria-expanded=true])')";
    if b.js(is_closed, &[]).await? {
        click(b, "[aria-label=\"Settings\"]:not([aria-expanded=true])").await?;
    }
    click(b, "select:has(> option[value=\"North West\"]) > option[value=\"North West\"]").await?;
    let north_west = Expected::region(Region::NorthWest);
    enter_canvas(b).await?;
    north_west.is_shown_by(&b.finder_at("[region=\"North West\"]").await?).await?;
    b.leave_frame().await?;

    click(b, ".editor-post-publish-panel__toggle").await?;
    click(b, ".editor-post-publish-button").await?;
    let link = there(b, ".post-publish-panel__postpublish-buttons a").await?;
    let address = link.attr("href").await?.context("the link to the new post leads nowhere")?;
    let kept: String = b.js("return wp.data.select('core/editor').getEditedPostContent()", &[]).await?;
    ensure!(kept == "<!-- wp:gp-federations/widget {\"region\":\"North West\"} /-->", "the post holds {kept}");

    let path = address.split_once(".localhost").and_then(|(_, rest)| rest.split_once('/')).context("no path")?.1;
    b.open_wordpress(&format!("/{path}")).await?;
    north_west.is_shown_by(&b.finder().await?).await
}

/// Switches to the document of the post, which is a frame since WordPress 6.3.
async fn enter_canvas(b: &mut Browser) -> Result<()> {
    const FRAME: &str = "iframe[name=editor-canvas]";
    let is_there =
        "return !!document.querySelector('.editor-post-title__input') || !!document.querySelector(arguments[0])";
    b.wait_for("the post to edit", is_there, &[FRAME.into()]).await?;
    let is_frame: bool = b.js("return !!document.querySelector(arguments[0])", &[FRAME.into()]).await?;
    if is_frame { b.enter_frame(FRAME).await } else { Ok(()) }
}

/// The first matching element, once it exists and is visible.
async fn there(b: &Browser, css: &str) -> Result<WebElement> {
    eventually(&format!("{css} to be there"), async || {
        let found = b.driver().find_all(By::Css(css)).await?;
        for element in found {
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(Ok(element));
            }
        }
        Ok(Err("nothing"))
    })
    .await
}

/// Clicks it once nothing covers it: the editor's panels are animated.
async fn click(b: &Browser, css: &str) -> Result<()> {
    eventually(&format!("{css} to be clicked"), async || {
        Ok(match there(b, css).await?.click().await {
            Ok(()) => Ok(()),
            Err(error) => Err(error),
        })
    })
    .await
}
