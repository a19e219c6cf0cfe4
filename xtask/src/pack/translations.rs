//! The template for translations (`.pot`) of a WordPress plugin: each text that its PHP and JavaScript give to WordPress'
//! functions for translations, and what its header and `block.json` say.

use anyhow::{Context, Result, bail, ensure};

/// WordPress' functions for translations. Longer names first, as the shortest is the end of each.
const FUNCTIONS: [&str; 3] = ["esc_html__(", "esc_attr__(", "__("];

/// How a comment for translators begins, which is on the line before the call.
const COMMENT: &str = "/* translators:";

/// The fields of the plugin's header that WordPress translates.
const HEADER: [&str; 3] = ["Plugin Name", "Description", "Author"];

/// One text to translate.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    comment: Option<String>,
    context: Option<&'static str>,
    text: String,
    files: Vec<String>,
}

/// Makes the template. `domain` is the text domain, which is the name of the plugin's folder.
pub(super) fn template(files: &[(String, Vec<u8>)], domain: &str, version: &str) -> Result<String> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut names: Vec<&(String, Vec<u8>)> = files.iter().collect();
    names.sort();
    for (name, content) in names {
        let content = std::str::from_utf8(content).with_context(|| name.clone())?;
        let found = if name == "block.json" {
            of_block(content)?
        } else if name.ends_with(".php") || name.ends_with(".js") {
            let mut found = if name == &format!("{domain}.php") { of_header(content) } else { Vec::new() };
            found.extend(of_code(content, domain).with_context(|| name.clone())?);
            found
        } else {
            continue;
        };
        for (comment, context, text) in found {
            match entries.iter_mut().find(|it| it.text == text && it.context == context) {
                Some(entry) => {
                    entry.comment = entry.comment.take().or(comment);
                    if entry.files.last() != Some(name) {
                        entry.files.push(name.clone());
                    }
                }
                None => entries.push(Entry { comment, context, text, files: vec![name.clone()] }),
            }
        }
    }
    let head = format!(
        "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: {domain} {version}\\n\"\n\"MIME-Version: 1.0\\n\"\n\
         \"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n\"X-Domain: {domain}\\n\"\n"
    );
    Ok(head + &entries.iter().map(written).collect::<String>())
}

type Found = (Option<String>, Option<&'static str>, String);

fn of_header(plugin: &str) -> Vec<Found> {
    let value = |name: &str| {
        let lines = plugin.lines().map(|line| line.trim_start_matches([' ', '*']));
        lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).next()
    };
    let found = HEADER.iter().filter_map(|name| Some((*name, value(name)?)));
    found.map(|(name, value)| (Some(format!("{name} of the plugin")), None, value.to_owned())).collect()
}

fn of_block(json: &str) -> Result<Vec<Found>> {
    let block: serde_json::Value = serde_json::from_str(json).context("block.json")?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let mut found = Vec::new();
    for (field, context) in [("title", "block title"), ("description", "block description")] {
        found.extend(text(&block[field]).map(|text| (None, Some(context), text)));
    }
    let keywords = block["keywords"].as_array().into_iter().flatten().filter_map(text);
    found.extend(keywords.map(|keyword| (None, Some("block keyword"), keyword)));
    Ok(found)
}

/// The calls in PHP or JavaScript. Each has to have the text itself, in single quotes, and the text domain.
fn of_code(code: &str, domain: &str) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    let mut before = "";
    for line in code.lines() {
        let mut rest = line;
        while let Some(at) = FUNCTIONS.iter().filter_map(|name| Some(rest.find(name)? + name.len())).min() {
            rest = rest[at..].trim_start();
            // The declaration of the function in `const { __ } = i18n` has no brackets, so this is a call.
            let (text, after) = literal(rest).with_context(|| format!("no text in single quotes: {}", line.trim()))?;
            let argument = after.trim_start().strip_prefix(',').map(str::trim_start).and_then(literal);
            let Some((named, after)) = argument else { bail!("no text domain: {}", line.trim()) };
            ensure!(named == domain, "the text domain is \"{named}\" and not \"{domain}\": {}", line.trim());
            let comment = before.trim().strip_prefix(COMMENT).and_then(|it| it.strip_suffix("*/"));
            let comment = comment.map(|it| format!("translators: {}", it.trim()));
            ensure!(
                comment.is_some() || !text.contains('%'),
                "no comment for translators about the placeholders: {}",
                line.trim()
            );
            found.push((comment, None, text));
            rest = after;
        }
        before = line;
    }
    Ok(found)
}

/// A text in single quotes at the start, and what comes after it.
fn literal(code: &str) -> Option<(String, &str)> {
    let inner = code.strip_prefix('\'')?;
    let mut text = String::new();
    let mut characters = inner.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => text.push(characters.next()?.1),
            '\'' => return Some((text, &inner[at + 1..])),
            other => text.push(other),
        }
    }
    None
}

fn written(entry: &Entry) -> String {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let comment = entry.comment.as_ref().map_or_else(String::new, |it| format!("#. {it}\n"));
    let files: String = entry.files.iter().map(|file| format!("#: {file}\n")).collect();
    let context = entry.context.map_or_else(String::new, |it| format!("msgctxt \"{it}\"\n"));
    format!("\n{comment}{files}{context}msgid \"{}\"\nmsgstr \"\"\n", quoted(&entry.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, content: &str) -> Result<String> {
        template(&[(name.to_owned(), content.as_bytes().to_vec())], "gp-federations", "1.2.3")
    }

    #[test]
    fn each_text_is_listed_once_with_its_files_and_comment() {
        let php = "/* translators: %s: a name. */\n$a = sprintf( __( 'It\\'s \"%s\"', 'gp-federations' ), $b );\n\
                   return esc_html__( 'Two', 'gp-federations' ) . __( 'Three', 'gp-federations' );\n";
        let js = "const { __ } = i18n;\n__('Two', 'gp-federations');\n";
        let files = [("a.php", php), ("b.js", js), ("c.txt", "__( 'Not code' )")];
        let files = files.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()));
        let text = template(&files, "gp-federations", "1.2.3").unwrap();
        let entries: Vec<&str> = text.split("\n\n").skip(1).collect();
        assert_eq!(
            entries,
            [
                "#. translators: %s: a name.\n#: a.php\nmsgid \"It's \\\"%s\\\"\"\nmsgstr \"\"",
                "#: a.php\n#: b.js\nmsgid \"Two\"\nmsgstr \"\"",
                "#: a.php\nmsgid \"Three\"\nmsgstr \"\"\n",
            ]
        );
        assert!(text.starts_with("msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: gp-federations 1.2.3\\n\"\n"));
    }

    #[test]
    fn untranslatable_texts_are_rejected() {
        for (code, problem) in [
            ("__( $text, 'gp-federations' )", "no text in single quotes"),
            ("__( 'Two' )", "no text domain"),
            ("__( 'Two', 'other' )", "the text domain is \"other\""),
            ("__( 'Two %s', 'gp-federations' )", "no comment for translators"),
        ] {
            let error = format!("{:#}", of("a.php", code).unwrap_err());
            assert!(error.contains(problem) && error.starts_with("a.php"), "{code}: {error}");
        }
    }
}
