//! What the guides in `docs/hosts/` tell people to paste, so that tests run that and nothing else.

use std::fs;

use anyhow::{Context, Result};

use super::folders::project_folder;

/// The code block of a guide that contains `part`.
///
/// # Errors
/// When there is none.
pub(crate) fn block(guide: &str, part: &str) -> Result<String> {
    let text = fs::read_to_string(project_folder().join("docs/hosts").join(guide)).context(guide.to_owned())?;
    let mut blocks = text.split("```").skip(1).step_by(2);
    let block = blocks.find(|block| block.contains(part));
    let block = block.with_context(|| format!("no code in docs/hosts/{guide} contains \"{part}\""))?;
    // The first line is the block's language.
    Ok(block.split_once('\n').map_or("", |(_, code)| code).to_owned())
}
