//! An administrator uploads the zip file in "Upload Plugin", activates the plugin, and uploads the zip file of a new version:
//! each time the pages show their widgets.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;
use thirtyfour::By;

use crate::harness::Browser;
use crate::harness::oracle::Expected;
use crate::harness::wordpress::{plugin, remove_plugin};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    remove_plugin()?;
    b.open_wordpress("/block/").await?;
    let widgets: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(widgets == 0, "without the plugin, {widgets} widgets are there");

    upload(b).await?;
    follow(b, "a[href*='action=activate']").await?;
    let is_active = "return !!document.querySelector('tr.active[data-plugin=\"gp-federations/gp-federations.php\"]')";
    b.wait_for("the plugin to be active", is_active, &[]).await?;
    shows_its_widget(b).await?;

    upload(b).await?;
    follow(b, "a.update-from-upload-overwrite").await?;
    let is_updated = "return /updated successfully/.test(document.body.innerText)";
    b.wait_for("the plugin to be updated", is_updated, &[]).await?;
    shows_its_widget(b).await
}

/// Uploads the zip file, as a super admin of a network.
async fn upload(b: &mut Browser) -> Result<()> {
    b.open_wordpress_as("administrator", "/wp-admin/network/plugin-install.php?tab=upload").await?;
    let file = plugin().canonicalize()?.to_str().context("a path of text")?.to_owned();
    b.driver().find(By::Css("#pluginzip")).await?.send_keys(file).await?;
    b.wait_for("the button", "return !document.querySelector('#install-plugin-submit').disabled", &[]).await?;
    b.js::<()>("document.querySelector('#install-plugin-submit').click()", &[]).await?;
    b.wait_for("the answer", "return /action=upload-plugin/.test(location.search)", &[]).await
}

/// Follows a link as soon as it is there.
async fn follow(b: &Browser, css: &str) -> Result<()> {
    let there = "const link = document.querySelector(arguments[0]); if (link) link.click(); return !!link;";
    b.wait_for(&format!("the link {css}"), there, &[css.into()]).await
}

async fn shows_its_widget(b: &mut Browser) -> Result<()> {
    b.open_wordpress("/block/").await?;
    let north_west = Expected::region(Region::NorthWest);
    // The post asks for 5 federations per page.
    b.finder().await?.eventually_shows(&north_west.ids()[..5]).await
}
