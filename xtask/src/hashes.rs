//! Checksums in two formats: for people and for browsers.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// A value for `hashes`: `sha384-…`.
pub(crate) fn sri(bytes: &[u8]) -> String {
    "sha384-".to_owned() + &BASE64_STANDARD.encode(Sha384::digest(bytes))
}

/// SHA-256 in the format of `sha256sum`.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with `printf abc | sha256sum` and `printf abc | openssl dgst -sha384 -binary | base64`.
    #[test]
    fn hashes_match_known_values() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sri(b"abc"), "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
    }
}
