//! Addresses of websites, alone or in a text.

use std::borrow::Cow;

use crate::directory::checks::is_web_address;
use crate::strings::{self, parts};

/// An http or https address, from one that can be without `https://`. Nothing else must become a link, because
/// `javascript:` addresses run code.
pub(super) fn web_address(cell: &str) -> Option<Cow<'_, str>> {
    // `https://https://…`, and `text#https://…#` as Access writes a link.
    let rest = cell.strip_prefix("https://").or_else(|| cell.strip_prefix("http://"));
    let cell = rest.filter(|rest| is_web_address(rest)).unwrap_or(cell);
    let cell = match cell.strip_suffix('#').map(|link| strings::rsplit_once(link, b'#')) {
        Some(Some((_, address))) if is_web_address(address) => address,
        _ => cell,
    };
    if is_web_address(cell) {
        return Some(Cow::Borrowed(cell));
    }
    let host = cell.split(['/', '?', '#']).next()?;
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains([':', '@', ',']);
    let address = ["https://", cell].concat();
    (is_host && is_web_address(&address)).then_some(Cow::Owned(address))
}

/// The first address in a text: one that begins with `https://`, `http://` or `www.`, as in `[Our site](https://…)`.
pub(in crate::import) fn address_within(cell: &str) -> Option<Cow<'_, str>> {
    for word in parts(cell, " \n<>()[]\"',;|") {
        let word = word.strip_suffix('.').unwrap_or(word);
        let is_host = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if is_web_address(word) || is_host && word.bytes().filter(|&byte| byte == b'.').count() > 1 {
            return web_address(word);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        for (cell, expected) in [
            ("https://example.org/a", Some("https://example.org/a")),
            ("www.example.org", Some("https://www.example.org")),
            ("example.nhs.uk/a?b", Some("https://example.nhs.uk/a?b")),
            ("javascript:alert(1)", None),
            ("JaVaScRiPt:alert(1)//example.org", None),
            ("data:text/html,<script>", None),
            ("//example.org", None),
            ("www,example.org", None),
            ("www.example,org", None),
            ("someone@example.org", None),
            ("https://https://example.org", Some("https://example.org")),
            ("http://https://example.org", Some("https://example.org")),
            ("https://httpd.example.org", Some("https://httpd.example.org")),
            ("#https://example.org/a#", Some("https://example.org/a")),
            ("Our site#http://example.org#", Some("http://example.org")),
            ("https://example.org/#a", Some("https://example.org/#a")),
            ("https://example.org/#", Some("https://example.org/#")),
            ("mailto:someone@example.org", None),
            ("see notes", None),
            ("example.org/\"onclick=", None),
            ("..", None),
        ] {
            assert_eq!(web_address(cell).as_deref(), expected, "{cell}");
        }
        for (cell, expected) in [
            ("[Our site](https://example.org/a)", Some("https://example.org/a")),
            ("www.example.org; www.example.com", Some("https://www.example.org")),
            ("see http://example.org.", Some("http://example.org")),
            ("<a href=\"https://example.org\">us</a>", Some("https://example.org")),
            ("www.example .org", None),
            ("write to someone@example.org", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(address_within(cell).as_deref(), expected, "{cell}");
        }
    }
}
