//! The guides of `docs/hosts`, as pages beside the builder, because browsers show Markdown as plain text.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::template::filled;
use crate::project::Project;

const TEMPLATE: &str = "assets/builder/guide.html";
const FOLDER: &str = "docs/hosts";
/// Other documents that the guides link to.
const MORE: [&str; 2] = ["docs/EMBEDDING.md", "docs/DATA.md"];

/// Writes them into `guides/`.
pub(crate) fn write(project: &Project, staging: &Path) -> Result<()> {
    let template = fs::read_to_string(project.path(TEMPLATE))?;
    let sources = sources(project)?;
    let names: HashSet<String> = sources.iter().filter_map(|file| name(file)).collect();
    let folder = staging.join("guides");
    fs::create_dir_all(&folder)?;
    for file in &sources {
        let markdown = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
        let (title, content) = page(&markdown, &names);
        let page = filled(TEMPLATE, &template, &[("title", &title), ("content", &content)])?;
        fs::write(folder.join(name(file).context("a guide without a name")? + ".html"), page)?;
    }
    Ok(())
}

fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = MORE.map(|file| project.path(file)).into();
    for entry in fs::read_dir(project.path(FOLDER))? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "md") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn name(file: &Path) -> Option<String> {
    Some(file.file_stem()?.to_string_lossy().into_owned())
}

/// The title (escaped) and the content of a guide. `minify_names` are the guides that links can lead to.
fn page(markdown: &str, names: &HashSet<String>) -> (String, String) {
    let mut events: Vec<Event<'_>> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let mut title = String::new();
    name_headings(&mut events, &mut title);
    label_cells(&mut events);
    let events = events.into_iter().flat_map(|event| fit(event, names));
    let mut content = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut content, events);
    (escaped(&title), content)
}

/// Gives every heading the id that links on other sites expect of Markdown, and finds the title.
fn name_headings(events: &mut [Event<'_>], title: &mut String) {
    let mut at = 0;
    while at < events.len() {
        let text: String = events[at + 1..]
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(&**text),
                _ => None,
            })
            .collect();
        if let Event::Start(Tag::Heading { level, id, .. }) = &mut events[at] {
            if *level == HeadingLevel::H1 && title.is_empty() {
                title.clone_from(&text);
            }
            *id = Some(CowStr::from(slug(&text)));
        }
        at += 1;
    }
}

/// Adds the heading of its column to every cell. The style sheet shows it if the columns do not fit side by side.
fn label_cells(events: &mut [Event<'_>]) {
    let mut headings: Vec<String> = Vec::new();
    let (mut column, mut is_head, mut is_cell) = (0, false, false);
    for event in events {
        match event {
            Event::Start(Tag::TableHead) => (headings, column, is_head) = (Vec::new(), 0, true),
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableRow) => column = 0,
            Event::Start(Tag::TableCell) if is_head => {
                headings.push(String::new());
                is_cell = true;
            }
            Event::Start(Tag::TableCell) => {
                let heading = headings.get(column).map_or("", |it| it);
                column += 1;
                *event = Event::Html(["<td data-column=\"", &escaped(heading), "\">"].concat().into());
            }
            Event::End(TagEnd::TableCell) => is_cell = false,
            Event::Text(text) | Event::Code(text) if is_head && is_cell => {
                if let Some(heading) = headings.last_mut() {
                    heading.push_str(text);
                }
            }
            _ => {}
        }
    }
}

/// `What can go wrong?` becomes `what-can-go-wrong`.
fn slug(text: &str) -> String {
    text.to_lowercase().replace(' ', "-").chars().filter(|it| it.is_alphanumeric() || *it == '-').collect()
}

