//! Four widgets of three kinds load one script with all of them, one widget loads its own script, and a page without
//! widgets loads none.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::catalogue::compares;
use crate::harness::oracle::Expected;

const SCRIPTS: &str =
    "return [...document.scripts].map(({ src }) => src).filter((src) => src.includes('gp-federations'))";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_wordpress("/without/").await?;
    let scripts: Vec<String> = b.js(SCRIPTS, &[]).await?;
    ensure!(scripts.is_empty(), "a page without a widget loads {scripts:?}");

    b.open_wordpress("/several-shortcodes/").await?;
    Expected::everything().is_shown_by(&b.finder_at("#first").await?).await?;
    let london = Expected::region(Region::London);
    london.is_shown_by(&b.finder_at("#second").await?).await?;
    compares(&b.comparison().await?, SubjectKind::Form, &["charity", "company-limited-by-shares"]).await?;
    let only_differences: bool =
        b.js("return document.querySelector('gp-legal-form-comparison').onlyDifferences", &[]).await?;
    ensure!(only_differences, "the word only-differences by itself is not heard");

    let guide = b.guide().await?;
    ensure!(guide.count(".gpf-section:not([hidden])").await? == 1, "not only the section asked for is shown");

    let elements = "return document.querySelectorAll('gp-federation-finder, gp-legal-form-comparison, gp-federation-guide').length";
    let elements: usize = b.js(elements, &[]).await?;
    ensure!(elements == 4, "{elements} widgets instead of 4");
    let scripts: Vec<String> = b.js(SCRIPTS, &[]).await?;
    ensure!(scripts.len() == 1, "the script comes {} times: {scripts:?}", scripts.len());
    let version = concat!("/gp-federations.js?ver=", env!("CARGO_PKG_VERSION"));
    ensure!(scripts[0].ends_with(version), "{} does not end with {version}", scripts[0]);

    b.open_wordpress("/shortcode/").await?;
    b.finder().await?;
    let scripts: Vec<String> = b.js(SCRIPTS, &[]).await?;
    let alone = concat!("/gp-federations-finder.js?ver=", env!("CARGO_PKG_VERSION"));
    ensure!(scripts.len() == 1 && scripts[0].ends_with(alone), "a page with one finder loads {scripts:?}");
    Ok(())
}
