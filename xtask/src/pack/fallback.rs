//! What is shown where WebAssembly can't run: everything, rendered by the widget's own views. The guide is shown so
//! everywhere.

use gpf_core::comparison::text;

use crate::data::Data;

/// The fallback of each element, as HTML.
pub(crate) struct Fallback {
    /// Every federation.
    pub(crate) finder: String,
    /// Every form and model with all that is said of it, with references to the text of the legal forms.
    pub(crate) comparison: String,
    /// The guide.
    pub(crate) guide: String,
}

/// Renders the fallbacks.
pub(crate) fn render(data: &Data) -> Fallback {
    let comparison = gp_federations::prerender::comparison(&data.catalogue);
    Fallback {
        finder: gp_federations::prerender::finder(&data.directory),
        comparison: with_references(&comparison, &text::write(&data.catalogue)),
        guide: gp_federations::prerender::guide(&data.guide),
    }
}

/// Stands around a reference; no sentence holds it.
const MARK: char = '~';

/// Shorter texts are as short as a reference to them.
const WORTH_IT: usize = 12;

/// The HTML with `~12~` in the place of what stands in the 12th field of `fields`.
///
/// The wasm's data and the fallback hold the same sentences, too far from each other for gzip to see it. The loader
/// puts them back (`assets/element/fallback.js`).
fn with_references(html: &str, fields: &str) -> String {
    assert!(!html.contains(MARK), "the fallback holds a {MARK}");
    let mut numbered: Vec<(usize, &str)> = fields.split(['\t', '\n']).enumerate().collect();
    numbered.retain(|(_, field)| field.len() >= WORTH_IT);
    // Longer ones first, as they may hold shorter ones; of two that are the same, the second finds nothing.
    numbered.sort_by_key(|(_, field)| std::cmp::Reverse(field.len()));
    let mut html = html.to_owned();
    for (number, field) in numbered {
        html = html.replace(&escaped(field), &format!("{MARK}{number}{MARK}"));
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the loader does.
    fn put_back(html: &str, fields: &str) -> String {
        let fields: Vec<&str> = fields.split(['\t', '\n']).collect();
        let parts = html.split(MARK).enumerate();
        let whole =
            parts.map(
                |(at, part)| {
                    if at % 2 == 0 { part.to_owned() } else { escaped(fields[part.parse::<usize>().unwrap()]) }
                },
            );
        whole.collect()
    }

    #[test]
    fn references_are_shorter_and_lead_back() {
        let fields = "q\tThe \"first\" sentence & more.\tThe second sentence.\nf\tThe second sentence. And so on.";
        let html = "<p>The &quot;first&quot; sentence &amp; more.</p><p>The second sentence. And so on.</p><p>The second sentence.</p>";
        let short = with_references(html, fields);
        assert_eq!(short, "<p>~1~</p><p>~4~</p><p>~2~</p>");
        assert_eq!(put_back(&short, fields), html);
    }
}
