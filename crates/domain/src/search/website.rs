//! Web and email addresses in the search box: they find the federation with that website.

use gpf_search_kernel::Match;

use crate::directory::Directory;
use crate::fold::fold;
use crate::strings::{contains, next_part, rsplit_once, split_once};

/// The least number of characters of a host, or of its start.
const MIN_LENGTH: usize = 4;

/// The federations whose website has the host in the typed text, or one that begins with it.
pub(super) fn matches(directory: &Directory, text: &str) -> Vec<Match> {
    let Some(typed) = typed_host(text) else { return Vec::new() };
    let has_host = |row: &u32| {
        let address = directory.federation(*row).website().to_ascii_lowercase();
        let host = host(&address);
        let is_parent = || typed.strip_suffix(host).is_some_and(|before| before.ends_with('.'));
        !host.is_empty() && (host.starts_with(&*typed) || is_parent())
    };
    (0..directory.len() as u32).filter(has_host).map(Match::not_by_text).collect()
}

/// The words of the first part of the host in the typed text: `conexus healthcare` of `https://www.conexus-healthcare.org/`.
pub(super) fn name_in_host(text: &str) -> Option<String> {
    let host = typed_host(text)?;
    split_once(&host, b'.').map(|(name, _)| fold(name))
}

/// The host in a typed web or email address, in lower case. `None` if the text is neither.
fn typed_host(text: &str) -> Option<String> {
    let text = text.trim();
    let is_address = contains(text, ".") && !contains(text, " ");
    let host = if is_address { host(&text.to_ascii_lowercase()).to_owned() } else { String::new() };
    (host.len() >= MIN_LENGTH).then_some(host)
}

/// The host of an address in lower case, without `www.`
fn host(address: &str) -> &str {
    let rest = split_once(address, b':').and_then(|(_, rest)| rest.strip_prefix("//")).unwrap_or(address);
    let host = next_part(&mut &*rest, "/?#").unwrap_or_default();
    let host = rsplit_once(host, b'@').map_or(host, |(_, host)| host);
    let host = split_once(host, b':').map_or(host, |(host, _)| host);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_is_read_from_web_and_email_addresses() {
        for (typed, host) in [
            ("https://www.Example.nhs.uk/about-us?page=1#top", Some("example.nhs.uk")),
            ("http://example.org:8080", Some("example.org")),
            (" www.example.org ", Some("example.org")),
            ("www.exam", Some("exam")),
            ("example.org", Some("example.org")),
            ("Jo.Bloggs@example.nhs.uk", Some("example.nhs.uk")),
            ("mailto:info@example.org", Some("example.org")),
            ("@example.org", Some("example.org")),
            ("www.", None),
            ("st.h", Some("st.h")),
            ("St. Helens", None),
            ("example", None),
            ("Ltd.", Some("ltd.")),
            ("", None),
        ] {
            assert_eq!(typed_host(typed).as_deref(), host, "{typed}");
        }
    }
}
