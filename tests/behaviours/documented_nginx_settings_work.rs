//! The settings for nginx in the guide for static pages: the script is compressed, and the policy is for the frame page
//! only.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::documents::block;
use crate::harness::nginx::Nginx;

/// The encoding of a file, and whether it has a policy.
const HEADERS: &str = "const { headers, ok } = await fetch(arguments[0], { cache: 'no-store' });
    return [ok, headers.get('Content-Encoding'), headers.get('Content-Security-Policy') !== null];";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let locations = block("static.md", "gzip_types")?.replace("/gp-federations/", "/gpf/");
    let server = Nginx::with_locations(&locations)?;
    b.go_to(&server.at("page", "gpf/embed.html?view=finder&src=federations.csv&label=Our+list")).await?;
    b.finder().await?.eventually_contains(".gpf-footer", "Our list").await?;
    for (file, headers) in [
        ("gp-federations.js", json!([true, "gzip", false])),
        ("federations.csv", json!([true, "gzip", false])),
        ("index.html", json!([true, "gzip", false])),
        ("embed.html", json!([true, null, true])),
    ] {
        let seen: Value = b.js_async(HEADERS, &[file.into()]).await?;
        ensure!(seen == headers, "{file}: {seen}");
    }
    Ok(())
}
