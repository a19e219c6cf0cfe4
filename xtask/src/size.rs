//! The sizes of the scripts in `dist/` and of their parts, and their limits.

use std::path::PathBuf;

use anyhow::{Result, bail};
use gpf_domain::format::format_number;

use crate::command::output;
use crate::pack::edition::Edition;
use crate::project::{Project, SCRIPT};
use crate::toolbox::Toolbox;

/// The limits of a script's size after `gzip -9`, in bytes.
struct Limits {
    script: Edition,
    /// What it should be.
    budget: u32,
    /// The limit. Over it, the tests fail: the current size and a small margin. It can rise for a feature that is worth
    /// it, with the reason in `docs/DESIGN.md`.
    limit: u32,
}

const LIMITS: [Limits; 4] = [
    Limits { script: Edition::Full, budget: 242_000, limit: 346_000 },
    Limits { script: Edition::Finder, budget: 165_000, limit: 272_200 },
    Limits { script: Edition::Comparison, budget: 110_000, limit: 108_800 },
    Limits { script: Edition::Guide, budget: 70_000, limit: 63_800 },
];

/// Prints the sizes of the full script's parts, and of each script. Returns those over their limits, one line for each.
pub(crate) fn size(project: &Project, toolbox: &Toolbox) -> Result<Vec<String>> {
    let part = |name: &str| project.parts().join(name);
    let rows = [
        ("wasm", part("widget.wasm")),
        ("wasm in streams", part("widget.streams")),
        ("glue", part("glue.min.js")),
        ("loader", part("loader.min.js")),
        ("CSS", part("styles.css")),
        ("data", part("data.tsv")),
        ("legal forms", part("legal-forms.tsv")),
        ("districts", part("districts.txt")),
        ("first view", part("first-view.html")),
        ("fallback", part("fallback.html")),
        ("2nd fallback", part("fallback-comparison.html")),
        ("guide", part("guide.html")),
    ];
    println!("\nbytes of dist/{SCRIPT}");
    println!("{:<13}{:>12}{:>12}{:>12}", "", "raw", "gzip -9", "brotli 11");
    let sizes = measure(toolbox, rows.each_ref().map(|(_, file)| file))?;
    for ((name, _), size) in rows.iter().zip(sizes) {
        let [raw, gzip, brotli] = size.map(format_number);
        println!("{name:<13}{raw:>12}{gzip:>12}{brotli:>12}");
    }
    println!(
        "\n{:<31}{:>9}{:>9}{:>11}{:>9}{:>9}",
        "bytes of a script", "raw", "gzip -9", "brotli 11", "budget", "limit"
    );
    let files = LIMITS.map(|it| project.dist().join(it.script.file()));
    let mut over = Vec::new();
    for (Limits { script, budget, limit }, size) in LIMITS.iter().zip(measure(toolbox, files.each_ref())?) {
        let [raw, gzip, brotli] = size.map(format_number);
        let [shown_budget, shown_limit] = [*budget, *limit].map(format_number);
        let file = script.file();
        let note = if size[1] > *budget { " over the budget" } else { "" };
        println!("{file:<31}{raw:>9}{gzip:>9}{brotli:>11}{shown_budget:>9}{shown_limit:>9}{note}");
        if size[1] > *limit {
            over.push(format!("dist/{file} is {gzip} bytes gzipped, over the limit of {shown_limit}"));
        }
    }
    Ok(over)
}

/// Fails if a script is over its limit.
pub(crate) fn within_limit(over: &[String]) -> Result<()> {
    if !over.is_empty() {
        bail!("{}: see the table for the part that grew", over.join("; "));
    }
    Ok(())
}

/// Raw, gzip and brotli sizes. Node has the same zlib and brotli as servers, so these are the transferred bytes.
fn measure<const N: usize>(toolbox: &Toolbox, files: [&PathBuf; N]) -> Result<[[u32; 3]; N]> {
    if let Some(file) = files.iter().find(|file| !file.is_file()) {
        bail!("{} is missing: run `cargo xtask build` first", file.display());
    }
    let mut node = toolbox.command("node");
    node.args(["--input-type=module", "--eval", include_str!("size.mjs")]).args(files);
    let sizes: Vec<[u32; 3]> = serde_json::from_slice(&output(&mut node)?)?;
    sizes.try_into().map_err(|sizes| anyhow::anyhow!("node measured something else: {sizes:?}"))
}
