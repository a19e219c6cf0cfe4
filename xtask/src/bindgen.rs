//! wasm-bindgen as a library. It generates the same files as the wasm-bindgen command that Trunk calls, without an
//! installation.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::SCRIPT;

/// The wasm after wasm-bindgen has adapted it to its JavaScript.
pub(crate) const WASM: &str = "gp-federations_bg.wasm";

/// Writes the wasm and its JavaScript (the glue) into `folder`. Returns the paths of both.
pub(crate) fn generate(built: &Path, folder: &Path) -> Result<[PathBuf; 2]> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.input_path(built).out_name("gp-federations");
    // As in the command, whose defaults differ from the library's.
    bindgen.typescript(false).omit_default_module_path(false);
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen cannot read {}", built.display()))?;
    Ok([WASM, SCRIPT].map(|name| folder.join(name)))
}
