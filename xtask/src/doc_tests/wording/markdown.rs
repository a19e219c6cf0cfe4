//! What people read of a Markdown document: prose without code, comments and the targets of links.

use std::ops::Range;

/// A line of the document and its number.
pub(super) type MarkdownLine = (usize, String);

/// The lines without code, comments and the targets of links. A paragraph stays in its lines.
pub(super) fn prose(markdown: &str) -> Vec<MarkdownLine> {
    let mut is_code = false;
    let mut is_comment = false;
    let mut lines = Vec::new();
    for (at, line) in markdown.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
            continue;
        }
        is_comment |= line.starts_with("<!--");
        if !is_code && !is_comment {
            lines.push((at + 1, without_targets(&without_code(line))));
        }
        is_comment &= !line.contains("-->");
    }
    lines
}

/// Whole paragraphs, so that a phrase is found across the end of a line. Each has the number of its first line.
pub(super) fn paragraphs(markdown: &str) -> Vec<MarkdownLine> {
    let mut paragraphs: Vec<MarkdownLine> = Vec::new();
    let mut last = 0;
    for (number, line) in prose(markdown) {
        let begins_block = ["#", "|", "- ", "1. "].iter().any(|start| line.trim_start().starts_with(start));
        match paragraphs.last_mut() {
            Some((_, text)) if number == last + 1 && !begins_block && !line.trim().is_empty() && !text.is_empty() => {
                text.push(' ');
                text.push_str(line.trim());
            }
            _ => paragraphs.push((number, line.trim().to_owned())),
        }
        last = number;
    }
    paragraphs.retain(|(_, text)| !text.is_empty());
    paragraphs
}

/// The headings, without their marks, with their level.
pub(super) fn headings(markdown: &str) -> Vec<(usize, usize, String)> {
    let lines = prose_with_code(markdown).into_iter();
    lines
        .filter_map(|(number, line)| {
            let level = line.chars().take_while(|it| *it == '#').count();
            let text = line[level..].strip_prefix(' ')?;
            (level > 0).then(|| (number, level, text.to_owned()))
        })
        .collect()
}

/// As `prose`, with the code inside of lines.
fn prose_with_code(markdown: &str) -> Vec<MarkdownLine> {
    let numbers: Vec<usize> = prose(markdown).into_iter().map(|(number, _)| number).collect();
    let lines: Vec<&str> = markdown.lines().collect();
    numbers.into_iter().map(|number| (number, lines[number - 1].to_owned())).collect()
}

/// The texts of links and the addresses that they lead to, with the number of the line.
pub(super) fn links(markdown: &str) -> Vec<(usize, String, String)> {
    let mut links = Vec::new();
    for (number, line) in prose_with_code(markdown) {
        let mut rest = &*line;
        while let Some((before, after)) = rest.split_once("](") {
            let Some((target, after)) = after.split_once(')') else { break };
            // A picture is no link.
            if let Some((outside, text)) = before.rsplit_once('[').filter(|(outside, _)| !outside.ends_with('!')) {
                let _ = outside;
                links.push((number, text.to_owned(), target.to_owned()));
            }
            rest = after;
        }
    }
    links
}

fn without_code(line: &str) -> String {
    let mut parts = line.split('`');
    let mut text = parts.next().unwrap_or_default().to_owned();
    while let Some(_code) = parts.next() {
        text.push_str("CODE");
        text.push_str(parts.next().unwrap_or_default());
    }
    text
}

fn without_targets(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(Range { start, end }) = target(rest) {
        text.push_str(&rest[..start]);
        rest = &rest[end..];
    }
    text.push_str(rest);
    text
}

/// The range of the target of the first link, with its brackets.
fn target(line: &str) -> Option<Range<usize>> {
    let start = line.find("](")? + 1;
    let end = start + line[start..].find(')')? + 1;
    Some(start..end)
}

/// The name by which a link leads to a heading, as GitHub and our pages make it.
pub(in super::super) fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|it| it.is_alphanumeric() || [' ', '-', '_'].contains(it));
    kept.map(|it| if it == ' ' { '-' } else { it }).collect()
}

/// The names of all headings of a document.
pub(in super::super) fn anchors(markdown: &str) -> Vec<String> {
    headings(markdown).iter().map(|(.., text)| anchor(text)).collect()
}
