//! Frameworks set properties, sometimes before the script has defined the element.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("early-properties.html").await?;
    let finder = b.finder().await?;
    finder.eventually_shows(&Expected::region(Region::NorthWest).ids()[..3]).await?;

    finder.js::<Value>("host.region = 'London'; host.pageSize = 4; host.urlSync = false;", &[]).await?;
    finder.eventually_shows(&Expected::region(Region::London).ids()[..4]).await?;
    let attributes: Vec<Option<String>> =
        finder.js("return ['region', 'page-size', 'url-sync'].map((name) => host.getAttribute(name))", &[]).await?;
    ensure!(attributes == [Some("London".to_owned()), Some("4".to_owned()), None], "the attributes are {attributes:?}");

    finder.js::<Value>("host.region = null; host.pageSize = undefined; host.heading = 'Near us';", &[]).await?;
    // `heading={condition && 'Near us'}` in React, Preact and Vue.
    finder.js::<Value>("host.heading = false; host.data = '';", &[]).await?;
    let has_heading: bool = finder.js("return host.hasAttribute('heading')", &[]).await?;
    ensure!(!has_heading, "false is a heading");
    Expected::everything().is_shown_by(&finder).await
}
