//! Minifies the names of imports and exports between the wasm and its glue: wasm-bindgen's names are long, contain a
//! hash, and occur in both.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde::Deserialize;

use crate::command::output;

/// The output of wasm-opt.
#[derive(Deserialize)]
struct Renamed {
    /// Module, old name, new name.
    imports: Vec<[String; 3]>,
    /// Old name, new name.
    exports: Vec<[String; 2]>,
}

/// Makes wasm-opt shorten the names in the wasm to one or two letters, and replaces them in the glue.
pub(crate) fn shorten(mut wasm_opt: Command, wasm: &Path, glue: &Path) -> Result<()> {
    // With -g the functions keep their own names.
    wasm_opt.args(["--minify-imports-and-exports-and-modules", "-g"]).arg(wasm).arg("-o").arg(wasm);
    let renamed: Renamed = serde_json::from_slice(&output(&mut wasm_opt)?)?;
    Ok(fs::write(glue, in_glue(&fs::read_to_string(glue)?, &renamed))?)
}

/// The object with the wasm's exports in the glue.
const EXPORTS: &str = "wasm.";

/// The name of the only module that the wasm imports from.
const MODULE: &str = "a";

fn in_glue(glue: &str, renamed: &Renamed) -> String {
    let exports: HashMap<&str, &str> = renamed.exports.iter().map(|[old, new]| (&**old, &**new)).collect();
    let imports: HashMap<&str, &str> = renamed.imports.iter().map(|[_, old, new]| (&**old, &**new)).collect();
    let mut text = String::new();
    for word in words(glue) {
        let names = if text.ends_with(EXPORTS) { &exports } else { &imports };
        text.push_str(names.get(word).unwrap_or(&word));
    }
    match renamed.imports.first() {
        Some([module, ..]) => text.replace(&format!("\"{module}\""), &format!("\"{MODULE}\"")),
        None => text,
    }
}

/// Words, and the text between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    text.as_bytes()
        .chunk_by(move |a, b| is_of_word(a) == is_of_word(b))
        .map(|word| str::from_utf8(word).expect("no letter stands on both sides"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_uses_the_minified_names() {
        let renamed = Renamed {
            imports: vec![["./b.js", "__wbg_set_1f", "c"].map(str::to_owned)],
            exports: vec![["mount", "d"].map(str::to_owned), ["memory", "f"].map(str::to_owned)],
        };
        let glue = "function mount(é) { wasm.mount(wasm.memory, memory); }\n({ __wbg_set_1f: 1, \"./b.js\": set_1f })";
        let short = "function mount(é) { wasm.d(wasm.f, memory); }\n({ c: 1, \"a\": set_1f })";
        assert_eq!(in_glue(glue, &renamed), short);
    }
}
