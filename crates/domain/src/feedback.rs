//! The link to report a problem with an entry: an address of the page's editor, with the entry filled in.

use crate::directory::checks::is_web_address;

const MAILTO: &str = "mailto:";
const HTTPS: &str = "https://";

/// Whether problems can be reported to this address: `mailto:` with a recipient, or `https://` with a host.
#[must_use]
pub fn is_address(text: &str) -> bool {
    if begins(text, HTTPS) {
        return is_web_address(text);
    }
    let recipient = text.get(MAILTO.len()..).filter(|_| begins(text, MAILTO)).unwrap_or_default();
    let recipient = before(recipient, b'?');
    let at = recipient.bytes().position(|byte| byte == b'@');
    at.is_some_and(|at| at > 0 && at + 1 < recipient.len())
        && !text.bytes().any(|byte| byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'\\' | 0x7F))
}

/// The address with the entry filled in: the subject and the body of an email, or the parameters `id` and `name`.
///
/// If the editor's address has a subject or a body, it is kept.
#[must_use]
pub fn report(address: &str, id: &str, name: &str) -> String {
    let is_mail = begins(address, MAILTO);
    let parameters = if is_mail {
        let subject = ["Problem with the entry of ", name].concat();
        let body =
            ["Federation: ", name, "\r\nId: ", id, "\r\n\r\nWhat is wrong, and which page shows it:\r\n"].concat();
        [("subject", subject), ("body", body)]
    } else {
        [("id", id.to_owned()), ("name", name.to_owned())]
    };
    // The part after the number sign is never sent.
    let start = before(address, b'#');
    let mut report = start.to_owned();
    let mut has_query = start.contains('?');
    for (parameter, value) in &parameters {
        if is_mail && has_parameter(start, parameter) {
            continue;
        }
        if !has_query {
            report.push('?');
        } else if !report.ends_with(['?', '&']) {
            report.push('&');
        }
        has_query = true;
        report.push_str(parameter);
        report.push('=');
        push_encoded(&mut report, value);
    }
    if !is_mail {
        report.push_str(&address[start.len()..]);
    }
    report
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// The text before the first `end`, or all of it.
fn before(text: &str, end: u8) -> &str {
    let at = text.bytes().position(|byte| byte == end).unwrap_or(text.len());
    &text[..at]
}

/// Whether the address has this parameter, ignoring case.
fn has_parameter(address: &str, parameter: &str) -> bool {
    let mut rest = address;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'?' | b'&')) {
        rest = &rest[at + 1..];
        if begins(rest, parameter) && rest.as_bytes().get(parameter.len()) == Some(&b'=') {
            return true;
        }
    }
    false
}

/// Appends the text, and percent-encodes all characters that have a meaning in an address.
fn push_encoded(text: &mut String, value: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.push(char::from(DIGITS[usize::from(byte >> 4)]));
            text.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_address, report};

    #[test]
    fn only_mailto_and_https_addresses_are_accepted() {
        for address in [
            "mailto:directory@example.nhs.uk",
            "MAILTO:a@b",
            "mailto:a@b.uk,c@d.uk?cc=e@f.uk",
            "https://forms.example.nhs.uk/problem?form=7#top",
            "HTTPS://intranet/problem",
        ] {
            assert!(is_address(address), "{address}");
        }
        for address in [
            "",
            "mailto:",
            "mailto:someone",
            "mailto:@example.nhs.uk",
            "mailto:someone@",
            "mailto:?to=a@b.uk",
            "mailto:a@b.uk\r\nBcc: c@d.uk",
            "mailto:a b@c.uk",
            "http://example.nhs.uk/problem",
            "https://",
            "https:example.nhs.uk",
            "https://a b.uk",
            "javascript:alert(1)//@",
            "data:text/html,a@b",
            "//example.nhs.uk",
            "problem.html",
            "a@b.uk",
            "é",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }

    #[test]
    fn an_e_mail_has_id_and_name_in_its_subject_and_text() {
        assert_eq!(
            report("mailto:a@b.uk", "bury-gp", "Bury & \"Tottington\" 50% GP?"),
            "mailto:a@b.uk?subject=Problem%20with%20the%20entry%20of%20Bury%20%26%20%22Tottington%22%2050%25%20GP%3F\
             &body=Federation%3A%20Bury%20%26%20%22Tottington%22%2050%25%20GP%3F%0D%0AId%3A%20bury-gp%0D%0A%0D%0A\
             What%20is%20wrong%2C%20and%20which%20page%20shows%20it%3A%0D%0A"
        );
        let with_subject = report("mailto:a@b.uk?CC=c@d.uk&Subject=Directory", "x", "X");
        assert!(with_subject.starts_with("mailto:a@b.uk?CC=c@d.uk&Subject=Directory&body=Federation%3A%20X%0D%0A"));
        assert!(report("mailto:a@b.uk?x-subject=1", "x", "X").contains("&subject=Problem"));
    }

    #[test]
    fn a_form_gets_id_and_name_as_parameters() {
        for (address, expected) in [
            ("https://a.uk/form", "https://a.uk/form?id=mon&name=M%C3%B4n%20%2B%20GP"),
            ("https://a.uk/form?x=1", "https://a.uk/form?x=1&id=mon&name=M%C3%B4n%20%2B%20GP"),
            ("https://a.uk/form?x=1&#here", "https://a.uk/form?x=1&id=mon&name=M%C3%B4n%20%2B%20GP#here"),
            ("https://a.uk/form?#a?b", "https://a.uk/form?id=mon&name=M%C3%B4n%20%2B%20GP#a?b"),
            ("https://a.uk/form#a?b", "https://a.uk/form?id=mon&name=M%C3%B4n%20%2B%20GP#a?b"),
        ] {
            assert_eq!(report(address, "mon", "Môn + GP"), expected);
        }
    }
}
