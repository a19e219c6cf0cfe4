//! What the bytes of `dist/gp-federations.js` are, and whether they are too many.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::command::output;
use crate::project::{Project, SCRIPT};
use crate::setup::Toolbox;
use crate::step;

/// Bytes that a page loads of the whole script, after `gzip -9`: what it should stay under while only the finder
/// is in it, and what fails the tests.
const GOAL: usize = 70_000;
const LIMIT: usize = 100_000;

/// Bytes of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table. Returns whether the script is within the limit.
pub(crate) fn size(project: &Project, toolbox: &Toolbox) -> Result<bool> {
    step::begin(format!("size of dist/{SCRIPT}"));
    let part = |name: &str| project.parts().join(name);
    let rows: [(&str, Vec<PathBuf>); 7] = [
        ("wasm", vec![part("widget.wasm")]),
        ("glue", vec![part("glue.min.js")]),
        ("loader", vec![part("loader.min.js")]),
        ("CSS", vec![part("styles.css")]),
        ("data", vec![project.path("assets/data/federations.csv"), project.path("assets/data/sources.csv")]),
        ("fallback", vec![part("fallback.html")]),
        ("whole file", vec![project.dist().join(SCRIPT)]),
    ];
    let sizes = measure(toolbox, &rows.each_ref().map(|(_, files)| files.clone()))?;
    println!("{:<12}{:>10}{:>10}{:>10}", SCRIPT.trim_end_matches(".js"), "raw", "gzip -9", "brotli 11");
    for ((name, _), size) in rows.iter().zip(&sizes) {
        println!("{name:<12}{:>10}{:>10}{:>10}", grouped(size.raw), grouped(size.gzip), grouped(size.brotli));
    }
    let whole = sizes.last().context("nothing was measured")?.gzip;
    let verdict = if whole <= GOAL { "within" } else { "OVER" };
    println!("budget: {} of {} bytes gzipped, {verdict}; the tests fail over {}", grouped(whole), grouped(GOAL), grouped(LIMIT));
    Ok(whole <= LIMIT)
}

/// Fails where the script is over the limit.
pub(crate) fn within_limit(is_within: bool) -> Result<()> {
    if !is_within {
        bail!("dist/{SCRIPT} is over its limit of {} bytes gzipped: see the table for the part that grew", grouped(LIMIT));
    }
    Ok(())
}

/// Node has the zlib and brotli that servers use, so these are the bytes that travel.
fn measure(toolbox: &Toolbox, parts: &[Vec<PathBuf>]) -> Result<Vec<Size>> {
    if let Some(file) = parts.iter().flatten().find(|file| fs::metadata(file).is_err()) {
        bail!("{} is missing: run `cargo xtask build` first", file.display());
    }
    let parts = serde_json::to_string(parts)?;
    let printed = output(toolbox.command("node").args(["--input-type=module", "--eval", include_str!("size.mjs"), &parts]))?;
    let sizes: Vec<[usize; 3]> = serde_json::from_slice(&printed)?;
    Ok(sizes.into_iter().map(|[raw, gzip, brotli]| Size { raw, gzip, brotli }).collect())
}

/// 12,345
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1000, 70_000, 1_234_567].map(grouped), ["0", "999", "1,000", "70,000", "1,234,567"]);
    }
}
