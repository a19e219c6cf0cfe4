//! Fonts for Chromium, the same on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// fontconfig's settings, without the folder of its cache.
const SETTINGS: &str = include_str!("fonts.conf");

/// One file of each package that contains a font of the settings.
const FILES: [(&str, &str); 2] = [
    ("/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf", "fonts-croscore"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
];

/// What this machine lacks for reproducible pages: one sentence with Debian's names, or `None`.
pub(crate) fn missing() -> Option<String> {
    let packages: Vec<&str> =
        FILES.iter().filter(|(file, _)| !Path::new(file).is_file()).map(|(_, package)| *package).collect();
    (!packages.is_empty()).then(|| {
        format!("the fonts of the screenshots are not installed (Debian: {}): `cargo xtask setup`", packages.join(", "))
    })
}

/// Writes fontconfig's settings into a folder that is removed with the session. Returns `None` if fonts are missing:
/// then pages have the fonts of the machine.
///
/// # Errors
/// Returns an error if the folder cannot be written.
pub(crate) fn settings(home: &Path) -> Result<Option<PathBuf>> {
    if missing().is_some() {
        return Ok(None);
    }
    let file = home.join("fonts.conf");
    fs::write(&file, SETTINGS.replace("{{cache}}", &home.join("fonts").display().to_string()))?;
    Ok(Some(file))
}
