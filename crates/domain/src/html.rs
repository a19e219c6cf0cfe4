//! Text in HTML.

/// Appends `text` to `html`, so that it is a text there or the value of an attribute between double quotation marks.
pub fn push_escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

/// `text` as [`push_escaped`] appends it.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    html
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_cannot_become_an_element_or_end_an_attribute() {
        assert_eq!(escaped("<a href=\"x\">R&D's"), "&lt;a href=&quot;x&quot;&gt;R&amp;D's");
    }
}
