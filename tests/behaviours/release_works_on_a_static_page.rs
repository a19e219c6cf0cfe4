//! The files of a release on a web server: the tag of the guide for static pages, with the integrity value of the release if
//! it has one, and every page of the release.

use std::fs;

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::documents::block;
use crate::harness::folders::dist_folder;
use crate::harness::oracle::Expected;

const SCRIPT: &str = "gp-federations-finder.js";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let tag = block("static.md", "<script src=")?;
    let tag = tag.replace("https://www.example.nhs.uk/gp-federations/", "/");
    ensure!(tag.contains(&format!("src=\"/{SCRIPT}\"")), "the guide has another tag: {tag}");
    let page = |attributes: &str| {
        let tag = tag.replace("<script ", &["<script ", attributes].concat());
        format!(
            "<!doctype html><html lang=\"en-GB\"><title>Federations</title><main><h1>Federations</h1>{tag}</main></html>"
        )
    };
    b.open_written("/federations.html", &page("")).await?;
    let london = Expected::region(Region::London);
    london.is_shown_by(&b.finder().await?).await?;

    // Only a release has it; a build has not.
    if let Ok(values) = fs::read_to_string(dist_folder().join("INTEGRITY.txt")) {
        let value = values.lines().find_map(|line| line.strip_prefix(SCRIPT)).context("no value for the script")?;
        b.open_written("/checked.html", &page(&format!("integrity=\"{}\" ", value.trim()))).await?;
        london.is_shown_by(&b.finder().await?).await?;
    }

    b.open_builder("").await?;
    b.finder_at("#preview > *").await?;
    b.go_to(&format!("{}/gp-federations.html", b.origin())).await?;
    b.finder().await?;
    b.go_to(&format!("{}/guides/wordpress.html", b.origin())).await?;
    ensure!(b.text_of("h1").await? == "WordPress", "the guide has another heading");
    Ok(())
}
