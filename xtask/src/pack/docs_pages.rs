//! The documentation as pages beside the builder, because browsers show Markdown as plain text: the guides of
//! `docs/hosts`, live demos, the reference and the documents for contributors.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use gpf_domain::html::escaped;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::template::filled;
use crate::project::Project;

const TEMPLATE: &str = "assets/builder/guide.html";

/// The page that lists all others.
const CONTENTS: &str = "contents";

/// The word after the language of a code block that is shown and also runs.
const LIVE: &str = "live";

/// The documents by group, in the order of the navigation.
const GROUPS: [(&str, &[&str]); 6] = [
    ("Overview", &["README.md", "CHANGELOG.md", "SUPPORT.md"]),
    ("Live demos", &["docs/demos/finder.md", "docs/demos/comparison.md", "docs/demos/guide.md"]),
    (
        "Add the widget",
        &[
            "docs/hosts/index.md",
            "docs/hosts/wordpress.md",
            "docs/hosts/sharepoint-editors.md",
            "docs/hosts/sharepoint-administrators.md",
            "docs/hosts/static.md",
            "docs/hosts/drupal.md",
            "docs/hosts/umbraco.md",
            "docs/hosts/moodle.md",
            "docs/hosts/iframe.md",
            "docs/hosts/standalone.md",
            "docs/hosts/offline.md",
            "docs/hosts/react.md",
            "docs/hosts/vue.md",
            "docs/hosts/svelte.md",
            "docs/hosts/angular.md",
            "docs/hosts/vite.md",
            "docs/hosts/other.md",
        ],
    ),
    ("Reference", &["docs/EMBEDDING.md", "docs/DATA.md", "docs/ERRORS.md", "docs/COVERAGE.md"]),
    ("Security and accessibility", &["SECURITY.md", "docs/accessibility-criteria.md", "docs/CLAIMS.md"]),
    (
        "For contributors",
        &[
            "CONTRIBUTING.md",
            "CODE_OF_CONDUCT.md",
            "docs/ARCHITECTURE.md",
            "docs/DESIGN.md",
            "docs/STYLE.md",
            "docs/PERFORMANCE.md",
            "docs/SCREENSHOTS.md",
            "docs/RELEASING.md",
        ],
    ),
];

/// A document, ready to be a page.
struct Document {
    name: String,
    /// Escaped.
    title: String,
    content: String,
}

/// Writes them into `guides/`.
pub(super) fn write(project: &Project, staging: &Path) -> Result<()> {
    let folder = staging.join("guides");
    fs::create_dir_all(&folder)?;
    for (name, page) in pages(project)? {
        fs::write(folder.join(name), page)?;
    }
    Ok(())
}

/// The files and what is in them.
fn pages(project: &Project) -> Result<Vec<(String, String)>> {
    let template = fs::read_to_string(project.path(TEMPLATE))?;
    let names: HashSet<String> = GROUPS.iter().flat_map(|(_, files)| files.iter()).map(|file| name(file)).collect();
    let mut groups = Vec::new();
    for (title, files) in GROUPS {
        let documents: Result<Vec<Document>> = files.iter().map(|file| document(project, file, &names)).collect();
        groups.push((title, documents?));
    }
    let page = |name: &str, title: &str, content: &str| -> Result<(String, String)> {
        // The contents have the same links themselves.
        let navigation = match name {
            CONTENTS => String::new(),
            _ => format!(
                "    <nav class=\"bld-docs__pages\" aria-label=\"All pages\">\n{}    </nav>\n",
                list(&groups, name, "p")
            ),
        };
        let parts = [("title", title), ("navigation", &*navigation), ("content", content)];
        Ok((format!("{name}.html"), filled(TEMPLATE, &template, &parts)?))
    };
    let contents = format!(
        "<h1>Documentation</h1>\n<p>How to add the widget to your page, what each option does, and how the project works.</p>\n\
         <div class=\"bld-contents\">\n{}</div>\n",
        list(&groups, CONTENTS, "h2")
    );
    let mut pages = vec![page(CONTENTS, "Documentation", &contents)?];
    for document in groups.iter().flat_map(|(_, documents)| documents) {
        pages.push(page(&document.name, &document.title, &document.content)?);
    }
    Ok(pages)
}

fn document(project: &Project, file: &str, names: &HashSet<String>) -> Result<Document> {
    let markdown = fs::read_to_string(project.path(file)).with_context(|| file.to_owned())?;
    let (title, content) = page(&markdown, names);
    Ok(Document { name: name(file), title, content })
}

