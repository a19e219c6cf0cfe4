//! What the bytes of `dist/gp-federations.js` are, and whether they are too many.

use std::path::PathBuf;

use anyhow::{Result, bail};
use gpf_domain::format::number;

use crate::command::output;
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;

/// Bytes of the whole script after `gzip -9`: what it should stay under with everything in it.
const GOAL: u32 = 100_000;

/// Bytes of the whole script after `gzip -9` over which the tests fail: what it takes now and a little room. It may rise
/// for a feature that is worth it, and `docs/DESIGN.md` then says why.
const LIMIT: u32 = 302_000;

/// Prints the table. Returns the bytes of the whole script after `gzip -9`.
pub(crate) fn size(project: &Project, toolbox: &Toolbox) -> Result<u32> {
    let part = |name: &str| project.parts().join(name);
    let rows = [
        ("wasm", part("widget.wasm")),
        ("wasm in rows", part("widget.rows")),
        ("glue", part("glue.min.js")),
        ("loader", part("loader.min.js")),
        ("CSS", part("styles.css")),
        ("data", part("data.tsv")),
        ("legal forms", part("legal-forms.tsv")),
        ("districts", part("districts.txt")),
        ("fallback", part("fallback.html")),
        ("2nd fallback", part("fallback-comparison.html")),
        ("guide", part("guide.html")),
        ("whole file", project.dist().join(SCRIPT)),
    ];
    let sizes = measure(toolbox, rows.each_ref().map(|(_, file)| file))?;
    println!("\nbytes of dist/{SCRIPT}");
    println!("{:<13}{:>12}{:>12}{:>12}", "", "raw", "gzip -9", "brotli 11");
    for ((name, _), size) in rows.iter().zip(sizes) {
        let [raw, gzip, brotli] = size.map(number);
        println!("{name:<13}{raw:>12}{gzip:>12}{brotli:>12}");
    }
    let [.., [_, whole, _]] = sizes;
    let verdict = if whole <= GOAL { "within" } else { "OVER" };
    println!("{verdict} the budget of {} bytes gzipped; the tests fail over {}", number(GOAL), number(LIMIT));
    Ok(whole)
}

/// Fails where the script is over the limit.
pub(crate) fn within_limit(whole: u32) -> Result<()> {
    if whole > LIMIT {
        bail!("dist/{SCRIPT} is over {} bytes gzipped: see the table for the part that grew", number(LIMIT));
    }
    Ok(())
}

/// Raw, gzip and brotli sizes. Node has the zlib and brotli that servers use, so these are the bytes that travel.
fn measure<const N: usize>(toolbox: &Toolbox, files: [&PathBuf; N]) -> Result<[[u32; 3]; N]> {
    if let Some(file) = files.iter().find(|file| !file.is_file()) {
        bail!("{} is missing: run `cargo xtask build` first", file.display());
    }
    let mut node = toolbox.command("node");
    node.args(["--input-type=module", "--eval", include_str!("size.mjs")]).args(files);
    let sizes: Vec<[u32; 3]> = serde_json::from_slice(&output(&mut node)?)?;
    sizes.try_into().map_err(|sizes| anyhow::anyhow!("node measured something else: {sizes:?}"))
}
