//! Reproducible zip files: the same content gives the same bytes.

use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip of files by their names, sorted by name and without timestamps, all in one folder.
pub(crate) fn zip(folder: &str, files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut sorted: Vec<&(String, Vec<u8>)> = files.iter().collect();
    sorted.sort_by_key(|(name, _)| name);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let entry = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in sorted {
        zip.start_file(format!("{folder}/{name}"), entry)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Unpacks a zip into a folder.
pub(crate) fn unpack(zip: &[u8], folder: &Path) -> Result<()> {
    Ok(zip::ZipArchive::new(Cursor::new(zip))?.extract(folder)?)
}

/// The text of one file in a zip.
pub(crate) fn text_in(zip: &[u8], name: &str) -> Result<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip))?;
    Ok(std::io::read_to_string(archive.by_name(name)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zip_round_trips_and_is_independent_of_file_order() {
        let file = |name: &str| (name.to_owned(), name.repeat(100).into_bytes());
        let one = zip("f", &[file("a"), file("b")]).unwrap();
        assert!(one == zip("f", &[file("b"), file("a")]).unwrap());
        assert!(one != zip("f", &[file("b")]).unwrap());
        assert_eq!(text_in(&one, "f/a").unwrap(), "a".repeat(100));
        assert!(text_in(&one, "f/c").is_err());
    }
}
