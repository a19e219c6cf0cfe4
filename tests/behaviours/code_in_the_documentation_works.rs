//! All HTML in the README and in `docs` works after pasting: it shows the named element with its options.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::TAGS;
use crate::harness::builder::page_with;
use crate::harness::documents::{Code, html_of_all_documents};
use crate::harness::folders::dist_folder;

/// The custom list of the examples.
const LIST: &str =
    "name,place,NHS region\nHalton GP Alliance,Halton,North West\nWirral GP Federation,Wirral,North West\n";

/// The element at an index, its state, and the options that differ from the code.
const ELEMENT: &str = "
    const [tags, options, at] = arguments;
    const frame = document.querySelector('iframe');
    const page = frame ? frame.contentDocument : document;
    const host = page.querySelectorAll(tags.join())[at];
    if (host) host.scrollIntoView();
    const view = host && host.shadowRoot && host.shadowRoot.querySelector('.gpf');
    const runs = !!view && !view.dataset.code && host.matches(':defined') && !host.shadowRoot.firstElementChild.hasAttribute('style')
        && !!view.querySelector('#gpf-search, table, .gpf-answer-group, .gpf-section');
    const wrong = options.filter(([name, value]) => host && host.getAttribute(name) !== value).map(([name]) => name);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let (mut tags, mut frames, mut links) = (0, 0, 0);
    for code in html_of_all_documents()? {
        let place = format!("{}, \"{}\"", code.document, code.first_line());
        match code.kind() {
            Kind::Tag => {
                shows_its_elements(b, &code).await.context(place)?;
                tags += 1;
            }
            Kind::Frame => {
                shows_its_elements(b, &code).await.context(place)?;
                frames += 1;
            }
            Kind::Link => {
                links_to_a_file(&code).context(place)?;
                links += 1;
            }
            Kind::TestedElsewhere => {}
        }
    }
    ensure!(tags > 10 && frames > 2 && links > 1, "the documents have {tags} tags, {frames} frames and {links} links");
    Ok(())
}

/// The kinds of HTML in the documents.
enum Kind {
    Tag,
    Frame,
    Link,
    /// Needs more than pasting: a bundler, a page around a frame, a service worker. Other tests run these.
    TestedElsewhere,
}

impl Code {
    fn kind(&self) -> Kind {
        let holds = |part: &str| self.text.contains(part);
        if holds("src=\"/main.js\"") || holds("addEventListener") || holds("serviceWorker") {
            Kind::TestedElsewhere
        } else if holds("<iframe") {
            Kind::Frame
        } else if holds("<script") || holds("<gp-") {
            Kind::Tag
        } else {
            Kind::Link
        }
    }

    /// The elements of the code, each with its options.
    fn elements(&self) -> Vec<(&'static str, Vec<(String, String)>)> {
        let tags = self.tags();
        let script_alone = tags.iter().all(|tag| tag.name == "script");
        let options = tags.iter().filter_map(|tag| match tag.name {
            "iframe" => Some(tag.query()),
            "script" if !script_alone => None,
            "script" | "div" => Some(tag.options()),
            name => {
                name.starts_with("gp-").then(|| [vec![("view".to_owned(), name.to_owned())], tag.options()].concat())
            }
        });
        options
            .map(|options| {
                (element_of(&options), options.into_iter().filter(|(name, _)| !VIEW.contains(&&**name)).collect())
            })
            .collect()
    }
}

/// The attributes that name an element in the code.
const VIEW: [&str; 2] = ["view", "gp-federations"];

fn element_of(options: &[(String, String)]) -> &'static str {
    match options.iter().find(|(name, _)| VIEW.contains(&&**name)).map_or("finder", |(_, value)| value.as_str()) {
        "comparison" => TAGS[1],
        "guide" => TAGS[2],
        "finder" => TAGS[0],
        tag => TAGS.into_iter().find(|it| *it == tag).unwrap_or("an element that does not exist"),
    }
}

async fn shows_its_elements(b: &mut Browser, code: &Code) -> Result<()> {
    for list in ["/our-federations.csv", "/ours.csv"] {
        b.serve(list, LIST, &[]);
    }
    let text = &code.text;
    let in_frame = text.contains("<iframe");
    let script =
        if in_frame || text.contains(".js\"") { "" } else { "<script src=\"/gp-federations.js\" defer></script>" };
    b.open_written("/page.html", &page_with(&[text, script].concat())).await?;
    for (at, (expected, options)) in code.elements().into_iter().enumerate() {
        // Elements below the visible part start when they are scrolled near.
        let arguments: Vec<Value> = vec![TAGS.to_vec().into(), serde_json::to_value(&options)?, at.into()];
        b.wait_for(&format!("{expected} to run"), &[ELEMENT, "return runs"].concat(), &arguments).await?;
        let seen = [ELEMENT, "return [host.localName, wrong, view.innerText]"].concat();
        let (element, wrong, text): (String, Vec<String>, String) = b.js(&seen, &arguments).await?;
        ensure!(element == expected, "the page shows {element} in the place of {expected}");
        ensure!(wrong.is_empty(), "{element} does not have these options: {wrong:?}");
        for (name, value) in &options {
            match name.as_str() {
                "heading" | "label" | "region" => {
                    ensure!(text.contains(value.as_str()), "{name} \"{value}\" is not in: {text}");
                }
                "src" => ensure!(text.contains("Halton GP Alliance"), "the list is not in: {text}"),
                _ => {}
            }
        }
    }
    Ok(())
}

fn links_to_a_file(code: &Code) -> Result<()> {
    let address = code.tags().iter().find_map(|tag| tag.attribute("href")).context("the code has no link")?;
    let file = address.rsplit('/').next().unwrap_or_default();
    ensure!(dist_folder().join(file).is_file(), "there is no dist/{file}");
    Ok(())
}