/// Makes links lead to pages, and makes wide content scrollable, also by keyboard.
fn fit<'a>(event: Event<'a>, names: &HashSet<String>) -> Vec<Event<'a>> {
    const TABLE: &str = "<div class=\"bld-guide__table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n";
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = address(&dest_url, names).map_or(dest_url, CowStr::from);
            vec![Event::Start(Tag::Link { link_type, dest_url, title, id })]
        }
        Event::Start(Tag::Table(columns)) => {
            vec![Event::Html(TABLE.into()), Event::Start(Tag::Table(columns))]
        }
        Event::End(TagEnd::Table) => vec![Event::End(TagEnd::Table), Event::Html("</div>\n".into())],
        Event::Start(Tag::CodeBlock(_)) => {
            vec![Event::Html("<pre tabindex=\"0\" role=\"group\" aria-label=\"To copy\"><code>".into())]
        }
        Event::End(TagEnd::CodeBlock) => vec![Event::Html("</code></pre>\n".into())],
        event => vec![event],
    }
}

/// The page of a Markdown file: `../EMBEDDING.md#events` is `EMBEDDING.html#events`.
fn address(link: &str, names: &HashSet<String>) -> Option<String> {
    let (file, part) = link.split_once('#').map_or((link, None), |(file, part)| (file, Some(part)));
    let name = file.rsplit('/').next()?.strip_suffix(".md")?;
    let page = names.contains(name).then(|| [name, ".html"].concat())?;
    Some(part.map_or(page.clone(), |part| [&*page, "#", part].concat()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> HashSet<String> {
        ["iframe", "EMBEDDING"].map(str::to_owned).into()
    }

    #[test]
    fn links_lead_to_pages() {
        assert_eq!(address("iframe.md", &names()).as_deref(), Some("iframe.html"));
        assert_eq!(address("../EMBEDDING.md#events", &names()).as_deref(), Some("EMBEDDING.html#events"));
        assert_eq!(address("../DESIGN.md", &names()), None);
        assert_eq!(address("https://example.org/", &names()), None);
    }

    #[test]
    fn a_guide_has_a_title_and_headings_that_links_find() {
        let (title, content) = page("# A & B\n\n## What can go *wrong*?\n\n```html\n<b>\n```\n", &names());
        assert_eq!(title, "A &amp; B");
        assert!(content.contains(r#"<h2 id="what-can-go-wrong">What can go <em>wrong</em>?</h2>"#), "{content}");
        assert!(content.contains(r#"<code>&lt;b&gt;"#), "{content}");
    }

    #[test]
    fn every_cell_of_a_table_says_what_its_column_is() {
        let (_, content) =
            page("# A\n\n| Your page | `Best` & way |\n|---|---|\n| here | [this](iframe.md) |\n", &names());
        assert!(content.contains("<td data-column=\"Your page\">here</td>"), "{content}");
        assert!(
            content.contains("<td data-column=\"Best &amp; way\"><a href=\"iframe.html\">this</a></td>"),
            "{content}"
        );
    }

    #[test]
    fn every_link_of_every_guide_leads_somewhere() {
        let project = Project::locate().unwrap();
        let files = sources(&project).unwrap();
        let names: HashSet<String> = files.iter().filter_map(|file| name(file)).collect();
        for file in files.iter().filter(|file| file.starts_with(project.path(FOLDER))) {
            let markdown = fs::read_to_string(file).unwrap();
            for event in Parser::new(&markdown) {
                let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
                let is_elsewhere = dest_url.starts_with("https://");
                assert!(is_elsewhere || address(&dest_url, &names).is_some(), "{}: {dest_url}", file.display());
            }
        }
    }

    #[test]
    fn the_builder_lists_every_guide() {
        let project = Project::locate().unwrap();
        let listed = fs::read_to_string(project.path("assets/builder/words.js")).unwrap();
        let files = sources(&project).unwrap();
        let guides: Vec<String> =
            files.iter().filter(|it| it.starts_with(project.path(FOLDER))).filter_map(|it| name(it)).collect();
        for guide in &guides {
            assert!(listed.contains(&format!("['{guide}', ")), "words.js does not list {guide}");
        }
        assert_eq!(listed.matches("\n  ['").count(), guides.len(), "words.js lists a guide that is not there");
    }
}
