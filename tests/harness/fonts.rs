//! The fonts that Chromium shows pages in, the same on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// fontconfig's settings, but for the folder of its cache.
const SETTINGS: &str = include_str!("fonts.conf");

/// One file of each package whose fonts the settings name.
const FILES: [(&str, &str); 2] = [
    ("/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf", "fonts-croscore"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
];

/// What stands between this machine and pages that look the same: one sentence with Debian's names, `None` if nothing does.
pub(crate) fn missing() -> Option<String> {
    let packages: Vec<&str> =
        FILES.iter().filter(|(file, _)| !Path::new(file).is_file()).map(|(_, package)| *package).collect();
    (!packages.is_empty()).then(|| {
        format!("the fonts of the screenshots are not installed (Debian: {}): `cargo xtask setup`", packages.join(", "))
    })
}

/// Writes fontconfig's settings into a folder that goes with the session. `None` where a machine lacks the fonts: it shows
/// pages in its own.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn settings(home: &Path) -> Result<Option<PathBuf>> {
    if missing().is_some() {
        return Ok(None);
    }
    let file = home.join("fonts.conf");
    fs::write(&file, SETTINGS.replace("{{cache}}", &home.join("fonts").display().to_string()))?;
    Ok(Some(file))
}