/// Links to all documents, by group. `heading` is the element of a group's title.
fn list(groups: &[(&str, Vec<Document>)], current: &str, heading: &str) -> String {
    let mut text = String::new();
    for (title, documents) in groups {
        text += &format!("<div>\n<{heading} class=\"bld-docs__group\">{title}</{heading}>\n<ul>\n");
        for Document { name, title, .. } in documents {
            let mark = if name == current { " aria-current=\"page\"" } else { "" };
            text += &format!("<li><a href=\"{name}.html\"{mark}>{title}</a></li>\n");
        }
        text += "</ul>\n</div>\n";
    }
    text
}

/// The page of a document: `docs/hosts/iframe.md` is `iframe`.
fn name(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).trim_end_matches(".md").to_owned()
}

/// The title (escaped) and the content of a document. `names` are the pages that links can lead to.
fn page(markdown: &str, names: &HashSet<String>) -> (String, String) {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let mut events = without_files(run_live(events), names);
    let mut title = String::new();
    name_headings(&mut events, &mut title);
    label_cells(&mut events);
    let events = events.into_iter().flat_map(|event| fit(event, names));
    let mut content = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut content, events);
    // A paragraph that contained only a picture is empty.
    (escaped(&title), content.replace("<p></p>\n", ""))
}

/// Adds the code of each live block to the page, with the script beside the builder.
fn run_live(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut all = Vec::with_capacity(events.len());
    let mut live: Option<String> = None;
    for event in events {
        match &event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.split(' ').any(|word| word == LIVE) => {
                live = Some(String::new());
            }
            Event::Text(text) => {
                if let Some(code) = &mut live {
                    code.push_str(text);
                }
            }
            _ => {}
        }
        let is_end = matches!(event, Event::End(TagEnd::CodeBlock));
        all.push(event);
        if is_end && let Some(code) = live.take() {
            let code = code.replace("src=\"gp-federations", "src=\"../gp-federations");
            all.push(Event::Html(["<div class=\"bld-demo\">\n", &code, "</div>\n"].concat().into()));
        }
    }
    all
}

/// Removes pictures and the links to files that are not pages. The words of those links stay.
fn without_files<'a>(events: Vec<Event<'a>>, names: &HashSet<String>) -> Vec<Event<'a>> {
    let leads = |link: &str| link.contains("://") || is_inner(link, names);
    let (mut is_picture, mut is_dropped) = (false, false);
    let mut kept = Vec::with_capacity(events.len());
    for event in events {
        match &event {
            Event::Start(Tag::Image { .. }) => is_picture = true,
            Event::End(TagEnd::Image) => is_picture = false,
            Event::Start(Tag::Link { dest_url, .. }) if !leads(dest_url) => is_dropped = true,
            Event::End(TagEnd::Link) if is_dropped => is_dropped = false,
            _ if is_picture => {}
            _ => kept.push(event),
        }
    }
    kept
}

/// Whether a link leads to a page, or to a heading of its own.
fn is_inner(link: &str, names: &HashSet<String>) -> bool {
    link.starts_with('#') || link.starts_with("mailto:") || address(link, names).is_some()
}

