//! Removes the paths of source files that Rust writes into panic messages: they are private, and differ between
//! machines.

use std::path::Path;

use anyhow::{Result, bail};
use memchr::memmem;

use crate::project::Project;
use crate::tools;

/// Replaces each byte of a folder's path. The length must not change, because addresses in the wasm depend on it.
const BLANK: u8 = b'.';

/// The private folders: cargo's sources, the workspace, the user's home.
pub(crate) fn of_this_machine(project: &Project) -> Result<Vec<String>> {
    let folders = [tools::cargo_folder()?, project.root().to_owned(), tools::home()?];
    Ok(folders.iter().map(|folder| text(folder)).filter(|folder| folder.len() > 1).collect())
}

fn text(folder: &Path) -> String {
    folder.to_string_lossy().into_owned()
}

/// Blanks every path into `folders`, up to the name of the package that contains the file.
pub(crate) fn blank(bytes: &mut [u8], folders: &[String]) {
    for folder in folders {
        let starts: Vec<usize> = memmem::find_iter(bytes, folder.as_bytes()).collect();
        for start in starts {
            let end = start + folder.len();
            let end = end + length_before_package(&bytes[end..]);
            bytes[start..end].fill(BLANK);
        }
    }
}

/// The length of `/registry/src/REGISTRY/`, if `path` begins with it. On Windows the slashes are backslashes.
fn length_before_package(path: &[u8]) -> usize {
    let starts: [&[u8]; 2] = [b"/registry/src/", b"\\registry\\src\\"];
    let Some(registry) = starts.iter().find_map(|start| path.strip_prefix(*start)) else {
        return 0;
    };
    let end = memchr::memchr2(b'/', b'\\', registry).map_or(0, |end| end + 1);
    path.len() - registry.len() + end
}

/// Fails if one of `folders` is still in the file.
pub(crate) fn refuse(file: &str, bytes: &[u8], folders: &[String]) -> Result<()> {
    let is_told = |folder: &str| spellings(folder).iter().any(|it| memmem::find(bytes, it.as_bytes()).is_some());
    match folders.iter().find(|folder| is_told(folder)) {
        Some(folder) => {
            bail!("{file} would tell where it was built ({folder}); see xtask/src/pack/strip_paths.rs")
        }
        None => Ok(()),
    }
}

/// The ways to write a folder in JavaScript: on Windows also with other slashes, or escaped.
fn spellings(folder: &str) -> [String; 3] {
    [folder.to_owned(), folder.replace('\\', "/"), folder.replace('\\', "\\\\")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanked(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        blank(&mut bytes, &["/home/ann/.cargo".to_owned(), "/home/ann/gpf".to_owned()]);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn blanked_path_keeps_its_length_and_its_part_in_the_package() {
        assert_eq!(
            blanked("x/home/ann/.cargo/registry/src/a.b-1f/memchr-2.7.4/src/lib.rs!"),
            "x.....................................memchr-2.7.4/src/lib.rs!"
        );
        assert_eq!(
            blanked(r"/home/ann/.cargo\registry\src\a.b-1f\x-1\lib.rs"),
            r".....................................x-1\lib.rs"
        );
        assert_eq!(blanked("/home/ann/gpf/src/lib.rs"), "............./src/lib.rs");
        assert_eq!(blanked("/rustc/1f/library/core/src/option.rs"), "/rustc/1f/library/core/src/option.rs");
    }

    #[test]
    fn leaked_folder_names_are_rejected() {
        let folders = ["/home/ann".to_owned()];
        assert!(refuse("a.js", b"var a='/home/ann/x'", &folders).is_err());
        assert!(refuse("a.js", b"var a=1", &folders).is_ok());
        let folders = [r"C:\Users\ann".to_owned()];
        for text in [r"// C:\Users\ann\a.js", "// C:/Users/ann/a.js", r"'C:\\Users\\ann\\a.js'"] {
            assert!(refuse("a.js", text.as_bytes(), &folders).is_err(), "{text}");
        }
        assert!(refuse("a.js", br"C:\Users\bob", &folders).is_ok());
    }
}
