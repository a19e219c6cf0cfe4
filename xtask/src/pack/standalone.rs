//! `gp-federations.html`: every element on one page in a single file, readable before the script runs and without it.

use anyhow::{Result, ensure};
use gpf_domain::directory::Federation;
use gpf_domain::format::format_date;

use super::template::filled;
use super::{bundle, styles};
use crate::data::Data;
use crate::project::{Project, VERSION};
use crate::toolbox::Toolbox;

const TEMPLATE: &str = "assets/pages/standalone.html";
const SCRIPT: &str = "assets/pages/standalone.js";

/// The content of an element before its widget starts, and its notice. The notice must be true while the script loads,
/// and if it never loads.
type Content = (&'static str, fn(&Data) -> String, &'static str);

/// The elements of the page, by the names of their placeholders.
const ELEMENTS: [Content; 3] = [
    (
        "finder",
        |data| gp_federations::prerender::finder(&data.directory),
        "The whole list, by NHS region. Where this browser can run it, a search with filters takes its place.",
    ),
    (
        "comparison",
        |data| gp_federations::prerender::comparison(&data.catalogue),
        "All of it. Where this browser can run it, a choice of what to compare takes its place.",
    ),
    (
        "guide",
        |data| gp_federations::prerender::guide(&data.guide),
        "All of it. Where this browser can run it, the readiness check adds up your answers.",
    ),
];

/// The page. `script` is the full script, `css` the style sheet inside it.
pub(crate) fn page(project: &Project, toolbox: &Toolbox, script: &str, css: &str, data: &Data) -> Result<String> {
    let page_css = bundle::minify_css(project, toolbox, &styles::compile_page(project, toolbox)?)?;
    let page_script = bundle::page_script(project, toolbox, SCRIPT)?;
    let contents = ELEMENTS.map(|(name, render, notice)| (name, content(&render(data), notice)));
    let [styles, page_script, script] =
        [inline_style(&[css, &page_css].concat())?, inline_script(&page_script)?, inline_script(script)?];
    let checked = data.directory.federations().map(Federation::checked_on).max().map(format_date).unwrap_or_default();
    let mut texts: Vec<(&str, &str)> = vec![
        ("version", VERSION),
        ("checked", &checked),
        ("styles", &styles),
        ("page-script", &page_script),
        ("script", &script),
    ];
    texts.extend(contents.iter().map(|(name, html)| (*name, &**html)));
    filled(TEMPLATE, &std::fs::read_to_string(project.path(TEMPLATE))?, &texts)
}

/// The fallback, with this page's notice instead of "the search does not work", which is not known yet. Without its
/// heading, because the page has one.
fn content(fallback: &str, notice: &str) -> String {
    let html = replaced(fallback, "<h2 class=\"gpf-heading\"", "</h2>", "");
    replaced(&html, "<p class=\"gpf-notice\"", "</p>", &format!("<p class=\"gpf-notice\">{notice}</p>"))
}

/// Replaces the first part from `start` to `end`. Without one, returns the text unchanged.
fn replaced(html: &str, start: &str, end: &str, by: &str) -> String {
    let found = html.find(start).and_then(|from| Some((from, from + html[from..].find(end)? + end.len())));
    found.map_or_else(|| html.to_owned(), |(from, to)| [&html[..from], by, &html[to..]].concat())
}

/// A script that can be inline in a page. An end tag in a string would end the script, and `<!--` before `<script`
/// would prevent its end. `\x3c` is `<` in every string of a script.
fn inline_script(script: &str) -> Result<String> {
    let script = script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--");
    ensure!(!script.to_ascii_lowercase().contains("</script"), "a text of the script would end it inside the page");
    Ok(script)
}

fn inline_style(css: &str) -> Result<String> {
    ensure!(!css.contains("</"), "the style sheet holds the end of a tag (</), so it cannot be in a page");
    Ok(css.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    #[test]
    fn standalone_content_has_no_failure_message() {
        let data = data::read(&Project::locate().unwrap()).unwrap();
        for (name, render, notice) in ELEMENTS {
            let html = content(&render(&data), notice);
            assert!(!html.contains("does not work"), "{name} says what may not be so");
            assert!(html.contains(notice) && !html.contains("gpf-heading"), "{name} has the fallback's own heading");
        }
    }

    #[test]
    fn closing_tags_in_inline_scripts_are_escaped() {
        let script = inline_script("a='</p></script><!--<script>';").unwrap();
        assert_eq!(script, "a='</p><\\/script>\\x3c!--<script>';");
        assert!(inline_script("a='</SCRIPT>'").is_err());
    }

    #[test]
    fn only_the_first_match_is_replaced() {
        assert_eq!(replaced("<i>a</i><i>b</i>", "<i", "</i>", "-"), "-<i>b</i>");
        assert_eq!(replaced("<b>a</b>", "<i", "</i>", "-"), "<b>a</b>");
    }
}
