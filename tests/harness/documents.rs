//! The code that the documents tell people to paste, so that tests run exactly that code.

use std::fs;

use anyhow::{Context, Result};

use super::folders::{project_folder, project_text};

/// A block of HTML in a document.
pub(crate) struct Code {
    /// The document's path in the project.
    pub(crate) document: String,
    pub(crate) text: String,
}

impl Code {
    pub(crate) fn first_line(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// Tags of the code, in order: name, and attributes.
    pub(crate) fn tags(&self) -> Vec<Tag<'_>> {
        let texts = self.text.split('<').filter_map(|it| it.split_once('>')).map(|(tag, _)| tag);
        texts.filter(|tag| tag.starts_with(|it: char| it.is_ascii_lowercase())).map(Tag::new).collect()
    }
}

/// A start tag.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    fn new(tag: &'a str) -> Self {
        let name = tag.split(char::is_whitespace).next().unwrap_or_default();
        let mut attributes = Vec::new();
        // Values contain no quotes, so every second part is a value.
        let mut parts = tag.split('"');
        while let (Some(before), Some(value)) = (parts.next(), parts.next()) {
            let name = before.trim_end_matches('=').rsplit(char::is_whitespace).next().unwrap_or_default();
            attributes.push((name, value));
        }
        Self { name, attributes }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(it, _)| *it == name).map(|(_, value)| *value)
    }

    /// Options that the tag sets for an element of the widget.
    pub(crate) fn options(&self) -> Vec<(String, String)> {
        let is_element = self.name.starts_with("gp-");
        let option = |name: &'a str| if is_element { Some(name) } else { name.strip_prefix("data-") };
        let found = self.attributes.iter().filter_map(|(name, value)| Some((option(name)?, *value)));
        found.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The query of the tag's URL, for a frame.
    pub(crate) fn query(&self) -> Vec<(String, String)> {
        let address = self.attribute("src").unwrap_or_default();
        let query = address.split_once('?').map_or("", |(_, query)| query).replace("&amp;", "&");
        query.split('&').filter_map(|it| it.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect()
    }
}

/// All blocks of HTML in the README and in `docs`.
///
/// # Errors
/// Returns an error if a document cannot be read.
pub(crate) fn html_of_all_documents() -> Result<Vec<Code>> {
    let mut documents = vec!["README.md".to_owned()];
    for folder in ["docs", "docs/demos", "docs/hosts"] {
        for entry in fs::read_dir(project_folder().join(folder)).context(folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") {
                documents.push(format!("{folder}/{name}"));
            }
        }
    }
    documents.sort();
    let mut found = Vec::new();
    for document in documents {
        let text = project_text(&document)?;
        // In a live demo, the page also runs the code.
        for code in blocks(&text)
            .filter_map(|block| ["html\n", "html live\n"].iter().find_map(|start| block.strip_prefix(start)))
        {
            found.push(Code { document: document.clone(), text: on_test_server(&without_razor(code)) });
        }
    }
    Ok(found)
}

/// The code block of a guide in `docs/hosts/` that contains `part`.
///
/// # Errors
/// Returns an error if there is no such block.
pub(crate) fn block(guide: &str, part: &str) -> Result<String> {
    let text = project_text(&format!("docs/hosts/{guide}"))?;
    let block = blocks(&text).find(|block| block.contains(part));
    let block = block.with_context(|| format!("no code in docs/hosts/{guide} contains \"{part}\""))?;
    Ok(block.split_once('\n').map_or("", |(_, code)| code).to_owned())
}

/// Code blocks. The first line of each is its language.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("```").skip(1).step_by(2)
}

/// The code with the URLs of the product's files on the test server.
fn on_test_server(code: &str) -> String {
    let code =
        code.replace("https://www.example.nhs.uk/gp-federations/", "/").replace("https://www.example.nhs.uk/gpf/", "/");
    code.replace("\"/gp-federations/", "\"/")
}

/// The HTML that Umbraco's view engine sends to the browser, for a finder of London.
fn without_razor(code: &str) -> String {
    match code.strip_prefix("@inherits").and_then(|it| it.split_once("\n}\n")) {
        Some((_, view)) => view.replace("@show", "finder").replace("@region", "London"),
        None => code.to_owned(),
    }
}
