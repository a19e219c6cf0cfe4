//! The wasm: made small, packed as text.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::{minify_names, streams, strip_paths};
use crate::command::{output, run};
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::tools::WASM_TARGET;

/// The number of sequences of operators that become phrases. More of them save nothing.
const SEQUENCES: usize = 64;

/// Packs the built wasm as base64 of gzip, and adapts `glue` to it. The intermediate files go to `parts`.
///
/// With gzip inside, because a server's own gzip compresses base64 of compressed bytes to nearly their size, and base64
/// of raw bytes would be a third larger.
pub(crate) fn pack(
    project: &Project,
    toolbox: &Toolbox,
    decoder: &[u8],
    [built, glue]: [&Path; 2],
    parts: &Path,
    is_release: bool,
) -> Result<String> {
    let mut bytes = fs::read(built).with_context(|| format!("there is no {}", built.display()))?;
    strip_paths::blank(&mut bytes, &strip_paths::of_this_machine(project)?);
    let [wasm, streams] = ["widget.wasm", "widget.streams"].map(|name| parts.join(name));
    fs::write(&wasm, &bytes)?;
    if is_release {
        minify_names::shorten(wasm_opt(project, toolbox), &wasm, glue)?;
        optimise(wasm_opt(project, toolbox), &wasm)?;
        bytes = fs::read(&wasm)?;
    }
    let encoded = streams::encode(decoder, &bytes, if is_release { SEQUENCES } else { 0 })?;
    fs::write(&streams, &encoded)?;
    streams::verify_round_trip(project, toolbox, &streams, &bytes)?;
    let packed = if is_release { smallest_gzip(&encoded)? } else { quick_gzip(toolbox, &streams)? };
    Ok(BASE64_STANDARD.encode(packed))
}

/// The small wasm that decodes the other one.
pub(super) fn decoder(project: &Project, toolbox: &Toolbox) -> Result<Vec<u8>> {
    let mut cargo = toolbox.command("cargo");
    cargo.args(["build", "--quiet", "--release", "--package", "gpf-wasm-codec", "--target", WASM_TARGET]);
    run(cargo.current_dir(project.root()))?;
    let built = project.target().join(WASM_TARGET).join("release/gpf_wasm_codec.wasm");
    fs::create_dir_all(project.parts())?;
    let file = project.parts().join("decoder.wasm");
    let mut wasm_opt = wasm_opt(project, toolbox);
    wasm_opt.arg("-O").args(STRIP);
    run(wasm_opt.arg(built).arg("-o").arg(&file))?;
    Ok(fs::read(file)?)
}

/// Sections that browsers do not read.
const STRIP: [&str; 3] = ["--strip-producers", "--strip-target-features", "--strip-debug"];

fn wasm_opt(project: &Project, toolbox: &Toolbox) -> Command {
    toolbox.command(project.npm_program("wasm-opt"))
}

fn optimise(mut wasm_opt: Command, file: &Path) -> Result<()> {
    // Functions with similar names often have similar code, which gzip compresses better side by side.
    wasm_opt.arg("--reorder-functions-by-name");
    wasm_opt.arg("-Oz").args(STRIP);
    // Large functions with one caller are not inlined: a few huge functions take fewer bytes than many medium ones, but
    // their many local variables take 12% more after gzip.
    wasm_opt.arg("--one-caller-inline-max-function-size=10");
    // Rust stores nothing in the first 1,024 bytes, where only a null pointer could lead.
    wasm_opt.args(["--low-memory-unused", "--converge"]);
    run(wasm_opt.arg(file).arg("-o").arg(file))
}

/// Zopfli takes seconds to save 9% compared with `gzip -9`: it finds the best block boundaries in the streams.
fn smallest_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options { maximum_block_splits: 40, ..Default::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

fn quick_gzip(toolbox: &Toolbox, file: &Path) -> Result<Vec<u8>> {
    const GZIP: &str = "process.stdout.write(zlib.gzipSync(fs.readFileSync(process.argv[1]), { level: 1 }))";
    output(toolbox.command("node").args(["--eval", GZIP]).arg(file))
}