/// Gives every heading the id that links on other sites expect of Markdown, and finds the title.
fn name_headings(events: &mut [Event<'_>], title: &mut String) {
    let mut slugs: HashMap<String, u32> = HashMap::new();
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
            let slug = slug(&text);
            let count = slugs.entry(slug.clone()).or_default();
            // A second "Added" is `added-1`, as on other sites.
            *id = Some(CowStr::from(if *count == 0 { slug } else { format!("{slug}-{count}") }));
            *count += 1;
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

/// `Fix common problems` becomes `fix-common-problems`.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> HashSet<String> {
        ["iframe", "EMBEDDING"].map(str::to_owned).into()
    }

    #[test]
    fn links_point_to_generated_pages() {
        assert_eq!(address("iframe.md", &names()).as_deref(), Some("iframe.html"));
        assert_eq!(address("../EMBEDDING.md#events", &names()).as_deref(), Some("EMBEDDING.html#events"));
        assert_eq!(address("../DESIGN.md", &names()), None);
        assert_eq!(address("https://example.org/", &names()), None);
    }

    #[test]
    fn guide_page_has_a_title_and_heading_anchors() {
        let (title, content) = page("# A & B\n\n## What can go *wrong*?\n\n```html\n<b>\n```\n", &names());
        assert_eq!(title, "A &amp; B");
        assert!(content.contains(r#"<h2 id="what-can-go-wrong">What can go <em>wrong</em>?</h2>"#), "{content}");
        assert!(content.contains(r#"<code>&lt;b&gt;"#), "{content}");
    }

    #[test]
    fn table_cells_have_the_name_of_their_column() {
        let (_, content) =
            page("# A\n\n| Your page | `Best` & way |\n|---|---|\n| here | [this](iframe.md) |\n", &names());
        assert!(content.contains("<td data-column=\"Your page\">here</td>"), "{content}");
        assert!(
            content.contains("<td data-column=\"Best &amp; way\"><a href=\"iframe.html\">this</a></td>"),
            "{content}"
        );
    }

    #[test]
    fn live_code_block_is_shown_and_inserted() {
        let (_, content) = page("# A\n\n```html live\n<script src=\"gp-federations.js\"></script>\n```\n", &names());
        assert!(content.contains("<code>&lt;script src=\"gp-federations.js\"&gt;"), "{content}");
        let live = "<div class=\"bld-demo\">\n<script src=\"../gp-federations.js\"></script>\n</div>\n";
        assert!(content.ends_with(live), "{content}");
        let (_, content) = page("# A\n\n```html\n<script src=\"gp-federations.js\"></script>\n```\n", &names());
        assert!(!content.contains("<script"), "{content}");
    }

    #[test]
    fn links_to_other_files_are_removed() {
        let markdown =
            "# A\n\n![A *map*](map.png)\n\nSee [`deny.toml`](deny.toml), [frames](iframe.md) and [this](#a).\n";
        let (_, content) = page(markdown, &names());
        let expected =
            "<p>See <code>deny.toml</code>, <a href=\"iframe.html\">frames</a> and <a href=\"#a\">this</a>.</p>";
        assert_eq!(content, ["<h1 id=\"a\">A</h1>\n", expected, "\n"].concat());
    }

    #[test]
    fn duplicate_headings_have_unique_ids() {
        let (_, content) = page("# A\n\n## Added\n\n## Added\n", &names());
        assert!(content.contains("id=\"added\"") && content.contains("id=\"added-1\""), "{content}");
    }

    /// The values of an attribute of any tag, but not what code says.
    fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
        let start = [" ", attribute, "=\""].concat();
        let tags = page.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter_map(|tag| tag.split(&*start).nth(1)?.split('"').next()).collect()
    }

    #[test]
    fn every_link_of_every_page_has_a_target() {
        /// What is beside the pages once all is packed.
        const BESIDE: [&str; 3] = ["../index.html", "../builder.css", "../gp-federations.js"];
        let pages = pages(&Project::locate().unwrap()).unwrap();
        let ids: HashMap<&str, HashSet<&str>> =
            pages.iter().map(|(name, page)| (&**name, values(page, "id").into_iter().collect())).collect();
        let (mut checked, mut dead) = (0, Vec::new());
        for (name, page) in &pages {
            assert_eq!(values(page, "id").len(), ids[&**name].len(), "{name} has an id twice");
            for link in values(page, "href").into_iter().chain(values(page, "src")) {
                checked += 1;
                let (file, part) = link.split_once('#').unwrap_or((link, ""));
                let file = if file.is_empty() { name } else { file };
                let is_there =
                    ids.get(file).is_some_and(|ids| part.is_empty() || ids.contains(part)) || BESIDE.contains(&file);
                // A heading of another site is that site's.
                if !is_there && !["https://", "mailto:", "data:"].iter().any(|start| link.starts_with(start)) {
                    dead.push(format!("{name}: {link}"));
                }
            }
        }
        assert!(checked > 1000, "only {checked} links were found");
        assert!(dead.is_empty(), "{dead:#?}");
    }

    #[test]
    fn every_document_is_a_page() {
        let project = Project::locate().unwrap();
        let listed: HashSet<&str> = GROUPS.iter().flat_map(|(_, files)| files.iter().copied()).collect();
        let mut there = HashSet::new();
        for folder in ["", "docs", "docs/hosts", "docs/demos"] {
            for entry in fs::read_dir(project.path(folder)).unwrap() {
                let file = entry.unwrap().file_name().into_string().unwrap();
                if file.ends_with(".md") {
                    there.insert([folder, if folder.is_empty() { "" } else { "/" }, &file].concat());
                }
            }
        }
        assert_eq!(listed, there.iter().map(|it| &**it).collect());
        let names: HashSet<String> = listed.iter().map(|file| name(file)).collect();
        assert_eq!(names.len(), listed.len(), "two documents would be the same page");
        assert!(!names.contains(CONTENTS));
    }

    #[test]
    fn the_builder_lists_every_guide() {
        let listed = fs::read_to_string(Project::locate().unwrap().path("assets/builder/words.js")).unwrap();
        let files = GROUPS.iter().flat_map(|(_, files)| files.iter());
        let guides: Vec<String> = files.filter(|file| file.starts_with("docs/hosts/")).map(|file| name(file)).collect();
        for guide in &guides {
            assert!(listed.contains(&format!("['{guide}', ")), "words.js does not list {guide}");
        }
        assert_eq!(listed.matches("\n  ['").count(), guides.len(), "words.js lists a guide that is not there");
    }
}
